"""A chart of bars one below the other, each with its name and number in words: it needs no colour to be read."""

from collections.abc import Sequence
from dataclasses import dataclass

_WIDTH = 320  # units of the drawing for the longest bar
_PITCH = 34  # units of one row


@dataclass(frozen=True, slots=True, kw_only=True)
class ChartBar:
    """One bar: where its row begins, how long it is, what stands above and behind it."""

    top: int
    length: float
    name: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BarChart:
    """The drawing; `code` is its own on the page."""

    code: str
    title: str
    bars: tuple[ChartBar, ...]
    width: int
    height: int


def bar_chart(code: str, title: str, bars: Sequence[tuple[str, float, str]], *, most: float | None = None) -> BarChart:
    """A chart of (name, number, number in words); `most` is what the longest bar stands for, the largest number when
    left out."""
    whole = max((number for _, number, _ in bars), default=0) if most is None else most
    drawn = tuple(
        ChartBar(top=place * _PITCH, length=round(number * _WIDTH / (whole or 1), 1), name=name, text=text)
        for place, (name, number, text) in enumerate(bars)
    )
    return BarChart(code=code, title=title, bars=drawn, width=_WIDTH, height=len(drawn) * _PITCH)
