"""Life situations: what happened, and the services that belong to it."""

from typing import Annotated

from fastapi import APIRouter, Path, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from kb.web.language_choice import page_language
from kb.web.packing import packed
from kb.web.result_view import service_view
from kb.web.situations import SituationIndex, situations
from kb.web.templating import render_page
from kb.web.words import words_in

_SERVICES = 40  # of a page: with names of 300 letters it stays below the weight that tests/web/test_page_weight.py sets
Code = Annotated[str, Path(max_length=40)]
Number = Annotated[int, Query(alias="page", ge=1, le=10_000)]


def create_situation_router(index: SituationIndex) -> APIRouter:
    """`/situations` and `/situations/{code}`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/situations")
    def all_situations(request: Request) -> Response:
        found = index.services()
        shown = render_page(
            request, "situations.html",
            situations=[(one, len(found[one.code])) for one in index.known()],
            sample=any(service.sample for services in found.values() for service in services),
        )  # fmt: skip
        return packed(request, shown)

    @router.get("/situations/{code}")
    def situation(request: Request, code: Code, number: Number = 1) -> Response:
        words = words_in(page_language(request))
        known = next((one for one in situations() if one.code == code), None)
        services = index.services().get(code, ())
        start = (number - 1) * _SERVICES
        page = services[start : start + _SERVICES]
        if known is None or not page:
            raise HTTPException(404)
        shown = render_page(
            request, "situation.html",
            situation=known, total=len(services), first=start + 1,
            services=[service_view(one, words) for one in page],
            sample=any(one.sample for one in page),
            more=f"/situations/{code}?page={number + 1}" if start + _SERVICES < len(services) else None,
        )  # fmt: skip
        return packed(request, shown)

    return router
