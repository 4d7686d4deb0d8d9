"""The values of a card on a day: equal ones told in several places are one, each in the part where it belongs."""

from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from kb.model import Attribute, Deadline, Fee, FeeKind, Language, Purpose, SourceKind, Statement
from kb.pipeline.dating import unconfirmed_year
from kb.pipeline.value_key import value_key
from kb.resolve import RuledStanding, Ruling, case_of

# What a caller asks first stands first.
ATTRIBUTE_ORDER = (
    Attribute.DEADLINE,
    Attribute.FEE,
    Attribute.CHANNEL,
    Attribute.DOCUMENT,
    Attribute.PROVIDER,
    Attribute.RESULT,
    Attribute.RESULT_FORM,
    Attribute.FORM,
    Attribute.RECIPIENT,
    Attribute.ELIGIBILITY,
    Attribute.ESIGNATURE,
    Attribute.SCHEDULE,
    Attribute.WAITING,
    Attribute.NOTIFICATION,
    Attribute.REFUSAL_GROUND,
    Attribute.APPEAL,
    Attribute.OTHER_REQUIREMENT,
    Attribute.REQUISITES,
    Attribute.COMPETENT_BODY,
    Attribute.LEGAL_ACT,
)
_SPEAKERS = tuple(SourceKind)
_UNTOLD = FeeKind.PAID_UNSPECIFIED  # tells less than any amount


class Part(StrEnum):
    """Where on a card a value stands."""

    CURRENT = "current"
    OVERRIDDEN = "overridden"
    HEARD = "heard"
    PLANNED = "planned"
    NOT_YET = "not_yet"
    PAST = "past"


_PARTS = {
    RuledStanding.OVERRIDDEN: Part.OVERRIDDEN,
    RuledStanding.PRACTICE: Part.HEARD,
    RuledStanding.PLANNED: Part.PLANNED,
    RuledStanding.NOT_YET: Part.NOT_YET,
}
_CONFIRMING = (RuledStanding.OVERRIDDEN, RuledStanding.PRACTICE, RuledStanding.EXPIRED, RuledStanding.NOT_YET)


@dataclass(frozen=True, slots=True, kw_only=True)
class RuledValue:
    """One value of one case with everybody who tells it.

    `unconfirmed` is the year of the report that alone tells a value in force; `disputed` where another one in force
    contradicts it and no rule decides.
    """

    part: Part
    rulings: tuple[Ruling, ...]
    unconfirmed: int | None
    disputed: bool

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that tell the value: those that hold first, the newest edition before older ones."""
        return tuple(ruling.statement for ruling in self.rulings)

    def spokesman(self, language: Language) -> Statement:
        """Who speaks for the value: one that holds where any does, in this language where there is one."""
        holding = [ruling.statement for ruling in self.rulings if ruling.effective] or self.statements
        return next((one for one in holding if one.evidence.language is language), holding[0])

    @property
    def overridden(self) -> Ruling | None:
        """The ruling that tells what holds instead; None where the value is not overridden."""
        if self.part is not Part.OVERRIDDEN:
            return None
        return next((ruling for ruling in self.rulings if ruling.overridden_by), None)

    @property
    def narrowed_by(self) -> tuple[Statement, ...]:
        """What holds instead for a part of its scope."""
        return tuple({one.id: one for ruling in self.rulings for one in ruling.narrowed_by}.values())


def part_of(ruling: Ruling) -> Part:
    """The part of the card where a ruled statement stands."""
    return Part.CURRENT if ruling.effective else _PARTS.get(ruling.standing, Part.PAST)


def ruled_values(rulings: Sequence[Ruling], day: date) -> tuple[RuledValue, ...]:
    """The values of rulings of a day: those in force first, then by part; the service's own term before others, an
    amount before «paid», acts before what is only told. Nothing is left out."""
    keys = value_keys([ruling.statement for ruling in rulings])
    groups: dict[tuple[Part, Hashable], list[Ruling]] = defaultdict(list)
    current = {key for key, ruling in zip(keys, rulings, strict=True) if ruling.effective}
    for key, ruling in zip(keys, rulings, strict=True):
        part = part_of(ruling)
        # A speaker behind others who says what holds confirms it, and so does another edition.
        confirms = key in current and ruling.standing in _CONFIRMING
        groups[Part.CURRENT if confirms else part, key].append(ruling)
    values = (_value(part, group, rulings, day) for (part, _), group in groups.items())
    return tuple(sorted(values, key=_precedence))


def value_keys(statements: Sequence[Statement]) -> list[Hashable]:
    """Equal for statements of one value and case. A text that leaves out from when a term runs says the same as one
    that tells it, unless texts tell different events."""
    plain = [(_without_start(one), case_of(one)) for one in statements]
    events: dict[Hashable, set[str]] = defaultdict(set)
    for key, one in zip(plain, statements, strict=True):
        if isinstance(one.value, Deadline) and one.value.starts:
            events[key].add(one.value.starts.value)
    return [
        (key, one.value.starts if isinstance(one.value, Deadline) and len(events[key]) > 1 else None)
        for key, one in zip(plain, statements, strict=True)
    ]


def _value(part: Part, group: Sequence[Ruling], rulings: Sequence[Ruling], day: date) -> RuledValue:
    years = [unconfirmed_year(ruling, rulings, day) for ruling in group if ruling.effective]
    return RuledValue(
        part=part,
        rulings=tuple(sorted(group, key=_holding_first)),
        unconfirmed=max((year for year in years if year), default=None) if years and all(years) else None,
        disputed=any(ruling.disputed for ruling in group),
    )


def _holding_first(ruling: Ruling) -> tuple[bool, int]:
    edition = ruling.statement.evidence.edition
    return not ruling.effective, -edition.toordinal() if edition else 0


def _without_start(statement: Statement) -> Hashable:
    value = statement.value
    return replace(value, starts=None) if isinstance(value, Deadline) else value_key(statement)


def _precedence(value: RuledValue) -> tuple[int, bool, bool, int]:
    minor = any(
        isinstance(one.value, Deadline) and one.value.purpose is not Purpose.SERVICE for one in value.statements
    )
    speaker = min(_SPEAKERS.index(one.source_kind) for one in value.statements)
    untold = all(isinstance(one.value, Fee) and one.value.kind is _UNTOLD for one in value.statements)
    return tuple(Part).index(value.part), minor, untold, speaker
