"""Why a search finds a service, in words; for staff."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kb.model.access import Work
from kb.norms import codes, label
from kb.pipeline import Registry
from kb.search import Reason
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf, Words
from kb.web.result_view import service_names
from kb.web.staff_access import StaffDoor, access_values
from kb.web.templating import render_page
from kb.web.words import Words as InterfaceWords
from kb.web.words import words_in

Service = Annotated[str, Query(min_length=1, max_length=300)]


@dataclass(frozen=True, slots=True)
class ReasonRow:
    """One reason: what of the query, which words met, why these words, in which text, with which score."""

    asked: str
    met: str
    origin: str
    text: str
    score: str
    counts: bool


def create_why_router(registry: Registry, door: StaffDoor) -> APIRouter:
    """`/queries/why`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/queries/why")
    def why(request: Request, service: Service, q: Words = "", as_of: AsOf = None) -> Response:
        words = words_in(page_language(request))
        day = {"as_of": as_of.isoformat()} if as_of else {}
        here = f"/queries/why?{urlencode({'q': q, 'service': service, **day})}"
        access = access_values(door, request, Work.QUERY_LOG, back=here)
        if not access["may"]:
            return render_page(request, "why.html", **access, q=q)
        reasons = registry.explain(q, service=service, as_of=as_of)
        return render_page(
            request,
            "why.html",
            **access,
            q=q,
            as_of=as_of,
            service=service,
            name=service_names(registry.service(service), words.language)[0],
            reasons=[_row(one, words) for one in reasons],
            total=words.number(round(sum(one.score for one in reasons if one.counts), 2)),
            back=f"/search?{urlencode({'q': q, **day})}",
        )

    return router


def _row(reason: Reason, words: InterfaceWords) -> ReasonRow:
    """Without its words a reason is about the whole query."""
    return ReasonRow(
        asked=reason.asked,
        met=reason.words,
        origin=_origin(str(reason.origin), words),
        text=words(f"why.text.{reason.text}") if reason.text else "",
        score=words.number(round(reason.score, 2)),
        counts=reason.counts,
    )


def _origin(origin: str, words: InterfaceWords) -> str:
    """`status in_force` names the status too."""
    name, _, status = origin.partition(" ")
    told = words(f"why.origin.{name}")
    return f"{told}: {label('act_status', status, words.language)}" if status in codes("act_status") else told
