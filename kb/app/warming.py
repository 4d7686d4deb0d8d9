"""Loading what the first question would wait for: word lists, dictionaries, caches."""

from contextlib import suppress

from kb.model import Intent, Language
from kb.norms import label
from kb.pipeline import NothingBuilt, Registry

# Cards that are read before the first caller asks: as many as are kept. 81 of them take two seconds.
_CARDS = 128
# Values, a checklist, and a clause: between them they read every table of the consultant.
_ASKED = (Intent.DEADLINE, Intent.DOCUMENTS, Intent.QUALITY)


def warm_up(registry: Registry) -> None:
    """Asks the consultant about a service of the base, once for each kind of answer in each language, and reads cards;
    nothing of the questions is kept. A folder in which nothing was built has nothing to be readied."""
    with suppress(NothingBuilt):
        for service in registry.services(limit=1).items:
            name = service.name_kk or service.name_ru or service.id
            for language in (Language.KK, Language.RU):
                for intent in _ASKED:
                    registry.ask(f"{name}: {label('intent', intent, language)}?", language=language)
        for service in registry.services(limit=_CARDS).items:
            registry.card(service.id)
