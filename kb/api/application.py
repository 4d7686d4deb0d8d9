"""The HTTP application: routers, failures, headers, counters."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, FastAPI

import kb
from kb.api.archive import create_archive_router
from kb.api.audit import create_audit_router
from kb.api.body_limit import BodyLimit
from kb.api.burden import create_burden_router
from kb.api.curation import create_curation_router
from kb.api.evaluations import create_evaluations_router
from kb.api.failures import PageError, install_failures
from kb.api.feedback import create_feedback_router
from kb.api.findings import create_findings_router
from kb.api.headers import SecurityHeaders
from kb.api.health import create_health_router
from kb.api.live_marks import create_live_marks_router
from kb.api.metrics import MeasureRequests, Metrics
from kb.api.monitoring import create_monitoring_router
from kb.api.overlap import create_overlap_router
from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.query_log import create_query_log_router
from kb.api.questions import create_questions_router
from kb.api.recommendations import create_recommendations_router
from kb.api.registry import create_registry_router
from kb.api.reviews import create_reviews_router
from kb.api.services import create_services_router
from kb.api.staff_guard import StaffGuard
from kb.pipeline import Registry, today_in_kazakhstan

_DESCRIPTION = (
    "Standards of Kazakhstan's public services: every value is a statement with the clause it was read from. "
    "Errors are RFC 9457 problem objects. Lists page by cursor. `Accept-Language` picks kk, ru or en for the "
    "words of this interface; texts stay in their own language."
)
_PROBLEM = {"model": ProblemShape, "content": {MEDIA_TYPE: {}}}
CLOSED = StaffGuard()


def create_router(
    registry: Registry,
    *,
    metrics: Metrics | None = None,
    today: Callable[[], date] = today_in_kazakhstan,
    guard: StaffGuard = CLOSED,
) -> APIRouter:
    """All endpoints of the API; `create_application` adds failures, headers and counters to them."""
    router = APIRouter(responses={422: {**_PROBLEM, "description": "A parameter is wrong"}})
    router.include_router(create_services_router(registry, today=today))
    router.include_router(create_registry_router(registry))
    router.include_router(create_questions_router(registry, guard))
    router.include_router(create_archive_router(registry))
    router.include_router(create_reviews_router(registry, guard))
    router.include_router(create_findings_router(registry, guard, today=today))
    router.include_router(create_overlap_router(registry))
    router.include_router(create_monitoring_router(registry, today=today))
    router.include_router(create_evaluations_router(registry, guard))
    router.include_router(create_query_log_router(registry, guard))
    router.include_router(create_curation_router(registry, guard))
    router.include_router(create_feedback_router(registry, guard))
    router.include_router(create_burden_router(registry, today=today))
    router.include_router(create_live_marks_router(registry, guard))
    router.include_router(create_recommendations_router(registry, guard, today=today))
    router.include_router(create_audit_router(registry, guard))
    counters = metrics or Metrics()
    counters.watch_log(lambda: registry.queries.lost)
    router.include_router(create_health_router(registry, counters))
    return router


def create_application(
    registry: Registry,
    *,
    page_error: PageError | None = None,
    today: Callable[[], date] = today_in_kazakhstan,
    guard: StaffGuard = CLOSED,
) -> FastAPI:
    """The API as an application; pages are added with `include_router`, their failures worded by `page_error`.

    `guard` tells who may do what is not open to everybody: nobody by default.
    """
    # The interactive pages of FastAPI load scripts from a foreign host; the description itself stays.
    app = FastAPI(
        title="Anyq",
        version=kb.__version__,
        description=_DESCRIPTION,
        docs_url=None,
        redoc_url=None,
        openapi_url="/v1/openapi.json",
        redirect_slashes=False,
    )
    metrics = Metrics()
    app.include_router(create_router(registry, metrics=metrics, today=today, guard=guard))
    install_failures(app, page_error=page_error)
    app.add_middleware(BodyLimit)
    app.add_middleware(SecurityHeaders)
    app.add_middleware(MeasureRequests, metrics=metrics)
    return app
