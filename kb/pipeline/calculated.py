"""What the calculators give for a service: a row a value, with its statements."""

from dataclasses import dataclass
from datetime import date

from kb.answer.calculators.calculated_fee import CalculatedFee
from kb.answer.calculators.due_date import DueDate
from kb.answer.calculators.telling import Told
from kb.model import Service, Statement
from kb.pipeline.fitting_values import PersonalCase
from kb.pipeline.ruled_values import RuledValue


@dataclass(frozen=True, slots=True, kw_only=True)
class FeeRow:
    """A fee of the card with its sum; `base` states the fee that it is a share of."""

    value: RuledValue
    fee: CalculatedFee
    payer: Told
    base: Statement | None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that tell the fee."""
        return self.value.statements


@dataclass(frozen=True, slots=True, kw_only=True)
class DueRow:
    """A term of the card with its last day; `extension` states what lengthens it."""

    value: RuledValue
    due: DueDate
    extension: Statement | None

    @property
    def statements(self) -> tuple[Statement, ...]:
        """All that tell the term."""
        return self.value.statements


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceFees:
    """The fees of a service for a case on a day; `left_out` counts values of other cases, channels and recipients."""

    service: Service
    day: date
    copies: int
    person: PersonalCase
    rows: tuple[FeeRow, ...]
    left_out: int
    warnings: tuple[Told, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceDueDates:
    """The terms of a service for a case that is filed on a day; with `extended` also as they are lengthened."""

    service: Service
    filed: date
    extended: bool
    person: PersonalCase
    rows: tuple[DueRow, ...]
    left_out: int
    warnings: tuple[Told, ...]
