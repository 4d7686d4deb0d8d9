"""Figures as they stand in a text."""

import re
from decimal import Decimal

# Digits in threes with blanks between, a decimal sign with its digits; then digits of any length.
FIGURE = r"(?:\d{1,3}(?: \d{3})+(?!\d)|\d+)(?:[.,]\d+)?"
_FIGURE_DATE = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(\d{4})(?!\d)")
_FIGURE_TIME = re.compile(r"(?<!\d)([01]?\d|2[0-3])[.:]([0-5]\d)(?![.\d])")
_FIGURE_CLOCK = re.compile(r"(?:(?<=\bс )|(?<=\bдо )|(?<=сағат ))([01]?\d|2[0-3])-([0-5]\d)(?!\d)")
_FIGURE_CLAUSE = re.compile(r"(?<!\d)\d{1,9}(?:\.\d{1,9}){2,9}")
_LISTED = re.compile(r"(?<![\w(])(\d+)\)")  # «6)»: the bracket is the list's
_FIGURE_RANGE = re.compile(r"(?<=\d)\s?[-–—]\s?(?=\d)")
_FIGURE_SLASH = re.compile(r"(?<=\d)/(?=\d)")
LONGEST = 9  # digits: longer ones are codes and telephones, read figure by figure


def read_figure(printed: str) -> Decimal:
    """The number of a FIGURE."""
    return Decimal(printed.replace(" ", "").replace(",", "."))


def is_code(printed: str) -> bool:
    """Whether a figure is read digit by digit: too long for a number, or led by a zero."""
    whole = printed.replace(" ", "").replace(",", ".").partition(".")[0]
    return len(whole) > LONGEST or (len(whole) > 1 and whole[0] == "0")


def divide_figures(text: str, *, months: list[str], year: str) -> str:
    """The text with dates in words of a month, hours and minutes apart, and every figure a number by itself."""
    text = _FIGURE_DATE.sub(lambda found: _day(found, months, year), text)
    text = _FIGURE_CLOCK.sub(_time, _FIGURE_TIME.sub(_time, text))
    text = _LISTED.sub(r"\1", text)
    text = _FIGURE_CLAUSE.sub(lambda found: found[0].replace(".", " "), text)
    return _FIGURE_SLASH.sub(", ", _FIGURE_RANGE.sub(" – ", text))


def _time(found: re.Match[str]) -> str:
    return f"{int(found[1])} {int(found[2])}" if int(found[2]) else str(int(found[1]))


def _day(found: re.Match[str], months: list[str], year: str) -> str:
    if not 1 <= int(found[2]) <= 12:
        return found[0].replace(".", " ")
    return year.format(day=int(found[1]), month=months[int(found[2]) - 1], year=found[3])
