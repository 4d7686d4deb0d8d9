"""Names in a file → codes: services, bodies, regions, channels, questions."""

from collections.abc import Callable, Collection
from datetime import date
from functools import lru_cache

from kb.model import Language
from kb.monitoring.template import question_kinds
from kb.norms import codes
from kb.norms.bodies import bodies
from kb.norms.region_history import UnknownRegionError, find_region, region_on
from kb.resolve.bodies import BodyMatch, resolve_body

CACHED = 10_000
LONGEST_NAME = 300


class Known:
    """What a wave may name; each method gives the code, or None for a name that is not known.

    `services` are the ids of the registry and of the wave's own list; `day` is the wave's first, which tells bodies and
    regions of the same name apart. Names are remembered: a file names the same few a million times.
    Raises NormsError for a day that the table of regions does not speak for.
    """

    def __init__(self, services: Collection[str], day: date) -> None:
        find_region("", day)  # a day outside of the table is told at once, not as unknown regions
        known = frozenset(services)
        self.day = day
        self.service: Callable[[str], str | None] = lambda text: text if text in known else None
        self.body = lru_cache(CACHED)(self._body)
        self.region = lru_cache(CACHED)(self._region)

    def channel(self, text: str) -> str | None:
        """The code of a channel of service, None for another word."""
        return text if text in codes("channel") else None

    def question(self, text: str) -> str | None:
        """The code of a question, None for another word."""
        return text if text in question_kinds() else None

    def _body(self, text: str) -> str | None:
        return body_code(text, self.day)

    def _region(self, text: str) -> str | None:
        return region_code(text, self.day)


def body_code(text: str, day: date) -> str | None:
    """The code of a body by its code or its name of that day in either language, None for another word."""
    if text in bodies():
        return text
    if len(text) > LONGEST_NAME:
        return None
    for language in (Language.KK, Language.RU):
        match = resolve_body(text, language, day)
        if isinstance(match, BodyMatch) and len(match.codes) == 1:
            return match.code
    return None


def region_code(text: str, day: date) -> str | None:
    """The code of a region by its code or its name of that day, None for another word; raises NormsError for a day
    that the table of regions does not speak for."""
    if len(text) > LONGEST_NAME:
        return None
    try:
        found = find_region(text, day) or region_on(text, day)
    except UnknownRegionError:
        return None
    return found.code
