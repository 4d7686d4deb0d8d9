"""Bodies that gave one service of a survey: a row of theirs in a table by body is one of that service."""

import re
from collections import defaultdict
from collections.abc import Iterable

from rapidfuzz import fuzz, process

from kb.extract.figures.grid import Grid
from kb.extract.figures.service_names import ServiceNames
from kb.text import fold_plain

SAME_BODY = 88.0  # damage of the scan; two ministries with longer names differ by more
LONG_NAME = 12  # letters of a body's name
LONG_WORDS = re.compile(r"\W{0,3}[^\W\d]{2}")  # what names begin with, and no figure


class BodyNames:
    """The names of those bodies, read from the table that lists each body with its services."""

    def __init__(self, grids: Iterable[Grid], names: ServiceNames) -> None:
        services: dict[str, set[str | None]] = defaultdict(set)
        for grid in grids:
            body = ""
            for row in grid.rows:
                words = [cell.words for cell in row if cell.number is None]
                numbers = [cell.number for cell in row if cell.number is not None]
                if not numbers or row[-1].number is not None or not all(map(LONG_WORDS.match, words)):
                    continue
                body = fold_plain(words[0]) if len(words) > 1 else body
                key = names.find(row[-1].plain, number=int(numbers[-1]))
                if body and key:
                    services[body].add(key)
                elif body:
                    services[body].add(None)  # a service that cannot be told is one more all the same
        found = {body: next(iter(keys)) for body, keys in services.items() if len(keys) == 1}
        self._keys = {body: key for body, key in found.items() if key}
        self._bodies = [one for one in self._keys if len(one) >= LONG_NAME]

    def find(self, name: str, *, number: int | None = None) -> str | None:
        """The key of the one service of a body, None for other names; `number` tells nothing."""
        del number
        found = process.extractOne(fold_plain(name), self._bodies, scorer=fuzz.ratio, score_cutoff=SAME_BODY)
        return self._keys[found[0]] if found else None
