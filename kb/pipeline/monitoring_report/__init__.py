"""The printable report on a survey: one content, as HTML, DOCX or XLSX."""

from kb.pipeline.monitoring_report.building import open_monitoring_report
from kb.pipeline.monitoring_report.docx_report import monitoring_docx
from kb.pipeline.monitoring_report.html_report import MONITORING_POLICY, monitoring_html
from kb.pipeline.monitoring_report.tables import MonitoringReport, ReportDay
from kb.pipeline.monitoring_report.xlsx_report import monitoring_xlsx

__all__ = [
    "MONITORING_POLICY",
    "MonitoringReport",
    "ReportDay",
    "monitoring_docx",
    "monitoring_html",
    "monitoring_xlsx",
    "open_monitoring_report",
]
