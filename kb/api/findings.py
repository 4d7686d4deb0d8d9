"""Endpoints of findings: what contradicts what, and what people decided on it."""

from collections.abc import Callable, Iterator
from datetime import date
from enum import StrEnum
from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from kb.api.finding_conditions import conditions_of
from kb.api.language import preferred_language
from kb.api.parameters import Cursor, Limit
from kb.api.schemas.finding import FindingListing, FindingShape
from kb.api.staff_guard import StaffGuard
from kb.api.streamed import csv_response, jsonl_response
from kb.api.verdicts import Item, create_verdicts_router
from kb.model import Language
from kb.model.finding_shapes import judged_to_json
from kb.model.plain_json import Json
from kb.pipeline import FindingConditions, FindingCounts, Registry
from kb.pipeline.finding_report import ReportRequest, open_report, report_docx, report_html
from kb.pipeline.finding_report.sending import DOCX, MOST_FINDINGS, REPORT_POLICY

WordLanguage = Annotated[Language | None, Query(description="Language of the words; that of the request when left out")]

_SIDE = (
    "source_kind", "evidence.act", "evidence.edition", "evidence.language", "evidence.clause", "evidence.document",
    "evidence.snapshot", "evidence.start", "evidence.end", "evidence.line", "evidence.quote", "clause_digest",
)  # fmt: skip
FINDING_COLUMNS = (
    "id", "class", "severity", "until", "verdict", "returned", "service.id", "service.name_kk", "service.name_ru",
    "prevails", "rule", "basis.kk", "basis.ru", "basis.en", "why.kk", "why.ru", "why.en", "correction.kk",
    "correction.ru", "correction.en", *(f"a.{name}" for name in _SIDE), *(f"b.{name}" for name in _SIDE),
)  # fmt: skip


class ReportFormat(StrEnum):
    """How a report leaves."""

    HTML = "html"
    DOCX = "docx"


def create_findings_router(registry: Registry, guard: StaffGuard, *, today: Callable[[], date]) -> APIRouter:
    """`/v1/findings` and what stands below it, and `/v1/verdicts`."""
    router = APIRouter(prefix="/v1", tags=["findings"])
    wanted = Annotated[FindingConditions, Depends(conditions_of(registry))]

    @router.get("/findings", response_model=FindingListing, summary="Contradictions, those that stand first")
    def list_findings(conditions: wanted, limit: Limit = 50, cursor: Cursor = None) -> Json:
        page = registry.findings.listed(conditions, after=cursor, limit=limit)
        return {
            "items": [judged_to_json(judged, service) for judged, service in page.items],
            "next": page.next,
            "counts": _counts_to_json(registry.findings.counts(conditions)),
        }

    @router.get("/findings.jsonl", response_class=StreamingResponse, summary="All that fit, one object a line")
    def export_jsonl(conditions: wanted) -> Response:
        return jsonl_response(_lines(registry, conditions), name="findings")

    @router.get("/findings.csv", response_class=StreamingResponse, summary="All that fit, with dotted columns")
    def export_csv(conditions: wanted) -> Response:
        return csv_response(_lines(registry, conditions), columns=FINDING_COLUMNS, name="findings")

    @router.get(
        "/findings/report",
        response_class=HTMLResponse,
        summary=f"The first {MOST_FINDINGS} that fit, both clauses side by side, for printing",
    )
    def make_report(
        conditions: wanted,
        format: ReportFormat = ReportFormat.HTML,  # noqa: A002
        lang: WordLanguage = None,
        accept_language: Annotated[str | None, Header(include_in_schema=False)] = None,
    ) -> Response:
        language = lang or preferred_language(accept_language)
        report = open_report(
            registry,
            ReportRequest(language=language, day=today(), conditions=conditions, limit=MOST_FINDINGS),
        )
        told = {"Content-Language": language.value}
        if format is ReportFormat.DOCX:
            named = {"Content-Disposition": 'attachment; filename="findings.docx"'}
            return Response(report_docx(report), media_type=DOCX, headers=told | named)
        return StreamingResponse(report_html(report), media_type="text/html", headers=told | REPORT_POLICY)

    @router.get("/findings/{id}", response_model=FindingShape, summary="A contradiction with all verdicts on it")
    def show_finding(id: Item) -> Json:  # noqa: A002 - the path names it so
        judged, service = registry.findings.item(id)
        return judged_to_json(judged, service)

    router.include_router(create_verdicts_router(registry, guard))
    return router


def _lines(registry: Registry, conditions: FindingConditions) -> Iterator[Json]:
    return (judged_to_json(judged, service) for judged, service in registry.findings.each(conditions))


def _counts_to_json(counts: FindingCounts) -> Json:
    return {
        "found": counts.found,
        "fixed": counts.fixed,
        "verdicts": counts.verdicts,
        "classes": counts.kinds,
        "services": counts.services,
        "bodies": counts.bodies,
        "severities": counts.severities,
        "current": counts.editions["current"],
        "past": counts.editions["past"],
    }
