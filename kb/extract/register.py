"""The register of public services → a mention for each row, with what its cells state."""

import re
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.extract.extraction import Extraction
from kb.extract.gaps import find_gaps
from kb.extract.passage import Passage, cut_passage
from kb.extract.statements import extract_passages
from kb.extract.wording import load_wording
from kb.model import Cell, Document, Gap, Language, Mention, Scope, ScopeField, SourceKind, Statement
from kb.model.act import Clause, ClauseKind

ROWS = "register/row-"
SECTIONS = "register/section"
LIFE_SITUATION = 5  # digits: of a code of eight the first three are the section, two more the life situation
SCHEME = "registry"  # of codes, and of keys whichever source the act came by
# A heading may begin with its place in the register: three digits for a section, five for a life situation.
_PLACE = re.compile(r"(\d{3}|\d{5})(?!\d)[\s.):–—-]*")


@dataclass(frozen=True, slots=True)
class Row:
    """A service of the register: its clause, its cells by column, the sub-services by the grid row they stand in.

    `heading` is the nearest heading above, with the number that it may begin with.
    """

    clause: Clause
    cells: dict[str, list[Clause]]
    subservices: dict[int, str]
    heading: str


def extract_register(document: Document) -> Extraction:
    """A mention for each row, keyed by its registry code, so that both languages of the register speak of one service.

    Rows are clauses with the code as number, their cells clauses below (`…/provider`). A cell that is merged over
    several services counts for each of them; what stands in the line of a sub-service holds for that case.
    """
    mentions: list[Mention] = []
    statements: list[Statement] = []
    gaps: list[Gap] = []
    grid = Grid(document)
    for row in _rows(document, grid):
        mention = _read_mention(document, row)
        mentions.append(mention)
        passages = list(_passages(document, mention.key, row))
        stated = extract_passages(passages)
        gaps.extend(find_gaps(stated, passages))
        statements.extend(_in_case(statement, row, grid) for statement in stated)
    return Extraction(mentions=tuple(mentions), statements=tuple(statements), gaps=tuple(gaps))


class Grid:
    """Which cell of the document's tables an offset stands in."""

    def __init__(self, document: Document) -> None:
        self._cells = sorted(
            (cell for block in document.blocks for cell in block.cells), key=lambda cell: (cell.start, cell.end)
        )
        self._starts = [cell.start for cell in self._cells]

    def at(self, offset: int) -> Cell | None:
        """The cell, None where no table is."""
        place = bisect_right(self._starts, offset) - 1
        return self._cells[place] if place >= 0 and offset < self._cells[place].end else None


def _rows(document: Document, grid: Grid) -> Iterator[Row]:
    """Each service with its cells, a merged cell that began with a service further up included."""
    below: dict[str, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        if clause.parent and clause.kind is ClauseKind.PARAGRAPH:
            below[clause.parent].append(clause)
    merged: dict[str, tuple[Clause, int]] = {}
    table: str | None = None
    heading = ""
    for clause in document.clauses:
        if clause.kind is ClauseKind.HEADING and clause.id.startswith(SECTIONS):
            heading = clause.label or ""
        if clause.kind is not ClauseKind.ROW or not clause.id.startswith(ROWS):
            continue  # the act around the register has tables of its own
        if clause.parent != table:
            table, merged = clause.parent, {}
        placed = [(_column(own), own, grid.at(own.start)) for own in below[clause.id]]
        cells: dict[str, list[Clause]] = defaultdict(list)
        for column, own, _ in placed:
            cells[column].append(own)
        first = min((cell.row for _, _, cell in placed if cell), default=0)
        for column, (shared, end) in merged.items():
            if first < end and column not in cells:
                cells[column].append(shared)
        merged |= {column: (own, cell.row + cell.rowspan) for column, own, cell in placed if cell}
        cases = {cell.row: _words(document, own) for column, own, cell in placed if cell and column == "subservices"}
        yield Row(clause, cells, cases, heading)


def _column(clause: Clause) -> str:
    return clause.id.rsplit("/", maxsplit=1)[-1].split("~", maxsplit=1)[0]


def _read_mention(document: Document, row: Row) -> Mention:
    name, code = row.clause.label, row.clause.number or ""
    kazakh = document.language is Language.KK
    place = (row.cells.get("name") or row.cells.get("code") or [row.clause])[0]
    return Mention(
        # With the mark of a code that stands in two rows: they are two services until somebody mends the register.
        key=f"{SCHEME}/{row.clause.id.removeprefix(ROWS)}",
        name_kk=name if kazakh else None,
        name_ru=None if kazakh else name,
        evidence=document.cite(place.start, place.end, row.clause.id),
        source=document.snapshot.source,
        codes={SCHEME: code},
        owner=" ".join(_words(document, clause) for clause in row.cells.get("owner", ())) or None,
        sample=document.snapshot.sample,
        life_situation=_life_situation(row.heading, code),
    )


def _life_situation(heading: str, code: str) -> str | None:
    """The words of the heading, None where its number is not the one that the service's code begins with."""
    place = _PLACE.match(heading)
    if place and not (len(place[1]) == LIFE_SITUATION and code.startswith(place[1])):
        return None
    return heading[place.end() if place else 0 :] or None


def _words(document: Document, clause: Clause) -> str:
    return " ".join(document.text[clause.start : clause.end].split())


def _passages(document: Document, service: str, row: Row) -> Iterator[Passage]:
    for column, topic in load_wording("register")["topics"].items():
        for clause in row.cells.get(column, ()):
            yield cut_passage(
                document,
                clause.start,
                clause.end,
                service=service,
                source_kind=SourceKind.ACT,
                clause=clause.id,
                topic=topic,
            )


def _in_case(statement: Statement, row: Row, grid: Grid) -> Statement:
    """The statement with the sub-service in whose line alone it stands."""
    cell = grid.at(statement.evidence.start)
    case = row.subservices.get(cell.row) if cell and cell.rowspan == 1 else None
    if case is None or statement.scope != Scope():
        return statement
    return replace(statement, scope=Scope(case=ScopeField(text=case)))
