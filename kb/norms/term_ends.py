"""On which day a term ends."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kb.model import Deadline, Language, Unit
from kb.norms.errors import NormsError
from kb.norms.tables import read_table
from kb.norms.working_days import DAY, add_working_days, calendar_period, next_working_day

DAYS_OF_WEEK, DAYS_OF_HALF_MONTH, MONTHS_OF_YEAR = 7, 15, 12
HALF = Decimal("0.5")
LONGEST = 36_500  # of any unit: a number above it is damage, and days of it leave the calendar of dates
_COUNTED_UNITS = frozenset({Unit.WORKING_DAY, Unit.CALENDAR_DAY, Unit.WEEK, Unit.MONTH, Unit.YEAR})


class UncountableTermError(NormsError):
    """A term that no calendar can count: no number, hours, or days whose calendar the text does not name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TermEnd:
    """The last day of a term; `rolled_from` is the day that it would have ended on if that had been worked.

    `rules` are the codes of the rules that were applied, in their order; `rule_words` has their words.
    """

    day: date
    rolled_from: date | None
    rules: tuple[str, ...]

    @property
    def citations(self) -> tuple[str, ...]:
        """The rules in English."""
        return tuple(rule_words(rule)[Language.EN] for rule in self.rules)


@dataclass(frozen=True, slots=True, kw_only=True)
class FilingDayRule:
    """Whether the day of acceptance of a paper application by the State Corporation is counted; with its clause in
    English and, in `words`, by language.

    `question` says in words by language what sources disagree about, None where they agree.
    """

    counted: bool
    since: date
    citation: str
    words: dict[Language, str]
    question: dict[Language, str] | None


def short_law(rule: str) -> dict[Language, str]:
    """What sets whether the day of acceptance is counted, named in short by language: `begins` the general rule,
    `filing_day` the one of the State Corporation."""
    return _by_language(read_table("terms")["short"][rule])


def rule_words(rule: str) -> dict[Language, str]:
    """A general rule of counting and the clause that sets it, by language; raises NormsError for an unknown code."""
    rules = read_table("terms")["counting"]
    if rule not in rules:
        raise NormsError(f"no rule of counting {rule!r}; kb/norms/data/terms.yaml has {', '.join(rules)}")
    return _by_language(rules[rule])


def filing_day_rule(day: date) -> FilingDayRule:
    """The rule in force on `day`; raises NormsError for a day before the first one that is established."""
    rows = [row for row in read_table("terms")["filing_day"] if row["since"] <= day]
    if not rows or day > calendar_period()[1]:
        raise NormsError(
            f"whether the day of acceptance counted on {day.isoformat()} is not established: "
            "add the wording in force then to filing_day in kb/norms/data/terms.yaml"
        )
    row = max(rows, key=lambda entry: entry["since"])
    question = row.get("question")
    return FilingDayRule(
        counted=row["counted"],
        since=row["since"],
        citation=row["citation"][Language.EN.value],
        words=_by_language(row["citation"]),
        question=_by_language(question) if question else None,
    )


def _by_language(words: dict[str, str]) -> dict[Language, str]:
    return {Language(code): text for code, text in words.items()}


def add_term(
    start: date, deadline: Deadline, *, start_counts: bool = False, day_is: Unit | None = None, rolls: bool = True
) -> TermEnd:
    """The last day of `deadline` when its event is on `start`.

    By the general rule the term begins on the day after; with `start_counts` (see `filing_day_rule`) the day itself
    is the first. `day_is` says what a plain `day` of the text means, as nobody else can. A last day that is not
    worked gives way to the next working day unless `rolls` is false. Raises UncountableTermError for what cannot be
    counted in days and OutsideCalendarError for years outside the calendar.
    """
    value, unit = _counted(deadline, day_is)
    if unit is Unit.WORKING_DAY:
        before = start - DAY if start_counts and value else start
        end = add_working_days(before, int(value))
        return TermEnd(day=end, rolled_from=None, rules=("begins", "working_days"))
    end, used = _plain_end(start, value, unit)
    if start_counts and value:
        end -= DAY
    last = next_working_day(end) if rolls else end
    if last != end:
        used = [*used, "rolls"]
    return TermEnd(day=last, rolled_from=end if last != end else None, rules=("begins", *used))


def _counted(deadline: Deadline, day_is: Unit | None) -> tuple[Decimal, Unit]:
    unit = deadline.unit
    if unit is Unit.DAY:
        if day_is not in (Unit.WORKING_DAY, Unit.CALENDAR_DAY):
            raise UncountableTermError(
                "the text does not say of which days; pass day_is=Unit.WORKING_DAY or CALENDAR_DAY"
            )
        unit = day_is
    if unit not in _COUNTED_UNITS:
        raise UncountableTermError(
            f"a term of {unit.value}s ends within a day; show it as it is, no calendar is needed"
        )
    if deadline.value is None:
        raise UncountableTermError(
            "the text leaves the number of the term out; it is a gap, there is no day to compute"
        )
    if not 0 <= deadline.value <= LONGEST:
        raise UncountableTermError(f"no service takes {deadline.value} {unit.value}s; look at the term's clause")
    half_allowed = unit in (Unit.MONTH, Unit.YEAR) and deadline.value == HALF
    if deadline.value != deadline.value.to_integral_value() and not half_allowed:
        raise UncountableTermError(f"no rule says when {deadline.value} {unit.value}s end; ask which day is meant")
    return deadline.value, unit


def _plain_end(start: date, value: Decimal, unit: Unit) -> tuple[date, list[str]]:
    if unit is Unit.CALENDAR_DAY:
        return start + DAY * int(value), []
    if unit is Unit.WEEK:
        return start + DAY * DAYS_OF_WEEK * int(value), ["weeks"]
    if value == HALF:
        half_month = unit is Unit.MONTH
        end = start + DAY * DAYS_OF_HALF_MONTH if half_month else _add_months(start, MONTHS_OF_YEAR // 2)
        return end, ["half"]
    return _add_months(start, int(value) * (MONTHS_OF_YEAR if unit is Unit.YEAR else 1)), ["months"]


def _add_months(start: date, months: int) -> date:
    years, month = divmod(start.month - 1 + months, MONTHS_OF_YEAR)
    year = start.year + years
    if year > date.max.year:
        raise UncountableTermError(f"a term of {months} months ends beyond every calendar; look at its clause")
    return date(year, month + 1, min(start.day, monthrange(year, month + 1)[1]))
