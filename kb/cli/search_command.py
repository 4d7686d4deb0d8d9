"""`kb search`: ranked services and clauses, one query or a batch."""

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated

import typer

from kb.cli.batch import read_lines
from kb.cli.failures import WrongCall, warn
from kb.cli.narrowing import read_narrowing
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, AsOf, TextLang, TextLanguage, read_day
from kb.cli.output import write_json, written_file
from kb.cli.reasons_view import show_reasons
from kb.cli.result_view import show_result
from kb.cli.words import Words
from kb.pipeline import Registry
from kb.search import BadQuery, SearchResult, reason_to_json, result_to_json, write_run

SHOWN = 10
RANKED = 100


def search(
    text: Annotated[str | None, typer.Argument(help="Words in Kazakh or Russian.")] = None,
    *,
    lang: TextLang = TextLanguage.AUTO,
    as_of: AsOf = None,
    limit: Annotated[int | None, typer.Option(min=1, max=100, help="Results (10; 100 in a batch).")] = None,
    where: Annotated[
        list[str] | None, typer.Option("--where", metavar="FACET=VALUE", help="Only services with this (repeatable).")
    ] = None,
    clause_where: Annotated[
        list[str] | None, typer.Option("--clause-where", metavar="FACET=VALUE", help="Only clauses with this.")
    ] = None,
    act: Annotated[list[str] | None, typer.Option("--act", help="Only clauses of this act, by code.")] = None,
    every: Annotated[bool, typer.Option("--every", help="Clauses must have everything that is asked for.")] = False,
    why: Annotated[str | None, typer.Option("--why", metavar="SERVICE", help="Tell why this service is found.")] = None,
    as_json: AsJson = False,
    batch: Annotated[Path | None, typer.Option("--batch", help="Queries, a line each: id, tab, text.")] = None,
    run: Annotated[Path | None, typer.Option("--run", help="TREC run to write for the batch.")] = None,
) -> None:
    """Find services and clauses."""
    day = read_day(as_of)
    narrowing = read_narrowing(where, clause_where, act, every=every)
    if (batch is None) is not (run is None):
        raise WrongCall("--batch and --run go together: queries in, TREC run out")
    if text is not None and batch is None and why is not None:
        with opened_registry() as registry:
            reasons = registry.explain(text, service=why, as_of=day)
        if as_json:
            write_json([reason_to_json(reason) for reason in reasons])
        else:
            show_reasons(reasons, Words(lang.words()))
        return
    if text is not None and batch is None:
        with opened_registry() as registry:
            result = registry.search(
                text, language=lang.given(), as_of=day, limit=limit or SHOWN, narrowing=narrowing, facets=True
            )
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
                yield (
                    key,
                    registry.search(
                        words, language=lang.given(), as_of=day, limit=limit or RANKED, narrowing=narrowing
                    ),
                )
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
