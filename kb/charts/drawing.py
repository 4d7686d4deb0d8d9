"""The only module that knows the library of drawings.

It is loaded at the first drawing, for it takes a third of a second; one drawing is made at a time, for the measuring of
letters in the library is not made for several threads.
"""

import textwrap
from io import BytesIO
from threading import Lock
from typing import TYPE_CHECKING

from kb.charts.palette import BAR, INK, PAPER, TRACK
from kb.charts.printable import printable
from kb.charts.specs import Bar, BarDrawing, Point, PointDrawing

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

WIDTH = 400  # units; on a screen of 360 pixels a letter of 13 units has 10.5 pixels
POINTS_PER_INCH = 72
LETTERS, SMALL_LETTERS = 13, 11
ROW_LINES = 17  # units of one line of a name
BAR_HEIGHT, BAR_GAP = 12, 12
FIGURE_ROOM = 68  # units to the right of the bars, for «100,0 %»
AXIS_ROOM = 20
NAME_WIDTH, NAME_LINES = 50, 2  # letters of a line, seen in Chromium with the widest of the fonts of base.css
POINTS_HEIGHT = 200
_ONE_AT_A_TIME = Lock()


def bars_svg(drawing: BarDrawing) -> bytes:
    """The bars as the library writes them."""
    names = [_lines(bar.name) for bar in drawing.bars]
    heights = [len(lines) * ROW_LINES + BAR_HEIGHT + BAR_GAP for lines in names]
    height = sum(heights) + AXIS_ROOM
    with _ONE_AT_A_TIME:
        figure, axes = _canvas(height, left=0, right=FIGURE_ROOM)
        axes.set_xlim(drawing.low, drawing.high)
        axes.set_ylim(height, 0)
        top = 0
        for bar, lines, own in zip(drawing.bars, names, heights, strict=True):
            _draw_bar(axes, bar, lines, top, drawing)
            top += own
        for place, words in drawing.ticks:
            side = "left" if place == drawing.low else "right" if place == drawing.high else "center"
            _write(axes, place, height - AXIS_ROOM / 2, words, ha=side, size=SMALL_LETTERS)
        return _saved(figure, drawing.code)


def points_svg(drawing: PointDrawing) -> bytes:
    """The points as the library writes them."""
    with _ONE_AT_A_TIME:
        figure, axes = _canvas(POINTS_HEIGHT, left=30, right=30)
        axes.set_xlim(-0.5, len(drawing.points) - 0.5)
        room = (drawing.high - drawing.low) * 0.15  # for the names below and the figures above
        axes.set_ylim(drawing.low - room, drawing.high + room)
        before: Point | None = None
        for place, point in enumerate(drawing.points):
            if point.low is not None and point.high is not None:
                axes.plot([place, place], [point.low, point.high], color=INK, linewidth=1, clip_on=False)
            if before is not None and point.joined:
                axes.plot([place - 1, place], [before.value, point.value], color=BAR, linewidth=2, clip_on=False)
            axes.plot([place], [point.value], color=BAR, marker="o", markersize=8, clip_on=False)
            top = point.value if point.high is None else point.high
            _write(axes, place, top + room / 2, point.text, ha="center", weight="bold")
            _write(axes, place, drawing.low - room / 2, point.name, ha="center")
            before = point
        return _saved(figure, drawing.code)


def _draw_bar(axes: "Axes", bar: Bar, lines: list[str], top: int, drawing: BarDrawing) -> None:
    for number, line in enumerate(lines):
        _write(axes, drawing.low, top + (number + 0.5) * ROW_LINES, line)
    middle = top + len(lines) * ROW_LINES + BAR_HEIGHT / 2
    whole, length = drawing.high - drawing.low, max(bar.value - drawing.low, 0)
    axes.barh(middle, whole, BAR_HEIGHT, left=drawing.low, color=TRACK, clip_on=False)
    face, edge = ("none", BAR) if bar.weak else (BAR, BAR)
    axes.barh(
        middle, length, BAR_HEIGHT - 2, left=drawing.low, facecolor=face, edgecolor=edge, linewidth=2, clip_on=False
    )
    if bar.low is not None and bar.high is not None:
        gap = float("nan")  # it ends one stroke of the line and begins the next
        places = [bar.low, bar.high, gap, bar.low, bar.low, gap, bar.high, bar.high]
        heights = [middle, middle, gap, middle - 4, middle + 4, gap, middle - 4, middle + 4]
        for colour, width in ((PAPER, 3.0), (INK, 1.5)):  # the edge in the colour of paper shows it on any bar
            axes.plot(places, heights, color=colour, linewidth=width, clip_on=False)
    _write(axes, drawing.high + whole * 0.02, middle, bar.text, weight="bold")


def _canvas(height: float, *, left: float, right: float) -> tuple["Figure", "Axes"]:
    """An empty figure of WIDTH × height units and axes between its margins, without frame and ground."""
    from matplotlib.figure import Figure  # noqa: PLC0415 - a third of a second that only drawings need

    figure = Figure(figsize=(WIDTH / POINTS_PER_INCH, height / POINTS_PER_INCH), dpi=POINTS_PER_INCH)
    figure.patch.set_visible(False)
    axes = figure.add_axes((left / WIDTH, 0, 1 - (left + right) / WIDTH, 1))
    axes.set_axis_off()
    return figure, axes


def _write(
    axes: "Axes", x: float, y: float, words: str, *, ha: str = "left", size: float = LETTERS, weight: str = "normal"
) -> None:
    """Words as they are: a dollar sign begins no formula."""
    words = printable(words)
    axes.text(
        x, y, words, ha=ha, va="center_baseline", fontsize=size, color=INK, fontweight=weight, parse_math=False,
        clip_on=False,
    )  # fmt: skip


def _saved(figure: "Figure", code: str) -> bytes:
    from matplotlib import rc_context  # noqa: PLC0415 - as above

    written = BytesIO()
    # Text stays text; ids come from the drawing's code and not from chance; no day is written into the file.
    with rc_context({"svg.fonttype": "none", "svg.hashsalt": code, "font.family": "DejaVu Sans"}):
        figure.savefig(written, format="svg", metadata={"Date": None})
    return written.getvalue()


def _lines(name: str) -> list[str]:
    """The name in at most NAME_LINES lines; the rest is an ellipsis."""
    return textwrap.wrap(printable(name), NAME_WIDTH, max_lines=NAME_LINES, placeholder=" …") or ["—"]
