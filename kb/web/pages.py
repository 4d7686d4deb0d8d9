"""The pages."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kb.pipeline import Registry, today_in_kazakhstan
from kb.web.act_pages import create_act_router
from kb.web.calculator_pages import create_calculator_router
from kb.web.card_page import create_card_page_router
from kb.web.card_pages import create_card_router
from kb.web.catalogue_pages import create_catalogue_router
from kb.web.citizen_pages import create_citizen_router
from kb.web.clause_pages import create_clause_router
from kb.web.console_page import create_console_router
from kb.web.evaluation import create_evaluation_router
from kb.web.example_questions import example_questions
from kb.web.finding_pages import create_finding_router
from kb.web.gap_pages import create_gap_router
from kb.web.impact_pages import create_impact_router
from kb.web.language_choice import page_language
from kb.web.mark_pages import create_mark_router
from kb.web.monitoring import create_monitoring_router
from kb.web.mystery_pages import create_mystery_router
from kb.web.overlap_pages import create_overlap_router
from kb.web.packing import packed
from kb.web.page_parameters import Digest, Offset
from kb.web.practice.practice_pages import create_practice_router
from kb.web.query_pages import create_query_router
from kb.web.review_pages import create_review_router
from kb.web.search_page import create_search_router
from kb.web.shift_page import create_shift_router
from kb.web.situation_pages import create_situation_router
from kb.web.situations import SituationIndex
from kb.web.source_page import source_page
from kb.web.source_row import source_row
from kb.web.staff_access import StaffDoor, create_access_router
from kb.web.static_files import static_file
from kb.web.templating import render_page
from kb.web.unlisted_pages import create_unlisted_router
from kb.web.why_page import create_why_router
from kb.web.words import words_in

_SERVICES = 50


def create_router(
    registry: Registry,
    *,
    today: Callable[[], date] = today_in_kazakhstan,
    door: StaffDoor | None = None,
    address: str | None = None,
) -> APIRouter:
    """All pages over the registry, and the files that they load; without a `door` nothing for staff and no form.

    `address` is what readers know of this server, for printed pages; None = what the request asks for.
    """
    router = APIRouter(include_in_schema=False, default_response_class=Response)
    situations = SituationIndex(registry)

    @router.get("/")
    def home(request: Request) -> Response:
        words = words_in(page_language(request))
        services = registry.services(limit=_SERVICES).items
        return render_page(
            request,
            "home.html",
            script=True,
            examples=example_questions(services, words),
            situations=situations.known(),
            sample=any(service.sample for service in services),
        )

    router.include_router(create_search_router(registry, staff=door))
    router.include_router(create_console_router(registry, door=door))
    router.include_router(create_shift_router(registry, today=today, door=door))
    router.include_router(create_clause_router(registry))
    router.include_router(create_catalogue_router(registry))
    router.include_router(create_citizen_router(registry, today=today, address=address, reports=door is not None))
    router.include_router(create_situation_router(situations))
    if door is not None:
        router.include_router(create_unlisted_router(registry, door, today=today))
    router.include_router(create_card_router(registry, today=today))  # its paths are longer than the card's
    router.include_router(create_calculator_router(registry, today=today))

    router.include_router(create_card_page_router(registry, today=today, door=door))
    # Its paths are names of their own, before that of a wave.
    router.include_router(create_practice_router(registry, today=today, door=door))
    router.include_router(create_evaluation_router(registry, today=today, door=door))
    router.include_router(create_impact_router(registry))  # its path is longer than the act's
    router.include_router(create_act_router(registry))
    router.include_router(create_overlap_router(registry))
    router.include_router(create_monitoring_router(registry))
    router.include_router(create_finding_router(registry, today=today, door=door))
    if door is not None:
        router.include_router(create_access_router(door))
        router.include_router(create_review_router(registry, door))
        router.include_router(create_query_router(registry, door))
        router.include_router(create_why_router(registry, door))
        router.include_router(create_mark_router(registry, door))
        router.include_router(create_gap_router(registry, door))
        router.include_router(create_mystery_router(registry, door))

    @router.get("/source/{digest}")
    def source(
        request: Request,
        digest: Digest,
        start: Offset = 0,
        end: Offset = 0,
        first: Annotated[int | None, Query(alias="from", ge=0)] = None,
    ) -> Response:
        words = words_in(page_language(request))
        return source_page(request, registry, words, digest=digest, mark=(start, max(start, end)), first=first)

    @router.get("/sources")
    def sources(request: Request) -> Response:
        words = words_in(page_language(request))
        held = [state for state in registry.sources() if state.archived or state.freshness.run]
        return render_page(
            request,
            "sources.html",
            sources=[source_row(state, words) for state in held],
            sample=any(state.samples for state in held),
        )

    @router.get("/about")
    def about(request: Request) -> Response:
        return render_page(request, "about.html")

    @router.get("/privacy")
    def privacy(request: Request) -> Response:
        words, days = words_in(page_language(request)), registry.queries.days
        kept = words.count("privacy.kept", days) if days else words("privacy.kept_none")
        return render_page(request, "privacy.html", kept=kept)

    @router.get("/static/{name}")
    def static(request: Request, name: str) -> Response:
        return packed(request, static_file(name))

    return router
