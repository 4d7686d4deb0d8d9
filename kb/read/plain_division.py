"""A text without legal structure → clauses: sections by its headings, paragraphs, tables with rows."""

from kb.model import Block, BlockKind, Clause, ClauseKind, Language
from kb.read.clause_tree import ClauseTree, Node
from kb.read.requirement_table import read_requirements
from kb.read.table_clauses import add_table
from kb.read.words import words_of

_KINDS = {BlockKind.NOTE: ClauseKind.NOTE}


def divide_plain(text: str, blocks: tuple[Block, ...], *, language: Language) -> tuple[Clause, ...]:
    """Sections `s-3` (a heading and what follows it), paragraphs `s-3/p-7`, tables `s-3/t-1/row-2`, in reading order.

    What stands before the first heading has no section: `p-1`, `t-1`.
    """
    tree = ClauseTree()
    section: Node | None = None
    for block in blocks:
        if block.kind is BlockKind.HEADING:
            words = words_of(text[block.start : block.end])
            path = tree.next("", "s")
            section = tree.add(path, ClauseKind.HEADING, block.start, block.end, parent=None, label=words)
            continue
        label = section.label if section else None
        prefix = section.id if section else ""
        if block.kind is BlockKind.TABLE:
            rows = read_requirements(text, block)
            add_table(tree, text, block, rows, path=tree.next(prefix, "t"), parent=section, label=label)
            continue
        kind = _KINDS.get(block.kind, ClauseKind.PARAGRAPH)
        tree.add(tree.next(prefix, "p"), kind, block.start, block.end, parent=section, label=label)
    return tuple(tree.clauses(language))
