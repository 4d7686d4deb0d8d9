"""`kb monitor report`: a survey for reading and printing."""

from pathlib import Path
from typing import Annotated

import typer

from kb.cli.failures import WrongCall
from kb.cli.monitor_commands import WaveId
from kb.cli.monitor_measures import monitor
from kb.cli.opening import opened_registry
from kb.cli.options import Lang, WordLanguage
from kb.cli.output import written_bytes, written_file
from kb.model import Language
from kb.monitoring import read_coefficients
from kb.pipeline import today_in_kazakhstan
from kb.pipeline.monitoring_report import (
    ReportDay,
    monitoring_docx,
    monitoring_html,
    monitoring_xlsx,
    open_monitoring_report,
)

__all__ = ["monitor"]  # with this command beside the others

BINARY = {".docx": monitoring_docx, ".xlsx": monitoring_xlsx}
PAGES = (".html", ".htm")


def print_report(
    wave: WaveId,
    *,
    out: Annotated[Path, typer.Option("--out", help="The file to write: FILE.html, FILE.docx or FILE.xlsx.")],
    coefficients: Annotated[
        Path | None, typer.Option(help="CSV or YAML with demand and complexity of services, for weighted ratings.")
    ] = None,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Write a report on a wave: ratings, aspects, channels, tension, each figure with its counts and formula."""
    suffix = out.suffix.lower()
    if suffix not in (*BINARY, *PAGES):
        raise WrongCall(
            f"{out}: a report is written as .html, .docx or .xlsx; end the name of the file with one of them"
        )
    given = read_coefficients(coefficients) if coefficients else None
    day = ReportDay(language=Language(lang.value), day=today_in_kazakhstan())
    with opened_registry() as registry:
        made = open_monitoring_report(registry.monitoring, wave, day, coefficients=given)
    if suffix in BINARY:
        written_bytes(out, BINARY[suffix](made))
        return
    with written_file(out) as file:
        file.writelines(monitoring_html(made))


monitor.command("report")(print_report)
