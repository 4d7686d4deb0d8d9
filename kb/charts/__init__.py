"""Figures → drawings as SVG text: no script, no style sheet inside, text as text."""

from kb.charts.specs import Bar, BarDrawing, Point, PointDrawing
from kb.charts.svg import draw_bars, draw_points

__all__ = ["Bar", "BarDrawing", "Point", "PointDrawing", "draw_bars", "draw_points"]
