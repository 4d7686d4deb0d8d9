"""Pages of text that repeats: how much, by service and pair of acts, and the passages side by side."""

from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response
from starlette.exceptions import HTTPException

from kb.pipeline import Registry
from kb.web.language_choice import page_language
from kb.web.overlap_view import pair_row, repeat_view, service_bar, share_view, work_view
from kb.web.page_parameters import Cursor, Offset
from kb.web.result_view import service_names
from kb.web.templating import render_page
from kb.web.words import words_in

_ROWS = 30  # services, pairs of acts
_PASSAGES = 20

OfService = Annotated[str | None, Query(max_length=300)]
OfAct = Annotated[str | None, Query(max_length=300)]
WithAct = Annotated[str | None, Query(alias="with", max_length=300)]


def create_overlap_router(registry: Registry) -> APIRouter:
    """`/overlap` and `/overlap/repeats`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/overlap")
    def shares(request: Request, services: Offset = 0, acts: Offset = 0) -> Response:
        words = words_in(page_language(request))
        summary = registry.overlaps.summary()
        named = {act.id: act for act in registry.acts.listed()}
        by_part = sorted(summary.services, key=lambda one: -one.part)[services : services + _ROWS]
        shown = {one.first: registry.service(one.first) for one in by_part}
        return render_page(
            request, "overlap.html",
            overall=share_view(summary.overall, words) if summary.overall else None,
            bars=[service_bar(one, shown.__getitem__, words) for one in by_part],
            pairs=[pair_row(one, named, words) for one in summary.acts[acts : acts + _ROWS]],
            more_services=_page(services + _ROWS, acts, len(summary.services), services + _ROWS),
            more_acts=_page(services, acts + _ROWS, len(summary.acts), acts + _ROWS),
            sample=any(one.sample for one in shown.values()),
        )  # fmt: skip

    @router.get("/overlap/repeats")
    def repeats(
        request: Request, service: OfService = None, act: OfAct = None, other: WithAct = None, cursor: Cursor = None
    ) -> Response:
        words = words_in(page_language(request))
        if (act is None) != (other is None):
            raise HTTPException(422, "act and with go together")
        pair = (act, other) if act and other else None
        page = registry.overlaps.repeats(service=service, acts=pair, after=cursor, limit=_PASSAGES)
        known = registry.service(service) if service else None
        share = registry.overlaps.share(service) if service else None
        named = {one.id: one for one in registry.acts.listed()}
        asked = {"service": service, "act": act, "with": other, "cursor": page.next}
        further = urlencode({name: value for name, value in asked.items() if value})
        return render_page(
            request, "overlap_repeats.html",
            service=known,
            shown_service=service_names(known, words.language)[0] if known else None,
            share=share_view(share, words) if share else None,
            pair=[work_view(one, named, words) for one in pair or ()],
            repeats=[repeat_view(one, named, words) for one in registry.overlaps.passages(page.items)],
            more=f"/overlap/repeats?{further}" if page.next else None,
            sample=bool(known and known.sample),
        )  # fmt: skip

    return router


def _page(services: int, acts: int, total: int, reached: int) -> str | None:
    """The address of further rows of one list, the other one staying where it is."""
    return f"/overlap?{urlencode({'services': services, 'acts': acts})}" if reached < total else None
