"""Endpoints for machines that look after the process."""

from fastapi import APIRouter
from fastapi.responses import Response

from kb.api.archive_json import status_to_json
from kb.api.metrics import MEDIA_TYPE, Metrics
from kb.api.problem import MEDIA_TYPE as PROBLEM
from kb.api.problem import ProblemShape
from kb.api.schemas.archive import ReadyShape
from kb.api.schemas.shape import Shape
from kb.model.plain_json import Json
from kb.pipeline import NothingBuilt, Registry


class AliveShape(Shape):
    """The process answers."""

    status: str


def create_health_router(registry: Registry, metrics: Metrics) -> APIRouter:
    """`/healthz`, `/readyz` and `/metrics`."""
    router = APIRouter(tags=["health"])

    @router.get("/healthz", response_model=AliveShape, summary="Whether the process answers")
    def alive() -> Json:
        return {"status": "ok"}

    @router.get(
        "/readyz",
        response_model=ReadyShape,
        summary="Whether engine and database answer and a base is built",
        responses={503: {"model": ProblemShape, "content": {PROBLEM: {}}}},
    )
    def ready() -> Json:
        status = registry.status()
        if status.built_at is None:
            raise NothingBuilt("the base was not built yet: run 'kb import' and 'kb build'")
        return status_to_json(status)

    @router.get("/metrics", summary="Counters for Prometheus", response_class=Response)
    def show_metrics() -> Response:
        return Response(metrics.text(), media_type=MEDIA_TYPE)

    return router
