"""Answers that are no marks: shares of yes, minutes of waiting, scores of visits, outcomes of tests of advice."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kb.charts import Bar, BarDrawing, draw_bars
from kb.model.monitoring import Answers, QuestionKind
from kb.monitoring import question_kinds, question_words
from kb.monitoring.advice import OUTCOMES, RIGHT
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import YES, mean, median, share
from kb.monitoring.ratings import SMALL_N
from kb.monitoring.rounding import half_up
from kb.web.monitoring.asked import RatingAsked
from kb.web.monitoring.figures import fixed, percent
from kb.web.monitoring.rating_view import DRAWN_ROWS, LEAST_DRAWN
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.value_words import Shown
from kb.web.words import Words

SHARES, NUMBERS = ("share", "interval", "of"), ("mean", "median")
WHOLE_SCORE = 10.0


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersLine:
    """A row: its figures in the order of the columns, and of how many people they are."""

    name: Shown
    figures: tuple[str, ...]
    answered: str
    asked: str
    few: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AnswersView:
    """Columns by name, rows from the highest figure down, the drawing of the first of them."""

    columns: tuple[str, ...]
    lines: tuple[AnswersLine, ...]
    drawing: str | None
    shares: bool


def answers_view(ground: WaveGround, asked: RatingAsked) -> AnswersView:
    """The answers to a question that is none of marks; rows that nobody answered are left out.

    Raises NothingAnswered where nobody was asked under this choice.
    """
    kind = question_kinds()[asked.question]
    pooled = ground.registry.monitoring.pooled(ground.wave.id, asked.by, asked.question, asked.chosen)
    rows = [(key, own) for key, own in pooled.groups.items() if own.rated]
    rows.sort(key=lambda row: (-_leading(row[1], kind), row[0]))
    columns = {QuestionKind.YES_NO: SHARES, QuestionKind.ADVICE: tuple(OUTCOMES)}.get(kind, NUMBERS)
    return AnswersView(
        columns=tuple(ground.words(f"monitoring.answer.{code}") for code in columns),
        lines=tuple(
            AnswersLine(
                name=ground.shown(asked.by, key),
                figures=_figures(own, kind, ground.words),
                answered=ground.words.number(own.rated),
                asked=ground.words.number(own.asked),
                few=own.rated < SMALL_N,
            )
            for key, own in rows
        ),
        drawing=_drawing(rows, kind, ground, asked),
        shares=kind is QuestionKind.YES_NO,
    )


def _figures(own: Answers, kind: QuestionKind, words: Words) -> tuple[str, ...]:
    if kind is QuestionKind.YES_NO:
        low, high = _bounds(own)
        of = words("register.of", count=words.number(own.of_values(YES)), known=words.number(own.rated))
        return (percent(_per_cent(share(own, YES)), words), f"{fixed(low, words)}–{fixed(high, words)}", of)
    if kind is QuestionKind.ADVICE:
        return tuple(percent(_per_cent(share(own, (value,))), words) for value in OUTCOMES.values())
    return tuple(fixed(half_up(figure, 2), words) for figure in (mean(own), median(own)))


def _leading(own: Answers, kind: QuestionKind) -> Fraction:
    """The figure that rows are ordered and drawn by: a share in per cent, or a mean."""
    if kind is QuestionKind.YES_NO:
        return 100 * share(own, YES)
    return 100 * share(own, RIGHT) if kind is QuestionKind.ADVICE else mean(own)


def _drawing(
    rows: Sequence[tuple[str, Answers]], kind: QuestionKind, ground: WaveGround, asked: RatingAsked
) -> str | None:
    if len(rows) < LEAST_DRAWN:
        return None
    words, leading = ground.words, [_leading(own, kind) for _, own in rows]
    high = {QuestionKind.SCORE: WHOLE_SCORE, QuestionKind.MINUTES: max(float(leading[0]), 1.0)}.get(kind, 100.0)
    unit = " %" if high == 100.0 and kind in (QuestionKind.YES_NO, QuestionKind.ADVICE) else ""
    bars = []
    for (key, own), figure in zip(rows[:DRAWN_ROWS], leading, strict=False):
        low, top = _bounds(own) if kind is QuestionKind.YES_NO else (None, None)
        bars.append(
            Bar(
                name=ground.name(asked.by, key),
                value=float(figure),
                text=_figures(own, kind, words)[0],
                low=None if low is None else float(low),
                high=None if top is None else float(top),
                weak=own.rated < SMALL_N,
            )
        )
    return draw_bars(
        BarDrawing(
            code=f"answers-{asked.by.value}",
            title=question_words(asked.question, words.language),
            bars=tuple(bars),
            low=0.0,
            high=high,
            ticks=((0.0, f"0{unit}"), (high, f"{fixed(half_up(Fraction(high), 0), words)}{unit}")),
        )
    )


def _bounds(own: Answers) -> tuple[Decimal, Decimal]:
    bounds = wilson(own.of_values(YES), own.rated)
    return _per_cent(Fraction(bounds.low)), _per_cent(Fraction(bounds.high))


def _per_cent(part: Fraction) -> Decimal:
    return half_up(100 * part, 1)
