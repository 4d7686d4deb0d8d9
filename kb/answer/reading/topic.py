"""The words of a question that tell which service is meant."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from kb.answer.reading.creatures import creature_places
from kb.answer.wording import read_wording
from kb.search import domain_vocabulary
from kb.search.question_reading import Reading
from kb.search.vocabulary_match import VocabularyMatch
from kb.text.cue_beginnings import CueBeginnings
from kb.text.cues import find_all, find_cue
from kb.text.words import Word, Words

LANGUAGES = ("kk", "ru")
KINDS = ("help", "persons")  # parts of common_words.yaml that alone name no service yet


@dataclass(frozen=True, slots=True, kw_only=True)
class Unit:
    """One thing that is named: a word, or words that the vocabulary knows as a phrase, with the official phrases for
    it."""

    words: tuple[Word, ...]
    official: tuple[Words, ...]

    def held_by(self, stems: frozenset[str]) -> bool:
        """Whether the words or one of the official phrases stand among the stems."""
        return _all_held(self.words, stems) or any(_all_held(phrase.items, stems) for phrase in self.official)


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """What a question is about: `units` are the things that it names, `text` their words; `own` says that they tell
    services apart, which words of every service («лицензия», «подать», «онлайн») do not; `papers` are those of them
    that are given out; `kinds` says that they are no more than a kind of help («жәрдемақы») or a person («балама»);
    `creatures` are those of them that are animals, robots and the like."""

    units: tuple[Unit, ...]
    own: bool
    papers: tuple[Unit, ...]
    text: str
    kinds: bool = False
    creatures: tuple[Unit, ...] = ()

    def strange(self, known: Callable[[Collection[str]], Collection[str]]) -> float:
        """The share (0 to 1) of the units of which neither the base has a word nor the vocabulary a meaning; `known`
        gives those of words that the base has."""
        words = {word.surface for unit in self.units for word in unit.words if len(word.surface) > 1}
        missing = words - set(known(words)) if words else words
        strangers = [
            unit for unit in self.units if not unit.official and all(word.surface in missing for word in unit.words)
        ]
        return len(strangers) / max(len(self.units), 1)


def read_topic(reading: Reading) -> Topic:
    """The things that a question names; where there are only words of every service, those."""
    words = reading.words
    telling = [place for place, word in enumerate(words.items) if word in reading.topic.items]
    common = _common_places(words)
    own = [place for place in telling if place not in common and not words.items[place].surface.isdigit()]
    matches = domain_vocabulary().find(words)
    units = _units(words, own or telling, matches)
    return Topic(
        units=units,
        own=bool(own),
        papers=_units(words, [place for place in telling if place in _places_of(words, "papers")], matches),
        text=" ".join(words.items[place].surface for place in own or telling),
        creatures=_units(words, [place for place in own if place in creature_places(words)], matches),
        kinds=all(len(unit.words) == 1 for unit in units)  # «документ на ребёнка» is the name of a thing
        and any(bool(own) and _places_of(words, part).issuperset(own) for part in KINDS),
    )


def _units(words: Words, places: list[int], matches: Sequence[VocabularyMatch]) -> tuple[Unit, ...]:
    taken: set[int] = set()
    units: list[tuple[int, Unit]] = []
    for run in sorted({match.places for match in matches if len(match.places) > 1}, key=lambda run: (-len(run), run)):
        if taken & set(run) or not set(run) & set(places):
            continue
        taken.update(run)
        official = (phrase.words for match in matches if match.places == run for phrase in match.official)
        units.append((run[0], Unit(words=tuple(words.items[place] for place in run), official=tuple(official))))
    for place in places:
        if place not in taken:
            official = (phrase.words for match in matches if match.places == (place,) for phrase in match.official)
            units.append((place, Unit(words=(words.items[place],), official=tuple(official))))
    return tuple(unit for _, unit in sorted(units, key=lambda pair: pair[0]))


def _all_held(words: tuple[Word, ...], stems: frozenset[str]) -> bool:
    return all(word.folded_kk in stems or word.ru in stems for word in words)


@lru_cache(maxsize=4096)
def telling(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Those of `words` that tell services apart; all of them where none does."""
    common = _common_places(Words(words))
    return tuple(word for place, word in enumerate(words) if place not in common) or words


def _common_places(words: Words) -> frozenset[int]:
    parts = (part for part in read_wording("common_words") if part not in KINDS)
    return frozenset().union(*(_places_of(words, part) for part in parts))


def _places_of(words: Words, part: str) -> frozenset[int]:
    cues = _cues(part)
    found: set[int] = set()
    for language, phrase in (cues[number] for number in _beginnings(part).possible(words)):
        found.update(find_cue(words, phrase, language=language) if " " in phrase else find_all(words, phrase))
    return frozenset(found)


@cache
def _cues(part: str) -> tuple[tuple[str, str], ...]:
    lists = read_wording("common_words")[part]
    return tuple((language, str(phrase)) for language in LANGUAGES for phrase in lists[language])


@cache
def _beginnings(part: str) -> CueBeginnings:
    return CueBeginnings((phrase, language) for language, phrase in _cues(part))
