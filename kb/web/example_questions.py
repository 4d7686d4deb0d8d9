"""Questions to try, made of the services that are in the base, so that each finds something."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import Language, Service
from kb.web.words import Words

_ASKED = ("deadline", "fee", "documents")


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A question in the language that its words are in."""

    text: str
    language: Language


def example_questions(services: Sequence[Service], words: Words) -> tuple[Example, ...]:
    """Up to three questions about the services with the shortest names, in the page's language where it has one."""
    named = [_name(service, words.language) for service in services]
    shortest = sorted((name for name in named if name), key=lambda name: (len(name[0]), name[0]))[: len(_ASKED)]
    return tuple(
        Example(text=words(f"home.{asked}.{language.value}", name=name), language=language)
        for asked, (name, language) in zip(_ASKED, shortest, strict=False)
    )


def _name(service: Service, language: Language) -> tuple[str, Language] | None:
    kk, ru = (service.name_kk, Language.KK), (service.name_ru, Language.RU)
    for name, own in (ru, kk) if language is Language.RU else (kk, ru):
        if name:
            return name, own
    return None
