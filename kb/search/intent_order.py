"""Which of the things that a question mentions it asks for, and in which order."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from kb.model import Intent
from kb.search.tables import read_table
from kb.text import fold, tokenise
from kb.text.words import Words, read_words

STRONG = 3  # weight of the phrases that ask by themselves
PLAIN = 2
_PART_SIGNS = ".,;:?!–—"
# Their very nouns ask: «жалоба на ЦОН, сколько дней» is about the complaint.
_LEADING = (Intent.STATUS, Intent.APPEAL)
# Their bare noun asks where it is all of a part: «аудиторская лицензия, переоформление - документы».
_BARE = (Intent.DOCUMENTS,)


@dataclass(frozen=True, slots=True)
class IntentMatch:
    """A phrase of an intent at its places among the words of a question."""

    intent: Intent
    weight: int
    places: frozenset[int]

    @property
    def span(self) -> int:
        """How far it reaches: a looser fit of a shorter phrase reaches further."""
        return max(self.places) - min(self.places)


@dataclass(frozen=True, slots=True)
class Parts:
    """For each word the number of the part of the sentence that it stands in; `asked` are parts that end in a «?»."""

    of: tuple[int, ...]
    asked: frozenset[int]


def read_parts(text: str) -> Parts:
    """The parts between signs and joining words."""
    folded = fold(text).text
    tokens = tokenise(folded)
    part = 0
    numbers: list[int] = []
    asked: set[int] = set()
    for place, token in enumerate(tokens):
        if token.text in _spellings("joints"):
            part += 1
        numbers.append(part)
        end = tokens[place + 1].start if place + 1 < len(tokens) else len(folded)
        between = folded[token.end : end]
        if "?" in between:
            asked.add(part)
        if any(sign in between for sign in _PART_SIGNS) or " - " in between:
            part += 1
    return Parts(tuple(numbers), frozenset(asked))


def order_intents(matches: Sequence[IntentMatch], words: Words, parts: Parts) -> tuple[Intent, ...]:
    """The intents that are asked for, in the order of the question; empty where no phrase of any stands in it.

    Phrases that ask by themselves («сколько стоит», «неше күнде») all count, others («платно?», «через ЦОН») where they
    stand in a part of their own that asks, or where there is nothing else: then the heaviest sum wins.
    """
    kept = _without_looser(matches)
    leading = [match for match in kept if match.intent in _LEADING and match.weight == STRONG]
    if leading:
        return _in_order(leading)
    strong = [match for match in kept if match.weight == STRONG and _asks(match, words, parts)]
    strong = _without_supposed(strong, words, parts)
    strong = strong or [match for match in kept if match.intent in _BARE and _is_part(match, parts)]
    told = {parts.of[place] for match in strong for place in match.places}
    beside = [
        match
        for match in kept
        if match.weight == PLAIN and not told & _parts_of(match, parts) and _part_asks(match, words, parts)
    ]
    independent = [match for match in beside if not _is_condition(match, words, parts)]
    if strong:
        return _in_order([*strong, *_heaviest_by_part(independent, parts)])
    beside = independent or beside
    plain = [match for match in kept if match.weight == STRONG] or beside or list(kept)
    if plain is beside:
        return _in_order(_heaviest_by_part(beside, parts))
    return tuple(_sums(plain)[:1])


def _without_looser(matches: Sequence[IntentMatch]) -> list[IntentMatch]:
    """Of two intents that share a word the closer phrase is meant: «қағаз [қанша] тұрады» is no «қағаз түрде»."""
    sums = {intent: place for place, intent in enumerate(_sums(matches))}

    def rank(match: IntentMatch) -> tuple[int, int, int]:
        return (-match.weight, match.span, sums[match.intent])

    return [
        match
        for match in matches
        if not any(
            other.intent is not match.intent and other.places & match.places and rank(other) < rank(match)
            for other in matches
        )
    ]


def _without_supposed(strong: Sequence[IntentMatch], words: Words, parts: Parts) -> list[IntentMatch]:
    """Without what another question only supposes: «по какому приказу принимают только в ЦОНе?» is on the order."""
    asking = [match for match in strong if any(_is(words, place, "asking") for place in match.places)]
    asked = {part for match in asking for part in _parts_of(match, parts)}
    return [
        match
        for match in strong
        if match in asking or _is(words, max(match.places) + 1, "particles") or not asked & _parts_of(match, parts)
    ]


def _asks(match: IntentMatch, words: Words, parts: Parts) -> bool:
    if any(_is(words, place, "asking") for place in match.places):
        return True
    last = max(match.places)
    return _is(words, last + 1, "particles") or (
        parts.of[last] in parts.asked and (last + 1 == len(words.items) or parts.of[last + 1] != parts.of[last])
    )


def _is_part(match: IntentMatch, parts: Parts) -> bool:
    """Whether it is a part of the sentence by itself, behind others: «апостиль на портале: документы»."""
    own = _parts_of(match, parts)
    return min(own) > 0 and sum(part in own for part in parts.of) == len(match.places)


def _part_asks(match: IntentMatch, words: Words, parts: Parts) -> bool:
    own = _parts_of(match, parts)
    if own & parts.asked:
        return True
    return any(_is(words, place, "particles") for place, part in enumerate(parts.of) if part in own)


def _is_condition(match: IntentMatch, words: Words, parts: Parts) -> bool:
    first = parts.of.index(min(_parts_of(match, parts)))
    return first > 0 and any(_is(words, place, "conditions") for place in (first, first + 1))


def _parts_of(match: IntentMatch, parts: Parts) -> set[int]:
    return {parts.of[place] for place in match.places}


def _heaviest_by_part(matches: Sequence[IntentMatch], parts: Parts) -> list[IntentMatch]:
    """One intent a part: the one with the highest sum, the later of two alike."""
    chosen: dict[int, list[IntentMatch]] = {}
    for match in matches:
        chosen.setdefault(parts.of[min(match.places)], []).append(match)
    return [
        max(one, key=lambda match: (sum(m.weight for m in one if m.intent is match.intent), min(match.places)))
        for one in chosen.values()
    ]


def _in_order(matches: Sequence[IntentMatch]) -> tuple[Intent, ...]:
    return tuple(dict.fromkeys(match.intent for match in sorted(matches, key=lambda match: min(match.places))))


def _sums(matches: Sequence[IntentMatch]) -> list[Intent]:
    """Intents by their heaviest phrase, then by all of them: many weak words do not outweigh one that asks."""
    scores: dict[Intent, tuple[int, int]] = {}
    for match in matches:
        heaviest, total = scores.get(match.intent, (0, 0))
        scores[match.intent] = (max(heaviest, match.weight), total + match.weight)
    return sorted(scores, key=lambda intent: scores[intent], reverse=True)


def _is(words: Words, place: int, table: str) -> bool:
    if place >= len(words.items):
        return False
    word = words.items[place]
    return word.surface in _spellings(table) or word.folded in _spellings(table)


@cache
def _spellings(table: str) -> frozenset[str]:
    lists = read_table("asking_words")[table]
    found = (word for language in ("kk", "ru") for part in lists[language] for word in read_words(str(part)).items)
    return frozenset(form for word in found for form in (word.surface, word.folded))
