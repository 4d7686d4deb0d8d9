"""The clauses of a document as index documents."""

import json
from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from types import MappingProxyType

from kb.model import Clause, Document
from kb.model.act import Act
from kb.search.analysed import analysed_fields
from kb.search.clause_facets import UNUSED, ClauseUse, clause_facets
from kb.search.clause_piece import Piece, divide_span
from kb.search.document import IndexDocument
from kb.search.marked_text import marks_to_json
from kb.search.references import act_number_ids
from kb.search.service_document import lookup_ids

NO_DAY = 0
LAST_DAY = 99991231
NO_USES: Mapping[str, ClauseUse] = MappingProxyType({})


def clause_documents(
    document: Document, *, until: date | None = None, uses: Mapping[str, ClauseUse] = NO_USES
) -> Iterator[IndexDocument]:
    """All that `document` says, clause by clause: each clause with its own words, without those of its children.

    `until` is the last day of the edition where a later one is known; `uses` tells, by clause, which services say
    something with it, and what. A document without clauses gives its whole text in pieces.
    """
    children: dict[str | None, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        children[clause.parent].append(clause)
    if not document.clauses:
        yield from _documents(document, None, [(0, len(document.text))], until, UNUSED)
    for clause in document.clauses:
        use = uses.get(clause.id, UNUSED)
        inner = sorted((child.start, child.end) for child in children.get(clause.id, ()))
        yield from _documents(document, clause, _outside(clause.start, clause.end, inner), until, use)


def clause_document(
    document: Document, clause: Clause | None, piece: Piece, *, until: date | None = None, use: ClauseUse = UNUSED
) -> IndexDocument:
    """One piece of a clause (`document.text[piece.start:piece.end]`) with what a result shows of it."""
    text = document.text[piece.start : piece.end]
    language = clause.language if clause else document.language
    edition = document.edition.date if document.edition else None
    act = document.act
    label = (clause.label if clause else None) or document.title or ""
    payload = {
        "text": text,
        "marks": marks_to_json(text),
        "label": label,
        "document": document.snapshot.document,
        "snapshot": document.snapshot.digest,
        "act": act.id if act else None,
        "edition": edition.isoformat() if edition else None,
        "language": language.value,
        "clause": clause.id if clause else None,
        "start": piece.start,
        "line": document.line_of(piece.start),
        "sample": document.snapshot.sample,
    }
    return IndexDocument(
        id=_key(document, clause, piece),
        tokens={
            **analysed_fields("text", [(_with_heading(text, clause), language)]),
            **analysed_fields("label", [(label, language)]),
        },
        keywords={
            "act": act_ids(act) if act else (),
            "clause": (clause.id,) if clause else (),
            "document": (document.snapshot.document, document.snapshot.digest),
            "language": (language.value,),
            "source": (document.snapshot.source,),
            "sample": ("yes" if document.snapshot.sample else "no",),
            **clause_facets(act, use),
        },
        numbers={
            "day_from": day_number(edition) if edition else NO_DAY,
            "day_until": day_number(until) if until else LAST_DAY,
        },
        stored=json.dumps(payload, ensure_ascii=False),
    )


def _with_heading(text: str, clause: Clause | None) -> str:
    """The text with the heading that it stands under.

    BM25 adds up fields that are scored apart: a question on a heading's subject finds the clause that says most of it
    only when both stand in one field. The title of the whole act is left to the field of labels, it tells no clause
    from another.
    """
    heading = clause.label if clause else None
    return f"{heading}\n{text}" if heading and heading not in text else text


def act_ids(act: Act) -> tuple[str, ...]:
    """Every code of an act, and its numbers, as they are looked up."""
    registered = act_number_ids(act.registered_number, act.registered_on)
    return lookup_ids([act.id, *act.ids, *act_number_ids(act.number, act.date), *registered])


def day_number(day: date) -> int:
    """`YYYYMMDD` as a number, which both engines compare."""
    return day.year * 10000 + day.month * 100 + day.day


def _documents(
    document: Document, clause: Clause | None, spans: list[tuple[int, int]], until: date | None, use: ClauseUse
) -> Iterator[IndexDocument]:
    for start, end in spans:
        for piece in divide_span(document.text, start, end):
            yield clause_document(document, clause, piece, until=until, use=use)


def _outside(start: int, end: int, inner: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The parts of start–end that no inner span covers."""
    spans = []
    for inner_start, inner_end in inner:
        if start < inner_start:
            spans.append((start, inner_start))
        start = max(start, inner_end)
    return [*spans, (start, end)] if start < end else spans


def _key(document: Document, clause: Clause | None, piece: Piece) -> str:
    """Unique in the base and the same from build to build; a body that was imported twice is found once."""
    digest = document.snapshot.digest.removeprefix("sha256:")[:20]
    return f"{digest}:{clause.id if clause else ''}"[:200] + f":{piece.start}"
