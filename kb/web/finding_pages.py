"""Pages of findings: the list, the report for printing, and each with both clauses."""

from collections.abc import Callable
from datetime import date

from fastapi import APIRouter, Request
from fastapi.responses import Response, StreamingResponse

from kb.model import FindingVerdict, Service
from kb.pipeline import FindingConditions, Registry
from kb.pipeline.finding_report import ReportRequest, open_report, report_html
from kb.pipeline.finding_report.sending import MOST_FINDINGS, REPORT_POLICY
from kb.web.finding_conditions import UNASKED, Asked, api_query_of, query_of
from kb.web.finding_filters import count_charts, finding_facets
from kb.web.finding_page import add_finding_page
from kb.web.finding_view import finding_row
from kb.web.language_choice import page_language, remember_language
from kb.web.page_parameters import Cursor
from kb.web.staff_access import StaffDoor
from kb.web.templating import render_page
from kb.web.words import words_in

_ROWS = 30


def create_finding_router(registry: Registry, *, today: Callable[[], date], door: StaffDoor | None) -> APIRouter:
    """`/findings`, `/findings/report` and `/findings/{id}`; without a `door` nobody decides."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/findings")
    def listed(request: Request, asked: Asked, cursor: Cursor = None) -> Response:
        words = words_in(page_language(request))
        found = registry.findings.listed(asked, after=cursor, limit=_ROWS)
        counts = registry.findings.counts(asked)
        rows = [finding_row(judged, service, words) for judged, service in found.items]
        return render_page(
            request, "findings.html",
            rows=[
                (row, f"/findings/{row.id}?{query_of(asked, previous=before)}")
                for row, before in zip(rows, [None, *(row.id for row in rows)], strict=False)
            ],
            counts=counts,
            facets=finding_facets(registry, asked, counts, words),
            charts=[one for one in count_charts(counts, asked, words) if one.bars] if cursor is None else [],
            narrowed=asked != UNASKED,
            more=f"/findings?{query_of(asked, cursor=found.next)}" if found.next else None,
            print_href=f"/findings/report?{query_of(asked)}",
            docx_href=f"/v1/findings/report?{api_query_of(asked, format='docx', lang=words.language.value)}",
            csv_href=f"/v1/findings.csv?{api_query_of(asked)}",
            sample=any(service.sample for _, service in found.items if service),
        )  # fmt: skip

    @router.get("/findings/report")
    def report(request: Request, asked: Asked) -> Response:
        language = page_language(request)
        opened = open_report(
            registry, ReportRequest(language=language, day=today(), conditions=asked, limit=MOST_FINDINGS)
        )
        response = StreamingResponse(
            report_html(opened), media_type="text/html", headers={"Content-Language": language.value} | REPORT_POLICY
        )
        remember_language(request, response)
        return response

    add_finding_page(router, registry, door)
    return router


def finding_count(registry: Registry, service: Service) -> int:
    """How many findings that stand a service has on which nobody decided that they are none."""
    verdicts = registry.findings.counts(FindingConditions(services=(service.id,), current=True)).verdicts
    return verdicts[FindingVerdict.OPEN] + verdicts[FindingVerdict.CONFIRMED]
