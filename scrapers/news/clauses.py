"""The text of news → clauses."""

from kb.model import BlockKind, Clause, ClauseKind, Language
from kb.read import ClauseTree, Node, ReadError, Reading

_TITLE = 1


def divide(reading: Reading, language: Language) -> tuple[Clause, ...]:
    """`news-<number>` (label: its title), below it its paragraphs, list items and tables.

    Raises ReadError when a piece has nothing below its title.
    """
    tree = ClauseTree()
    holder: Node | None = None
    empty: str | None = None
    for block in reading.blocks:
        words = reading.text[block.start : block.end]
        if block.kind is BlockKind.HEADING and block.level == _TITLE:
            _demand_words(empty)
            path = f"news-{block.anchor}" if block.anchor else "news"
            holder = tree.add(
                path, ClauseKind.HEADING, block.start, block.end, parent=None, label=words, number=block.anchor
            )
            empty = words
        elif holder:
            table = block.kind is BlockKind.TABLE
            path = tree.next(holder.id, "t" if table else "p")
            kind = ClauseKind.TABLE if table else ClauseKind.PARAGRAPH
            tree.add(path, kind, block.start, block.end, parent=holder, label=holder.label)
            empty = None
    _demand_words(empty)
    return tuple(tree.clauses(language))


def _demand_words(title: str | None) -> None:
    if title is not None:
        raise ReadError(f"no words below the title «{title}»; expected the paragraphs of a piece of news")
