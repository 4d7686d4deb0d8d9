"""Acts by all their names, and until when their texts hold."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from kb.model import Act, ActStatus, Edition, Language

BANK_PREFIX = "zan:"  # numbers of the state bank of acts; any other code is the legal database's own


class ActHistory:
    """What all sources together tell of the acts: their names, their editions, their repeal.

    Acts that share a name are one act, whichever source tells of it under which of the names.
    """

    def __init__(self, acts: Iterable[Act] = (), editions: Iterable[Edition] = ()) -> None:
        acts = tuple(acts)
        self._ids = _name_acts(acts)
        self._days: dict[tuple[str, Language], set[date]] = defaultdict(set)
        for edition in editions:
            if edition.date:
                self._days[self.id_of(edition.act), edition.language].add(edition.date)
        self._repeals: dict[str, set[date]] = defaultdict(set)
        self._status: dict[str, ActStatus] = {}
        for act in acts:
            name = self.id_of(act.id)
            if act.status is not ActStatus.UNKNOWN and self._status.get(name) is not ActStatus.REPEALED:
                self._status[name] = act.status
            if act.status is ActStatus.REPEALED and act.repealed_on:
                self._repeals[name].add(act.repealed_on)

    def id_of(self, name: str) -> str:
        """The one id of the act that goes by this name; the name itself when no act does."""
        return self._ids.get(name, name)

    def status_of(self, name: str) -> ActStatus:
        """The force of the act: repealed when any source says so (copies lack the note), else what one of them says."""
        return self._status.get(self.id_of(name), ActStatus.UNKNOWN)

    def end_of(self, name: str, language: Language, day: date | None) -> date | None:
        """The first day on which the edition of `day` (None = undated) no longer holds; None while it does.

        The last text of an act whose repeal has no known date ends where it begins: it holds on no day.
        """
        act = self.id_of(name)
        later = [other for other in self._days.get((act, language), ()) if day and other > day]
        ends = [*later, *self._repeals.get(act, ())]
        if not ends and self.status_of(act) is ActStatus.REPEALED:
            return day or date.min
        return min(ends, default=None)


def _preferred(names: Iterable[str]) -> str:
    """The name that is an act's id: its code in the legal database where one is known."""
    return min(names, key=lambda name: (name.startswith(BANK_PREFIX), name))


def _name_acts(acts: Iterable[Act]) -> dict[str, str]:
    """Every name of every act → the act's id."""
    together: dict[str, set[str]] = {}
    for act in acts:
        names = {act.id, *act.ids}
        for name in tuple(names):
            names |= together.get(name, set())
        together.update(dict.fromkeys(names, names))
    return {name: _preferred(names) for name, names in together.items()}
