"""`kb impact`: what an edition of an act changes in clauses, values and findings."""

from collections.abc import Sequence
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.progress_bar import shown_progress
from kb.cli.service_name import service_name
from kb.cli.value_line import value_line
from kb.cli.words import Words
from kb.model import Finding, Language, Statement
from kb.norms import label, show_clause
from kb.pipeline.impact import Impact, impact_to_json
from kb.pipeline.told_changes import short_value, told_changes


def impact(
    name: Annotated[str, typer.Argument(metavar="ACT", help="Any code of the act.")],
    edition: Annotated[
        str | None,
        typer.Option("--edition", metavar="YYYY-MM-DD", help="The edition of this day, else the newest."),
    ] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show what an edition of an act changes: its clauses, the values of services, contradictions that come and go."""
    day = read_day(edition)
    words = Words(Language(lang.value))
    with opened_registry() as registry, shown_progress(words) as tell:
        found = registry.impacts.of_edition(name, edition=day, progress=tell)
    if as_json:
        write_json(impact_to_json(found))
        return
    _print(found, words)


def _print(found: Impact, words: Words) -> None:
    out, language = console(), words.language
    out.print(f"[bold]{escape(found.act)}[/]  {found.before} → {found.after}")
    text = found.clauses.get(Language.RU if language is Language.RU else Language.KK) or next(
        iter(found.clauses.values()), ()
    )
    changes = [change for part in text if part.difference for change in part.difference.changes]
    out.print(f"[bold]{escape(words('impact.clauses', count=len(changes)))}[/]")
    for change in changes:
        places = dict.fromkeys(show_clause(one, language) for one in (change.before, change.after) if one)
        out.print(f"  {escape(words(f'act.{change.kind.value}'))} {escape(' → '.join(places))}")

    def shown(statement: Statement) -> str:
        return value_line(statement, words)

    told = [
        (one.service, values) for one in found.services if (values := told_changes(one.changes, language, shown=shown))
    ]
    out.print(f"[bold]{escape(words('impact.values', count=sum(len(values) for _, values in told)))}[/]")
    for service, values in told:
        out.print(f"  {escape(service_name(service, words))}")
        for value in values:
            named = label("attribute", value.attribute.value, language)
            out.print(
                f"    {escape(named)}: {escape(_told(value.before, words))} → {escape(_told(value.after, words))}"
            )
    for key, ones in (("appeared", found.appeared), ("vanished", found.vanished)):
        _print_findings(words(f"impact.{key}", count=len(ones)), ones, found, words)
    _print_findings(
        words("impact.changed", count=len(found.changed)), [one.after for one in found.changed], found, words
    )
    left_out = ", ".join(label("finding_class", one.value, language) for one in found.left_out)
    out.print(escape(words("impact.left_out", classes=left_out)))


def _print_findings(title: str, findings: Sequence[Finding], impact: Impact, words: Words) -> None:
    out = console()
    out.print(f"[bold]{escape(title)}[/]")
    for one in findings:
        service = impact.service_of(one)
        named = f"{service_name(service, words)}. " if service else ""
        kind = label("finding_class", one.kind.value, words.language)
        out.print(f"  {escape(kind)}: {escape(named)}{escape(one.why[words.language])}")


def _told(statements: tuple[Statement, ...], words: Words) -> str:
    return short_value(value_line(statements[0], words)) if statements else "—"
