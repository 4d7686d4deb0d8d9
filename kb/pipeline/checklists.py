"""The list of documents of a service for a person's case."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from kb.answer.calculators.checklist import Checklist
from kb.answer.calculators.documents import document_checklist
from kb.answer.documents.condition_fit import read_told
from kb.answer.documents.item_names import item_name
from kb.answer.documents.texts import choose_text, listed_documents, text_name
from kb.answer.documents.wanted import wanted_of
from kb.model import Act, Card, Language, Service
from kb.model.plain_json import Json
from kb.model.service_shapes import service_reference
from kb.model.shapes import statement_to_json
from kb.pipeline.dating import rule_card
from kb.pipeline.fitting_values import ANYBODY, PersonalCase

SHORT_NAME = 120  # characters of an item's short name


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceChecklist:
    """The checklist of a service on a day; `name` as the text with the list gives it, `language` that of the text, None
    where no rule lists documents: then the checklist is empty."""

    service: Service
    day: date
    person: PersonalCase
    representative: bool | None
    name: str
    language: Language | None
    checklist: Checklist


class Checklists:
    """Lists of documents for a person's case."""

    def __init__(self, *, card: Callable[[str], Card], acts: Callable[[Card], Sequence[Act]]) -> None:
        self._card = card
        self._acts = acts

    def of_service(
        self,
        name: str,
        *,
        day: date,
        person: PersonalCase = ANYBODY,
        representative: bool | None = None,
        language: Language = Language.KK,
    ) -> ServiceChecklist:
        """The list in force on the day, from the text in `language` where there is one; raises UnknownName."""
        card = self._card(name)
        effective = [one.statement for one in rule_card(card, day, acts=self._acts(card)) if one.effective]
        documents = listed_documents(effective)
        told = read_told(person.case or "")
        chosen = choose_text(documents, told=told, language=language, names=card.names)
        title = text_name(chosen, card, language)
        wanted = wanted_of(
            name=title,
            case=person.case,
            channel=person.channel,
            recipient=person.recipient,
            representative=representative,
        )
        return ServiceChecklist(
            service=card.service,
            day=day,
            person=person,
            representative=representative,
            name=title,
            language=chosen[0].evidence.language if chosen else None,
            checklist=document_checklist(chosen, wanted),
        )


def checklist_to_json(found: ServiceChecklist) -> Json:
    """`/v1/services/{id}/documents` and `kb documents --json`."""
    checklist = found.checklist
    return {
        "service": service_reference(found.service),
        "name": found.name,
        "as_of": found.day.isoformat(),
        "language": found.language.value if found.language else None,
        "asked": {
            "case": found.person.case,
            "recipient": found.person.recipient,
            "channel": found.person.channel.value if found.person.channel else None,
            "representative": found.representative,
        },
        "channels": sorted(checklist.channels),
        "other_channels": sorted(checklist.others),
        "case": checklist.case.chosen,
        "cases": list(checklist.case.cases),
        "items": [
            {
                "name": item_name(item.statement, SHORT_NAME),
                "needed": item.need.value,
                "listed": item.listed,
                "reason": item.reason.value if item.reason else None,
                "condition": item.condition,
                "statement": statement_to_json(item.statement, found.service),
            }
            for item in checklist.items
        ],
        "questions": [{"asks": one.asks.value, "options": list(one.options)} for one in checklist.questions],
    }
