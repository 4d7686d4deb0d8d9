"""Figures as pages write them: with the decimals that they were rounded to."""

from decimal import Decimal
from fractions import Fraction

from kb.model import Language
from kb.monitoring import Measure, RatedRow
from kb.monitoring.rounding import half_up
from kb.web.words import Words

EXACT_DIGITS = 6  # of a figure before it is rounded: enough to see which way it goes


def fixed(number: Decimal, words: Words) -> str:
    """The number with its decimals, zeros at the end too: `66,0`."""
    return f"{number:f}" if words.language is Language.EN else f"{number:f}".replace(".", ",")


def percent(number: Decimal, words: Words) -> str:
    """A share in per cent: `66,0 %`."""
    return f"{fixed(number, words)} %"


def exact(number: Fraction, words: Words) -> str:
    """A number before it is rounded, with six decimals."""
    return fixed(half_up(number, EXACT_DIGITS), words)


def measured(row: RatedRow, measure: Measure) -> Decimal:
    """The figure that a row is rated by."""
    return row.mean if measure is Measure.MEAN else row.satisfaction


def shown_measure(row: RatedRow, measure: Measure, words: Words) -> str:
    """The same in words."""
    return fixed(row.mean, words) if measure is Measure.MEAN else percent(row.satisfaction, words)
