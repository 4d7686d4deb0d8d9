"""Questions that are refused: orders to the program, forgery, bribes, evasion, data of other people, abuse."""

import re
from functools import cache

from kb.answer.cue_groups import cue_groups
from kb.answer.guards.denial import meant
from kb.answer.halt import Halt
from kb.answer.wording import read_wording
from kb.model import AnswerState, Intent
from kb.search.question_reading import Reading, read_question
from kb.text import fold, mask_personal
from kb.text.words import Words, read_words

_TABLE = "refusals"
ABUSE = "abuse"
PERSONAL = "personal_data"
NAMED = "name"  # kind of personal data: a person's name
STRONG = 3  # weight of a phrase that plainly asks for something: an angry caller with a question is answered
# What leads to a person; names alone stand in honest questions too.
IDENTIFIERS = frozenset({"iin", "phone", "card", "iban", "document", "plate"})


def refuse(typed: str, written: str) -> Halt | None:
    """Why a question is refused, None for an honest one. `typed` is the text as it came, `written` the same in the
    letters that were meant. The phrase of a refusal repeats nothing of either."""
    if _marked(typed):
        return _refusal("injection")
    groups = cue_groups(_TABLE)
    found = _meant_groups(read_words(written)) | _meant_groups(read_words(typed))
    if NAMED in mask_personal(typed).kinds:
        found |= {"named"}
    reading = read_question(written)
    for rule in groups.rules:
        if rule.told(found) and not (rule.name == ABUSE and _asks(reading)):
            return _refusal(rule.name)
    if _names_person(typed, found, reading):
        return _refusal(PERSONAL)
    return None


def _meant_groups(words: Words) -> frozenset[str]:
    """The groups that stand in `words`; of wrong deeds only those that the caller neither denies nor suffers."""
    asserted = read_wording(_TABLE)["asserted"]
    matches = cue_groups(_TABLE).matches(words)
    return frozenset(match.group for match in matches if match.group not in asserted or meant(match, words))


def _marked(typed: str) -> bool:
    text = fold(typed).text
    return any(pattern.search(form) for form in {typed.lower(), text} for pattern in _marks())


@cache
def _marks() -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(pattern) for pattern in read_wording(_TABLE)["marks"])


def _asks(reading: Reading) -> bool:
    return any(heaviest >= STRONG for heaviest, _ in reading.scores.values()) and bool(reading.topic.items)


def _names_person(typed: str, found: frozenset[str], reading: Reading) -> bool:
    """A number that leads to a person with a wish for what is known of him, or for how his application stands."""
    kinds = set(mask_personal(typed).kinds)
    if kinds & IDENTIFIERS:
        wished = {"look_up", "private"} <= found and not _asks(reading)
        return wished or bool(found & {"whose", "owner", "ready"}) or reading.intent is Intent.STATUS
    return NAMED in kinds and "private" in found and "by_right" not in found and not _asks(reading)


def _refusal(name: str) -> Halt:
    return Halt(state=AnswerState.REFUSED, phrase=f"refused_{name}")
