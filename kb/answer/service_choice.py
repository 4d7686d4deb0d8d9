"""Which service a question is about."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.answer.expansion import related
from kb.answer.question import Found
from kb.answer.selection import condition_text
from kb.model import Card, Service
from kb.text.words import Word, Words, read_words

# Share of the topic's words that the card must know. Measured on 70 questions about a monitoring report and 12 about
# anything else: 55 of 56 rightly chosen services know a quarter or more, 8 of the 12 strange questions stay below it
# or find nothing; at a third 7 right ones would be lost and none of the strange ones more.
ENOUGH = 0.25
ALTERNATIVES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceChoice:
    """The chosen card, None when no candidate knows the question's words; and what else may be meant."""

    card: Card | None
    alternatives: tuple[Service, ...]


def choose_service(found: Sequence[Found], *, topic: Words, card: Callable[[str], Card]) -> ServiceChoice:
    """The best candidate whose card knows enough of the question's own words."""
    services = tuple(candidate.service for candidate in found)
    if not topic.items or not services:
        return ServiceChoice(card=None, alternatives=services[:ALTERNATIVES])
    chosen = card(services[0].id)
    if knows(chosen, topic) < ENOUGH:
        return ServiceChoice(card=None, alternatives=services[:ALTERNATIVES])
    return ServiceChoice(card=chosen, alternatives=services[1 : 1 + ALTERNATIVES])


def knows(card: Card, topic: Words) -> float:
    """Share of the topic's words that the card's names, conditions or quotes hold, in either language."""
    stems = _card_stems(card)
    known = sum(
        _held(word, stems) or any(all(_held(part, stems) for part in phrase.items) for phrase in related(word))
        for word in topic.items
    )
    return known / len(topic.items)


def _held(word: Word, stems: frozenset[str]) -> bool:
    return word.folded_kk in stems or word.ru in stems


def _card_stems(card: Card) -> frozenset[str]:
    texts = {card.service.name_kk or "", card.service.name_ru or ""}
    for statement in card.statements:
        texts.update((statement.evidence.quote, condition_text(statement)))
    return frozenset().union(*(read_words(text, damaged=True).stems for text in texts))
