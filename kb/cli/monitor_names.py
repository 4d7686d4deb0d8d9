"""What the rows of a rating are called."""

from kb.cli.opening import opened_registry
from kb.model import Language
from kb.model.monitoring import Wave
from kb.monitoring import Group
from kb.norms import NormsError, label
from kb.norms.bodies import body_on
from kb.norms.region_history import region_on
from kb.pipeline import NothingBuilt


def known_services() -> dict[str, tuple[str | None, str | None]]:
    """The Kazakh and Russian name of every service of the base by each of its ids; nothing before the first build."""
    with opened_registry() as registry:
        try:
            return {
                name: (one.name_kk, one.name_ru)
                for one in registry.all_services()
                for name in dict.fromkeys((one.id, *one.ids))
            }
        except NothingBuilt:
            return {}


class RowNames:
    """The name of a key on the days of a wave; the key itself where it has none."""

    def __init__(self, group: Group, wave: Wave, language: Language) -> None:
        self._group, self._wave, self._language = group, wave, language
        own = {one.id: (one.name_kk, one.name_ru) for one in wave.services}
        self._services = {**known_services(), **own} if group is Group.SERVICE else {}

    def __call__(self, key: str) -> str:
        """The name of a service, body, region or channel."""
        try:
            return self._name(key)
        except NormsError:
            return key

    def _name(self, key: str) -> str:
        russian = self._language is Language.RU
        match self._group:
            case Group.SERVICE:
                kk, ru = self._services.get(key, (None, None))
                return (ru if russian else None) or kk or key
            case Group.BODY:
                return body_on(key, self._wave.since).in_language(self._language)
            case Group.REGION:
                region = region_on(key, self._wave.since)
                return region.name_ru if russian else region.name_kk
            case Group.CHANNEL:
                return label("channel", key, self._language)
