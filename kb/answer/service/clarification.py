"""The one question that tells services apart, with a button for each."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.answer.service.telling_words import telling_words
from kb.answer.wording import say
from kb.model import AnswerChoice, Language, Service

LONGEST_LABEL = 90
LIMIT = 700


@dataclass(frozen=True, slots=True, kw_only=True)
class Clarification:
    """What is asked back, the same in the few words that are said aloud, and the choices."""

    text: str
    aloud: str
    choices: tuple[AnswerChoice, ...]


def ask_back(question: str, services: Sequence[Service], language: Language) -> Clarification:
    """Which of the services is meant: each is called by what its name has and the others lack, or by its provider where
    the names say the same. Without services: a request to name one."""
    if not services:
        asked = say("clarify_name", language)
        return Clarification(text=asked, aloud=asked, choices=())
    names = [_name(service, language) for service in services]
    labels = _differences(names)
    if len(set(labels)) < len(labels):
        labels = [_with_provider(name, service) for name, service in zip(names, services, strict=True)]
    labels = [clip_label(label) for label in labels]
    choices = tuple(
        AnswerChoice(
            label=label, q=say("clarified", language, question=question.strip(), service=name), service=service.id
        )
        for label, name, service in zip(labels, names, services, strict=True)
    )
    if len(services) == 1:
        return Clarification(
            text=say("clarify_one", language, choices=labels[0]),
            aloud=say("clarify_one", language, choices=telling_words(names)[0]),
            choices=choices,
        )
    listed = "; ".join(f"{number}) {label}" for number, label in enumerate(labels, start=1))
    return Clarification(
        text=say("clarify", language, choices=listed)[:LIMIT],
        aloud=say("clarify_aloud", language, choices=", ".join(telling_words(_apart(names, labels)))),
        choices=choices,
    )


def _apart(names: Sequence[str], labels: Sequence[str]) -> Sequence[str]:
    """The names, and where two of them are one the labels with their providers."""
    return names if len({name.lower() for name in names}) == len(names) else labels


def _name(service: Service, language: Language) -> str:
    names = (service.name_ru, service.name_kk) if language is Language.RU else (service.name_kk, service.name_ru)
    return next((" ".join(name.split()) for name in names if name), service.id)


def _differences(names: Sequence[str]) -> list[str]:
    """The names without the words that they all begin and end with; whole where a name would be nothing else."""
    words = [name.split() for name in names]
    shortest = min(map(len, words))
    first = next((place for place in range(shortest) if not _is_shared(words, place)), shortest)
    rest = shortest - first
    last = next((count for count in range(rest) if not _is_shared(words, -count - 1)), rest)
    if any(len(part) <= first + last for part in words):
        return list(names)
    return [" ".join(part[first : len(part) - last]) for part in words]


def _is_shared(names: Sequence[Sequence[str]], place: int) -> bool:
    return len({words[place].lower() for words in names}) == 1


def _with_provider(name: str, service: Service) -> str:
    provider = service.owner or next(iter(service.providers), "")
    return f"{clip_label(name)} — {provider}" if provider else name


def clip_label(label: str) -> str:
    """A label for a button: at most LONGEST_LABEL characters, cut between words."""
    label = label.strip(" .,;:?!–—-")
    if len(label) <= LONGEST_LABEL:
        return label
    return label[: LONGEST_LABEL - 1].rsplit(" ", 1)[0].rstrip(" ,;:–—-(") + "…"
