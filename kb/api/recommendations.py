"""Endpoints of recommendations: everybody reads them, staff enter them and their steps."""

from collections.abc import Callable
from datetime import date
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path, Query, Request

from kb.api.access import REFUSED, require
from kb.api.parameters import Cursor, Limit
from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.schemas.recommendation import (
    RECOMMENDATION_ID,
    RecommendationBody,
    RecommendationListing,
    RecommendationShape,
    StepBody,
)
from kb.api.staff_guard import StaffGuard
from kb.model.access import Actor, Work
from kb.model.plain_json import Json
from kb.model.recommendation import KeptRecommendation, Recommendation, RecommendationFilter, RecommendationState
from kb.pipeline import BadRecommendation, Registry, today_in_kazakhstan
from kb.pipeline.practice.recommendation_json import recommendation_to_json

RecommendationId = Annotated[str, Path(pattern=RECOMMENDATION_ID)]
RecommendedFor = Annotated[str | None, Query(max_length=300, description="Id of a service")]
Owner = Annotated[str | None, Query(max_length=300, description="Exactly as it was entered")]
Overdue = Annotated[bool, Query(description="Only those whose last day has passed")]
_BUSY: dict[int | str, dict[str, Any]] = {
    503: {"model": ProblemShape, "content": {MEDIA_TYPE: {}}, "description": "A build is at work"}
}


def create_recommendations_router(
    registry: Registry, guard: StaffGuard, *, today: Callable[[], date] = today_in_kazakhstan
) -> APIRouter:
    """`/v1/monitoring/recommendations` and what stands below it."""
    router = APIRouter(prefix="/v1/monitoring/recommendations", tags=["monitoring"], responses=_BUSY)
    staff = Depends(require(guard, Work.RECOMMENDATION))

    def shown(one: KeptRecommendation, *, actors: bool) -> Json:
        return recommendation_to_json(one, today=today(), actors=actors)

    @router.get("", response_model=RecommendationListing, summary="Recommendations, the newest first")
    def list_recommendations(
        request: Request,
        *,
        state: RecommendationState | None = None,
        service: RecommendedFor = None,
        owner: Owner = None,
        overdue: Overdue = False,
        limit: Limit = 50,
        cursor: Cursor = None,
    ) -> Json:
        wanted = RecommendationFilter(
            state=state,
            service=service and registry.service(service).id,
            owner=owner,
            overdue_on=today() if overdue else None,
        )
        page = registry.practice.recommendations.listed(wanted, after=cursor, limit=limit)
        actors = guard.visitor(request).may(Work.RECOMMENDATION)
        return {
            "items": [shown(one, actors=actors) for one in page.items],
            "next": page.next,
            "counts": registry.practice.recommendations.counts(),
        }

    @router.post(
        "",
        response_model=RecommendationShape,
        status_code=201,
        responses=REFUSED,
        summary="Enters a recommendation; needs the role lawyer",
    )
    def add(body: RecommendationBody, actor: Annotated[Actor, staff]) -> Json:
        if (body.document is None) != (body.line is None):
            raise BadRecommendation("a place is a document and a line of it; give both or neither")
        tracker = registry.practice.recommendations
        place = tracker.place(body.document, body.line) if body.document and body.line else None
        wanted = Recommendation(
            words=body.words, language=body.language, service=body.service, finding=body.finding, place=place
        )
        made = tracker.add(wanted, actor=actor.signing(body.author), owner=body.owner, due=body.due, note=body.note)
        return shown(made, actors=True)

    @router.get("/{id}", response_model=RecommendationShape, summary="A recommendation with all its steps")
    def show(request: Request, id: RecommendationId) -> Json:  # noqa: A002 - the path names it so
        return shown(registry.practice.recommendations.item(id), actors=guard.visitor(request).may(Work.RECOMMENDATION))

    @router.post(
        "/{id}/steps",
        response_model=RecommendationShape,
        status_code=201,
        responses=REFUSED,
        summary="Accepted, done, rejected or opened again; needs the role lawyer",
    )
    def step(id: RecommendationId, body: StepBody, actor: Annotated[Actor, staff]) -> Json:  # noqa: A002
        changed = registry.practice.recommendations.change(
            id, body.state, actor=actor.signing(body.author), owner=body.owner, due=body.due, note=body.note
        )
        return shown(changed, actors=True)

    return router
