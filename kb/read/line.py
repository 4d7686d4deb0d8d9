"""What kind of block a line of text is."""

import re

from kb.model import BlockKind

_ITEM = re.compile(r"(?:\d{1,3}(?:-\d{1,3})*\\?[.)]|[-•–—✓*]\s|[а-яәғқңөұүһі]\))(?!\d)", re.IGNORECASE)
_NUMBERED_GLUED = re.compile(r"\d{1,3}(?:-\d{1,3})*\\?\)")


def line_kind(line: str) -> BlockKind:
    """LIST_ITEM for a line with a number, letter or dash before it, else PARAGRAPH."""
    start = line.lstrip().removeprefix("*")
    if _ITEM.match(start) or _NUMBERED_GLUED.match(start):
        return BlockKind.LIST_ITEM
    return BlockKind.PARAGRAPH


def indent_of(line: str) -> int:
    """Columns of blank space before the words; a tab counts four."""
    space = line[: len(line) - len(line.lstrip(" \t\u00a0"))]
    return len(space.expandtabs(4))
