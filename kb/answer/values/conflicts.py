"""When sources disagree about what a caller is told."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from kb.answer.asking import Asking
from kb.answer.sheet import Sheet
from kb.answer.values.composition import Section
from kb.answer.values.sections import main_attributes
from kb.model import (
    Channel,
    Deadline,
    Evidence,
    Fee,
    Finding,
    FindingClass,
    Prevailing,
    Side,
    SourceKind,
    Statement,
    Unit,
    Value,
)
from kb.resolve import Ruling

# Findings of these classes set two values against each other; the others tell of figures, lists and wordings, which
# change no value that is told.
_KINDS = frozenset(
    {
        FindingClass.DEADLINE,
        FindingClass.FEE,
        FindingClass.CHANNEL,
        FindingClass.PROVIDER,
        FindingClass.FORM,
        FindingClass.RESULT,
        FindingClass.ELIGIBILITY,
        FindingClass.REFUSAL,
        FindingClass.LANGUAGE_PARITY,
        FindingClass.PORTAL_DRIFT,
        FindingClass.WITHIN_RECORD,
        FindingClass.TWO_STANDARDS,
    }
)
_NORMS = {SourceKind.ACT, SourceKind.STANDARD, SourceKind.PORTAL_CARD}
_DAYS = {Unit.DAY, Unit.WORKING_DAY, Unit.CALENDAR_DAY}
_HEARD = "normative_text"  # against what people only tell, the norm is simply the answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Conflict:
    """Two values of which a caller would hear one or the other.

    `first` prevails, or stands first where no rule decides (`rule` None); `ruling` is that of the other one where it
    no longer holds. `second` is None where the only value was pasted from another service. `findings` tell it, the
    first explains it; none where only the rulings know.
    """

    first: Statement
    second: Statement | None
    findings: tuple[Finding, ...] = ()
    rule: str | None = None
    ruling: Ruling | None = None


def find_conflict(
    asking: Asking, sections: Sequence[Section], sheet: Sheet, findings: Sequence[Finding]
) -> Conflict | None:
    """What the sources disagree about among the values asked for; None where they agree, or where only what people
    tell is against the norm and the question does not ask about it."""
    main = [section for section in sections if section.attribute in main_attributes(asking)]
    told = [(one, sides) for one in findings for section in main if (sides := _sides(one, section, asking))]
    if told:
        finding, (first, second) = told[0]
        return Conflict(
            first=first,
            second=second,
            findings=tuple(one for one, _ in told),
            rule=finding.rule,
            ruling=sheet.of.get(second) if second else None,
        )
    return next(_disputes(main, sheet), None)


def _disputes(sections: Sequence[Section], sheet: Sheet) -> Iterator[Conflict]:
    for section in sections:
        disputed = [
            value.statement for value in section.values if any(_is_disputed(one, sheet) for one in value.statements)
        ]
        others = [one for one in disputed[1:] if not _agree(disputed[0].value, one.value)]
        if others:
            yield Conflict(first=disputed[0], second=others[0])


def _is_disputed(statement: Statement, sheet: Sheet) -> bool:
    ruling = sheet.of.get(statement)
    return ruling is not None and ruling.effective and ruling.disputed


def _sides(finding: Finding, section: Section, asking: Asking) -> tuple[Statement, Statement | None] | None:
    """The two told statements that a finding sets against each other, the prevailing one first."""
    a, b = _told(finding.a, section), _told(finding.b, section)
    if finding.kind is FindingClass.PASTED_TEXT:
        pasted = a or b
        return (pasted, None) if pasted and len(section.values) == 1 else None
    if a is None or b is None or not _decides_what_is_told(finding, a, b, section, asking):
        return None
    return (b, a) if finding.prevails is Prevailing.B else (a, b)


def _decides_what_is_told(finding: Finding, a: Statement, b: Statement, section: Section, asking: Asking) -> bool:
    """Whether a caller would hear one value or the other, of sources that may both be meant."""
    if finding.kind not in _KINDS or _one_value(a, b, section) or _agree(a.value, b.value):
        return False
    if finding.kind is FindingClass.WITHIN_RECORD and isinstance(a.value, Deadline):
        return False  # of terms a record tells wordings, not two values
    if finding.kind is FindingClass.LANGUAGE_PARITY and not _differ_by_language(a, b):
        return False
    if finding.rule == _HEARD:
        return _is_claimed(asking, a, b)
    return bool({a.source_kind, b.source_kind} & _NORMS)


def _told(side: Side, section: Section) -> Statement | None:
    values = (*section.values, *section.aside)
    statements = [statement for value in values for statement in value.statements]
    if side.statement is not None:
        wanted = side.statement.id
        return next((one for one in statements if one.id == wanted), None)
    return next((one for one in statements if _overlap(one.evidence, side.evidence)), None)


def _overlap(one: Evidence, other: Evidence) -> bool:
    return one.snapshot == other.snapshot and one.start < other.end and other.start < one.end


def _one_value(a: Statement, b: Statement, section: Section) -> bool:
    """Whether both are told as one value, by several sources."""
    return any(a in value.statements and b in value.statements for value in (*section.values, *section.aside))


def _agree(a: Value, b: Value) -> bool:
    """Whether a caller hears the same: equal values, and equal terms of which one does not say of what days."""
    if isinstance(a, Deadline) and isinstance(b, Deadline):
        plain = Unit.DAY in (a.unit, b.unit) and {a.unit, b.unit} <= _DAYS
        return a.value == b.value and (a.unit is b.unit or plain)
    return a == b


def _differ_by_language(a: Statement, b: Statement) -> bool:
    """Whether the two texts of an act give different values, and not only different words."""
    return isinstance(a.value, Deadline | Fee | Channel) and a.evidence.language is not b.evidence.language


def _is_claimed(asking: Asking, a: Statement, b: Statement) -> bool:
    """Whether the question is about the very channel that one source has and the other does not."""
    if asking.claim is None or not isinstance(a.value, Channel) or not isinstance(b.value, Channel):
        return False
    return a.value.code is b.value.code and a.value.code in asking.claim.channels
