"""How well a condition of a document fits what the asker said."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from kb.answer.concepts import read_concepts, usual_concepts
from kb.answer.documents.wording import codes_of, cue_places, pattern, plain, read_meanings
from kb.answer.expansion import related
from kb.text.cues import find_cue
from kb.text.words import Word, Words, read_words

BEGINNING = 5  # letters that forms of a word share where its stems differ: «продлить», «продления»
SHARE = 0.6  # … and the least part of the shorter form; chosen on the even questions of tests/labels/consultant
SHORT = 3
BESIDE = 0.5  # what another part of the question adds
BREAKS = str.maketrans(dict.fromkeys(";.!?()/", ","))


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """What an asker said, part by part; a part is what stands between two stops, without what it denies.

    `known` are stems of the service's name, which tell of no case.
    """

    parts: tuple[Words, ...]
    known: frozenset[str] = frozenset()


def read_told(text: str, *, known: str = "") -> Told:
    """The parts of a question; `known` is the name of the service. What a name sets side by side («issue or extension»)
    are cases, and remain."""
    parts = []
    for part in text.translate(BREAKS).split(","):
        words = read_words(part)
        denied = {place + 1 for place in cue_places(words, "denies_next")}
        denied |= {place - 1 for place in cue_places(words, "denies_last")}
        kept = [
            word
            for place, word in enumerate(words.items)
            if place not in denied and not _sets_no_case(plain(word.surface))
        ]
        parts.append(Words(tuple(kept)))
    return Told(parts=tuple(parts), known=read_words(pattern("side_by_side").sub(" ", plain(known))).stems)


def _sets_no_case(word: str) -> bool:
    return any(pattern(key).fullmatch(word) for key in ("no_case", "usual_person"))


def weigh_words(conditions: Iterable[str]) -> Counter[str]:
    """How many conditions hold each stem: what all share tells little."""
    return Counter(stem for condition in conditions for stem in read_words(condition).stems)


def fit(condition: str, told: Told, counts: Counter[str], *, whole: bool = False, unsaid: float = 0.0) -> float:
    """How much of a condition the asker said: 1 for a word that no other condition has or a concept, less for others.

    The best of its alternatives counts, and of the question's parts where it is not taken as a `whole`. `unsaid` is
    what each of its words that the asker did not say takes away.
    """
    alternatives = [condition] if whole else condition.translate(BREAKS).split(",")
    parts = [Words(tuple(word for part in told.parts for word in part.items))] if whole else list(told.parts)
    return max((_overlaps(one, parts, counts, told.known, unsaid) for one in alternatives), default=0.0)


def _overlaps(condition: str, parts: list[Words], counts: Counter[str], known: frozenset[str], unsaid: float) -> float:
    found = sorted((_overlap(condition, part, counts, known) for part in parts), reverse=True)
    said = sum(found[:1]) + BESIDE * sum(found[1:])
    if not said or not unsaid:
        return said
    every = sum(_weight(word, counts) for word in dict.fromkeys(read_words(condition).items) if _tells(word))
    return said - unsaid * max(0.0, every - said)


def _overlap(condition: str, part: Words, counts: Counter[str], known: frozenset[str]) -> float:
    words = [word for word in read_words(condition).items if _tells(word) and not {word.folded_kk, word.ru} & known]
    shared = _concepts(condition) & _concepts(" ".join(one.surface for one in part.items))
    said = [word for one in part.items if _tells(one) for word in (one, *_other_words(one, known))]
    found = sum(
        _weight(word, counts)
        for word in dict.fromkeys(words)
        if not _concepts(word.surface) & shared and any(_same(word, other) for other in said)
    )
    return found + len(shared)


def _weight(word: Word, counts: Counter[str]) -> float:
    return 1 / max(1, counts[word.ru], counts[word.folded_kk])


def _other_words(word: Word, known: frozenset[str]) -> list[Word]:
    """The official words for one of a question that is no channel and stands in no name of the service."""
    if {word.folded_kk, word.ru} & known or read_concepts(word.surface).channels:
        return []
    phrases = related(word)
    # A phrase of which the service's name has half is another way to name the service.
    if any(2 * sum(one.ru in known for one in phrase.items) >= len(phrase.items) for phrase in phrases):
        return []
    return [other for phrase in phrases for other in phrase.items]


def _tells(word: Word) -> bool:
    """Whether a word can tell a case: numbers, words of a meaning, and those longer than «for» or «and»."""
    return len(word.surface) > SHORT or word.surface.isdigit() or bool(_meanings(word))


def _concepts(text: str) -> frozenset[tuple[str, str]]:
    counted = codes_of("concepts")
    return frozenset(one for one in read_concepts(text).named - usual_concepts() if one[0] in counted)


def _same(word: Word, other: Word) -> bool:
    if word.shares_stem(other) or _meanings(word) & _meanings(other):
        return True
    common = 0
    for left, right in zip(word.folded, other.folded, strict=False):
        if left != right:
            break
        common += 1
    return common >= BEGINNING and common >= SHARE * min(len(word.folded), len(other.folded))


@lru_cache(maxsize=4096)
def _meanings(word: Word) -> frozenset[int]:
    alone = Words((word,))
    return frozenset(place for place, cues in enumerate(read_meanings()) if any(find_cue(alone, cue) for cue in cues))
