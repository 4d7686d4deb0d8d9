"""Fees and due dates of a service: the values in force on the day, each calculated, none picked."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date

from kb.answer.calculators.telling import Told, tell
from kb.answer.calculators.text_rules import TextRules
from kb.model import Act, Attribute, Card, Deadline, Document, Language, Purpose, Unit
from kb.pipeline.calculated import ServiceDueDates, ServiceFees
from kb.pipeline.dating import rule_card
from kb.pipeline.due_rows import due_rows, term_of
from kb.pipeline.fee_rows import fee_rows
from kb.pipeline.fitting_values import ANYBODY, Fitting, PersonalCase, fitting_values
from kb.pipeline.ruled_values import Part, RuledValue, ruled_values

# What holds, and what is told beside it; values that another one replaces are no sum to pay.
_SHOWN = (Part.CURRENT, Part.HEARD)
# Minutes at the counter are no term of the service; an extension only lengthens one.
_NOT_COUNTED = (Purpose.QUEUE, Purpose.SERVING, Purpose.EXTENSION)
_AT_THE_COUNTER = (Unit.MINUTE, Unit.HOUR)


class Calculators:
    """Sums and days for a person's case. Every question raises UnknownName for a service that is not in the base."""

    def __init__(
        self,
        *,
        card: Callable[[str], Card],
        acts: Callable[[Card], Sequence[Act]],
        document: Callable[[str], Document | None],
    ) -> None:
        self._card = card
        self._acts = acts
        self._document = document

    def fees(self, name: str, *, day: date, person: PersonalCase = ANYBODY, copies: int = 1) -> ServiceFees:
        """Every fee that holds or is told on the day and fits the case; raises AnswerError for a wrong `copies`."""
        card = self._card(name)
        values = self._values(card, day, Attribute.FEE)
        fitting = fitting_values(values, person)
        rows = [row for one in fitting.values for row in fee_rows(one, card, values, day=day, copies=copies)]
        return ServiceFees(
            service=card.service,
            day=day,
            copies=copies,
            person=person,
            rows=tuple(rows),
            left_out=fitting.left_out,
            warnings=tuple(_warnings(fitting, person, found=bool(rows), missing="no_fee")),
        )

    def due_dates(
        self,
        name: str,
        *,
        filed: date,
        person: PersonalCase = ANYBODY,
        extended: bool = False,
        language: Language = Language.KK,
    ) -> ServiceDueDates:
        """Every term in force on the day of filing that fits the case, with `extended` also lengthened by every
        extension of its text. Words of a text are cited in `language` where it has them."""
        card = self._card(name)
        terms = self._values(card, filed, Attribute.DEADLINE)
        counted = [one for one in terms if _is_counted(term_of(one))]
        longer = [one for one in terms if term_of(one).purpose is Purpose.EXTENSION] if extended else []
        fitting = fitting_values(counted, person)
        texts = TextRules(self._document)
        rows = [
            row
            for one in fitting.values
            for row in due_rows(one, longer, texts, filed=filed, channel=person.channel, language=language)
        ]
        warnings = list(_warnings(fitting, person, found=bool(rows), missing="no_term"))
        if extended and not longer:
            warnings.append(tell("no_extension"))
        return ServiceDueDates(
            service=card.service,
            filed=filed,
            extended=extended,
            person=person,
            rows=tuple(rows),
            left_out=fitting.left_out,
            warnings=tuple(warnings),
        )

    def _values(self, card: Card, day: date, attribute: Attribute) -> list[RuledValue]:
        rulings = [
            ruling for ruling in rule_card(card, day, acts=self._acts(card)) if ruling.statement.attribute is attribute
        ]
        return [one for one in ruled_values(rulings, day) if one.part in _SHOWN]


def _warnings(fitting: Fitting, person: PersonalCase, *, found: bool, missing: str) -> Iterator[Told]:
    if person.case and not fitting.case_known:
        yield tell("case_unknown", case=person.case)
    if not found:
        yield tell(missing)


def _is_counted(term: Deadline) -> bool:
    """Whether a term may be asked from the day of filing: minutes of other steps are no matter of days."""
    other_step = term.purpose is not Purpose.SERVICE and term.unit in _AT_THE_COUNTER
    return term.purpose not in _NOT_COUNTED and not other_step
