"""The paragraph of a service's texts that fits a question best, where no attribute answers it."""

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kb.answer.asking import Asking
from kb.answer.reading.shared_words import held_places
from kb.answer.wording import read_wording
from kb.model import Evidence
from kb.search.question_reading import content_words
from kb.text.cues import find_cue
from kb.text.words import Word, Words

LONGEST = 320  # characters of a quote: two or three sentences
ATTRIBUTE_WORDS = "attribute_words"  # what a standard states of every service
OF_NAME = 0.25
SHORTEST = 4
ALIKE = 0.75  # of the best passage; 0.9, 0.75, 0.6 tried on the stories of tests/real/narrative.yaml: 25, 26, 26 of 28
OTHER_LANGUAGE = 0.8  # of two texts of an act the one in the language of the question is quoted
_SENTENCE = re.compile(r"(?<=[.!?;])\s+|(?<=[»”*]),\s+|\n+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Fit:
    """A quote and how well it fits, without the words of the service's own name and those that name its attributes.

    `told` is what the words that it shares with the question tell: the rarer a word in the service's texts, the more;
    `share` is that of all words of the question; `words` is their number. A `weak` fit stands behind the values.
    `second` is the next passage where it fits nearly as well; `phrase` is how the quote is told (data/phrases.yaml).
    """

    evidence: Evidence
    told: float
    share: float
    words: int
    weak: bool = False
    second: Evidence | None = None
    phrase: str = "quoted"


def find_best_clause(
    asking: Asking,
    passages: Sequence[Evidence],
    *,
    names: str,
    among: Sequence[Evidence] | None = None,
    common: Sequence[str] = (ATTRIBUTE_WORDS,),
) -> Fit | None:
    """The best stretch of the best passage, the first of equal ones; None where none shares a word with the question.

    `names` are the names of the service: their words tell which service is meant and little of what is asked, and so do
    the words by which every service is asked about. `among` are the stretches to choose from in place of the passages,
    whose words are as rare as in the passages; `common` are the data files of the words that tell little.
    """
    asked = tuple(word for word in content_words(asking.reading.words).items if _tells(word))
    if not asked or not passages:
        return None
    held = [held_places(passage.quote, asked) for passage in passages]
    named = held_places(names, asked) | _of_tables(asked, common)
    weights = [weight * (OF_NAME if place in named else 1) for place, weight in enumerate(_weights(len(asked), held))]
    ranked = _rank(passages if among is None else among, asked, weights, asking)
    if not ranked:
        return None
    best, most = ranked[0]
    quote = _narrow(best, asked, weights)
    shared = held_places(quote.quote, asked) - named
    told = _weigh(shared, weights)
    all_told = sum(weight for place, weight in enumerate(weights) if place not in named)
    second = next((_narrow(one, asked, weights) for one, weight in ranked[1:2] if weight >= ALIKE * most), None)
    return Fit(evidence=quote, told=told, share=told / all_told if all_told else 0.0, words=len(shared), second=second)


def sentences_of(passage: Evidence) -> Iterator[Evidence]:
    """The sentences of a passage, each with its place."""
    for start, end in _sentences(passage.quote):
        yield _cut(passage, start, end)


def _rank(
    stretches: Sequence[Evidence], asked: tuple[Word, ...], weights: Sequence[float], asking: Asking
) -> list[tuple[Evidence, float]]:
    """The stretches that share a word with the question with what it tells, the most telling first."""
    held = [(one, held_places(one.quote, asked)) for one in stretches]
    weighed = [
        (one, _weigh(places, weights) * (1 if one.language is asking.language else OTHER_LANGUAGE))
        for one, places in held
        if places
    ]
    return sorted(weighed, key=lambda pair: -pair[1])


def _of_tables(asked: tuple[Word, ...], tables: Sequence[str]) -> frozenset[int]:
    """Places of the words that stand in one of the tables of cues."""
    cues = [(str(cue), language) for table in tables for language, some in read_wording(table).items() for cue in some]
    return frozenset(
        place
        for place, word in enumerate(asked)
        if any(find_cue(Words((word,)), cue, language=language) for cue, language in cues)
    )


def _tells(word: Word) -> bool:
    """Short stems stand in too many words: «бас», «сол»; figures tell whatever their length."""
    return len(word.surface) >= SHORTEST or word.surface.isdigit()


def _weights(count: int, held: Sequence[frozenset[int]]) -> list[float]:
    """A word that few passages have tells more; one that no passage has still counts against the fit."""
    return [math.log(1 + len(held) / (1 + sum(place in one for one in held))) for place in range(count)]


def _weigh(places: frozenset[int], weights: Sequence[float]) -> float:
    return sum(weights[place] for place in places)


def _narrow(passage: Evidence, asked: tuple[Word, ...], weights: Sequence[float]) -> Evidence:
    """The stretch of whole sentences of at most LONGEST characters that has most of the words."""
    if len(passage.quote) <= LONGEST:
        return passage
    sentences = list(_sentences(passage.quote))
    stretches = [_stretch(sentences, first) for first in range(len(sentences))]
    first, last = max(
        stretches,
        key=lambda span: (_weigh(held_places(passage.quote[span[0] : span[1]], asked), weights), -(span[1] - span[0])),
    )
    return _cut(passage, first, last)


def _cut(passage: Evidence, start: int, end: int) -> Evidence:
    return replace(
        passage,
        start=passage.start + start,
        end=passage.start + end,
        line=passage.line + passage.quote.count("\n", 0, start),
        quote=passage.quote[start:end],
    )


def _stretch(sentences: Sequence[tuple[int, int]], first: int) -> tuple[int, int]:
    start, end = sentences[first]
    for _, further in sentences[first + 1 :]:
        if further - start > LONGEST:
            break
        end = further
    return start, end


def _sentences(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for found in _SENTENCE.finditer(text):
        if text[start : found.start()].strip():
            yield start, found.start()
        start = found.end()
    if text[start:].strip():
        yield start, len(text)
