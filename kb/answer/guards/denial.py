"""Whether words of a wrong deed say that the caller wants it: not where it is denied, or done by somebody else."""

import re
from collections.abc import Iterable
from functools import cache

from kb.answer.cue_groups import CueGroups, CueMatch
from kb.answer.wording import read_wording
from kb.text.words import Word, Words

_TABLE = "denial"
NEAR = 2  # words between a deed and what denies it: «взятку [давать] не хочу», «жалтарып [жүрген] жоқпын»
NEXT = 1
REACH = 4  # words between a purpose or what was suffered and the deed


def meant(match: CueMatch, words: Words) -> bool:
    """Whether the deed of `match` is the caller's own and not denied. Two denials of one deed affirm it: «пара бермей
    бітпейді»."""
    around = _groups().places(words)
    first, last = match.places[0], match.places[-1]
    own = set(match.places)
    ending = _negative_ending(match, words.items[last])
    if ending and not _negative_verb(words, last + NEXT):
        return False
    if first and first - NEXT in around.get("before", ()):
        return False
    if _beside(around.get("denies", ()), own, before=NEAR, after=NEAR):
        return False
    if _beside(around.get("suffered", ()), own, before=NEXT, after=REACH):
        return False
    return not _done_by_others(match, words, around)


def _beside(places: Iterable[int], own: set[int], *, before: int, after: int) -> bool:
    """Whether one of `places` stands so many words before or after the deed, outside of it."""
    return any(min(own) - before <= place <= max(own) + after for place in places if place not in own)


def _negative_ending(match: CueMatch, word: Word) -> bool:
    """Whether the verb of the deed is denied by its ending, which the cue itself does not have: «жасыр|маймын»."""
    cue = match.phrase.split()[-1].strip("=*")
    shared = next((n for n, (one, other) in enumerate(zip(cue, word.surface, strict=False)) if one != other), None)
    rest = word.surface[min(len(cue), len(word.surface)) if shared is None else shared :]
    return any(pattern.match(rest) for pattern in _patterns("negative_endings"))


def _negative_verb(words: Words, place: int) -> bool:
    return place < len(words.items) and _ends(words.items[place], "negative_verbs")


def _done_by_others(match: CueMatch, words: Words, around: dict[str, frozenset[int]]) -> bool:
    """«подделали», «фиктивно прописали», «муж уклоняется»: a deed told of others, unless it is what they shall do."""
    first, last = match.places[0], match.places[-1]
    wished = any(first - REACH <= place <= last + NEAR for place in around.get("wished", ()))
    told = {*match.places, *range(last + NEXT, min(last + NEXT + NEAR, len(words.items)))}
    if wished:
        kept = range(max(first - REACH, 0), first)
        return bool(set(kept) & around.get("kept_from", frozenset())) and first not in around["wished"]
    if any(place in around.get("ourselves", ()) for place in range(max(first - NEAR, 0), last + NEXT + NEAR)):
        return False
    return any(_ends(words.items[place], "done_by_others") for place in told - around.get("no_deeds", frozenset()))


def _ends(word: Word, part: str) -> bool:
    return any(pattern.search(word.surface) for pattern in _patterns(part))


@cache
def _patterns(part: str) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_wording(_TABLE)["endings"][part])


@cache
def _groups() -> CueGroups:
    return CueGroups(read_wording(_TABLE))
