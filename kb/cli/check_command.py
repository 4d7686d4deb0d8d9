"""`kb check`: what contradicts what."""

from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, json_line, written_file
from kb.cli.service_name import service_name
from kb.cli.value_line import evidence_line, quote_line
from kb.cli.words import Words
from kb.model import FindingClass, FindingSeverity, FindingVerdict, JudgedFinding, Language, Service
from kb.model.finding_shapes import judged_to_json
from kb.norms import label
from kb.pipeline import FindingConditions
from kb.resolve import precedence_rules


def check(
    *,
    service: Annotated[str | None, typer.Option(help="Only findings on the service of this id.")] = None,
    kind: Annotated[FindingClass | None, typer.Option("--class", help="Only findings of this class.")] = None,
    severity: Annotated[FindingSeverity | None, typer.Option(help="Only findings of this severity.")] = None,
    verdict: Annotated[FindingVerdict | None, typer.Option(help="Only findings that people judged so.")] = None,
    current: Annotated[
        bool | None,
        typer.Option("--current/--past", help="Only findings that stand, or only those of past editions of acts."),
    ] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most so many; all when left out.")] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show the contradictions of the base with both clauses, those that stand first; --json gives one a line."""
    conditions = FindingConditions(
        kinds=(kind.value,) if kind else (),
        services=(service,) if service else (),
        severities=(severity.value,) if severity else (),
        verdict=verdict,
        current=current,
    )
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        found = registry.findings.each(conditions)
        if as_json:
            with written_file(None) as file:
                for number, (judged, of) in enumerate(found):
                    if limit is not None and number >= limit:
                        break
                    file.write(json_line(judged_to_json(judged, of)))
            return
        for number, (judged, of) in enumerate(found):
            if limit is not None and number >= limit:
                break
            print_finding(judged, of, words)
        counts = registry.findings.counts(conditions)
    told = [
        f"{label('finding_class', name, words.language)}: {count}"
        for name, count in sorted(counts.kinds.items(), key=lambda one: -one[1])
    ]
    console().print(words("check.count", total=counts.found, open=counts.verdicts["open"], fixed=counts.fixed))
    if counts.editions["past"]:
        console().print(f"  {escape(words('check.editions', **counts.editions))}")
    if told:
        console().print(f"  {escape('; '.join(told))}")


def print_finding(judged: JudgedFinding, service: Service | None, words: Words) -> None:
    """A finding with both sides, to standard output."""
    finding, out, language = judged.finding, console(), words.language
    kind = label("finding_class", finding.kind.value, language)
    severity = label("finding_severity", finding.severity.value, language)
    verdict = label("finding_verdict", judged.verdict.value, language)
    named = service_name(service, words) if service else (finding.a.evidence.act or "")
    out.print(f"[bold]{finding.id}[/]  {escape(kind)} · {escape(severity)} · {escape(verdict)}  {escape(named)}")
    if finding.until:
        out.print(f"    {escape(words('check.until', day=finding.until))}")
    out.print(f"    {escape(finding.why[language])}")
    for name, side in (("a", finding.a), ("b", finding.b)):
        mark = "→" if finding.prevails and finding.prevails.value == name else " "
        out.print(f"  {mark} [dim]{escape(evidence_line(side.evidence, words))}[/]")
        out.print(f"      «{escape(quote_line(side.evidence))}»")
    if finding.rule and finding.basis:
        title = precedence_rules()[finding.rule].title[language]
        out.print(f"    {escape(words('check.prevails', rule=title, basis=finding.basis[language]))}")
    if finding.correction:
        out.print(f"    {escape(words('check.correction', text=finding.correction[language]))}")
