"""What the rows of a rating are called."""

from collections.abc import Callable
from functools import cache

from kb.model import Language, Service
from kb.model.monitoring import Wave
from kb.monitoring import Group
from kb.norms import NormsError, label
from kb.norms.bodies import body_on
from kb.norms.region_history import region_on


class RowNames:
    """The names of keys on the days of a wave: services by the wave's own list, else by the registry."""

    def __init__(self, wave: Wave, service: Callable[[str], Service | None]) -> None:
        # A table asks for each name in two languages.
        self._wave, self._service = wave, cache(service)
        self._own = {one.id: (one.name_kk, one.name_ru) for one in wave.services}

    def __call__(self, group: Group, key: str, language: Language) -> str:
        """The name of a service, body, region or channel; the key itself where it has none."""
        try:
            return self._name(group, key, language)
        except NormsError:
            return key

    def _name(self, group: Group, key: str, language: Language) -> str:
        russian = language is Language.RU
        match group:
            case Group.SERVICE:
                kk, ru = self._own.get(key) or self._registered(key)
                return (ru if russian else kk) or kk or ru or key
            case Group.BODY:
                return body_on(key, self._wave.since).in_language(language)
            case Group.REGION:
                region = region_on(key, self._wave.since)
                return region.name_ru if russian else region.name_kk
            case Group.CHANNEL:
                return label("channel", key, language)

    def spoken(self, group: Group, key: str, language: Language) -> Language:
        """The language that the name given for `language` is in: Kazakh or Russian, of channels English too."""
        if group is Group.CHANNEL:
            return language
        own = Language.RU if language is Language.RU else Language.KK
        if group is not Group.SERVICE:
            return own
        kk, ru = self._own.get(key) or self._registered(key)
        if ru if own is Language.RU else kk:
            return own
        return Language.KK if kk else Language.RU if ru else language

    def _registered(self, key: str) -> tuple[str | None, str | None]:
        found = self._service(key)
        return (found.name_kk, found.name_ru) if found else (None, None)
