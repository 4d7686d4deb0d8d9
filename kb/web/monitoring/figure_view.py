"""A figure with the counts that it is computed from, step by step, so that anyone can compute it again."""

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from kb.model.monitoring import Answers
from kb.monitoring import Group, NothingAnswered, Pooled
from kb.monitoring.formulas import formula_of
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import BEST, BEST_TWO, mean, satisfaction, ten_point
from kb.monitoring.ratings import MARKS
from kb.monitoring.rounding import half_up
from kb.web.monitoring.asked import RatingAsked
from kb.web.monitoring.figures import exact, fixed, percent
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.value_words import Shown
from kb.web.words import Words

# What a figure is put together from, the first that the wave tells apart.
PARTS = {
    Group.SERVICE: (Group.REGION, Group.BODY, Group.CHANNEL),
    Group.BODY: (Group.SERVICE,),
    Group.REGION: (Group.SERVICE,),
    Group.CHANNEL: (Group.SERVICE,),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class CountLine:
    """Counts of the marks 1 to 5, of those who gave none, and of all who gave a mark."""

    name: Shown
    counts: tuple[str, ...]
    silent: str
    rated: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FormulaStep:
    """One measure: the formula in words, with the numbers of this row, its value before rounding and as it is shown."""

    name: str
    formula: str
    filled: str
    exact: str
    shown: str
    source: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FigureView:
    """The counts, the steps, and the parts that add up to the counts (empty where the wave tells none apart)."""

    whole: CountLine
    steps: tuple[FormulaStep, ...]
    parts: tuple[CountLine, ...]
    parts_of: str


def figure_view(ground: WaveGround, asked: RatingAsked, key: str) -> FigureView | None:
    """What stands behind the figures of a row; None where the wave has no answers of this key."""
    own = ground.registry.monitoring.pooled(ground.wave.id, asked.by, asked.question, asked.chosen).groups.get(key)
    if own is None or not own.rated:
        return None
    group, parts = _parts(ground, asked, key)
    return FigureView(
        whole=_counts(Shown(text=ground.words("monitoring.figure.whole")), own, ground.words),
        steps=tuple(_steps(own, ground.words)),
        parts=parts,
        parts_of=ground.words(f"monitoring.by.{group.value}") if group else "",
    )


def _parts(ground: WaveGround, asked: RatingAsked, key: str) -> tuple[Group | None, tuple[CountLine, ...]]:
    for group in PARTS[asked.by]:
        narrowed = asked.narrowed(asked.by, key, by=group)
        try:
            found = ground.registry.monitoring.pooled(ground.wave.id, group, asked.question, narrowed.chosen)
        except NothingAnswered:
            continue
        if len(found.groups) > 1:
            return group, tuple(_part_lines(found, ground, group))
    return None, ()


def _part_lines(found: Pooled, ground: WaveGround, group: Group) -> Iterable[CountLine]:
    for key, answers in found.groups.items():
        yield _counts(ground.shown(group, key), answers, ground.words)
    if found.nameless.asked:
        yield _counts(Shown(text=ground.words("monitoring.figure.nameless")), found.nameless, ground.words)


def _counts(name: Shown, own: Answers, words: Words) -> CountLine:
    return CountLine(
        name=name,
        counts=tuple(words.number(own.of_values([mark])) for mark in MARKS),
        silent=words.number(own.silent),
        rated=words.number(own.rated),
    )


def _steps(own: Answers, words: Words) -> Iterable[FormulaStep]:
    rated, fives = own.rated, own.of_values(BEST)
    both = own.of_values(BEST_TWO)
    total = sum((Fraction(value) * count for value, count in own.counts), Fraction(0))
    sums = " + ".join(f"{value:f}×{count}" for value, count in own.counts)
    bounds = wilson(fives, rated)
    yield _share("satisfaction", f"{fives} / {rated}", satisfaction(own), words)
    yield _step(
        "interval",
        words("monitoring.figure.interval", p=f"{fives}/{rated}", n=rated),
        f"{exact(Fraction(bounds.low), words)} … {exact(Fraction(bounds.high), words)}",
        f"{percent(_per_cent(Fraction(bounds.low)), words)} … {percent(_per_cent(Fraction(bounds.high)), words)}",
        words,
    )
    yield _share("best_two", f"{both} / {rated}", satisfaction(own, BEST_TWO), words)
    filled = f"({sums}) / {rated} = {total} / {rated}"
    yield _step("mean", filled, exact(mean(own), words), _two(mean(own), words), words)
    filled = f"2 × {total} / {rated}"
    yield _step("ten_point", filled, exact(ten_point(own), words), _two(ten_point(own), words), words)


def _share(code: str, filled: str, value: Fraction, words: Words) -> FormulaStep:
    return _step(code, filled, exact(value, words), percent(_per_cent(value), words), words)


def _step(code: str, filled: str, exactly: str, shown: str, words: Words) -> FormulaStep:
    formula = formula_of(code, words.language)
    return FormulaStep(
        name=formula.name,
        formula=formula.formula,
        filled=filled,
        exact=exactly,
        shown=shown,
        source=formula.source,
    )


def _per_cent(part: Fraction) -> Decimal:
    return half_up(100 * part, 1)


def _two(value: Fraction, words: Words) -> str:
    return fixed(half_up(value, 2), words)
