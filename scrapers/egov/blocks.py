"""The text of cards → clauses: a card, its blocks, their paragraphs."""

from collections.abc import Iterator

from kb.model import Block, BlockKind, Clause, ClauseKind, Issue, Language, Severity
from kb.read import ClauseTree, Node, Reading
from scrapers.egov.wording import code_of


def divide(reading: Reading, language: Language) -> tuple[Clause, ...]:
    """`card-<key>`, `card-<key>/<code of the block>` (`block-1` for an unknown one), and paragraphs below."""
    tree = ClauseTree()
    card: Node | None = None
    row: Node | None = None
    for place, block in enumerate(reading.blocks):
        words = reading.text[block.start : block.end]
        if block.kind is BlockKind.HEADING and block.level == 1:
            path = f"card-{block.anchor}" if block.anchor else "card"
            card = tree.add(
                path, ClauseKind.HEADING, block.start, block.end, parent=None, label=words, number=block.anchor
            )
            row = None
        elif block.kind is BlockKind.HEADING and block.level == 2 and card:
            code = code_of(words)
            path = f"{card.id}/{code}" if code else tree.next(card.id, "block")
            start = _behind(reading.blocks, place)
            row = tree.add(path, ClauseKind.ROW, start, start, parent=card, label=words)
        else:
            holder = row or card
            path = tree.next(holder.id if holder else "", "p")
            label = holder.label if holder else None
            tree.add(path, ClauseKind.PARAGRAPH, block.start, block.end, parent=holder, label=label)
    return tuple(tree.clauses(language))


def _behind(blocks: tuple[Block, ...], title: int) -> int:
    """Where the words of a block begin: at the next piece of text, or behind its title when it is empty."""
    following = blocks[title + 1] if title + 1 < len(blocks) else None
    if following and not (following.kind is BlockKind.HEADING and following.level in (1, 2)):
        return following.start
    return blocks[title].end


def find_issues(document: str, reading: Reading, clauses: tuple[Clause, ...]) -> Iterator[Issue]:
    """Blocks of an unknown kind, and blocks without words."""
    for clause in clauses:
        if clause.kind is not ClauseKind.ROW:
            continue
        if clause.start == clause.end:
            code = "empty_block"
            message = f"the block «{clause.label}» of {clause.parent} is empty; expected words below its title"
        elif "/block-" in clause.id:
            code = "unknown_label"
            message = (
                f"a block with the unknown label «{clause.label}»; add a pattern for it below `blocks` in "
                "scrapers/egov/wording.yaml"
            )
        else:
            continue
        yield Issue(
            code=code,
            severity=Severity.WARNING,
            document=document,
            message=f"{document}: {message}",
            line=reading.text.count("\n", 0, clause.start) + 1,
        )
