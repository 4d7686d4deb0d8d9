"""What a question asks for, recognised by its cue words."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from kb.model import Intent, Purpose
from kb.search.intent_order import STRONG, IntentMatch, order_intents, read_parts
from kb.search.tables import read_table
from kb.text.cue_beginnings import CueBeginnings
from kb.text.cues import find_all, find_cue
from kb.text.words import Words, read_words

LANGUAGES = ("kk", "ru")  # callers mix both in one sentence, so cues of both are always looked for


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """A question read for what it asks.

    `intents` are all that it asks for, in the order of the question, `intent` the first of them; `purposes` are the
    terms asked for beside or instead of the service's own; `topic` keeps the words that tell which service and which
    case is meant; `scores` shows the weight of the phrases of each intent, the heaviest and all together.
    """

    intent: Intent
    intents: tuple[Intent, ...]
    purposes: frozenset[Purpose]
    words: Words
    topic: Words
    scores: dict[Intent, tuple[int, int]]


NO_NAME = Words(())
# One question is read seven times on its way to an answer: as typed and as meant, by guards and searches. Readings of
# 1,000 letters take some hundred kilobytes.
KEPT_READINGS = 64


@lru_cache(maxsize=KEPT_READINGS)
def read_question(text: str, *, name: Words = NO_NAME) -> Reading:
    """What a question asks for; `card` where it is nothing particular. Phrases that only repeat words of the `name` of
    the service that is meant count where no other phrase asks."""
    words = read_words(text)
    # Callers leave out Kazakh letters in some words of a sentence and not in others.
    matches = _beside_name(_find_matches(read_words(text, damaged=True)), words, name)
    intents = order_intents(matches, words, read_parts(text)) or (Intent.CARD,)
    scores: dict[Intent, tuple[int, int]] = {}
    for match in matches:
        heaviest, total = scores.get(match.intent, (0, 0))
        # the heaviest phrase first: «ЦОН», «сдать» and «портал» together do not outweigh one «когда будет готово»
        scores[match.intent] = (max(heaviest, match.weight), total + match.weight)
    strongest = max(read_table("intents")["weights"].values())
    # Words are taken out of the topic only where they are spelled as a cue: the search needs what is left.
    taken = {place for match in _find_matches(words) if match.weight == strongest for place in match.places}
    return Reading(
        intent=intents[0],
        intents=intents,
        purposes=_asked_purposes(words),
        words=words,
        topic=_topic(words, taken),
        scores=scores,
    )


def question_words() -> Iterator[str]:
    """Every phrase by which intents are told and every word that tells nothing: what a misspelled word may mean too."""
    for _, _, _, phrase in _intent_cues():
        yield " ".join(word for word in phrase.split() if not word.endswith("*")).replace("=", "")
    for language in LANGUAGES:
        yield " ".join(map(str, read_table("function_words")[language]))


def asking_words() -> Iterator[str]:
    """The same with the beginnings of words («бүгін*»): none of them, nor any form of one, is a misspelled word."""
    yield from question_words()
    for _, _, _, phrase in _intent_cues():
        yield phrase.replace("*", "").replace("=", "")


def content_words(words: Words) -> Words:
    """The words without those that every question has: pronouns, particles, words of asking."""
    functional = _function_words()
    return Words(tuple(word for word in words.items if word.folded not in functional and len(word.surface) > 1))


def _find_matches(words: Words) -> list[IntentMatch]:
    cues = _intent_cues()
    found = [
        IntentMatch(intent, weight, frozenset(places))
        for intent, weight, language, phrase in (cues[number] for number in _cue_beginnings().possible(words))
        if (places := find_cue(words, phrase, language=language))
    ]
    # a phrase inside a longer one has had its say: «какой документ» within «какой документ выдадут»;
    # of phrases on the same words in one intent the first stands for all
    kept: list[IntentMatch] = []
    for match in found:
        longer = any(match.places < other.places for other in found)
        twin = any(match.places == other.places and match.intent is other.intent for other in kept)
        if not longer and not twin:
            kept.append(match)
    return kept


def _beside_name(matches: list[IntentMatch], words: Words, name: Words) -> list[IntentMatch]:
    stems = {stem for word in name.items for stem in (word.kk, word.ru)}
    named = {place for place, word in enumerate(words.items) if {word.kk, word.ru} & stems}
    beside = [match for match in matches if match.weight == STRONG or not match.places <= named]
    return beside or matches


def _asked_purposes(words: Words) -> frozenset[Purpose]:
    cues = _purpose_cues()
    return frozenset(
        purpose
        for purpose, language, phrase in (cues[number] for number in _purpose_beginnings().possible(words))
        if find_cue(words, phrase, language=language)
    )


def _topic(words: Words, taken: set[int]) -> Words:
    functional = _function_words()
    cues = _general_cues()
    possible = (cues[number] for number in _general_beginnings().possible(words))
    general = {place for phrase in possible for place in find_all(words, phrase)}
    return Words(
        tuple(
            word
            for place, word in enumerate(words.items)
            if place not in taken | general
            and word.folded not in functional
            # a letter tells nothing, a single digit may: services of one name differ in a number
            and (len(word.surface) > 1 or word.surface.isdigit())
        )
    )


@cache
def _function_words() -> frozenset[str]:
    lists = read_table("function_words")
    return frozenset(
        word.folded for language in LANGUAGES for part in lists[language] for word in read_words(str(part)).items
    )


@cache
def _general_cues() -> tuple[str, ...]:
    lists = read_table("function_words")["every_service"]
    return tuple(phrase for language in LANGUAGES for phrase in lists[language])


@cache
def _general_beginnings() -> CueBeginnings:
    return CueBeginnings((phrase, None) for phrase in _general_cues())


@cache
def _purpose_cues() -> tuple[tuple[Purpose, str, str], ...]:
    return tuple(
        (Purpose(code), language, str(phrase))
        for code, lists in read_table("purposes").items()
        for language in LANGUAGES
        for phrase in lists[language]
    )


@cache
def _purpose_beginnings() -> CueBeginnings:
    return CueBeginnings((phrase, language) for _, language, phrase in _purpose_cues())


@cache
def _cue_beginnings() -> CueBeginnings:
    return CueBeginnings((phrase, language) for _, _, language, phrase in _intent_cues())


@cache
def _intent_cues() -> tuple[tuple[Intent, int, str, str], ...]:
    data = read_table("intents")
    return tuple(
        (Intent(code), data["weights"][strength], language, str(phrase))
        for code, strengths in data["intents"].items()
        for strength, lists in strengths.items()
        for language in LANGUAGES
        for phrase in lists.get(language, ())
    )
