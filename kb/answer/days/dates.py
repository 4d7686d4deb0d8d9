"""Dates in words."""

from datetime import date

from kb.answer.wording import read_wording, say
from kb.model import Language


def show_day(day: date, language: Language) -> str:
    """A day: `2017 жылғы 1 қазан`, `1 октября 2017 года`."""
    return _show(day, language, "ru" if language is Language.RU else "kk")


def show_day_from(day: date, language: Language) -> str:
    """A day from which something holds: `2017 жылғы 1 қаңтардан`, `1 января 2017 года`."""
    return _show(day, language, "ru" if language is Language.RU else "kk_from")


def show_day_of(day: date, language: Language) -> str:
    """A day that an act is of: `2017 жылғы 21 сәуірдегі`, `21 апреля 2017 года`."""
    return _show(day, language, "ru" if language is Language.RU else "kk_of")


def show_day_of_month(day: date, language: Language) -> str:
    """A day without its year: `7 мамыр`, `7 мая`."""
    return _of_month(day, language, "ru" if language is Language.RU else "kk")


def show_day_of_month_from(day: date, language: Language) -> str:
    """A day without its year from which something holds: `7 мамырдан`, `7 мая`."""
    return _of_month(day, language, "ru" if language is Language.RU else "kk_from")


def _of_month(day: date, language: Language, months: str) -> str:
    month = read_wording("months")[months][day.month - 1]
    return say("day_of_month", language, day=str(day.day), month=month)


def _show(day: date, language: Language, months: str) -> str:
    month = read_wording("months")[months][day.month - 1]
    return say("day", language, year=str(day.year), day=str(day.day), month=month)
