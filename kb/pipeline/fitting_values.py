"""Which values of a card fit a person's case; what does not fit is counted, never lost silently."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.answer.calculators.cases import shared_words
from kb.model import ChannelCode, ScopeField, Statement
from kb.pipeline.ruled_values import RuledValue


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonalCase:
    """What a person tells of the own case: words of the case, code of the recipient, the channel; None = not told."""

    case: str | None = None
    recipient: str | None = None
    channel: ChannelCode | None = None


ANYBODY = PersonalCase()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fitting:
    """The values that fit, in their order; `left_out` counts the others. `case_known` is False where no value names
    the case that was told: then all cases are kept."""

    values: tuple[RuledValue, ...]
    left_out: int
    case_known: bool


def fitting_values(values: Sequence[RuledValue], person: PersonalCase) -> Fitting:
    """Values for the person's channel and recipient, and of those the ones that name the case best, beside those that
    hold for every case."""
    open_to = [
        one
        for one in values
        if _meets(one.statements[0].scope.recipient, person.recipient)
        and _meets(one.statements[0].scope.channel, person.channel)
    ]
    if not person.case:
        return Fitting(values=tuple(open_to), left_out=len(values) - len(open_to), case_known=True)
    shared = {id(one): max(_shared(person.case, each) for each in one.statements) for one in open_to}
    best = max(shared.values(), default=0)
    if not best:
        return Fitting(values=tuple(open_to), left_out=len(values) - len(open_to), case_known=False)
    kept = tuple(one for one in open_to if shared[id(one)] == best or one.statements[0].scope.case is None)
    return Fitting(values=kept, left_out=len(values) - len(kept), case_known=True)


def _meets(scope: ScopeField | None, asked: str | None) -> bool:
    """A condition without a code may mean anybody, so it stays."""
    return scope is None or asked is None or scope.code is None or scope.code == asked


def _shared(case: str, statement: Statement) -> int:
    condition = statement.scope.case
    return shared_words(case, condition.text) if condition else 0
