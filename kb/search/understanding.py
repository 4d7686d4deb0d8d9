"""A text typed by a person → what it asks for."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import lru_cache

from indexes.vocabulary import Term
from kb.search.analysed import LONGEST_TOKEN, usable
from kb.search.concept import Alternative, Concept, Origin, Understood
from kb.search.correction import correct_text
from kb.search.errors import BadQuery
from kb.search.known_word import word_forms
from kb.search.question_reading import asking_words, read_question
from kb.search.references import read_references
from kb.search.request import quoted_phrases
from kb.search.spelling import Unit, put_words_right
from kb.search.vocabulary_match import Vocabulary, VocabularyMatch, vocabulary_with
from kb.search.word_list import WordList
from kb.text import analyse, fold, identify_language, number_tokens, tokenise
from kb.text.words import read_words

_DEBRIS = re.compile(rf"\w{{{LONGEST_TOKEN + 1},}}")  # cut: no index has longer ones, and caches would keep them
MOST_CONCEPTS = 40  # of a pasted text the first ones are enough
MOST_ALTERNATIVES = 24  # of one concept
MOST_WORDINGS = 200  # of a query: behind them only the typed words are looked for; engines limit what they are asked


def understand(text: str, word_list: WordList, *, terms: tuple[Term, ...] = ()) -> Understood:
    """What `text` asks for, read with the words that the base knows and the vocabulary with further `terms`.

    Raises BadQuery for a text without a word or number.
    """
    vocabulary = vocabulary_with(terms)
    plain = _DEBRIS.sub(lambda word: word[0][:LONGEST_TOKEN], text)
    written = correct_text(plain, names=vocabulary.latin_names) or plain
    typed = [token.text for token in tokenise(fold(written).text)]
    if not typed:
        raise BadQuery("the query has no word or number in it: type at least one")
    units = put_words_right(typed, word_list, kept=_words_of(terms))
    meant = [word for unit in units for word in unit.meant]
    corrected = any(unit.corrected for unit in units)
    sentence = " ".join(meant) if corrected else written
    phrases = (tuple(usable(analyse(phrase).exact)) for phrase in quoted_phrases(written))
    return Understood(
        typed=plain,
        meant=_shown(written, units) if corrected else written,
        language=identify_language(sentence),
        concepts=_within_limits(_concepts(units, sentence, vocabulary)),
        phrases=tuple(phrase for phrase in phrases if phrase),
        ids=read_references(text, written),
    )


@lru_cache(maxsize=8)
def _words_of(terms: tuple[Term, ...]) -> frozenset[str]:
    """Forms of the words that people added and of those that ask («бүгін»), which texts may lack; those of the
    vocabulary itself are in the index of words."""
    phrases = (*(phrase for term in terms for phrase in (*term.said, *term.short)), *asking_words())
    return frozenset(
        form for phrase in phrases for word in read_words(phrase).items for form in word_forms(word.surface)
    )


def _concepts(units: Sequence[Unit], sentence: str, vocabulary: Vocabulary) -> tuple[Concept, ...]:
    reading = read_question(sentence)
    telling = reading.topic if reading.topic.items else reading.words
    matches = vocabulary.find(reading.words)
    # words of a reading are written with е
    typed_for = {word.replace("ё", "е"): unit.typed for unit in units if unit.corrected for word in unit.meant}
    single: dict[int, Concept] = {}
    for place, word in enumerate(reading.words.items):
        if word not in telling.items:
            continue
        own = [Alternative((word.surface,), Origin.TYPED)]
        if word.surface in typed_for:
            spelled = Alternative((word.surface,), Origin.SPELLING)
            own = [Alternative((part,), Origin.TYPED) for part in typed_for[word.surface]] + [spelled]
        # texts write «30» for what is typed as «отыз» or «тридцать»
        own += [Alternative((figure,), Origin.TYPED) for figure in number_tokens(word.surface)]
        standing = [match for match in matches if match.places == (place,)]
        single[place] = _concept(word.surface, [*own, *_official(standing)])
    concepts = dict(single)
    for places in _longest(match.places for match in matches):
        parts = tuple(single[place] for place in places if place in single)
        if parts:
            standing = [match for match in matches if match.places == places]
            phrase = _concept(" ".join(reading.words.items[place].surface for place in places), _official(standing))
            concepts = {place: concept for place, concept in concepts.items() if place not in places}
            concepts[places[0]] = replace(phrase, parts=parts)
    return tuple(concepts[place] for place in sorted(concepts))


def _within_limits(concepts: Sequence[Concept]) -> tuple[Concept, ...]:
    kept: list[Concept] = []
    wordings = 0
    for concept in concepts[:MOST_CONCEPTS]:
        size = sum(1 for _ in concept.words)
        kept.append(concept if wordings + size <= MOST_WORDINGS else _as_typed(concept))
        wordings += size
    return tuple(kept)


def _as_typed(concept: Concept) -> Concept:
    if concept.parts:
        return replace(concept, alternatives=(), parts=tuple(map(_as_typed, concept.parts)))
    return replace(concept, alternatives=concept.alternatives[:1])


def _longest(found: Iterable[tuple[int, ...]]) -> list[tuple[int, ...]]:
    """The places of phrases of several words, the longer ones first and none with a word of another."""
    kept: list[tuple[int, ...]] = []
    for places in sorted({one for one in found if len(one) > 1}, key=lambda one: (-len(one), one)):
        if not any(set(places) & set(other) for other in kept):
            kept.append(places)
    return kept


def _official(matches: Iterable[VocabularyMatch]) -> list[Alternative]:
    return [
        Alternative(tuple(word.surface for word in phrase.words.items), Origin.VOCABULARY, phrase.language)
        for match in matches
        for phrase in match.official
    ]


def _concept(typed: str, alternatives: Iterable[Alternative]) -> Concept:
    return Concept(typed, tuple(dict.fromkeys(alternatives))[:MOST_ALTERNATIVES])


def _shown(written: str, units: Sequence[Unit]) -> str:
    """The written text with its corrected words replaced, all other letters and signs as they are."""
    tokens = tokenise(written)
    if [token.text for token in tokens] != [word for unit in units for word in unit.typed]:
        return " ".join(word for unit in units for word in unit.meant)
    pieces: list[str] = []
    done = place = 0
    for unit in units:
        first, last = tokens[place], tokens[place + len(unit.typed) - 1]
        if unit.corrected:
            pieces += [written[done : first.start], " ".join(unit.meant)]
            done = last.end
        place += len(unit.typed)
    return "".join([*pieces, written[done:]])
