"""Endpoints of the evaluation of state bodies."""

from typing import Annotated, Any

from fastapi import APIRouter, Body, Depends, Path, Query
from starlette.requests import Request

from kb.api.access import REFUSED, require
from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.schemas.evaluation import (
    EVALUATION_ID,
    FIRST_YEAR,
    LAST_YEAR,
    METHOD_ID,
    AppealShape,
    ChangesShape,
    EvaluationListing,
    EvaluationShape,
    FilingBody,
    KeptShape,
    MethodShape,
    MoveBody,
    PointsBody,
)
from kb.api.schemas.shape import Listing
from kb.api.staff_guard import StaffGuard
from kb.model.access import Actor, Work
from kb.model.plain_json import Json
from kb.monitoring.evaluation import method_to_json, read_method, read_point_rows
from kb.pipeline import Registry
from kb.pipeline.evaluation_json import appeal_json, change_to_json, head_to_json, sheet_to_json

MethodName = Annotated[str, Path(pattern=METHOD_ID)]
EvaluationName = Annotated[str, Path(pattern=EVALUATION_ID)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
Year = Annotated[int | None, Query(ge=FIRST_YEAR, le=LAST_YEAR, description="The newest when left out")]
Earlier = Annotated[str, Query(pattern=METHOD_ID, description="Id of the version to compare with")]
_REFUSED: dict[int | str, dict[str, Any]] = {
    **REFUSED,
    503: {"model": ProblemShape, "content": {MEDIA_TYPE: {}}, "description": "A build is at work"},
}


def create_evaluations_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/monitoring/evaluations` and what stands below it."""
    router = APIRouter(prefix="/v1/monitoring/evaluations", tags=["monitoring"])
    staff = Depends(require(guard, Work.EVALUATION))
    _add_methods(router, registry, staff)

    @router.get("", response_model=EvaluationListing, summary="The bodies of a year with their totals")
    def list_evaluations(year: Year = None) -> Json:
        years = registry.evaluations.years()
        wanted = year if year is not None else next(iter(years), None)
        sheets = registry.evaluations.listed(wanted) if wanted is not None else ()
        return {"items": [head_to_json(one) for one in sheets], "next": None, "years": list(years)}

    @router.post(
        "", response_model=KeptShape, status_code=201, responses=_REFUSED,
        summary="Takes points, penalties and days of stages in, all or none; needs the role lawyer",
    )  # fmt: skip
    def keep(body: PointsBody, actor: Annotated[Actor, staff]) -> Json:
        evaluations = read_point_rows(body.rows, registry.evaluations.method(body.method), body.year)
        registry.evaluations.keep(evaluations, actor=actor.signing(body.author), replace=body.replace)
        return {"evaluations": [one.id for one in evaluations]}

    @router.get("/{id}", response_model=EvaluationShape, summary="All of the evaluation of a body")
    def show(request: Request, id: EvaluationName) -> Json:  # noqa: A002 - the path names it so
        staff_reads = guard.visitor(request).may(Work.EVALUATION)
        return sheet_to_json(registry.evaluations.sheet(id), authors=staff_reads)

    @router.post(
        "/{id}/appeals", response_model=AppealShape, status_code=201, responses=_REFUSED,
        summary="Files an appeal of the evaluated body; needs the role lawyer",
    )  # fmt: skip
    def file_appeal(id: EvaluationName, body: FilingBody, actor: Annotated[Actor, staff]) -> Json:  # noqa: A002
        made = registry.evaluations.file_appeal(
            id, body.item, day=body.day, reason=body.reason, behalf=body.behalf, actor=actor.signing(body.author)
        )
        return appeal_json(registry.evaluations.sheet(id).method, made)

    @router.post(
        "/appeals/{number}/moves", response_model=AppealShape, status_code=201, responses=_REFUSED,
        summary="Considers, accepts, rejects or withdraws an appeal; needs the role lawyer",
    )  # fmt: skip
    def move_appeal(number: Number, body: MoveBody, actor: Annotated[Actor, staff]) -> Json:
        moved = registry.evaluations.move_appeal(
            number, body.state, behalf=body.behalf, day=body.day, reason=body.reason, points=body.points,
            actor=actor.signing(body.author),
        )  # fmt: skip
        return appeal_json(registry.evaluations.sheet(moved.evaluation).method, moved)

    return router


def _add_methods(router: APIRouter, registry: Registry, staff: Any) -> None:
    @router.get("/methods", response_model=Listing[MethodShape], summary="The versions of the method")
    def list_methods() -> Json:
        return {"items": [method_to_json(one) for one in registry.evaluations.methods()], "next": None}

    @router.post(
        "/methods", response_model=MethodShape, status_code=201, responses=_REFUSED,
        summary="Takes a version of the method in; it is never changed afterwards; needs the role lawyer",
    )  # fmt: skip
    def add_method(body: Annotated[dict[str, Any], Body()], actor: Annotated[Actor, staff]) -> Json:
        method = read_method(body, "body")
        registry.evaluations.add_method(method, actor=actor)
        return method_to_json(method)

    @router.get(
        "/methods/{id}", response_model=MethodShape, summary="A version, each item with its place in the source"
    )
    def show_method(id: MethodName) -> Json:  # noqa: A002
        return method_to_json(registry.evaluations.method(id))

    @router.get("/methods/{id}/changes", response_model=ChangesShape, summary="What changed since another version")
    def show_changes(id: MethodName, since: Earlier) -> Json:  # noqa: A002
        changes = registry.evaluations.changes(since, id)
        return {"before": since, "after": id, "changes": [change_to_json(one) for one in changes]}
