"""What the clauses of a text say, each with the row or point that it belongs to."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kb.compare.clash import Point
from kb.compare.parity.clause_text import ClauseText, clause_texts
from kb.compare.within_act.by_texts import ByTexts
from kb.extract.passage import cut_passage
from kb.extract.segment import closing_topic, label_topic, read_segments
from kb.extract.service_names import is_standard_heading
from kb.model import Clause, ClauseKind, Document, SourceKind
from kb.text import fold_plain

POINT = re.compile(r"(?:^|/)point-[^/]+")
_TABLE_ROW = re.compile(r"(?:^|/)row-[^/]+")
STOP = re.compile(r"[;\n]|\.(?=\s)")
POINTS, HEADING, ROWS = "point", "heading", "row"  # places beside the topics of rows
LEFT_OUT = (ClauseKind.NOTE, ClauseKind.TABLE)
CAPTION = re.compile(r"(?:^|/)caption-\d+$")


@dataclass(frozen=True, kw_only=True, eq=False)
class Told:
    """The own words of a clause.

    `table` is the id of what holds the rows when the clause stands in one, and `topic` what its row is about.
    """

    document: Document
    clause: Clause
    text: ClauseText
    row: str | None = None
    table: str | None = None
    topic: str | None = None

    @cached_property
    def places(self) -> frozenset[str]:
        """Where it stands: the topic of its row and `row`, else `heading` or `point`."""
        if self.heading:
            return frozenset((HEADING,))
        return frozenset((ROWS, self.topic or "")) if self.row is not None else frozenset((POINTS,))

    @cached_property
    def heading(self) -> bool:
        """Whether it is a title of an act, annex or chapter."""
        return self.clause.kind is ClauseKind.HEADING or CAPTION.search(self.clause.id) is not None

    def sentence(self, start: int, end: int) -> tuple[int, int]:
        """Where the sentence or item of a list around `text.plain[start:end]` begins and ends in it."""
        plain = self.text.plain
        closing = STOP.search(plain, end)
        opening = max((found.end() for found in STOP.finditer(plain, 0, start)), default=0)
        return opening, closing.start() if closing else len(plain)

    def point(self, start: int | None = None, end: int | None = None) -> Point:
        """The side that it is: the sentence around `text.plain[start:end]`, or all its own words."""
        whole = start is None or end is None
        first, last = self.text.whole() if whole else self.text.span(*self.sentence(start or 0, end or 0))
        evidence = self.document.cite(first, last, self.clause.id)
        return Point(evidence=evidence, source_kind=SourceKind.STANDARD if self.table is not None else SourceKind.ACT)


@lru_cache(maxsize=64)
def _read(document: ByTexts[Document]) -> tuple[Told, ...]:
    return tuple(_told(document.content))


def told_in(document: Document) -> tuple[Told, ...]:
    """The clauses of a text that have words of their own, in reading order, without footnotes of the publisher."""
    return _read(ByTexts(document, (document,)))


def _told(document: Document) -> Iterator[Told]:
    texts = clause_texts(document)
    clauses = {clause.id: clause for clause in document.clauses}
    topics: dict[str, str | None] = {}
    standards = {one.parent or "" for one in document.clauses if _opens_standard(document, one)}
    for clause in sorted(document.clauses, key=lambda one: (one.start, -one.end)):
        text = texts[clause.id]
        if clause.kind in LEFT_OUT or not text.plain.strip():
            continue
        found = _TABLE_ROW.search(clause.id)
        if found is None and clause.kind is not ClauseKind.HEADING:
            point = POINT.search(clause.id)
            found = point if point and clause.id[: point.start()] in standards else None
        if found is None:
            yield Told(document=document, clause=clause, text=text)
            continue
        row, table = clause.id[: found.end()], clause.id[: found.start()]
        if row not in topics:
            topics[row] = _topic(document, clauses[row]) if row in clauses else None
        yield Told(document=document, clause=clause, text=text, row=row, table=table, topic=topics[row])


def _opens_standard(document: Document, clause: Clause) -> bool:
    return clause.kind is ClauseKind.HEADING and is_standard_heading(document, clause)


def _topic(document: Document, row: Clause) -> str | None:
    """What a row is about by its label, and a point of a numbered standard by its first or its closing words."""
    if row.kind is ClauseKind.ROW:
        return label_topic(fold_plain(row.label or ""))
    passage = cut_passage(document, row.start, row.end, service="", source_kind=SourceKind.STANDARD, clause=row.id)
    opening = read_segments(passage)
    topic = (opening[0].topic if opening else None) or closing_topic(passage)
    return "channel" if topic == "provider" else topic  # one point of a standard tells who provides and through what
