"""Specification → SVG, drawn once and kept."""

import re
from functools import lru_cache

from kb.charts.clean_svg import clean_svg
from kb.charts.drawing import bars_svg, points_svg
from kb.charts.specs import BarDrawing, PointDrawing

# Thirty bars are 32,000 letters (tests/unit/charts/test_svg.py) and take 90 ms; 128 of them stay below 10 MB.
KEPT = 128
CHART_CODE = re.compile(r"[a-z][a-z0-9-]{0,60}")


@lru_cache(maxsize=KEPT)
def draw_bars(drawing: BarDrawing) -> str:
    """An element `svg` to stand in a page or file; the same for the same specification.

    Colours are classes (`fill-bar`, `stroke-ink` …) with those of white paper beside them, letters those of the page.
    Raises ValueError for a drawing without bars or with a `code` that cannot be an id.
    """
    _require(drawing.code, len(drawing.bars))
    return clean_svg(bars_svg(drawing), code=drawing.code, title=drawing.title)


@lru_cache(maxsize=KEPT)
def draw_points(drawing: PointDrawing) -> str:
    """The same for points over time."""
    _require(drawing.code, len(drawing.points))
    return clean_svg(points_svg(drawing), code=drawing.code, title=drawing.title)


def _require(code: str, drawn: int) -> None:
    if not drawn:
        raise ValueError(f"nothing is to be drawn in {code!r}; leave the drawing out")
    if not CHART_CODE.fullmatch(code):
        raise ValueError(f"{code!r} cannot be the id of a drawing: small Latin letters, digits and hyphens")
