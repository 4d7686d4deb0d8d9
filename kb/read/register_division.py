"""The text of an act that may hold the register of public services → clauses: the act, and a row for each service."""

from dataclasses import dataclass, replace

from kb.model import Block, BlockKind, Cell, Clause, ClauseKind, Issue, Language, Severity
from kb.read.act_division import divide_act
from kb.read.clause_tree import ClauseTree, Node
from kb.read.errors import ReadError
from kb.read.reading import Reading
from kb.read.register_table import Caption, Columns, Entry, Stray, read_columns, read_entries
from kb.read.words import paragraphs_of, words_of

_ROOT = "register"
_ANNEXES = ("annex", "appendix")
_DEPTH = {ClauseKind.TABLE: 0, ClauseKind.HEADING: 1, ClauseKind.ROW: 2}


@dataclass(frozen=True, slots=True, kw_only=True)
class ActDivision:
    """Clauses in reading order, what did not fit, and the layout: `register` for the act that is one, else `act`."""

    layout: str
    clauses: tuple[Clause, ...]
    issues: tuple[Issue, ...] = ()


def divide_by_content(reading: Reading, language: Language, *, document: str) -> ActDivision:
    """The act, as the register of public services when it holds one, whichever way it came.

    Its services must not be lost because the act was collected with all other acts and not as the register.
    """
    tables = _find_tables(reading)
    if any(isinstance(part, Entry) for table in tables for part in read_entries(reading.text, *table)):
        return _divide(reading, tables, language, document=document)
    return ActDivision(layout="act", clauses=divide_act(reading.text, reading.blocks, language=language))


def divide_register(reading: Reading, language: Language, *, document: str) -> ActDivision:
    """`register/row-<code>` for a service, below it `…/name`, `…/provider` and so on; the rest of the act as any act.

    A cell that is merged over several services is a clause of the first of them. Raises ReadError when no table is
    the register, or it names no service.
    """
    tables = _find_tables(reading)
    if not tables:
        raise ReadError("no table of the register; expected one with columns for code, name and provider of a service")
    return _divide(reading, tables, language, document=document)


def _divide(reading: Reading, tables: list[tuple[Block, Columns]], language: Language, *, document: str) -> ActDivision:
    rows = _Rows(reading.text, document)
    for block, columns in tables:
        rows.add_table(block, columns)
    if not rows.services:
        raise ReadError("a register without services; expected rows with codes of eight or nine digits")
    starts = {block.start for block, _ in tables}
    rest = tuple(block for block in reading.blocks if block.start not in starts)
    around = divide_act(reading.text, rest, language=language)
    clauses = _merge(around, tuple(rows.tree.clauses(language)))
    return ActDivision(layout="register", clauses=clauses, issues=tuple(rows.issues))


def _find_tables(reading: Reading) -> list[tuple[Block, Columns]]:
    """The tables of the register; one without heads goes on with the columns of the one before it."""
    tables: list[tuple[Block, Columns]] = []
    for block in reading.blocks:
        if block.kind is not BlockKind.TABLE:
            continue
        columns = read_columns(reading.text, block)
        if columns.complete:
            tables.append((block, columns))
        elif not columns.held and tables and _width(block) == _width(tables[-1][0]):
            tables.append((block, Columns(tables[-1][1].held)))
    return tables


def _width(block: Block) -> int:
    return max(cell.column + cell.colspan for cell in block.cells)


class _Rows:
    """The clauses of the register under construction."""

    def __init__(self, text: str, document: str) -> None:
        self.tree = ClauseTree()
        self.issues: list[Issue] = []
        self.services = 0
        self._text, self._document = text, document

    def add_table(self, block: Block, columns: Columns) -> None:
        for head in columns.unknown:
            message = f"a column with the unknown label «{head}»; add a pattern to kb/read/data/register.yaml"
            self._note("unknown_label", Severity.WARNING, message, block.start)
        holder = self.tree.add(_ROOT, ClauseKind.TABLE, block.start, block.end, parent=None)
        for part in read_entries(self._text, block, columns):
            match part:
                case Caption():
                    words = words_of(self._text[part.start : part.end])
                    path = self.tree.next(_ROOT, "section")
                    self.tree.add(path, ClauseKind.HEADING, part.start, part.end, parent=holder, label=words)
                case Stray():
                    words = words_of(self._text[part.cell.start : part.cell.end])[:80]
                    message = f"a row without a code of eight or nine digits, «{words}»; look at the original"
                    self._note("row_without_code", Severity.ERROR, message, part.cell.start)
                case Entry():
                    self._add_service(part, holder)

    def _add_service(self, entry: Entry, holder: Node) -> None:
        self.services += 1
        first = entry.cells["code"][0]
        cells = [(held, cell) for held, own in entry.cells.items() for cell in own if cell.row >= first.row]
        name = " ".join(words_of(self._text[cell.start : cell.end]) for held, cell in cells if held == "name") or None
        path = f"{_ROOT}/row-{entry.code}"
        if self.tree.has(path):
            message = f"the code {entry.code} stands in two rows; the second, «{(name or '')[:80]}», is kept apart"
            self._note("duplicate_code", Severity.WARNING, message, first.start)
        if name is None:
            message = f"the service {entry.code} has no name; look at the original"
            self._note("row_without_name", Severity.ERROR, message, first.start)
        spans = sorted((*self._words(cell), held) for held, cell in cells)
        start, end = spans[0][0], max(end for _, end, _ in spans)
        row = self.tree.add(path, ClauseKind.ROW, start, end, parent=holder, label=name, number=entry.code)
        for begin, stop, held in spans:
            self.tree.add(f"{row.id}/{held}", ClauseKind.PARAGRAPH, begin, stop, parent=row, label=name)

    def _words(self, cell: Cell) -> tuple[int, int]:
        """The cell without the blanks and tags at its edges."""
        paragraphs = paragraphs_of(self._text, cell.start, cell.end)
        return (paragraphs[0][0], paragraphs[-1][1]) if paragraphs else (cell.start, cell.end)

    def _note(self, code: str, severity: Severity, message: str, offset: int) -> None:
        line = self._text.count("\n", 0, offset) + 1
        message = f"{self._document}: {message}"
        self.issues.append(Issue(code=code, severity=severity, document=self._document, message=message, line=line))


def _merge(around: tuple[Clause, ...], register: tuple[Clause, ...]) -> tuple[Clause, ...]:
    """Both in reading order; the annex that the register stands in holds its tables."""
    annexes = [clause for clause in around if clause.parent is None and clause.id.startswith(_ANNEXES)]
    holders: dict[str, str] = {}
    ends: dict[str, int] = {}
    for table in register:
        before = [annex for annex in annexes if annex.start <= table.start]
        if table.kind is ClauseKind.TABLE and before:
            holders[table.id] = before[-1].id
            ends[before[-1].id] = max(ends.get(before[-1].id, 0), table.end)
    clauses = [replace(clause, end=max(clause.end, ends.get(clause.id, 0))) for clause in around]
    clauses += [replace(clause, parent=holders.get(clause.id, clause.parent)) for clause in register]
    return tuple(sorted(clauses, key=lambda clause: (clause.start, -clause.end, _DEPTH.get(clause.kind, 3))))
