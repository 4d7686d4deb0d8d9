"""Endpoints of what people decided on findings."""

from enum import StrEnum
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path
from fastapi.exceptions import RequestValidationError

from kb.api.access import REFUSED, require
from kb.api.schemas.finding import FindingShape, VerdictBody, VerdictShape
from kb.api.schemas.shape import Listing
from kb.api.staff_guard import StaffGuard
from kb.api.streamed import csv_response, jsonl_response
from kb.model.access import Actor, Work
from kb.model.finding_shapes import judged_to_json, verdict_to_json
from kb.model.plain_json import Json
from kb.pipeline import BadVerdict, Registry

Item = Annotated[str, Path(pattern="^[0-9a-f]{20}$")]
VERDICT_COLUMNS = (
    "id", "finding", "class", "clause_digests", "places", "verdict", "reason", "author", "role", "at",
)  # fmt: skip


class ListFormat(StrEnum):
    """How a list leaves."""

    JSON = "json"
    CSV = "csv"
    JSONL = "jsonl"


def create_verdicts_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/findings/{id}/verdicts` and `/verdicts`."""
    router = APIRouter()

    @router.get(
        "/findings/{id}/verdicts", response_model=Listing[VerdictShape], summary="All verdicts on it, the oldest first"
    )
    def list_verdicts(id: Item) -> Json:  # noqa: A002
        judged, _ = registry.findings.item(id)
        return {"items": [verdict_to_json(note) for note in judged.history], "next": None}

    @router.post(
        "/findings/{id}/verdicts",
        response_model=FindingShape,
        status_code=201,
        responses=REFUSED,
        summary="Confirms it, or says why it is none; needs the role lawyer",
    )
    def decide(
        id: Item,  # noqa: A002
        body: VerdictBody,
        actor: Annotated[Actor, Depends(require(guard, Work.VERDICT))],
    ) -> Json:
        try:
            registry.findings.decide(id, body.verdict, reason=body.reason, actor=actor.signing(body.author))
        except BadVerdict as problem:
            wrong: dict[str, Any] = {"type": "value_error", "loc": ("body", "reason"), "msg": str(problem)}
            raise RequestValidationError([wrong]) from problem
        judged, service = registry.findings.item(id)
        return judged_to_json(judged, service)

    @router.get(
        "/verdicts", response_model=Listing[VerdictShape], summary="All verdicts of people, the oldest first: open data"
    )
    def export_verdicts(format: ListFormat = ListFormat.JSON) -> Any:  # noqa: A002
        lines = [verdict_to_json(note) for note in registry.findings.verdicts()]
        match format:
            case ListFormat.CSV:
                return csv_response(lines, columns=VERDICT_COLUMNS, name="verdicts")
            case ListFormat.JSONL:
                return jsonl_response(lines, name="verdicts")
        return {"items": lines, "next": None}

    return router
