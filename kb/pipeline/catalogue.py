"""The services by conditions, as they are and as the register had them on a day; what changed over the years."""

from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from datetime import date

from kb.model import LifeSituation, Service
from kb.pipeline.counters import YearCounters, count_years, last_editions
from kb.pipeline.errors import BadCursor, UnknownName
from kb.pipeline.service_filter import Facets, ServiceFilter, select_services
from kb.read import is_amending_title
from kb.resolve import RegisterEditions
from kb.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """A page of the services that were asked for.

    `total` is how many there are on all pages, `facets` the counts beside the values of each condition,
    `life_situations` the words of those among them, `edition` the day of the register's edition that was looked at,
    None where the services are as they are now.
    """

    items: tuple[Service, ...]
    next: str | None
    total: int
    facets: Facets
    life_situations: tuple[LifeSituation, ...]
    edition: date | None


class Catalogue:
    """The services of the built base; its methods raise NothingBuilt while there is none."""

    def __init__(self, built: Callable[[], AbstractContextManager[Reader]]) -> None:
        self._built = built

    def select(
        self,
        asked: ServiceFilter | None = None,
        *,
        as_of: date | None = None,
        year: int | None = None,
        after: str | None = None,
        limit: int = 50,
    ) -> Selection:
        """The services that meet the conditions, in the order of their ids; `after` is the cursor of the page before.

        `as_of` asks for the register as it was on a day, `year` as its last edition of that year has it. Raises
        UnknownName where the base has no such edition, BadCursor for a cursor that is none of this list.
        """
        with self._built() as base:
            edition = _edition(base, as_of, year)
            services = base.each_service() if edition is None else _on(base, edition)
            named: dict[str, LifeSituation] = {}
            found, facets = select_services(_naming(services, named), asked or ServiceFilter())
        start = 0
        if after is not None:
            places = [place for place, one in enumerate(found) if one.id == after]
            if not places:
                raise BadCursor("this cursor belongs to another list; begin with the first page")
            start = places[0] + 1
        items = found[start : start + limit]
        more = start + limit < len(found)
        return Selection(
            items=items,
            next=items[-1].id if more else None,
            total=len(found),
            facets=facets,
            life_situations=tuple(named[code] for code in facets["life_situation"]),
            edition=edition,
        )

    def on(self, day: date) -> Iterator[Service]:
        """All services as the register had them on `day`, by id; raises UnknownName before its first edition."""
        with self._built() as base:
            edition = _edition(base, day, None)
            yield from _on(base, edition or day)

    def years(self) -> tuple[int, ...]:
        """The years that have an edition of the register in the base."""
        with self._built() as base:
            return tuple(last_editions(register_editions(base).days))

    def counters(self) -> tuple[YearCounters, ...]:
        """The register in numbers, a year each from the first edition in the base to the last."""
        with self._built() as base:
            return count_years(register_editions(base).days, lambda day: _on(base, day))


def register_editions(base: Reader) -> RegisterEditions:
    """The editions of the register in the base, without acts that only change rows of it."""
    return RegisterEditions(one for one in base.register_texts() if not is_amending_title(one.title or ""))


def _naming(services: Iterable[Service], named: dict[str, LifeSituation]) -> Iterator[Service]:
    """The services, noting what their life situations are called: the first words in each language."""
    for service in services:
        for one in service.life_situations:
            known = named.setdefault(one.code, one)
            named[one.code] = replace(known, name_kk=known.name_kk or one.name_kk, name_ru=known.name_ru or one.name_ru)
        yield service


def _on(base: Reader, day: date) -> Iterator[Service]:
    return (state.service for state in base.service_states(day=day))


def _edition(base: Reader, as_of: date | None, year: int | None) -> date | None:
    if as_of is None and year is None:
        return None
    editions = register_editions(base)
    last = last_editions(editions.days)
    edition = editions.day_on(as_of) if as_of else last.get(year or 0)
    if edition is None or (year is not None and edition.year != year):
        known = ", ".join(str(one) for one in last) or "none"
        asked = f"of {as_of} or before" if as_of else f"of the year {year}"
        if as_of and year is not None:
            asked = f"that is in force on {as_of} and of the year {year}"
        raise UnknownName(f"no edition of the register {asked} in this base; it has editions of {known}")
    return edition
