"""Endpoints of marks given here and now: everybody gives them, staff read what was written beside them."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query, Request

from kb.api.access import REFUSED, require
from kb.api.parameters import Limit
from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.schemas.live_mark import CountedMark, LiveCommentListing, LiveMarkBody
from kb.api.staff_guard import StaffGuard, refuse_other_sites
from kb.model.access import Work
from kb.model.live import LiveComment, LiveMark
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.practice.live_wave import live_id

MarkedService = Annotated[str | None, Query(max_length=300, description="Id of a service")]
_PROBLEM: dict[str, Any] = {"model": ProblemShape, "content": {MEDIA_TYPE: {}}}
_TOLD: dict[int | str, dict[str, Any]] = {
    409: {**_PROBLEM, "description": "This address gave the service its mark of the day"},
    429: {**_PROBLEM, "description": "Too many marks from this address"},
    503: {**_PROBLEM, "description": "A build is at work"},
}


def create_live_marks_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/monitoring/live-marks`."""
    router = APIRouter(prefix="/v1/monitoring/live-marks", tags=["monitoring"])

    @router.post(
        "",
        response_model=CountedMark,
        status_code=201,
        responses=_TOLD,
        summary="Marks a service or an answer on it; one mark an address, service and day",
    )
    def mark(request: Request, body: LiveMarkBody) -> Json:
        refuse_other_sites(request)
        address = request.client.host if request.client else ""
        return {"wave": live_id(registry.practice.live.note(LiveMark(**body.model_dump()), address=address))}

    @router.get(
        "/comments",
        response_model=LiveCommentListing,
        responses=REFUSED,
        dependencies=[Depends(require(guard, Work.FEEDBACK))],
        summary="What people wrote beside marks, the newest first, masked; needs the role operator",
    )
    def list_comments(*, service: MarkedService = None, limit: Limit = 50) -> Json:
        live = registry.practice.live
        found = live.comments(service=service and registry.service(service).id, limit=limit)
        return {"items": [_comment_to_json(one) for one in found], "kept_days": live.days}

    return router


def _comment_to_json(comment: LiveComment) -> Json:
    mark = comment.mark
    return {
        "id": comment.id,
        "made_at": comment.made_at.isoformat(timespec="seconds"),
        "subject": mark.subject.value,
        "service": mark.service,
        "channel": mark.channel,
        "mark": mark.mark,
        "language": mark.language.value,
        "words": mark.words,
    }
