"""Why a day is not worked, and which days of rest are."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache

from holidays import country_holidays

from kb.model import Language
from kb.norms.errors import NormsError
from kb.norms.labels import codes, label
from kb.norms.tables import read_table
from kb.norms.working_days import MovedDay, is_working_day, moved_days

OBSERVED = " (observed)"  # how the package marks a day given for a holiday that fell on a day off


class Rest(StrEnum):
    """Why a day is not worked: a weekend, a holiday, the day given for one on a weekend, Kurban ait, a moved day."""

    WEEKEND = "weekend"
    HOLIDAY = "holiday"
    OBSERVED = "observed"
    KURBAN_AIT = "kurban_ait"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class DayOff:
    """A day that is not worked; `holiday` is the code of the label table `holiday` where it is one.

    `citation` is what sets it, `verified` tells whether that was read anywhere beside the package's list.
    """

    day: date
    rest: Rest
    holiday: str | None
    citation: str
    verified: bool

    def words(self, language: Language) -> str:
        """Why, in words: `Наурыз мейрамы, демалыс күніне тура келгендіктен`."""
        reason = label("rest", self.rest.value, language)
        return reason.format(holiday=label("holiday", self.holiday, language)) if self.holiday else reason


def day_off(day: date) -> DayOff | None:
    """Why `day` is not worked in a five-day week, None where it is; raises OutsideCalendarError."""
    if is_working_day(day):
        return None
    table = read_table("calendar")
    for row in moved_days():
        if row.free == day:
            return DayOff(day=day, rest=Rest.MOVED, holiday=None, citation=row.act, verified=row.verified)
    for entry in table["kurban_ait"]:
        if entry["day"] == day:
            return DayOff(
                day=day,
                rest=Rest.KURBAN_AIT,
                holiday="kurban_ait",
                citation=entry["citation"],
                verified=entry["verified"],
            )
    name = _statute_names(day.year).get(day)
    if name is None:
        return DayOff(day=day, rest=Rest.WEEKEND, holiday=None, citation=table["week"], verified=True)
    rest = Rest.OBSERVED if name.endswith(OBSERVED) else Rest.HOLIDAY
    return DayOff(
        day=day, rest=rest, holiday=_code(name.removesuffix(OBSERVED)), citation=table["statute"], verified=True
    )


def worked_rest(day: date) -> MovedDay | None:
    """The row by which a day of rest is worked, None for every other day."""
    return next((row for row in moved_days() if row.worked == day), None)


@cache
def _statute_names(year: int) -> dict[date, str]:
    """Days off that the law on holidays sets, with the package's English names; what the table settles is left out."""
    package = country_holidays("KZ", years=year, language="en_US")
    named = {day: [name for name in package.get_list(day) if _known(name)] for day in package}
    return {day: names[0] for day, names in named.items() if names}


def _known(name: str) -> bool:
    return name.removesuffix(OBSERVED) in read_table("holiday_names")


def _code(name: str) -> str:
    code: str = read_table("holiday_names")[name]
    if code not in codes("holiday"):
        raise NormsError(f"kb/norms/data/labels/holiday.yaml has no words for {code!r}; add them in kk, ru and en")
    return code
