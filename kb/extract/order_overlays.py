"""Orders that set values for named services in place of their standards: pilots, transfers, roll-outs, closings."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.extract.extraction import Extraction
from kb.extract.gaps import find_gaps
from kb.extract.overlays import Order, read_overlays
from kb.extract.passage import Passage, cut_passage
from kb.extract.periods import Period, read_period
from kb.extract.region_scopes import find_regions
from kb.extract.segment import read_segments
from kb.extract.service_names import document_key
from kb.extract.wording import wording
from kb.model import Document, Language, Mention, ScopeField, SourceKind, Statement
from kb.model.act import Clause, ClauseKind
from kb.text import fold_plain

FILE = "overlay"
KINDS = (ClauseKind.POINT, ClauseKind.PARAGRAPH, ClauseKind.HEADING)
NAMES = re.compile(r"[«\"“]")
ANNEXES = ("appendix-", "annex-")  # what an order approves there is read as a standard


@dataclass(frozen=True, slots=True)
class _Named:
    """A service by the name that the order gives it, with the place of the name."""

    name: str
    start: int
    end: int
    clause: str | None


def extract_orders(document: Document) -> Extraction:
    """A mention for each service that the points of an order name and set a channel, term or fee of, with overlays.

    A point without a name of its own goes on with the services named last, first those of the title; the period and
    the regions of a pilot, told first, hold for the points that tell none. An act that sets nothing in place of others
    gives nothing.
    """
    sets_all = _is_overlay_order(document)
    current: tuple[_Named, ...] = ()
    period: Period | None = None
    regions: tuple[ScopeField, ...] = ()
    stated: dict[_Named, list[Statement]] = {}
    for point, inner in _points(document):
        told = sets_all or wording(FILE, "worth_reading").search(document.text, point.start, point.end)
        if not told and not NAMES.search(document.text, point.start, point.end):
            continue
        passage = cut_passage(
            document,
            point.start,
            point.end,
            service="",
            source_kind=SourceKind.ACT,
            clause=point.id,
            inner=inner,
        )
        current = tuple(_named(passage)) or current
        if not told or not current:
            continue
        if sets_all:  # the days and places of other orders' points are their own
            period = period or read_period(passage.plain, 0, len(passage.plain))
            regions = regions or tuple(find_regions(passage, 0, len(passage.plain)))
        order = Order(period=period, regions=regions, sets_all=sets_all, own=True)
        found = [one for sentence in read_segments(passage) for one in read_overlays(passage, sentence, order=order)]
        for service in current:
            stated.setdefault(service, []).extend(found)
    return _extraction(document, stated)


def with_orders(document: Document, extraction: Extraction) -> Extraction:
    """What an act's tables and standards state, and behind it what its own points set in place of others."""
    orders = extract_orders(document)
    return replace(
        extraction,
        mentions=(*extraction.mentions, *orders.mentions),
        statements=(*extraction.statements, *orders.statements),
        gaps=(*extraction.gaps, *orders.gaps),
    )


def _is_overlay_order(document: Document) -> bool:
    title = document.title or ""
    if document.act:
        title = document.act.title_ru or document.act.title_kk or title
    plain = fold_plain(title)
    return any(wording(FILE, key).search(plain) for key in ("pilot", "transfer"))


def _points(document: Document) -> Iterator[tuple[Clause, list[Clause]]]:
    """The outermost points and paragraphs of the order itself, each with the clauses inside it."""
    clauses = sorted(document.clauses, key=lambda one: (one.start, -one.end))
    parents = {one.parent for one in clauses}
    end = -1
    for place, clause in enumerate(clauses):
        if clause.id.startswith(ANNEXES) or clause.kind not in KINDS or clause.start < end:
            continue
        if clause.kind is ClauseKind.HEADING and clause.id in parents:
            continue
        end = clause.end
        yield clause, clauses[place : bisect_left(clauses, end, key=lambda one: one.start)]


def _named(passage: Passage) -> Iterator[_Named]:
    """The services named in quotation marks: beside the word for a service, or as items of a list of services."""
    plain = passage.plain
    spans = [match.span(match.lastindex or 0) for match in wording("act", "names").finditer(plain)]
    opening = wording(FILE, "lists_services").search(plain)
    if opening:
        items = wording(FILE, "listed_name").finditer(plain, opening.end())
        spans += [match.span("name") for match in items]
    for start, closing in dict.fromkeys(spans):
        end = _name_end(plain, start, closing)
        first, last = passage.folding.span(start, end)
        yield _Named(passage.words(start, end), passage.start + first, passage.start + last, passage.clause)


def _name_end(plain: str, start: int, end: int) -> int:
    """Where a quoted name ends: names of bodies behind it are quoted too."""
    depth = 0
    for place in range(start, end):
        depth += (plain[place] == "«") - (plain[place] == "»")
        if depth < 0:
            return place
    return end


def _extraction(document: Document, stated: dict[_Named, list[Statement]]) -> Extraction:
    mentions: list[Mention] = []
    statements: list[Statement] = []
    kazakh = document.language is Language.KK
    for service, found in stated.items():
        if not found:
            continue
        key = f"{document_key(document)}/service-{len(mentions) + 1}"
        mentions.append(
            Mention(
                key=key,
                name_kk=service.name if kazakh else None,
                name_ru=None if kazakh else service.name,
                evidence=document.cite(service.start, service.end, service.clause),
                source=document.snapshot.source,
                sample=document.snapshot.sample,
            )
        )
        statements.extend(replace(one, service=key) for one in found)
    return Extraction(mentions=tuple(mentions), statements=tuple(statements), gaps=find_gaps(statements))
