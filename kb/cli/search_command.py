"""`kb search`: ranked services and clauses, one query or a batch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kb.cli.batch import read_lines
from kb.cli.failures import WrongCall, warn
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, TextLang, TextLanguage, read_day
from kb.cli.output import write_json, written_file
from kb.cli.result_view import show_result
from kb.cli.words import Words
from kb.pipeline import Registry
from kb.search import BadQuery, SearchResult, result_to_json, write_run

SHOWN = 10
RANKED = 100


def search(
    text: Annotated[str | None, typer.Argument(help="Words in Kazakh or Russian.")] = None,
    *,
    lang: TextLang = TextLanguage.AUTO,
    as_of: AsOf = None,
    limit: Annotated[int | None, typer.Option(min=1, max=100, help="Results (10; 100 in a batch).")] = None,
    as_json: AsJson = False,
    batch: Annotated[Path | None, typer.Option("--batch", help="Queries, a line each: id, tab, text.")] = None,
    run: Annotated[Path | None, typer.Option("--run", help="TREC run to write for the batch.")] = None,
) -> None:
    """Find services and clauses."""
    day = read_day(as_of)
    if (batch is None) is not (run is None):
        raise WrongCall("--batch and --run go together: queries in, TREC run out")
    if text is not None and batch is None:
        with opened_registry() as registry:
            result = registry.search(text, language=lang.given(), as_of=day, limit=limit or SHOWN)
        if as_json:
            write_json(result_to_json(result))
        else:
            show_result(result, Words(lang.words()))
        return
    if batch is None or text is not None:
        raise WrongCall("kb search takes either words or --batch FILE")
    queries = [_query(line, number, batch) for number, line in read_lines(batch)]
    failed: list[str] = []

    def results(registry: Registry) -> Iterator[tuple[str, SearchResult]]:
        for key, words in queries:
            try:
                yield key, registry.search(words, language=lang.given(), as_of=day, limit=limit or RANKED)
            except BadQuery as problem:
                failed.append(f"{key}: {problem}")

    with opened_registry() as registry, written_file(run) as file:
        write_run(results(registry), file)
    for line in failed:
        warn(line)
    if failed:
        raise typer.Exit(1)


def _query(line: str, number: int, path: Path) -> tuple[str, str]:
    key, tab, text = line.partition("\t")
    if not tab or len(key.split()) != 1 or key != key.strip():
        raise WrongCall(f"{path}, line {number}: expected an id without blanks, a tab and a query")
    return key, text
