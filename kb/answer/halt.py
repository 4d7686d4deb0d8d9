"""A question that is answered before any service is looked for."""

from dataclasses import dataclass

from kb.model import AnswerState, Intent


@dataclass(frozen=True, slots=True, kw_only=True)
class Halt:
    """The state, and the key of the phrase that is said; `parts` are filled into it and never hold the question.
    `single` are the questions of a text with many, to be asked one by one."""

    state: AnswerState
    phrase: str
    intent: Intent = Intent.OTHER
    parts: tuple[tuple[str, str], ...] = ()
    single: tuple[str, ...] = ()
