"""Overlays of a section of a report: its sentences together, with the orders that its footnotes name."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.extract.overlays import read_overlays
from kb.extract.passage import Passage, cut_passage
from kb.extract.references import find_references
from kb.extract.segment import read_segments
from kb.extract.wording import wording
from kb.model import (
    ActReference,
    Attribute,
    Channel,
    Deadline,
    Document,
    Fee,
    SourceKind,
    Standing,
    Statement,
)
from kb.model.act import Clause, ClauseKind

FILE = "overlay"
READ = (ClauseKind.PARAGRAPH, ClauseKind.POINT, ClauseKind.NOTE)
NEAR = 60  # «by order № … the term is … days»
RETOLD = (Attribute.DEADLINE, Attribute.FEE, Attribute.CHANNEL)


def apply_overlays(
    document: Document, key: str, clauses: Sequence[Clause], statements: list[Statement]
) -> list[Statement]:
    """The statements of a section with what its texts say of orders, changes and plans.

    A value that a sentence sets by an order replaces what the sentence was read for without it; values «by order № …»
    of an order known to set overlays are overlays too.
    """
    passages = [
        cut_passage(document, clause.start, clause.end, service=key, source_kind=SourceKind.STANDARD, clause=clause.id)
        for clause in clauses
        if clause.kind in READ and wording(FILE, "worth_reading").search(document.text, clause.start, clause.end)
    ]
    named = [found.value for passage in passages for found in find_references(passage, 0, len(passage.plain))]
    found = list(_completed(list(_read(passages)), named))
    orders = {one.by.number: one for one in reversed(found) if one.by and one.standing is Standing.OVERLAY}
    kept = [one for one in statements if not any(_same_words(one, other) for other in found)]
    acts = [one for one in statements if isinstance(one.value, ActReference)]
    return [*(_by_order(document, one, acts, orders) for one in kept), *found]


def _read(passages: Sequence[Passage]) -> Iterator[Statement]:
    notes = dict(_notes(passages))
    for passage in passages:
        if wording(FILE, "note").match(passage.plain):
            continue
        for sentence in read_segments(passage):
            for one in read_overlays(passage, sentence, notes=notes):
                yield replace(one, source_kind=SourceKind.ACT if one.by else one.source_kind)


def _notes(passages: Iterable[Passage]) -> Iterator[tuple[str, ActReference]]:
    """Marks of footnotes with the act that each names."""
    for passage in passages:
        mark = wording(FILE, "note").match(passage.plain)
        named = next(find_references(passage, 0, len(passage.plain)), None) if mark else None
        if mark and named:
            yield mark["mark"], named.value


def _completed(found: Sequence[Statement], named: Sequence[ActReference]) -> Iterator[Statement]:
    """Each with its order's day where another sentence tells it; those of one day share their order, those of one
    order its day."""
    dated = {act.number: act for act in reversed(named) if act.date}
    known = [replace(one, by=dated.get(one.by.number, one.by)) if one.by else one for one in found]
    for one in known:
        if one.by is None and one.valid_from:
            orders = {other.by.number: other.by for other in known if other.by and other.valid_from == one.valid_from}
            if len(orders) == 1 and one.standing is Standing.OVERLAY:
                yield replace(one, by=next(iter(orders.values())), source_kind=SourceKind.ACT)
                continue
        elif one.by and one.valid_from is None and one.standing is Standing.OVERLAY:
            days = [other.valid_from for other in known if other.by == one.by and other.valid_from]
            yield replace(one, valid_from=min(days, default=None))
            continue
        yield one


def _by_order(
    document: Document, one: Statement, acts: Sequence[Statement], orders: dict[str | None, Statement]
) -> Statement:
    """A value told «by order № …» as what that order sets."""
    if one.attribute not in RETOLD or one.standing is not Standing.STATED:
        return one
    place = one.evidence
    for act in acts:
        order = orders.get(act.value.number) if isinstance(act.value, ActReference) else None
        if order is None or not place.start - NEAR <= act.evidence.start <= place.end:
            continue
        told = _plain(document, act.evidence.start, place.end + NEAR)
        if "\n" not in told and wording(FILE, "by_order").search(told):
            return replace(
                one,
                standing=Standing.OVERLAY,
                by=order.by,
                valid_from=order.valid_from,
                valid_to=order.valid_to,
                source_kind=SourceKind.ACT,
            )
    return one


def _plain(document: Document, start: int, end: int) -> str:
    cut = document.text.find("\n", start, end)
    end = cut if cut >= 0 else end
    return cut_passage(document, start, end, service="", source_kind=SourceKind.STANDARD).plain


def _same_words(one: Statement, other: Statement) -> bool:
    """Whether both read one value from the same words."""
    overlap = one.evidence.start < other.evidence.end and other.evidence.start < one.evidence.end
    return overlap and one.attribute is other.attribute and _number(one) == _number(other)


def _number(one: Statement) -> object:
    match one.value:
        case Deadline(value=value, unit=unit):
            return value, unit
        case Fee(kind=kind, amount=amount):
            return kind, amount
        case Channel(code=code):
            return code
    return None
