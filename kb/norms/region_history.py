"""The regions of Kazakhstan on a day: created, renamed, divided."""

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any

from kb.norms.errors import NormsError
from kb.norms.regions import regions
from kb.norms.tables import read_table
from kb.norms.wording import name_key


class UnknownRegionError(NormsError):
    """A code or name of no region, or of one that did not exist on the day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DatedRegion:
    """A region or city under one name: from `since` (None: before the table) until `until`, exclusive.

    `out_of` are the codes that it was made of, `successors` those that follow it when it is abolished; `citation` is
    the act that made, renamed or abolished it, None where nothing changed within the table.
    """

    code: str
    name_kk: str
    name_ru: str
    aliases: tuple[str, ...]
    since: date | None = None
    until: date | None = None
    out_of: tuple[str, ...] = ()
    successors: tuple[str, ...] = ()
    citation: str | None = None

    def existed(self, day: date) -> bool:
        """Whether it bore this name on `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)


def region_on(code: str, day: date) -> DatedRegion:
    """The region of `code` with the name that it bore on `day`; raises UnknownRegionError where there was none."""
    _check(day)
    states = [state for state in region_states() if state.code == code]
    for state in states:
        if state.existed(day):
            return state
    if not states:
        known = ", ".join(sorted({state.code for state in region_states()}))
        raise UnknownRegionError(f"no region has the code {code!r}; there are {known}")
    state = states[0]
    others = ", ".join(state.successors or state.out_of)
    raise UnknownRegionError(f"{state.name_ru} ({code}) did not exist on {day.isoformat()}; ask for {others}")


def region_named(name: str, day: date) -> DatedRegion:
    """The region that bore `name` on `day`; raises UnknownRegionError where none did."""
    found = find_region(name, day)
    if found is None:
        raise UnknownRegionError(
            f"no region was called {name!r} on {day.isoformat()}; names stand in kb/norms/data/regions.yaml "
            "and region_history.yaml"
        )
    return found


def find_region(name: str, day: date | None = None) -> DatedRegion | None:
    """The region of this name or short form, on `day` or whenever it bore the name; None where there is none.

    Of a name that came back (Astana) the latest period is given when no day is.
    """
    if day is not None:
        _check(day)
    key = name_key(name)
    fitting = [state for state in region_states() if key in _keys(state) and (day is None or state.existed(day))]
    return max(fitting, key=lambda state: state.until or date.max) if fitting else None


def successors(code: str, day: date) -> tuple[DatedRegion, ...]:
    """The regions that cover on `day` what `code` names: itself, or those that follow it.

    Raises UnknownRegionError for an unknown code, or for one that did not exist yet.
    """
    states = [state for state in region_states() if state.code == code]
    gone = [state for state in states if state.successors and state.until and state.until <= day]
    if gone:
        return tuple(region_on(follower, day) for follower in gone[0].successors)
    return (region_on(code, day),)


@cache
def region_states() -> tuple[DatedRegion, ...]:
    """Every region under every name that it bore, today's first."""
    table = read_table("region_history")
    states: list[DatedRegion] = []
    for region in regions():
        created = table["created"].get(region.code, {})
        today = {
            "name_kk": region.name_kk, "name_ru": region.name_ru, "aliases": region.aliases,
            "out_of": tuple(created.get("out_of", ())), "citation": created.get("citation"),
        }  # fmt: skip
        former = [_state(region.code, entry) for entry in table["renamed"].get(region.code, ())]
        since = created.get("since")
        for other in sorted(former, key=lambda state: state.since or date.min):
            if other.since is not None:
                states.append(DatedRegion(code=region.code, since=since, until=other.since, **today))
            since = other.until
        states.append(DatedRegion(code=region.code, since=since, **today))
        states.extend(former)
    states.extend(_state(code, entry) for code, entry in table["abolished"].items())
    return tuple(states)


def _state(code: str, entry: dict[str, Any]) -> DatedRegion:
    return DatedRegion(
        code=code,
        name_kk=entry["kk"],
        name_ru=entry["ru"],
        aliases=tuple(entry["aliases"]),
        since=entry.get("since"),
        until=entry["until"],
        successors=tuple(entry.get("successors", ())),
        citation=entry["citation"],
    )


@cache
def _keys(state: DatedRegion) -> frozenset[str]:
    return frozenset(name_key(name) for name in (state.name_kk, state.name_ru, *state.aliases))


def _check(day: date) -> None:
    table = read_table("region_history")
    if not table["first"] <= day <= table["last"]:
        raise NormsError(
            f"the regions of {day.isoformat()} are not known: the table runs from {table['first'].isoformat()} to "
            f"{table['last'].isoformat()}; add what changed to kb/norms/data/region_history.yaml"
        )
