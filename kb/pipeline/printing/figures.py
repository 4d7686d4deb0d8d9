"""Figures as they are printed."""

from decimal import Decimal

from kb.model import Language

BLANK = "\N{NO-BREAK SPACE}"


def shown_figure(number: Decimal | int, language: Language) -> str:
    """Digits in threes with all decimals that the number has, and a true minus: `1 134,50` in kk and ru, `1 134.50` in
    en."""
    digits = (f"{number:,}" if isinstance(number, int) else f"{number:,f}").replace(",", BLANK).replace("-", "−")
    return digits if language is Language.EN else digits.replace(".", ",")
