"""Endpoints of the printable report on a survey."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Header, Query
from fastapi.responses import HTMLResponse, Response, StreamingResponse

from kb.api.language import preferred_language
from kb.api.monitoring_conditions import WaveId
from kb.model import Language
from kb.monitoring.sheets.written_xlsx import XLSX
from kb.pipeline import Registry
from kb.pipeline.monitoring_report import (
    MONITORING_POLICY,
    MonitoringReport,
    ReportDay,
    monitoring_docx,
    monitoring_html,
    monitoring_xlsx,
    open_monitoring_report,
)
from kb.pipeline.printing.docx_file import DOCX

AcceptLanguage = Annotated[str | None, Header(include_in_schema=False)]
WordLanguage = Annotated[Language | None, Query(description="Language of the words; that of the request when left out")]


def add_reports(router: APIRouter, registry: Registry, *, today: Callable[[], date]) -> None:
    """Puts `report.html`, `report.docx` and `report.xlsx` below `/v1/monitoring/waves/{wave}`."""

    def opened(wave: str, lang: Language | None, accept_language: str | None) -> MonitoringReport:
        day = ReportDay(language=lang or preferred_language(accept_language), day=today())
        return open_monitoring_report(registry.monitoring, wave, day)

    def file(report: MonitoringReport, content: bytes, media_type: str, name: str) -> Response:
        told = {"Content-Language": report.language.value, "Content-Disposition": f'attachment; filename="{name}"'}
        return Response(content, media_type=media_type, headers=told)

    @router.get("/waves/{wave}/report.html", response_class=HTMLResponse, summary="A survey for reading and printing")
    def make_html(wave: WaveId, lang: WordLanguage = None, accept_language: AcceptLanguage = None) -> Response:
        report = opened(wave, lang, accept_language)
        told = {"Content-Language": report.language.value} | MONITORING_POLICY
        return StreamingResponse(monitoring_html(report), media_type="text/html", headers=told)

    @router.get("/waves/{wave}/report.docx", response_class=Response, summary="The same as a document")
    def make_docx(wave: WaveId, lang: WordLanguage = None, accept_language: AcceptLanguage = None) -> Response:
        report = opened(wave, lang, accept_language)
        return file(report, monitoring_docx(report), DOCX, f"{wave}.docx")

    @router.get("/waves/{wave}/report.xlsx", response_class=Response, summary="The same as a workbook of numbers")
    def make_xlsx(wave: WaveId, lang: WordLanguage = None, accept_language: AcceptLanguage = None) -> Response:
        report = opened(wave, lang, accept_language)
        return file(report, monitoring_xlsx(report), XLSX, f"{wave}.xlsx")
