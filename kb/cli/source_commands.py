"""`kb source`: sources, how much there is of each, and taking one out."""

from dataclasses import asdict
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kb.app import Settings
from kb.cli.build_command import tell_build
from kb.cli.collect_command import freshness_words, tell_run
from kb.cli.command_actor import command_actor
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.cli.progress_bar import shown_progress
from kb.cli.words import Words
from kb.model import Language
from kb.norms import label
from kb.pipeline import SourceState, remove_source, source_to_json

sources = typer.Typer(help="Sources of the base.", rich_markup_mode=None)

Name = Annotated[str, typer.Argument(help="Id of a source.")]


@sources.command("list")
def list_sources(lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """List the sources and how much there is of each."""
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        states = registry.sources()
    if as_json:
        write_json([source_to_json(one) for one in states])
        return
    table = Table(box=None, pad_edge=False)
    for column in ("id", "publisher", "documents", "archived", "statements", "newest", "run"):
        table.add_column(words(f"source.{column}"))
    for one in states:
        table.add_row(
            escape(one.source.id),
            escape(_publisher(one, words)),
            str(one.documents),
            str(one.archived),
            str(one.statements),
            one.newest.date().isoformat() if one.newest else "",
            escape(freshness_words(one, words)),
        )
    console().print(table)


@sources.command("show")
def show_source(name: Name, lang: Lang = WordLanguage.KK, as_json: AsJson = False) -> None:
    """Show the passport of a source and how much there is of it."""
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        states = {one.source.id: one for one in registry.sources()}
    if name not in states:
        raise WrongCall(f"no source {name!r}; there are: {', '.join(states)}")
    one = states[name]
    if as_json:
        write_json(source_to_json(one))
        return
    rows = {
        "id": one.source.id,
        "publisher": _publisher(one, words),
        "kind": label("source_kind", one.source.kind.value, words.language),
        "layout": label("layout", one.source.layout.value, words.language),
        "urls": ", ".join(one.source.urls),
        "documents": one.documents,
        "archived": one.archived,
        "removed": one.removed,
        "statements": one.statements,
        "issues": one.issues,
        "newest": one.newest.isoformat(timespec="seconds") if one.newest else "",
        "run": freshness_words(one, words),
        "next_due": one.freshness.next_due or "",
        "bodies": "; ".join(f"{body.name} ({body.documents}, {body.newest.date()})" for body in one.bodies),
    }
    table = Table(box=None, pad_edge=False, show_header=False)
    for key, value in rows.items():
        table.add_row(f"[bold]{words(f'source.{key}')}[/]", escape(str(value)))
    console().print(table)
    if one.freshness.run:
        tell_run(one.freshness.run, words)


@sources.command("issues")
def list_issues(
    code: Annotated[str | None, typer.Option(help="Only issues of this code.")] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List what the last build could not read or found odd, by document and line."""
    words = Words(Language(lang.value))
    with opened_registry() as registry:
        found = [one for one in registry.issues() if code in (None, one.code)]
    if as_json:
        write_json([asdict(one) for one in found])
        return
    for one in found:
        place = ":".join(str(part) for part in (one.document, one.line) if part)
        # Most messages begin with their document already.
        told = one.message if one.message.startswith(one.document) else f"{place}: {one.message}"
        console().print(escape(f"{one.severity.value} {one.code}: {told}"))
    if not found:
        console().print(words("source.no_issues"))


@sources.command("remove")
def remove(name: Name, lang: Lang = WordLanguage.KK) -> None:
    """Take a source out of the base until it is imported again; the archive keeps the record."""
    words = Words(Language(lang.value))
    with shown_progress(words) as progress:
        report = remove_source(Settings().open_home(), name, actor=command_actor(), progress=progress)
    tell_build(report, words)
    if report.failures:
        raise typer.Exit(1)


def _publisher(one: SourceState, words: Words) -> str:
    return one.source.publisher_ru if words.language is Language.RU else one.source.publisher_kk
