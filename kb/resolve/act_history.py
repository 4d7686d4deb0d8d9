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
        self._ids, told = _name_acts(acts)
        self._days: dict[tuple[str, Language], tuple[date, ...]] = {}
        for edition in editions:
            if edition.date:
                text = (self.id_of(edition.act), edition.language)
                days = self._days.get(text, ())
                if edition.date not in days:
                    self._days[text] = (*days, edition.date)
        self._repeals: dict[str, set[date]] = defaultdict(set)
        self._status: dict[str, ActStatus] = {}
        for code, status, repealed_on in told:
            name = self.id_of(code)
            if self._status.get(name) is not ActStatus.REPEALED:
                self._status[name] = status
            if status is ActStatus.REPEALED and repealed_on:
                self._repeals[name].add(repealed_on)

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


_Told = tuple[str, ActStatus, date | None]


def _name_acts(acts: Iterable[Act]) -> tuple[dict[str, str], list[_Told]]:
    """Every name of the acts that have several → the act's id, and what is told of the force of each act.

    The acts are looked at once and let go of: there are many, and most go by one name.
    """
    together: dict[str, set[str]] = {}
    told: list[_Told] = []
    for act in acts:
        if act.status is not ActStatus.UNKNOWN:
            told.append((act.id, act.status, act.repealed_on))
        names = {act.id, *act.ids}
        if len(names) > 1:
            for name in tuple(names):
                names |= together.get(name, set())
            together.update(dict.fromkeys(names, names))
    return {name: _preferred(names) for name, names in together.items()}, told
