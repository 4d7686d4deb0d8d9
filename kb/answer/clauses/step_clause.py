"""The term of a step: a sentence with a time that speaks of what is asked, where the service's own term does not."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache

from kb.answer.asking import Asking
from kb.answer.clauses.best_clause import ATTRIBUTE_WORDS, Fit, find_best_clause, sentences_of
from kb.answer.reading.claims import read_term
from kb.answer.values.composition import Section
from kb.answer.values.merging import Merged
from kb.model import Evidence, Intent, Purpose, Statement
from kb.text import find_numbers, fold

# What the words that a sentence shares with the question must tell, to stand behind the service's term and before it;
# tried on the even questions of tests/labels/consultant/steps.jsonl and the development set. See docs/consultant.md.
TOLD, TOLD_FIRST = 2.0, 4.0
FIRST_WORDS = 2


def find_step_clause(
    asking: Asking,
    passages: Sequence[Evidence],
    sections: Sequence[Section],
    *,
    terms: Sequence[Statement],
    names: str,
) -> Fit | None:
    """The sentence with a time, or the value of `sections` or `terms`, that shares most with a question for a term.

    None where it asks for none, and where nothing has a word of it besides the service's name and the words that every
    service is asked about with. `weak` is a fit that stands behind the values.
    """
    if Intent.DEADLINE not in asking.intents or asking.claim or asking.filing:
        return None
    if sections and Purpose.QUEUE in asking.reading.purposes:
        return None
    timed = [one for passage in passages for one in sentences_of(passage) if _names_time(one.quote)]
    among = [*(value.evidence for value in (*_statements(sections), *terms)), *timed]
    fit = find_best_clause(asking, passages, names=names, among=among, common=(ATTRIBUTE_WORDS, "waiting_words"))
    if fit is None or fit.told < TOLD:
        return None
    first = fit.told >= TOLD_FIRST and fit.words >= FIRST_WORDS
    return replace(fit, weak=bool(sections) and not first, second=None, phrase="step_quote")


def lead_with(sections: Sequence[Section], place: Evidence, terms: Sequence[Statement]) -> tuple[Section, ...]:
    """The sections with the values that stand at a place before the others, also one of `terms` that they lack; empty
    where none stands there."""
    for fits in (_is_at, overlaps):
        if any(fits(one.evidence, place) for one in _statements(sections)):
            return tuple(_sorted(section, place, fits) for section in sections)
        if sections and (step := next((one for one in terms if fits(one.evidence, place)), None)):
            value = Merged(statement=step, others=(), excluded=False)
            return (replace(sections[0], values=(value, *sections[0].values), most=sections[0].most + 1), *sections[1:])
    return ()


def _sorted(section: Section, place: Evidence, fits: Callable[[Evidence, Evidence], bool]) -> Section:
    def is_behind(value: Merged) -> bool:
        return not any(fits(one.evidence, place) for one in value.statements)

    return replace(section, values=tuple(sorted(section.values, key=is_behind)))


def _statements(sections: Sequence[Section]) -> Iterator[Statement]:
    return (one for section in sections for value in section.values for one in value.statements)


def _is_at(one: Evidence, place: Evidence) -> bool:
    return (one.document, one.start, one.end) == (place.document, place.start, place.end)


def overlaps(one: Evidence, place: Evidence) -> bool:
    """Whether two quotes have a stretch of one document in common."""
    return one.document == place.document and one.start < place.end and place.start < one.end


@lru_cache(maxsize=8192)
def _names_time(sentence: str) -> bool:
    """Whether a sentence has a number with a unit of time behind it."""
    return bool(find_numbers(fold(sentence).text)) and read_term(sentence) is not None
