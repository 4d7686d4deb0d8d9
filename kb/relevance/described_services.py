"""What the base says of each service, in parts that count apart."""

from collections.abc import Iterator, Sequence

from kb.model import Language, Service, Statement
from kb.pipeline import Home
from kb.pipeline.described import Descriptions
from kb.relevance.latent import Told
from kb.resolve import ActHistory

# Names, the words of its values, the whole texts that describe it.
PARTS = ("names", "values", "texts")


def described_services(home: Home) -> dict[str, tuple[Sequence[Told], ...]]:
    """By id the texts of each service, a sequence for each of `PARTS`; raises what the store raises."""
    store = home.store()
    try:
        with store.read() as base:
            descriptions = Descriptions(base, ActHistory(base.acts(), base.editions()))
            found: dict[str, tuple[Sequence[Told], ...]] = {}
            for service in base.each_service():
                values = [statement for statement, _ in base.statements(service=service.id)]
                texts = descriptions.texts(base.mentions(service=service.id))
                told = [(one.text, one.language) for one in texts]
                found[service.id] = ([*_names(service)], [*_quotes(values)], told)
            return found
    finally:
        store.close()


def _names(service: Service) -> Iterator[Told]:
    for name, language in ((service.name_kk, Language.KK), (service.name_ru, Language.RU)):
        if name:
            yield name, language


def _quotes(values: Sequence[Statement]) -> Iterator[Told]:
    for one in values:
        yield one.evidence.quote, one.evidence.language
