"""Counters of the register over the years."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kb.model import ChannelCode, Service
from kb.resolve.service_values import ELECTRONIC


@dataclass(frozen=True, slots=True)
class Share:
    """How many services of the edition it is true of, and of how many the edition tells whether it is."""

    count: int
    known: int

    @property
    def percent(self) -> float | None:
        """Of the services that the edition tells it of, to one decimal; None where it tells it of none."""
        return round(100 * self.count / self.known, 1) if self.known else None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearCounters:
    """What the year's last edition of the register in the base says; all None for a year without one.

    `shares` by name: `electronic` (in any degree), `electronic_full`, `electronic_partial`, `state_corporation`,
    `paid`, `one_stop`. Nothing is carried over from another year. `sample` where a service is one written for show.
    """

    year: int
    edition: date | None
    services: int | None
    shares: dict[str, Share] | None
    sample: bool = False


def last_editions(days: Sequence[date]) -> dict[int, date]:
    """The last day of an edition in each year that has one; `days` in order."""
    return {day.year: day for day in days}


def count_years(days: Sequence[date], services_on: Callable[[date], Iterable[Service]]) -> tuple[YearCounters, ...]:
    """Every year from the first edition to the last, those without an edition too."""
    editions = last_editions(days)
    if not editions:
        return ()
    return tuple(
        _count(year, editions[year], services_on(editions[year]))
        if year in editions
        else YearCounters(year=year, edition=None, services=None, shares=None)
        for year in range(min(editions), max(editions) + 1)
    )


def _count(year: int, edition: date, services: Iterable[Service]) -> YearCounters:
    total, sample = 0, False
    told: dict[str, list[bool]] = {name: [] for name in SHARES}
    for service in services:
        total += 1
        sample = sample or service.sample
        for name, tell in SHARES.items():
            if (answer := tell(service)) is not None:
                told[name].append(answer)
    shares = {name: Share(sum(answers), len(answers)) for name, answers in told.items()}
    return YearCounters(year=year, edition=edition, services=total, shares=shares, sample=sample)


def _automation(*codes: str) -> Callable[[Service], bool | None]:
    return lambda service: service.automation in codes if service.automation else None


SHARES: dict[str, Callable[[Service], bool | None]] = {
    "electronic": _automation(*ELECTRONIC),
    "electronic_full": _automation("electronic_full"),
    "electronic_partial": _automation("electronic_partial"),
    "state_corporation": lambda service: (
        ChannelCode.STATE_CORPORATION in service.channels if service.channels else None
    ),
    "paid": lambda service: service.paid,
    "one_stop": lambda service: service.one_stop,
}
