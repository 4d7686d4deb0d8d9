"""A rating as its page shows it: the drawing and the table."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kb.charts import Bar, BarDrawing, draw_bars
from kb.monitoring import Flag, Group, Measure, RatedRow, Rating, question_words
from kb.web.monitoring.asked import RatingAsked
from kb.web.monitoring.figures import fixed, measured, percent, shown_measure
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.value_words import Shown
from kb.web.words import Words

DRAWN_ROWS = 30  # of a drawing; the table has all. Thirty rows fill two screens of 800 pixels
LEAST_DRAWN = 2  # one bar compares nothing
PER_CENT = (0.0, 100.0)
MARKS = (1.0, 5.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingLine:
    """A row of the table in words; `figure` leads to its counts, `service` to the page of a service."""

    rank: str
    tied: bool
    name: Shown
    service: str | None
    satisfaction: str
    interval: str
    mean: str
    ten_point: str
    rated: str
    asked: str
    services: str | None
    flags: tuple[str, ...]
    figure: str
    trend: str
    within: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class RatingView:
    """The table with its drawing (None where there is nothing to compare); `undrawn` rows are in the table alone."""

    lines: tuple[RatingLine, ...]
    drawing: str | None
    note: str
    undrawn: int
    excluded: tuple[str, ...]
    unanswered: tuple[str, ...]
    least: int


def rating_view(rating: Rating, ground: WaveGround, asked: RatingAsked) -> RatingView:
    """A rating in words, in its order."""
    ties = Counter(row.rank for row in rating.rows)
    return RatingView(
        lines=tuple(_line(row, ground, asked, tied=ties[row.rank] > 1) for row in rating.rows),
        drawing=rating_drawing(rating.rows, ground, asked),
        note=drawing_note(rating.rows, asked, ground.words),
        undrawn=max(len(rating.rows) - DRAWN_ROWS, 0),
        excluded=tuple(ground.name(asked.by, key) for key in rating.excluded),
        unanswered=tuple(ground.name(asked.by, key) for key in rating.unanswered),
        least=rating.least,
    )


def rating_drawing(rows: Sequence[RatedRow], ground: WaveGround, asked: RatingAsked) -> str | None:
    """The first rows as bars, those of few answers hollow; with the interval where shares are drawn."""
    if len(rows) < LEAST_DRAWN:
        return None
    words, shares = ground.words, asked.measure is Measure.SATISFACTION
    low, high = PER_CENT if shares else MARKS
    places = (0.0, 50.0, 100.0) if shares else (1.0, 2.0, 3.0, 4.0, 5.0)
    return draw_bars(
        BarDrawing(
            code=f"rating-{asked.by.value}",
            title=words(
                "monitoring.drawing",
                what=words(f"monitoring.rate.{asked.by.value}"),
                measure=words(f"monitoring.measure.{asked.measure_code}"),
                question=question_words(asked.question, words.language),
            ),
            bars=tuple(
                Bar(
                    name=f"{row.rank}. {ground.name(asked.by, row.key)}",
                    value=float(measured(row, asked.measure)),
                    text=shown_measure(row, asked.measure, words),
                    low=float(row.low) if shares else None,
                    high=float(row.high) if shares else None,
                    weak=Flag.SMALL_N in row.flags,
                )
                for row in rows[:DRAWN_ROWS]
            ),
            low=low,
            high=high,
            ticks=tuple((place, f"{place:.0f} %" if shares else f"{place:.0f}") for place in places),
        )
    )


def drawing_note(rows: Sequence[RatedRow], asked: RatingAsked, words: Words) -> str:
    """How the drawing of these rows is read."""
    drawn = rows[:DRAWN_ROWS]
    told = [
        words("monitoring.drawing_interval") if asked.measure is Measure.SATISFACTION else None,
        words("monitoring.drawing_hollow") if any(Flag.SMALL_N in row.flags for row in drawn) else None,
        words("monitoring.drawing_table"),
        words("monitoring.drawing_some", n=len(rows) - len(drawn)) if len(rows) > len(drawn) else None,
    ]
    return " ".join(one for one in told if one)


def flag_words(row: RatedRow, ground: WaveGround) -> tuple[str, ...]:
    """What a reader of the row should know."""
    return tuple(ground.words(f"monitoring.flag.{flag.value}") for flag in row.flags)


def _line(row: RatedRow, ground: WaveGround, asked: RatingAsked, *, tied: bool) -> RatingLine:
    words, by = ground.words, asked.by
    within = None if by is Group.SERVICE else asked.narrowed(by, row.key, by=Group.SERVICE)
    return RatingLine(
        rank=str(row.rank),
        tied=tied,
        name=ground.shown(by, row.key),
        service=ground.service(row.key) if by is Group.SERVICE else None,
        satisfaction=percent(row.satisfaction, words),
        interval=f"{fixed(row.low, words)}–{fixed(row.high, words)}",
        mean=fixed(row.mean, words),
        ten_point=fixed(row.ten_point, words),
        rated=words.number(row.rated),
        asked=words.number(row.asked),
        services=words.number(row.services) if by is Group.BODY else None,
        flags=flag_words(row, ground),
        figure=ground.figure(asked, row.key),
        trend=ground.trend(asked, row.key),
        within=ground.address("", within.query()) if within else None,
    )
