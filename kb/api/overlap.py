"""Endpoints of what repeats in the texts in force."""

from typing import Annotated

from fastapi import APIRouter, Query
from fastapi.exceptions import RequestValidationError

from kb.api.parameters import Cursor, Limit
from kb.api.schemas.overlap import OverlapSummaryShape, RepeatShape
from kb.api.schemas.shape import Listing
from kb.model.overlap import share_to_json
from kb.model.plain_json import Json
from kb.model.service_shapes import service_reference
from kb.pipeline import Registry
from kb.pipeline.repeat_passages import passages_to_json

OfService = Annotated[str | None, Query(max_length=300, description="Only passages on the service of this id")]
OfAct = Annotated[str | None, Query(max_length=300, description="Only passages of this act or document, and of `with`")]
WithAct = Annotated[str | None, Query(alias="with", max_length=300, description="The other act or document")]


def create_overlap_router(registry: Registry) -> APIRouter:
    """`/v1/overlap` and `/v1/overlap/repeats`."""
    router = APIRouter(prefix="/v1", tags=["overlap"])

    @router.get("/overlap", response_model=OverlapSummaryShape, summary="How much of the texts repeats elsewhere")
    def show_overlap(limit: Limit = 50) -> Json:
        summary = registry.overlaps.summary()
        return {
            "overall": share_to_json(summary.overall) if summary.overall else None,
            "services": [
                {**share_to_json(one), "service": service_reference(registry.service(one.first))}
                for one in summary.services[:limit]
            ],
            "services_total": len(summary.services),
            "acts": [share_to_json(one) for one in summary.acts[:limit]],
            "acts_total": len(summary.acts),
        }

    @router.get(
        "/overlap/repeats", response_model=Listing[RepeatShape], summary="Passages that say the same, side by side"
    )
    def list_repeats(
        service: OfService = None, act: OfAct = None, other: WithAct = None, limit: Limit = 20, cursor: Cursor = None
    ) -> Json:
        if (act is None) != (other is None):
            missing = "with" if other is None else "act"
            raise RequestValidationError(
                [{"type": "missing", "loc": ("query", missing), "msg": "`act` and `with` go together", "input": None}]
            )
        page = registry.overlaps.repeats(
            service=service, acts=(act, other) if act and other else None, after=cursor, limit=limit
        )
        return {"items": [passages_to_json(one) for one in registry.overlaps.passages(page.items)], "next": page.next}

    return router
