"""The clause that speaks of what is asked where no value of it is stated: what texts and people tell of it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import lru_cache

from kb.answer.asking import Asking
from kb.answer.clauses.best_clause import Fit, find_best_clause, sentences_of
from kb.answer.cue_groups import cue_groups
from kb.model import Evidence, Intent
from kb.text.words import read_words

# What the words that a clause shares with the question must tell where it only touches the topic, and where another one
# states it; and how many words of the topic a clause needs that states it. Tried on the even
# questions of tests/labels/consultant/steps.jsonl and on plain questions on all services of the report, see
# docs/consultant.md.
TOLD, TOLD_MORE = 1.5, 2.5
SPEAKING = 3
# One word is enough where a text states the thing in its own line: «Услугополучатели: …».
LINE = 240  # characters of such a line; the longest of the report has 190
STATED = (Intent.RECIPIENT, Intent.RESULT, Intent.LEGAL_BASIS)
# Parts of a report: what happened to people, and what should be done about it.
EXPERIENCED, ADVICE = "/results/", "/conclusions/"


def find_nearest_clause(asking: Asking, passages: Sequence[Evidence], *, names: str) -> Fit | None:
    """The clause nearest to the first intent of the question, as a weak fit; None where none speaks of it.

    Its phrase tells whether a text says so or people told so.
    """
    topic = asking.intents[0].value
    told = (one for passage in passages if not _stands_in(passage, ADVICE) for one in sentences_of(passage))
    sentences = [one for one in told if topic not in STATED or len(one.quote) <= LINE]
    near = [one for one in sentences if _count_cues(topic, one.quote) or _count_cues(f"{topic}_near", one.quote)]
    stating = [one for one in near if _count_cues(topic, one.quote) >= _fewest(topic, one)]
    fit = find_best_clause(asking, passages, names=names, among=near)
    if fit is None or fit.told < (TOLD_MORE if stating else TOLD):
        best = max(stating, key=lambda one: _count_cues(topic, one.quote), default=None)
        if best is None:
            return None
        fit = Fit(evidence=best, told=0.0, share=0.0, words=0)
    phrase = "people_told" if _stands_in(fit.evidence, EXPERIENCED) else "text_tells"
    return replace(fit, weak=True, second=None, phrase=phrase)


def _fewest(topic: str, place: Evidence) -> int:
    return 1 if topic in STATED and not _stands_in(place, EXPERIENCED) else SPEAKING


def _stands_in(place: Evidence, part: str) -> bool:
    return part in f"/{place.clause}/"


@lru_cache(maxsize=8192)
def _count_cues(topic: str, sentence: str) -> int:
    """How many words of a sentence speak of a topic; 0 where no rule of it is told."""
    table = cue_groups("nearest")
    matches = tuple(table.matches(read_words(sentence)))
    groups = frozenset(match.group for match in matches)
    told = [rule for rule in table.rules if rule.name == topic and rule.told(groups)]
    own = {group for rule in told for wanted in rule.when for group in wanted}
    return len({match.places for match in matches if match.group in own})
