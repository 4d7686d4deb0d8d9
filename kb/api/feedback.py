"""Endpoints of marks: everybody gives them, staff work them off."""

from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request

from kb.api.access import REFUSED, require
from kb.api.parameters import Cursor, Limit
from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.schemas.feedback import MARK_ID, MadeMark, MarkBody, MarkListing, MarkShape, SettleBody, SortBody
from kb.api.staff_guard import StaffGuard
from kb.model.access import Actor, Work
from kb.model.feedback import GapClass, GapState, Mark, MarkFilter, MarkKind
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.feedback_json import mark_count_to_json, mark_to_json

MarkId = Annotated[str, Path(pattern=MARK_ID)]
Of = Annotated[str | None, Query(max_length=300, description="Id of a service")]
Since = Annotated[date | None, Query(description="Nothing that was given before this day")]
Unsorted = Annotated[bool, Query(description="Only marks without a class")]
Gaps = Annotated[bool, Query(description="Only marks that leave work behind them")]
Class = Annotated[GapClass | None, Query(alias="class")]
_PROBLEM: dict[str, Any] = {"model": ProblemShape, "content": {MEDIA_TYPE: {}}}
_BUSY: dict[int | str, dict[str, Any]] = {503: {**_PROBLEM, "description": "A build is at work"}}


def create_feedback_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/feedback` and what stands below it."""
    router = APIRouter(prefix="/v1/feedback", tags=["feedback"], responses={**REFUSED, **_BUSY})
    staff = Depends(require(guard, Work.FEEDBACK))

    @router.post(
        "",
        response_model=MadeMark,
        status_code=201,
        summary="Marks an answer or a page; staff may give the class of what is missing at once",
    )
    def mark(request: Request, body: MarkBody) -> Json:
        actor = guard.check_mark(request, sorts=body.gap is not None)
        given = Mark(**body.model_dump(exclude={"author"}))
        if actor is not None:
            return {"id": registry.feedback.note(given, actor=actor.signing(body.author))}
        return {"id": registry.feedback.note(given, address=request.client.host if request.client else "")}

    @router.get(
        "",
        response_model=MarkListing,
        dependencies=[staff],
        summary="Marks, the newest first, personal data masked; needs the role operator",
    )
    def list_marks(
        *,
        kind: MarkKind | None = None,
        gap: Class = None,
        state: GapState | None = None,
        service: Of = None,
        since: Since = None,
        unsorted: Unsorted = False,
        gaps: Gaps = False,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Json:
        wanted = MarkFilter(
            kind=kind,
            gap=gap,
            state=state,
            service=service and registry.service(service).id,
            since=since,
            unsorted=unsorted,
            gaps=gaps,
        )
        page = registry.feedback.listed(wanted, after=cursor, limit=limit)
        return {
            "items": [mark_to_json(one) for one in page.items],
            "next": page.next,
            "counts": [mark_count_to_json(one) for one in registry.feedback.counts(wanted)],
            "kept_days": registry.feedback.days,
        }

    @router.post("/{id}/class", response_model=MarkShape, summary="Says what is missing; needs the role operator")
    def sort(id: MarkId, body: SortBody, actor: Annotated[Actor, staff]) -> Json:  # noqa: A002 - the path names it so
        return mark_to_json(registry.feedback.sort(id, body.gap, actor=actor.signing(body.author)))

    @router.post("/{id}/state", response_model=MarkShape, summary="Done, or open again; needs the role operator")
    def settle(id: MarkId, body: SettleBody, actor: Annotated[Actor, staff]) -> Json:  # noqa: A002
        return mark_to_json(registry.feedback.settle(id, body.state, actor=actor.signing(body.author)))

    return router
