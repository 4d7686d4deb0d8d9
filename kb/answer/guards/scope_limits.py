"""Questions that lie outside the public services of Kazakhstan."""

from kb.answer.cue_groups import cue_groups
from kb.answer.guards.other_states import asks_other_state
from kb.answer.halt import Halt
from kb.model import AnswerState
from kb.text.words import read_words

_TABLE = "outside"


def find_outside(typed: str, written: str) -> Halt | None:
    """What a question is about instead of our services; None for one on them. `written` is `typed` in the letters that
    were meant."""
    groups = cue_groups(_TABLE)
    found = groups.found(read_words(written)) | groups.found(read_words(typed))
    name = next((rule.name for rule in groups.rules if rule.told(found)), None)
    if name is None and "company" in found and not found & {"own", "paying"}:
        name = "company"
    if name is None and asks_other_state(written):
        name = "other_state"
    return None if name is None else Halt(state=AnswerState.OUT_OF_SCOPE, phrase=f"outside_{name}")
