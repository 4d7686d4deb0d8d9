"""The day on which a service is due, from the day of filing, with every step."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kb.answer.calculators.acceptance import Acceptance, Counting, accept, counting_rule
from kb.answer.calculators.day_list import day_before, skipped_days
from kb.answer.calculators.due_date import DueAlternative, DueDate, DueOutcome, Filing
from kb.answer.calculators.telling import Told, tell
from kb.answer.calculators.term_readings import Extension, Reading, in_words, read_term
from kb.extract.term_rules import TermRule, TermRuleKind
from kb.model import Bound, ChannelCode, Deadline, Language, StartEvent, Unit
from kb.norms import label
from kb.norms.term_ends import UncountableTermError, rule_words
from kb.norms.working_days import DAY, OutsideCalendarError, calendar_period

_OTHER_STARTS = (StartEvent.DECISION, StartEvent.PAYMENT, StartEvent.OTHER)
_WITHIN_A_DAY = (Unit.MINUTE, Unit.HOUR)


def calculate_due_date(term: Deadline, filing: Filing, *, extension: Extension | None = None) -> DueDate:
    """The last day of `term` for an application filed on a day; with `extension` that of the longer term.

    A day outside the calendar table gives no day, never that of another year. What no calendar can count is told.
    """
    refused = _refused(term)
    if refused:
        return DueDate(outcome=DueOutcome.NOT_COMPUTABLE, warnings=(refused,), bound=term.bound)
    try:
        return _due(term, filing, extension)
    except OutsideCalendarError:
        first, last = calendar_period()
        told = tell("due_outside_table", day=filing.day, first=first, last=last)
        return DueDate(outcome=DueOutcome.OUTSIDE_TABLE, warnings=(told,), bound=term.bound)
    except UncountableTermError:
        return DueDate(outcome=DueOutcome.NOT_COMPUTABLE, warnings=(tell("due_uncountable"),), bound=term.bound)


def _refused(term: Deadline) -> Told | None:
    if term.value is None:
        return tell("due_number_missing")
    if term.unit in _WITHIN_A_DAY:
        return tell("due_within_day", term=in_words(term))
    if term.starts in _OTHER_STARTS:
        event = str(term.starts)
        return tell("due_other_start", event={one: label("start_event", event, one) for one in Language})
    return None


def _due(term: Deadline, filing: Filing, extension: Extension | None) -> DueDate:
    accepted = accept(filing.day, channel=filing.channel, rules=filing.rules)
    counting = counting_rule(term, accepted.day, channel=filing.channel, rules=filing.rules)
    readings = read_term(term, extension)
    if extension is not None:
        readings = _longer(readings, term, accepted.day, counted=counting.counted)
        if not readings:
            told = tell("due_extension_shorter", term=in_words(term), extension=in_words(extension.term))
            return DueDate(outcome=DueOutcome.NOT_COMPUTABLE, warnings=(told,), bound=term.bound)
    begun = DueDate(
        outcome=DueOutcome.OPEN_QUESTION,
        accepted=accepted.day,
        bound=readings[0].parts[-1].bound,
        steps=(accepted.told, counting.told),
        warnings=counting.warnings,
        cited=(*accepted.cited, *counting.cited),
    )
    if len(readings) == 1:
        return _dated(begun, readings[0], filing, accepted, counting)
    ends = [(one.end(accepted.day, counted=counting.counted).day, one.why) for one in readings]
    return replace(begun, alternatives=tuple(DueAlternative(day=day, why=why) for day, why in ends if why))


def _longer(readings: tuple[Reading, ...], term: Deadline, accepted: date, *, counted: bool) -> tuple[Reading, ...]:
    """Those that end after every reading of the term without extension: what is shorter is the term of a notice."""
    plain = max(one.end(accepted, counted=counted).day for one in read_term(term, None))
    return tuple(one for one in readings if one.end(accepted, counted=counted).day > plain)


def _dated(begun: DueDate, reading: Reading, filing: Filing, accepted: Acceptance, counting: Counting) -> DueDate:
    end = reading.end(accepted.day, counted=counting.counted)
    whole = reading.parts[-1]
    first = accepted.day if counting.counted or reading.parts[0].value == 0 else accepted.day + DAY
    passed = skipped_days(first if whole.unit is Unit.WORKING_DAY else end.rolled_from, end.day)
    ahead = next((rule for rule in filing.rules if _wants_day_before(rule, filing)), None)
    handed = _handed_over(end.day, ahead) if ahead else None
    steps = [*begun.steps, *filter(None, [reading.why])]
    steps.append(tell("due_step_count", term=in_words(whole), first=first, day=end.rolled_from or end.day))
    if end.rolled_from:
        steps.append(tell("due_step_rolls", day=end.rolled_from, last=end.day, rule=rule_words("rolls")))
    if handed:
        steps.append(handed.why)
    return replace(
        begun,
        outcome=DueOutcome.DATE,
        day=end.day,
        first_counted=first,
        earliest=_earliest(whole, accepted, counting),
        handed_over=handed.day if handed else None,
        steps=tuple(steps),
        warnings=(*begun.warnings, *((tell("due_not_before"),) if whole.bound is Bound.MIN else ())),
        alternatives=tuple(one for one in _others(reading, accepted, counting) if one.day != end.day),
        skipped=passed.skipped,
        worked=passed.worked,
        cited=(*begun.cited, *((ahead.evidence,) if ahead else ())),
    )


def _earliest(whole: Deadline, accepted: Acceptance, counting: Counting) -> date | None:
    """The last day of the lower end of a printed range."""
    if whole.least is None:
        return None
    shorter = Reading(parts=(replace(whole, value=whole.least),), why=None)
    return shorter.end(accepted.day, counted=counting.counted).day


def _others(reading: Reading, accepted: Acceptance, counting: Counting) -> Iterator[DueAlternative]:
    """The days if the application was accepted on another day, and if that day is counted otherwise."""
    if accepted.other:
        day, why = accepted.other
        yield DueAlternative(day=reading.end(day, counted=counting.counted).day, why=why)
    if counting.other:
        end = reading.end(accepted.day, counted=not counting.counted)
        yield DueAlternative(day=end.day, why=counting.other)


def _handed_over(day: date, rule: TermRule) -> DueAlternative:
    """The working day before the end that the text wants the result on."""
    before = day_before(day)
    return DueAlternative(day=before, why=tell(f"due_{rule.kind.value}", day=before))


def _wants_day_before(rule: TermRule, filing: Filing) -> bool:
    """Whether the rule wants the result a day before the end, by the channel of the filing."""
    if rule.kind is TermRuleKind.RESULT_DAY_BEFORE:
        return True
    delivered = rule.kind is TermRuleKind.DELIVERED_DAY_BEFORE
    return delivered and filing.channel is ChannelCode.STATE_CORPORATION
