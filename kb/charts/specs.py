"""What is drawn. Every word comes ready to be shown; equal specifications give equal drawings."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar: its name above it, `text` (the figure in words) behind it.

    `low` and `high` bound a line across its end, where the figure is uncertain; a `weak` bar is drawn hollow.
    """

    name: str
    value: float
    text: str
    low: float | None = None
    high: float | None = None
    weak: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class BarDrawing:
    """Bars one below the other on an axis from `low` to `high`; `ticks` are places on it with their words.

    `code` is the drawing's own on its page: small Latin letters, digits and hyphens. `title` names it for people who
    do not see it.
    """

    code: str
    title: str
    bars: tuple[Bar, ...]
    low: float
    high: float
    ticks: tuple[tuple[float, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One point over its `name` with the figure in words above; `joined` = a line leads here from the point before."""

    name: str
    value: float
    text: str
    low: float | None = None
    high: float | None = None
    joined: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PointDrawing:
    """Points from left to right on an axis from `low` to `high`, with `code` and `title` as those of bars."""

    code: str
    title: str
    points: tuple[Point, ...]
    low: float
    high: float
