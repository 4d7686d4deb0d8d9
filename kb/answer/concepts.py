"""Conditions that questions and sources name in different words: duplicate, reissue, portal, Astana."""

from dataclasses import dataclass
from functools import cache, lru_cache

from kb.answer.wording import read_wording
from kb.model import ChannelCode
from kb.norms import regions
from kb.text.cues import find_cue
from kb.text.words import read_words

LANGUAGES = ("kk", "ru")
LONG_NAME = 5
LONGEST_ENDING = 2
ENDINGS = "аыеіиуьйя"


@dataclass(frozen=True, slots=True, kw_only=True)
class Concepts:
    """What a text names: concepts as (group, concept) pairs, channels and regions by code."""

    named: frozenset[tuple[str, str]]
    channels: frozenset[ChannelCode]
    regions: frozenset[str]


@lru_cache(maxsize=4096)
def read_concepts(text: str) -> Concepts:
    """The concepts, channels and regions that `text` names."""
    data = read_wording("concepts")
    named = {
        (group, concept)
        for group, entry in data["groups"].items()
        for concept, cues in entry["concepts"].items()
        if _holds(text, cues)
    }
    named |= {(concept, concept) for concept, cues in data["single"].items() if _holds(text, cues)}
    channels = {ChannelCode(code) for code, cues in data["channels"].items() if _holds(text, cues)}
    return Concepts(named=frozenset(named), channels=frozenset(channels), regions=_regions_in(text))


def usual_concepts() -> frozenset[tuple[str, str]]:
    """The concept of each group that is meant when a question names none."""
    groups = read_wording("concepts")["groups"]
    return frozenset((group, entry["usual"]) for group, entry in groups.items() if "usual" in entry)


def exclusive(group: str) -> bool:
    """Whether the concepts of a group exclude each other."""
    return group in read_wording("concepts")["groups"]


def names_elsewhere(text: str) -> bool:
    """Whether a region condition means the rest of the country: «басқа филиалдар»."""
    return _holds(text, read_wording("concepts")["elsewhere"])


def _holds(text: str, cues: dict[str, list[str]]) -> bool:
    words = read_words(text)
    return any(find_cue(words, str(phrase), language=language) for language in LANGUAGES for phrase in cues[language])


def _regions_in(text: str) -> frozenset[str]:
    words = read_words(text)
    found = [(len(name.split()), code) for code, name in _region_names() if find_cue(words, name)]
    # «Алматы облысы» names the region and not the city: the longest name wins
    longest = max((length for length, _ in found), default=0)
    return frozenset(code for length, code in found if length == longest)


@cache
def _region_names() -> tuple[tuple[str, str], ...]:
    return tuple((region.code, _as_cue(name)) for region in regions() for name in region.names)


def _as_cue(name: str) -> str:
    """A name to be known by the beginning of its words: names are declined in both languages («в Астане»)."""
    return " ".join(map(_beginning, name.replace(".", "").split()))


def _beginning(word: str) -> str:
    if len(word) < LONG_NAME:
        return word
    shortest = max(LONG_NAME, len(word) - LONGEST_ENDING)
    while len(word) > shortest and word[-1] in ENDINGS:
        word = word[:-1]
    return word + "*"
