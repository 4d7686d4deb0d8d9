"""`kb queries`: what people searched for."""

from collections.abc import Iterable
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape

from kb.cli.command_actor import command_actor
from kb.cli.csv_table import write_csv
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, json_line, write_json, written_file
from kb.cli.words import Words
from kb.model import Language
from kb.model.plain_json import Json
from kb.model.search_log import Missing, QueryCount
from kb.pipeline.query_json import query_count_to_json, question_to_json, search_to_json
from kb.pipeline.today import KAZAKHSTAN

queries = typer.Typer(
    help="What people searched for, personal data masked; without a command, a list.",
    rich_markup_mode=None,
    invoke_without_command=True,
)

Since = Annotated[
    str | None, typer.Option("--since", metavar="YYYY-MM-DD", help="Nothing that was asked before this day.")
]
OlderThan = Annotated[
    int | None, typer.Option("--older-than", min=0, metavar="DAYS", help="KB_QUERY_LOG_DAYS (90) when left out.")
]


class TableFormat(StrEnum):
    """How the log is written."""

    JSONL = "jsonl"
    CSV = "csv"


@queries.callback()
def list_queries(
    context: typer.Context,
    *,
    without: Annotated[
        Missing | None, typer.Option(help="Only queries that found no service, or after which nothing was opened.")
    ] = None,
    since: Since = None,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many.")] = 50,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List queries, the most frequent first."""
    if context.invoked_subcommand is not None:
        if without is not None or since is not None or as_json:
            raise WrongCall(f"options of kb queries stand behind {context.invoked_subcommand}, not before it")
        return
    day, words = read_day(since), Words(Language(lang.value))
    with opened_registry() as registry:
        found = registry.queries.listed(without, since=day, limit=limit)
        counts, days = registry.queries.counts(since=day), registry.queries.days
    if as_json:
        write_json({"items": [query_count_to_json(one) for one in found], "counts": counts, "kept_days": days})
        return
    for one in found:
        console().print(escape(_line(one, words)))
    console().print(words("queries.counts", **counts))
    console().print(words("queries.kept", days=days) if days else words("queries.not_kept"))


Format = Annotated[TableFormat, typer.Option("--format", help="JSON Lines or a table.")]
Out = Annotated[Path | None, typer.Option("--out", help="File to write; stdout when left out.")]


@queries.command("export")
def export(*, as_format: Format = TableFormat.JSONL, since: Since = None, out: Out = None) -> None:
    """Write every search with what was opened from it."""
    day = read_day(since)
    with opened_registry() as registry:
        searches = registry.queries.searches(since=day)
        _write((search_to_json(search, clicks) for search, clicks in searches), as_format, out)


@queries.command("questions")
def questions(*, as_format: Format = TableFormat.JSONL, since: Since = None, out: Out = None) -> None:
    """Write every question to the consultant with how its answer ended."""
    day = read_day(since)
    with opened_registry() as registry:
        _write((question_to_json(one) for one in registry.queries.questions(since=day)), as_format, out)


@queries.command("forget")
def forget(
    *,
    older_than: OlderThan = None,
    lang: Lang = WordLanguage.KK,
) -> None:
    """Delete searches and questions that are old enough; --older-than 0 deletes all."""
    with opened_registry() as registry:
        count = registry.queries.forget(actor=command_actor(), older_than=older_than)
    console().print(Words(Language(lang.value))("queries.forgotten", count=count))


def _write(lines: Iterable[Json], as_format: TableFormat, out: Path | None) -> None:
    with written_file(out) as file:
        if as_format is TableFormat.CSV:
            write_csv(list(lines), file)
        else:
            file.writelines(json_line(line) for line in lines)


def _line(count: QueryCount, words: Words) -> str:
    newest = count.newest
    day = newest.asked_at.astimezone(KAZAKHSTAN).date().isoformat()
    told = words("queries.line", searches=count.searches, clicked=count.clicked, found=newest.total, day=day)
    return f"{newest.id}  {newest.text}  ({told})"
