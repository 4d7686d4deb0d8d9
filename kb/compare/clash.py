"""What a rule gives back: two places that cannot both be right."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kb.model import Evidence, FindingClass, FindingSeverity, Language, Prevailing, SourceKind, Statement

Words = str | Decimal | Mapping[Language, str]
"""Words that go into an explanation: as they are, a number shown in each language, or by language."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One side as a rule sees it."""

    evidence: Evidence
    source_kind: SourceKind
    statement: Statement | None = None

    @classmethod
    def of(cls, statement: Statement) -> "Point":
        """The side that a statement is."""
        return cls(evidence=statement.evidence, source_kind=statement.source_kind, statement=statement)


@dataclass(frozen=True, slots=True, kw_only=True)
class Clash:
    """A contradiction that a rule saw.

    `reason` is the code of its explanation under the class in `kb/compare/data/why/<class>.yaml`, `words` fill its
    places beside the values of both statements (`{a}`, `{b}`) and who speaks (`{speaker_a}`, `{speaker_b}`).
    `severity` and `prevails` (with its `rule`) are given where they are not those of the rule and of the speakers.
    """

    kind: FindingClass
    a: Point
    b: Point
    reason: str
    words: Mapping[str, Words] = field(default_factory=dict)
    severity: FindingSeverity | None = None
    prevails: Prevailing | None = None
    rule: str | None = None
