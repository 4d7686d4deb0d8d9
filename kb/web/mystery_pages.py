"""Pages on which staff see how questions with expected answers fared over time."""

from typing import Annotated

from fastapi import APIRouter, Path, Request
from fastapi.responses import Response

from kb.model.access import Work
from kb.pipeline import Registry
from kb.web.language_choice import page_language
from kb.web.mystery_view import NAMES, run_row, run_view, trend_charts
from kb.web.staff_access import StaffDoor, access_values
from kb.web.templating import render_page
from kb.web.words import words_in

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


def create_mystery_router(registry: Registry, door: StaffDoor) -> APIRouter:
    """`/mystery` and `/mystery/{run}`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/mystery")
    def trend(request: Request) -> Response:
        words = words_in(page_language(request))
        access = access_values(door, request, Work.FEEDBACK, back="/mystery")
        if not access["may"]:
            return render_page(request, "mystery.html", **access)
        runs = registry.mystery.listed()
        return render_page(
            request, "mystery.html",
            **access,
            charts=trend_charts(runs, words),
            names=[words(f"mystery.check.{name}") for name in NAMES],
            rows=[run_row(one, words) for one in runs],
        )  # fmt: skip

    @router.get("/mystery/{number}")
    def run(request: Request, number: Number) -> Response:
        words = words_in(page_language(request))
        access = access_values(door, request, Work.FEEDBACK, back=f"/mystery/{number}")
        if not access["may"]:
            return render_page(request, "mystery.html", **access)
        return render_page(
            request, "mystery_run.html",
            **access,
            run=run_view(registry.mystery.report(number), words),
            names=[words(f"mystery.check.{name}") for name in NAMES],
        )  # fmt: skip

    return router
