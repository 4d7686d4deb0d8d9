"""The window of a source text that one page shows."""

from dataclasses import dataclass

WINDOW = 12_000
CONTEXT = 1_500
_LOOK_BACK = 2_000  # less than half a window, so that a window cut inside an endless line is not entered again


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the text, split at the highlighted words; `marked` is empty where nothing is highlighted."""

    number: int
    before: str
    marked: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class TextWindow:
    """`text[start:end]` in lines; `earlier` and `later` are where the windows beside it begin, or None."""

    start: int
    end: int
    total: int
    lines: tuple[Line, ...]
    earlier: int | None
    later: int | None


def window(text: str, *, first: int, mark: tuple[int, int]) -> TextWindow:
    """The window that begins with the line holding the offset `first`, with `text[mark]` highlighted.

    Windows that follow each other by `later` cover the text without a gap.
    """
    start = _begin(text, min(max(first, 0), len(text)))
    end = _finish(text, start)
    return TextWindow(
        start=start,
        end=end,
        total=len(text),
        lines=_lines(text, start, end, mark),
        earlier=_begin(text, max(start - WINDOW, 0)) if start else None,
        later=end if end < len(text) else None,
    )


def first_for(mark: tuple[int, int]) -> int:
    """Where to begin so that the highlighted words have some text before them."""
    return max(mark[0] - CONTEXT, 0)


def _begin(text: str, offset: int) -> int:
    newline = text.rfind("\n", max(offset - _LOOK_BACK, 0), offset)
    if newline >= 0:
        return newline + 1
    return 0 if offset <= _LOOK_BACK else offset


def _finish(text: str, start: int) -> int:
    end = start + WINDOW
    if end >= len(text):
        return len(text)
    newline = text.rfind("\n", start + WINDOW // 2, end)
    return newline + 1 if newline >= 0 else end


def _lines(text: str, start: int, end: int, mark: tuple[int, int]) -> tuple[Line, ...]:
    lines: list[Line] = []
    number = text.count("\n", 0, start) + 1
    offset = start
    for piece in text[start:end].removesuffix("\n").split("\n"):
        left = min(max(mark[0] - offset, 0), len(piece))
        right = min(max(mark[1] - offset, left), len(piece))
        lines.append(Line(number=number, before=piece[:left], marked=piece[left:right], after=piece[right:]))
        offset += len(piece) + 1
        number += 1
    return tuple(lines)
