"""A table → clauses: requirement rows with their paragraphs, or the rows of any other table."""

import re

from kb.model import Block, ClauseKind
from kb.read.clause_tree import ClauseTree, Node
from kb.read.requirement_table import Caption, Row
from kb.read.words import paragraphs_of, trim, words_of

_ROW_NUMBER = re.compile(r"\d{1,4}(?:[-.]\d{1,4})*[.)]?")


def add_table(
    tree: ClauseTree,
    text: str,
    block: Block,
    rows: tuple[Row | Caption, ...] | None,
    *,
    path: str,
    parent: Node | None,
    label: str | None,
    short: str | None = None,
) -> Node:
    """The table's clause with its rows below `path`; `rows` of requirements below `short` when it is given."""
    table = tree.add(path, ClauseKind.TABLE, block.start, block.end, parent=parent, label=label)
    if rows is None:
        _add_rows(tree, text, block, table)
    else:
        _add_requirements(tree, text, rows, table, prefix=path if short is None else short)
    return table


def _add_requirements(
    tree: ClauseTree, text: str, rows: tuple[Row | Caption, ...], table: Node, *, prefix: str
) -> None:
    before = 0
    for row in rows:
        if isinstance(row, Caption):
            words = words_of(text[row.start : row.end])
            path = tree.next(prefix, "caption")
            tree.add(path, ClauseKind.HEADING, *trim(text, row.start, row.end), parent=table, label=words)
            continue
        # A number that the source leaves out is the one that follows.
        number = row.number or str(before + 1)
        before = int(re.split(r"[.-]", number)[0])
        path = "/".join(part for part in (prefix, f"row-{number.replace('.', '-')}") if part)
        _add_requirement(tree, text, row, path, table)


def _add_requirement(tree: ClauseTree, text: str, row: Row, path: str, table: Node) -> None:
    start, end = trim(text, row.values[0][0], row.values[-1][1]) if row.values else (row.start, row.start)
    node = tree.add(path, ClauseKind.ROW, start, end, parent=table, label=row.label, number=row.number)
    for value in row.values:
        for span in paragraphs_of(text, *value):
            tree.add(tree.next(node.id, "p"), ClauseKind.PARAGRAPH, *span, parent=node, label=row.label)


def _add_rows(tree: ClauseTree, text: str, block: Block, table: Node) -> None:
    rows: dict[int, list[tuple[int, int]]] = {}
    for cell in block.cells:
        span = trim(text, cell.start, cell.end)
        if span[0] < span[1]:
            rows.setdefault(cell.row, []).append(span)
    for row, cells in sorted(rows.items()):
        words = [words_of(text[start:end]) for start, end in cells]
        number = words[0].rstrip(".)") if len(words) > 1 and _ROW_NUMBER.fullmatch(words[0]) else None
        label = words[1 if number else 0] if len(words) > 1 else None
        tree.add(
            f"{table.id}/row-{row + 1}",
            ClauseKind.ROW,
            cells[0][0],
            cells[-1][1],
            parent=table,
            label=label,
            number=number,
        )
