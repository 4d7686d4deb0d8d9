"""`kb report`: contradictions for printing, both clauses side by side."""

from pathlib import Path
from typing import Annotated

import typer

from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import Lang, WordLanguage
from kb.cli.output import written_bytes, written_file
from kb.model import FindingClass, FindingSeverity, FindingVerdict, Language
from kb.pipeline import FindingConditions, today_in_kazakhstan
from kb.pipeline.finding_report import ReportRequest, open_report, report_docx, report_html

DOCX, PAGES = ".docx", (".html", ".htm")


def report(
    *,
    out: Annotated[Path, typer.Option("--out", help="The file to write: FILE.docx or FILE.html.")],
    service: Annotated[list[str] | None, typer.Option(help="Only findings on these services.")] = None,
    kind: Annotated[list[FindingClass] | None, typer.Option("--class", help="Only findings of these classes.")] = None,
    body: Annotated[list[str] | None, typer.Option(help="Only findings of these bodies, by code.")] = None,
    severity: Annotated[list[FindingSeverity] | None, typer.Option(help="Only findings of these severities.")] = None,
    verdict: Annotated[FindingVerdict | None, typer.Option(help="Only findings that people judged so.")] = None,
    current: Annotated[
        bool | None,
        typer.Option("--current/--past", help="Only findings that stand, or only those of past editions of acts."),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many; all when left out.")] = None,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Write a report on the contradictions of the base, the most severe first, for reading and printing."""
    suffix = out.suffix.lower()
    if suffix != DOCX and suffix not in PAGES:
        raise WrongCall(f"{out}: a report is written as .docx or .html; end the name of the file with one of them")
    request = ReportRequest(
        language=Language(lang.value),
        day=today_in_kazakhstan(),
        conditions=FindingConditions(
            kinds=tuple(one.value for one in kind or ()),
            services=tuple(service or ()),
            bodies=tuple(body or ()),
            severities=tuple(one.value for one in severity or ()),
            verdict=verdict,
            current=current,
        ),
        limit=limit,
    )
    with opened_registry() as registry:
        made = open_report(registry, request)
        if suffix == DOCX:
            written_bytes(out, report_docx(made))
            return
        with written_file(out) as file:
            file.writelines(report_html(made))
