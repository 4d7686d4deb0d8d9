"""How a service is called in an output."""

from kb.cli.words import Words
from kb.model import Language, Service


def service_name(service: Service, words: Words) -> str:
    """The name in the asked language, else in the other one, else the id; samples are marked."""
    names = (service.name_kk, service.name_ru)
    first, second = names if words.language is Language.KK else reversed(names)
    name = first or second or service.id
    return f"{name} ({words('sample')})" if service.sample else name
