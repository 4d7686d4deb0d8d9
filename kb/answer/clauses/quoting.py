"""Whether a question that no attribute answers is answered by a quote."""

from collections.abc import Sequence
from dataclasses import replace

from kb.answer.asking import Asking
from kb.answer.clauses.best_clause import Fit, find_best_clause
from kb.answer.clauses.nearest_clause import find_nearest_clause
from kb.answer.clauses.step_clause import find_step_clause, overlaps
from kb.answer.reading.other_terms import other_term
from kb.answer.sheet import Sheet
from kb.answer.values.composition import Section
from kb.answer.values.sections import OVERVIEW
from kb.answer.values.selection import ATTRIBUTES
from kb.answer.wording import read_wording
from kb.model import Deadline, Intent, Purpose, Statement
from kb.text.cues import find_cue
from kb.text.words import read_words

# What a quote must tell (natural logarithms of rarities), its share and words of the question. Tried on 619 plain
# questions for attributes that a card of the report does not state: none is quoted for; with one word enough, five are.
# On the 10 narrative development questions 2.0 to 4.0 give the same quotes, all right. See docs/consultant.md.
TOLD, TOLD_BESIDE = 3.0, 4.0
SHARE = 0.25
WORDS = 2
TOLD_OF_STORY = 2.4
TOLD_OF_NEAREST = 1.5  # the same behind «not stated»
# A clause that has so much of a question is what it asks, whatever value its intent has: «if I correct the remarks,
# do I pay again?». Of 306 questions (the development set, even labels, stories) 3 get one so, all rightly; with 5.0
# and two words 6 more would, 3 of them wrongly.
TOLD_CLOSELY, SHARE_CLOSELY, WORDS_CLOSELY = 7.0, 0.5, 3


def find_quote(asking: Asking, sheet: Sheet, sections: Sequence[Section]) -> Fit | None:
    """The quote for a question that no value answers, or that asks why and what people say beside the values.

    One that asks for another term than the service's gets a clause that speaks of this term. None where none fits well
    enough, or where the value itself is missing in its text (a gap): then that is told.
    """
    story = asks_for_story(asking)
    if sections and not (story or _is_general(asking)):
        return _find_close(asking, sheet, sections)
    if not sections and _is_gap(asking, sheet):
        return None
    fit = find_best_clause(asking, sheet.passages(sheet.told), names=_names(sheet))
    if term := other_term(asking.reading.words):
        return fit if fit and other_term(read_words(fit.evidence.quote)) == term else None
    if fit is None or _fits(fit, TOLD_BESIDE if sections else TOLD):
        return fit
    # What people told is no value: where it is asked for, the nearest clause says more than none, behind the values.
    return replace(fit, weak=True) if story and fit.told >= TOLD_OF_STORY else None


def _find_close(asking: Asking, sheet: Sheet, sections: Sequence[Section]) -> Fit | None:
    """The clause that has nearly all of the question, where no value stands in it; terms are left to `find_step`."""
    if Intent.DEADLINE in asking.intents:
        return None
    fit = find_best_clause(asking, sheet.passages(sheet.told), names=_names(sheet))
    if fit is None or fit.told < TOLD_CLOSELY or fit.share < SHARE_CLOSELY or fit.words < WORDS_CLOSELY:
        return None
    told = (one.evidence for section in sections for value in section.values for one in value.statements)
    return None if any(overlaps(place, fit.evidence) for place in told) else fit


def find_step(asking: Asking, sheet: Sheet, sections: Sequence[Section]) -> Fit | None:
    """The sentence on the term of a step that the question asks for; see step_clause."""
    if other_term(asking.reading.words):
        return None
    return find_step_clause(asking, sheet.passages(sheet.told), sections, terms=step_terms(sheet), names=_names(sheet))


def step_terms(sheet: Sheet) -> tuple[Statement, ...]:
    """The terms that hold of any step of the service."""
    return tuple(one for one in sheet.told if isinstance(one.value, Deadline) and sheet.holds(one))


def find_nearest(asking: Asking, sheet: Sheet) -> Fit | None:
    """What stands in the texts instead of a value that is not stated; see nearest_clause. None beside a gap."""
    if other_term(asking.reading.words) or _is_gap(asking, sheet):
        return None
    passages = sheet.passages(sheet.told)
    if asks_for_story(asking):
        fit = find_best_clause(asking, passages, names=_names(sheet))
        return fit if fit and fit.told >= TOLD_OF_NEAREST else None
    return find_nearest_clause(asking, passages, names=_names(sheet))


def _names(sheet: Sheet) -> str:
    return " ".join(filter(None, (sheet.card.service.name_kk, sheet.card.service.name_ru)))


def _fits(fit: Fit, told: float) -> bool:
    return fit.told >= told and fit.share >= SHARE and fit.words >= WORDS


def asks_for_story(asking: Asking) -> bool:
    """Whether the question asks what happens, why, or what people say."""
    cues = read_wording("narrative")
    return any(
        find_cue(asking.reading.words, str(cue), language=language)
        for language in ("kk", "ru")
        for cue in cues[language]
    )


def _is_general(asking: Asking) -> bool:
    return len(asking.intents) == 1 and asking.intents[0] in OVERVIEW


def _is_gap(asking: Asking, sheet: Sheet) -> bool:
    asked = {attribute.value for intent in asking.intents for attribute in ATTRIBUTES[intent]}
    return Purpose.QUEUE not in asking.reading.purposes and any(gap.attribute in asked for gap in sheet.card.gaps)
