"""Pages of the services by conditions, and of the register in numbers."""

from collections.abc import Callable
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from kb.model import ChannelCode, RegisterStatus
from kb.pipeline import Registry, ServiceFilter
from kb.pipeline.service_filter import FACETS
from kb.resolve.service_values import code_of
from kb.web.condition_words import condition_fields
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf, Cursor
from kb.web.register_view import register_view
from kb.web.result_view import service_view
from kb.web.templating import render_page
from kb.web.words import words_in

_SERVICES = 50
_YES = {"true": True, "false": False}
_TYPED: dict[str, Callable[[str], Any]] = {
    "channel": ChannelCode,
    "status": RegisterStatus,
    "paid": _YES.__getitem__,
    "one_stop": _YES.__getitem__,
}

NameWords = Annotated[str, Query(max_length=200)]
Chosen = Annotated[str, Query(max_length=4)]


def _asked(request: Request, text: NameWords = "") -> ServiceFilter:
    """A form sends an empty choice for all; a choice that no form offers is a wrong request."""
    given = {name: value for name in FACETS if (value := request.query_params.get(name, "").strip())}
    try:
        typed = {name: _TYPED.get(name, str)(value) for name, value in given.items()}
    except (KeyError, ValueError) as problem:
        raise HTTPException(422, f"no such choice: {problem}") from problem
    return ServiceFilter(**typed, text=text.strip() or None)


def _asked_year(year: Chosen = "") -> int | None:
    if not year:
        return None
    if not (year.isascii() and year.isdigit()):
        raise HTTPException(422, "year is not a year")
    return int(year)


Asked = Annotated[ServiceFilter, Depends(_asked)]
Year = Annotated[int | None, Depends(_asked_year)]


def create_catalogue_router(registry: Registry) -> APIRouter:
    """`/services` and `/registry`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/services")
    def services(
        request: Request, asked: Asked, year: Year = None, as_of: AsOf = None, cursor: Cursor = None
    ) -> Response:
        words = words_in(page_language(request))
        found = registry.catalogue.select(asked, as_of=as_of, year=year, after=cursor, limit=_SERVICES)
        kept = _query(asked, year=year, as_of=as_of)
        return render_page(
            request,
            "services.html",
            services=[service_view(service, words) for service in found.items],
            fields=condition_fields(found, asked, words),
            years=registry.catalogue.years(),
            year=year,
            as_of=as_of,
            text=asked.text or "",
            narrowed=bool(kept),
            total=found.total,
            edition=words.day(found.edition) if found.edition else None,
            more=f"/services?{urlencode({**kept, 'cursor': found.next})}" if found.next else None,
            sample=any(service.sample for service in found.items),
        )

    @router.get("/registry")
    def register(request: Request) -> Response:
        words = words_in(page_language(request))
        years = registry.catalogue.counters()
        return render_page(
            request,
            "registry.html",
            register=register_view(years, words),
            sample=any(one.sample for one in years),
        )

    return router


def _query(asked: ServiceFilter, **more: object) -> dict[str, str]:
    chosen = {name: value for name in (*FACETS, "text") if (value := getattr(asked, name)) is not None}
    return {name: code_of(value) for name, value in chosen.items()} | {
        name: str(value) for name, value in more.items() if value is not None
    }
