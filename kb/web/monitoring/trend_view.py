"""One row over all waves: the drawing, the table, and where two waves are not comparable."""

from dataclasses import dataclass

from kb.charts import Point, PointDrawing, draw_points
from kb.monitoring import Flag, Measure
from kb.pipeline.monitoring import Trend, TrendPoint
from kb.web.monitoring.figures import fixed, measured, shown_measure
from kb.web.monitoring.rating_view import MARKS, PER_CENT
from kb.web.monitoring.wave_ground import WaveHead, wave_head
from kb.web.words import Words

LEAST_POINTS = 2
DRAWN_POINTS = 8  # of a drawing: with nine, figures of 13 units touch each other; the latest are drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class TrendLine:
    """A wave in the table; `notes` say why its figure is not held against the one before."""

    head: WaveHead
    figure: str
    interval: str
    rated: str
    few: bool
    notes: tuple[str, ...]


def trend_lines(trend: Trend, words: Words) -> tuple[TrendLine, ...]:
    """The waves in words, the oldest first."""
    return tuple(
        TrendLine(
            head=wave_head(point.wave, words),
            figure=shown_measure(point.row, trend.measure, words),
            interval=f"{fixed(point.row.low, words)}–{fixed(point.row.high, words)}",
            rated=words.number(point.row.rated),
            few=Flag.SMALL_N in point.row.flags,
            notes=tuple(_note(point, note, words) for note in point.notes),
        )
        for point in trend.points
    )


def trend_drawing(trend: Trend, words: Words, title: str) -> str | None:
    """The points, joined where they are comparable; None for fewer than two."""
    if len(trend.points) < LEAST_POINTS:
        return None
    shares = trend.measure is Measure.SATISFACTION
    low, high = PER_CENT if shares else MARKS
    return draw_points(
        PointDrawing(
            code="trend",
            title=title,
            points=tuple(
                Point(
                    name=str(point.wave.year),
                    value=float(measured(point.row, trend.measure)),
                    text=shown_measure(point.row, trend.measure, words),
                    low=float(point.row.low) if shares else None,
                    high=float(point.row.high) if shares else None,
                    joined=not point.notes,
                )
                for point in trend.points[-DRAWN_POINTS:]
            ),
            low=low,
            high=high,
        )
    )


def _note(point: TrendPoint, note: str, words: Words) -> str:
    return words(f"monitoring.note.{note}", common=point.common, gone=point.gone, new=point.new)
