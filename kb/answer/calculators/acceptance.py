"""When an application counts as accepted, and whether that day is counted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.answer.calculators.telling import Told, tell
from kb.extract.term_rules import TermRule, TermRuleKind
from kb.model import ChannelCode, Deadline, Evidence, StartEvent
from kb.norms import NormsError
from kb.norms.days_off import day_off
from kb.norms.term_ends import filing_day_rule, rule_words
from kb.norms.working_days import next_working_day

_PORTALS = (ChannelCode.EGOV_PORTAL, ChannelCode.ELICENSE_PORTAL, ChannelCode.MOBILE)
_SAYS = {TermRuleKind.FILING_DAY_COUNTED: True, TermRuleKind.FILING_DAY_NOT_COUNTED: False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Acceptance:
    """The day of acceptance, how it came about, and the day of filing itself where it may count as well."""

    day: date
    told: Told
    cited: tuple[Evidence, ...] = ()
    other: tuple[date, Told] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Counting:
    """Whether the day of acceptance is the first of the term; `other` tells why it may be otherwise."""

    counted: bool
    told: Told
    cited: tuple[Evidence, ...] = ()
    other: Told | None = None
    warnings: tuple[Told, ...] = ()


def accept(filed: date, *, channel: ChannelCode | None, rules: Sequence[TermRule]) -> Acceptance:
    """The day of acceptance of what is filed on a day: that day, or the next working day after a day off.

    Where neither the text nor the channel settles it (offices that are open on Saturdays), the day of filing stands
    beside it. Raises OutsideCalendarError.
    """
    off = day_off(filed)
    if off is None:
        return Acceptance(day=filed, told=tell("due_accepted", day=filed))
    day = next_working_day(filed)
    told = tell(
        "due_accepted_later", filed=filed, day=day, reason={one: off.words(one) for one in rule_words("begins")}
    )
    rule = next((one for one in rules if one.kind is TermRuleKind.ACCEPTED_NEXT_WORKING_DAY), None)
    settled = channel in _PORTALS or (rule is not None and channel is not ChannelCode.STATE_CORPORATION)
    return Acceptance(
        day=day,
        told=told,
        cited=(rule.evidence,) if rule else (),
        other=None if settled else (filed, tell("due_accepted_that_day", day=filed)),
    )


def counting_rule(
    term: Deadline, accepted: date, *, channel: ChannelCode | None, rules: Sequence[TermRule]
) -> Counting:
    """Whether the day of acceptance is counted: by the text's own words, else by the dated rule for papers that go
    through the State Corporation, else by the general rule."""
    if term.starts is StartEvent.NEXT_DAY:
        return Counting(counted=False, told=tell("due_text_next_day"))
    own = next((one for one in rules if one.kind in _SAYS and _meant(one, channel)), None)
    if own:
        counted = _SAYS[own.kind]
        key = "due_text_counted" if counted else "due_text_not_counted"
        return Counting(counted=counted, told=tell(key), cited=(own.evidence,))
    general = tell("due_general_rule", rule=rule_words("begins"))
    if channel is not ChannelCode.STATE_CORPORATION:
        return Counting(counted=False, told=general)
    try:
        dated = filing_day_rule(accepted)
    except NormsError:
        open_day = tell("due_rule_not_established", day=accepted)
        return Counting(counted=False, told=general, other=tell("due_if_counted"), warnings=(open_day,))
    told = tell("due_dated_counted" if dated.counted else "due_dated_not_counted", rule=dated.words)
    return Counting(
        counted=dated.counted,
        told=told,
        other=tell("due_contested", question=dated.question) if dated.question else None,
    )


def _meant(rule: TermRule, channel: ChannelCode | None) -> bool:
    """A sentence about the State Corporation holds for what is brought there, and where no channel is told."""
    return not rule.on_paper or channel in (None, ChannelCode.STATE_CORPORATION)
