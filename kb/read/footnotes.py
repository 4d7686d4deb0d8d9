"""Footnotes: lines that begin with the stars or the raised figure that a word before them carries."""

import re
from collections.abc import Iterator, Sequence

from kb.model import Block, BlockKind

# In Markdown stars that are no emphasis are escaped.
_MARK = re.compile(r"\s{0,200}(?P<mark>(?:\\?\*){1,4}|[¹²³⁴⁵⁶⁷⁸⁹⁰]{1,2})(?!\*)\s{0,200}(?=[^\s*])")
_KINDS = (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM)


def find_footnotes(text: str, blocks: Sequence[Block]) -> frozenset[int]:
    """Starts of the blocks that are footnotes: their mark stands at a word of the text before them.

    A star before each of several lines makes a list, and stars on both sides of a line stress it.
    """
    marked = list(_marked(text, blocks))
    found: set[int] = set()
    for place, (order, block, mark) in enumerate(marked):
        neighbours = marked[max(0, place - 1) : place] + marked[place + 1 : place + 2]
        listed = any(abs(order - other) == 1 and mark == sign for other, _, sign in neighbours)
        if not listed and _carried(text, block.start, mark):
            found.add(block.start)
    return frozenset(found)


def _marked(text: str, blocks: Sequence[Block]) -> Iterator[tuple[int, Block, str]]:
    for order, block in enumerate(blocks):
        if block.kind not in _KINDS or text[block.start] not in "*\\¹²³⁴⁵⁶⁷⁸⁹⁰":
            continue
        mark = _MARK.match(text, block.start, block.end)
        if mark and not ("\\" not in mark["mark"] and text[block.end - 1] == "*"):
            yield order, block, mark["mark"]


def _carried(text: str, stop: int, mark: str) -> bool:
    """Whether a word before `stop` has exactly this mark behind it."""
    at = text.find(mark, 0, stop)
    while at >= 0:
        before = text[at - 1] if at else " "
        if (before.isalnum() or before in ')»"”.') and text[at + len(mark)] not in "*\\":
            return True
        at = text.find(mark, at + 1, stop)
    return False
