"""A day of filing counted from the day of asking: «через 3 дня подам», «3 күн бұрын тапсырдым»."""

import re
from calendar import monthrange
from datetime import date, timedelta
from functools import cache

from kb.answer.wording import read_wording
from kb.text import find_numbers, fold

_DAYS = {"day": 1, "week": 7}
_MONTH = "month"


def find_relative_day(part: str, *, asked_on: date) -> date | None:
    """The day of filing that a part of a question counts from the day of asking, None where it counts none.

    The time stands beside the verb of filing: «сдам и через 3 дня заберу» counts another one. Working days are not
    read: nobody plans by them.
    """
    text = _with_figures(part)
    for sign, unit, pattern in _patterns():
        if found := pattern.search(text):
            number = next((int(one) for one in found.groups() if one), 1)
            return _away(asked_on, sign * number, unit)
    return None


def _away(day: date, number: int, unit: str) -> date:
    if unit != _MONTH:
        return day + timedelta(days=number * _DAYS[unit])
    year, month = divmod(day.year * 12 + day.month - 1 + number, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def _with_figures(part: str) -> str:
    """The folded text with its numbers in figures: «екі аптадан» → «2 аптадан»."""
    folded = fold(part).text
    pieces, end = [], 0
    for number in find_numbers(folded):
        if number.value == int(number.value):
            pieces += [folded[end : number.start], str(int(number.value))]
            end = number.end
    return " ".join("".join([*pieces, folded[end:]]).split())


@cache
def _patterns() -> tuple[tuple[int, str, re.Pattern[str]], ...]:
    """Sign, unit and pattern of each way to count, the verb before the time or behind it."""
    data = read_wording("filing")["relative"]
    return tuple(
        (sign, unit, re.compile(_beside("|".join(data[when][unit]), "|".join(data[verbs]))))
        for sign, when, verbs in ((1, "ahead", "plans"), (-1, "ago", "did"))
        for unit in data[when]
    )


def _beside(time: str, verb: str) -> str:
    # One word may stand between: «через 3 дня сам подам». A joining word there tells of another deed.
    joined, within = "|".join(read_wording("filing")["relative"]["joints"]), r"(?: (?!(?:{})\b)\w{{1,20}})? "
    between = within.format(joined)
    return rf"\b(?:{time}){between}(?:{verb})\b|\b(?:{verb}){between}(?:{time})\b"
