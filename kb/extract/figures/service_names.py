"""Which service of a report a row or list item names, in the long or a shortened form of its name."""

from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from kb.model import Mention
from kb.text import fold_plain

SAME_NUMBER = 60.0  # a row that bears the number of a section may name it in half of its words
SHORT_NAME = 88.0  # shortened names have the words of the long one but for damage of the scan
FEWEST_WORDS = 3  # regions and bodies have one or two; a name so short needs its number
FULL_NAME = 24  # letters of a name that no other words look like
APART = 2.0  # two services that differ in one word are told apart by that much


@dataclass(frozen=True, slots=True)
class NamedService:
    """A service that a text names, `plain[start:end]`."""

    key: str
    start: int
    end: int


class ServiceNames:
    """The names of the services of a report."""

    def __init__(self, mentions: Sequence[Mention]) -> None:
        self._keys = [one.key for one in mentions]
        self._names = [fold_plain(one.name_kk or one.name_ru or "") for one in mentions]
        self._by_number = {_number(one.key): place for place, one in enumerate(mentions)}

    def find(self, name: str, *, number: int | None = None) -> str | None:
        """The key of the service, None where the name fits none or several; `number` is that of its section."""
        plain = fold_plain(name)
        if not plain:
            return None
        place = self._by_number.get(number) if number is not None else None
        if place is not None and fuzz.token_set_ratio(plain, self._names[place]) >= SAME_NUMBER:
            return self._keys[place]
        if plain.count(" ") < FEWEST_WORDS - 1:
            return None
        found = process.extract(plain, self._names, scorer=fuzz.token_set_ratio, limit=2, score_cutoff=SHORT_NAME)
        if not found or (len(found) > 1 and found[0][1] - found[1][1] < APART):
            return None
        return self._keys[found[0][2]]

    def find_in(self, plain: str) -> list[NamedService]:
        """The services that a folded text names in full, in order; of names that overlap the longest."""
        found: list[NamedService] = []
        for key, name in sorted(zip(self._keys, self._names, strict=True), key=lambda one: -len(one[1])):
            if not FULL_NAME <= len(name) <= len(plain):
                continue
            place = fuzz.partial_ratio_alignment(name, plain, score_cutoff=SHORT_NAME)
            if place and not any(one.start < place.dest_end and place.dest_start < one.end for one in found):
                found.append(NamedService(key, place.dest_start, place.dest_end))
        return sorted(found, key=lambda one: one.start)


def _number(key: str) -> int | None:
    tail = key.rpartition("-")[2]
    return int(tail) if tail.isdigit() else None
