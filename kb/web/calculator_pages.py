"""The page that calculates the fee and the due date of a service for a person's case."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from kb.answer.calculators.fees import MOST_COPIES
from kb.model import ChannelCode
from kb.norms import codes, label
from kb.pipeline import Registry
from kb.pipeline.fitting_values import PersonalCase
from kb.web.calculator_view import due_views, fee_views, told_lines
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf, FiledDay, Name
from kb.web.result_view import service_view
from kb.web.templating import render_page
from kb.web.words import words_in

LONGEST_CASE = 300
_OFFERED = tuple(code for code in ChannelCode if code is not ChannelCode.OTHER)


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """The form as it was filled in: a form sends empty fields for what was left out."""

    person: PersonalCase
    copies: int
    extended: bool


def _asked(
    case: Annotated[str, Query(max_length=LONGEST_CASE)] = "",
    recipient: Annotated[str, Query(max_length=40)] = "",
    channel: Annotated[str, Query(max_length=40)] = "",
    copies: Annotated[str, Query(max_length=10)] = "",
    extended: Annotated[str, Query(max_length=10)] = "",
) -> Asked:
    if recipient and recipient not in codes("recipient"):
        raise HTTPException(422, "recipient is no code of the list")
    if channel and channel not in set(ChannelCode):
        raise HTTPException(422, "channel is no code of the list")
    if copies.strip() and not (copies.strip().isdecimal() and 1 <= int(copies) <= MOST_COPIES):
        raise HTTPException(422, f"copies is no number from 1 to {MOST_COPIES}")
    return Asked(
        person=PersonalCase(
            case=case.strip() or None,
            recipient=recipient or None,
            channel=ChannelCode(channel) if channel else None,
        ),
        copies=int(copies) if copies.strip() else 1,
        extended=bool(extended),
    )


AskedCase = Annotated[Asked, Depends(_asked)]


def create_calculator_router(registry: Registry, *, today: Callable[[], date]) -> APIRouter:
    """`/services/{id}/calculate`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/services/{name:path}/calculate")
    def calculate(
        request: Request, name: Name, asked: AskedCase, as_of: AsOf = None, filed: FiledDay = None
    ) -> Response:
        words, service = words_in(page_language(request)), registry.service(name)
        day, filing = as_of or today(), filed or today()
        fees = registry.calculators.fees(name, day=day, person=asked.person, copies=asked.copies)
        dues = registry.calculators.due_dates(
            name, filed=filing, person=asked.person, extended=asked.extended, language=words.language
        )
        return render_page(
            request, "card_calculate.html", service=service_view(service, words), sample=service.sample,
            day=day, filed=filing, asked=asked, most_copies=MOST_COPIES, longest_case=LONGEST_CASE,
            channels=[(code.value, label("channel", code.value, words.language)) for code in _OFFERED],
            recipients=[(code, label("recipient", code, words.language)) for code in codes("recipient")],
            fees=fee_views(fees, words), fee_warnings=told_lines(fees.warnings, words), fees_left=fees.left_out,
            dues=due_views(dues, words), due_warnings=told_lines(dues.warnings, words), dues_left=dues.left_out,
        )  # fmt: skip

    return router
