"""Endpoints of the query log: clicks of readers, and what staff learn from."""

from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Path, Query
from fastapi.responses import Response

from kb.api.access import REFUSED, require
from kb.api.parameters import Limit
from kb.api.schemas.query_log import SEARCH_ID, QueryListing
from kb.api.staff_guard import StaffGuard
from kb.model.access import Work
from kb.model.plain_json import Json
from kb.model.search_log import ClickKind, Missing
from kb.pipeline import Registry
from kb.pipeline.query_json import query_count_to_json

Search = Annotated[str, Path(pattern=SEARCH_ID)]
Target = Annotated[str, Query(max_length=300, pattern=r"^[^\x00-\x1f\x7f]+$", description="Id of what was opened")]
Place = Annotated[int, Query(ge=0, le=1000, description="Its place among the results; 0 = the answer above them")]
Since = Annotated[date | None, Query(description="Nothing that was asked before this day")]
Without = Annotated[Missing | None, Query(description="Only queries that were left without it")]


def create_query_log_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/queries` for staff, and the clicks that readers send under the id of their own search."""
    router = APIRouter(prefix="/v1", tags=["query log"])

    @router.post(
        "/searches/{id}/clicks",
        status_code=202,
        response_class=Response,
        summary="Tells that something was opened from a search; nothing is said about whether it was kept",
    )
    def click(id: Search, kind: ClickKind, target: Target, place: Place) -> Response:  # noqa: A002
        registry.queries.click(id, kind=kind, target=target, place=place)
        return Response(status_code=202)

    @router.get(
        "/queries",
        response_model=QueryListing,
        responses=REFUSED,
        dependencies=[Depends(require(guard, Work.QUERY_LOG))],
        summary="What people searched for, personal data masked; needs the role operator",
    )
    def list_queries(without: Without = None, since: Since = None, limit: Limit = 50) -> Json:
        found = registry.queries.listed(without, since=since, limit=limit)
        return {
            "items": [query_count_to_json(one) for one in found],
            "counts": registry.queries.counts(since=since),
            "kept_days": registry.queries.days,
        }

    return router
