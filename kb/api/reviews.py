"""Endpoints of the review queue."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query

from kb.api.access import REFUSED, require
from kb.api.parameters import Cursor, Limit
from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.schemas.review import DecisionBody, ReviewListing, ReviewShape
from kb.api.staff_guard import StaffGuard
from kb.model import Attribute, DoubtReason, ReviewKind, ReviewState
from kb.model.access import Actor, Work
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.review_json import reviewed_to_json
from kb.store import ReviewFilter

Item = Annotated[str, Path(pattern="^[0-9a-f]{20}$")]
Of = Annotated[str | None, Query(max_length=300, description="Id of a service")]
_REFUSED: dict[int | str, dict[str, Any]] = {
    **REFUSED,
    503: {"model": ProblemShape, "content": {MEDIA_TYPE: {}}, "description": "A build is at work"},
}


def create_reviews_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/reviews` and what stands below it."""
    router = APIRouter(prefix="/v1/reviews", tags=["reviews"])

    @router.get("", response_model=ReviewListing, summary="Doubtful readings, in the order of work")
    def list_reviews(
        *,
        state: ReviewState | None = None,
        kind: ReviewKind | None = None,
        reason: DoubtReason | None = None,
        attribute: Attribute | None = None,
        service: Of = None,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Json:
        wanted = ReviewFilter(
            state=state, kind=kind, reason=reason, attribute=attribute, service=service and registry.service(service).id
        )
        page = registry.reviews.listed(wanted, after=cursor, limit=limit)
        items = [reviewed_to_json(one) for one in page.items]
        return {"items": items, "next": page.next, "counts": registry.reviews.counts(wanted)}

    @router.get("/{id}", response_model=ReviewShape, summary="A doubtful reading with all decisions on it")
    def show_review(id: Item) -> Json:  # noqa: A002 - the path names it so
        return reviewed_to_json(registry.reviews.item(id))

    @router.post(
        "/{id}/decisions",
        response_model=ReviewShape,
        status_code=201,
        responses=_REFUSED,
        summary="Accepts, edits or rejects it; needs the role lawyer",
    )
    def decide(
        id: Item,  # noqa: A002
        body: DecisionBody,
        actor: Annotated[Actor, Depends(require(guard, Work.REVIEW))],
    ) -> Json:
        decided = registry.reviews.decide(
            id, body.verdict, reason=body.reason, actor=actor.signing(body.author), value=body.value
        )
        return reviewed_to_json(decided)

    return router
