"""Endpoints that calculate for a person's case: the fee in tenge, the day on which a service is due."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query

from kb.answer.calculators.fees import MOST_COPIES
from kb.api.parameters import AsOf, Name, wrong_value
from kb.api.schemas.calculators import ServiceDueDatesShape, ServiceFeesShape
from kb.model import ChannelCode
from kb.model.plain_json import Json
from kb.norms import codes
from kb.pipeline import Registry
from kb.pipeline.calculating_json import due_dates_to_json, fees_to_json
from kb.pipeline.fitting_values import PersonalCase

LONGEST_CASE = 300

Filed = Annotated[date, Query(description="The day on which the application is filed")]
Copies = Annotated[int, Query(ge=1, le=MOST_COPIES, description="How many documents or applications are paid for")]
Extended = Annotated[bool, Query(description="With every term as its extensions lengthen it")]


def _person(
    case: Annotated[str | None, Query(max_length=LONGEST_CASE, description="Words of the case: reissue, city")] = None,
    recipient: Annotated[str | None, Query(max_length=40, description="Code of the recipient")] = None,
    channel: Annotated[ChannelCode | None, Query(description="Where it is asked for")] = None,
) -> PersonalCase:
    if recipient is not None and recipient not in codes("recipient"):
        raise wrong_value("recipient", f"no recipient of this code; give one of {', '.join(codes('recipient'))}")
    return PersonalCase(case=case.strip() if case and case.strip() else None, recipient=recipient, channel=channel)


Person = Annotated[PersonalCase, Depends(_person)]


def add_calculators(router: APIRouter, registry: Registry, *, today: Callable[[], date]) -> None:
    """Puts `fee` and `due-date` below `/v1/services/{id}`."""

    @router.get("/{id:path}/fee", response_model=ServiceFeesShape, summary="The fee in tenge on a day, every step")
    def show_fee(id: Name, person: Person, as_of: AsOf = None, copies: Copies = 1) -> Json:  # noqa: A002
        return fees_to_json(registry.calculators.fees(id, day=as_of or today(), person=person, copies=copies))

    @router.get("/{id:path}/due-date", response_model=ServiceDueDatesShape, summary="The day on which it is due")
    def show_due_date(id: Name, filed: Filed, person: Person, extended: Extended = False) -> Json:  # noqa: A002
        return due_dates_to_json(registry.calculators.due_dates(id, filed=filed, person=person, extended=extended))
