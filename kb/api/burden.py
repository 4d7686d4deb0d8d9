"""The endpoint of the burden of services."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from kb.api.parameters import AsOf, Cursor, Limit
from kb.api.schemas.burden import BurdenListing
from kb.model.plain_json import Json
from kb.pipeline import BadCursor, Registry
from kb.pipeline.practice.burden_json import burden_to_json

WeighedService = Annotated[
    str | None, Query(max_length=300, description="Id of one service: its counts with every paper")
]


def create_burden_router(registry: Registry, *, today: Callable[[], date]) -> APIRouter:
    """`/v1/monitoring/burden`."""
    router = APIRouter(prefix="/v1/monitoring", tags=["monitoring"])

    @router.get("/burden", response_model=BurdenListing, summary="Papers and steps of services, the heaviest first")
    def list_burdens(
        service: WeighedService = None, as_of: AsOf = None, limit: Limit = 50, cursor: Cursor = None
    ) -> Json:
        day = as_of or today()
        found = registry.practice.burdens(day)
        if service is not None:
            known = registry.service(service).id
            found = tuple(one for one in found if one.service.id == known)
        start = 0
        if cursor is not None:
            places = [place for place, one in enumerate(found, start=1) if one.service.id == cursor]
            if not places:
                raise BadCursor("this cursor belongs to an earlier state of the base; begin with the first page")
            start = places[0]
        items = found[start : start + limit]
        return {
            "items": [burden_to_json(one, papers=service is not None) for one in items],
            "next": items[-1].service.id if start + limit < len(found) else None,
            "as_of": day.isoformat(),
            "total": len(found),
        }

    return router
