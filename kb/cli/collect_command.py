"""`kb collect`: pages and repositories of sources into the archive."""

from datetime import date
from typing import Annotated

import typer
from rich.markup import escape
from rich.table import Table

from kb.app import Settings
from kb.cli.command_actor import work_actor
from kb.cli.failures import WrongCall, warn
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage, read_day
from kb.cli.output import console, write_json
from kb.cli.progress_bar import shown_progress
from kb.cli.words import Words
from kb.collect import CollectError, FetchSettings, NotOffered
from kb.model import Language
from kb.pipeline import Asked, SourceState, check_collected, collect_source, run_to_json, source_to_json
from kb.pipeline import today_in_kazakhstan as today
from kb.store import Run, RunState


def collect(
    sources: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]…", help="Ids of sources; none: those that are due.")
    ] = None,
    *,
    since: Annotated[str | None, typer.Option(metavar="YYYY-MM-DD", help="Only what changed since this day.")] = None,
    limit: Annotated[int | None, typer.Option(min=1, help="At most this many documents of each source.")] = None,
    tier: Annotated[list[str] | None, typer.Option(help="Only this tier of repositories.")] = None,
    only: Annotated[list[str] | None, typer.Option("--id", help="Only this act, page or body of the source.")] = None,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Fetch politely into the archive, resumable; without a source list what is due."""
    words = Words(Language(lang.value))
    asked = Asked(since=read_day(since), limit=limit, only=(*(tier or ()), *(only or ())))
    if not sources:
        if asked != Asked():
            raise WrongCall("name the source that is to be collected: kb collect SOURCE… (see kb source list)")
        _list_due(words, as_json=as_json)
        return
    wanted = list(dict.fromkeys(sources))
    for name in wanted:
        check_collected(name)
    settings = _usable(Settings())
    home = Settings().open_home()
    runs: list[Run] = []
    failed = False
    with shown_progress(words) as progress:
        for name in wanted:
            try:
                runs.append(
                    collect_source(home, name, settings=settings, asked=asked, progress=progress, actor=work_actor())
                )
            except NotOffered:
                raise
            except CollectError as problem:  # the archive cannot be written, say; another source may fare better
                warn(f"{name}: {problem}")
                failed = True
    if as_json:
        write_json([run_to_json(run) for run in runs])
    else:
        for run in runs:
            tell_run(run, words)
    if failed or any(_needs_a_look(run) for run in runs):
        raise typer.Exit(1)


def tell_run(run: Run, words: Words) -> None:
    """What a run brought on stdout, what needs a look on stderr."""
    for alarm in run.alarms:
        warn(f"{alarm.code}: {alarm.document}: {alarm.message}" if alarm.document else f"{alarm.code}: {alarm.message}")
    counts = {key: run.counts.get(key, 0) for key in ("documents", "new", "changed", "gone")}
    state = words(f"run.{run.state.value}")
    console().print(escape(f"{run.source}: {state}. {words('collect.counts', **counts)}"))


def _needs_a_look(run: Run) -> bool:
    """A broken run, and one that paused with more to tell than that the day's budget is spent."""
    if run.state is RunState.PAUSED:
        return any(alarm.code != "budget_spent" for alarm in run.alarms)
    return run.state is RunState.BROKEN


def _usable(settings: Settings) -> FetchSettings:
    """The settings of fetching; raises WrongCall when nothing can be fetched with them."""
    fetching = settings.fetch_settings()
    try:
        _ = fetching.user_agent, fetching.test_address
    except CollectError as problem:
        raise WrongCall(str(problem)) from problem
    return fetching


def _list_due(words: Words, *, as_json: bool) -> None:
    day: date = today()
    with opened_registry() as registry:
        due = [one for one in registry.sources() if one.collected and one.freshness.due(day)]
    if as_json:
        write_json([source_to_json(one) for one in due])
        return
    if not due:
        console().print(words("collect.none_due"))
        return
    console().print(words("collect.due"))
    table = Table(box=None, pad_edge=False, show_header=False)
    for one in due:
        table.add_row(escape(one.source.id), escape(freshness_words(one, words)))
    console().print(table)


def freshness_words(one: SourceState, words: Words) -> str:
    """State of the last run, its day, and that the next one is overdue."""
    if not one.collected:
        return words("run.local")
    fresh = one.freshness
    parts = [words(f"run.{fresh.state}")]
    if fresh.run:
        parts.append((fresh.run.finished_at or fresh.run.started_at).date().isoformat())
    if fresh.stale:
        parts.append(words("run.stale"))
    return ", ".join(parts)
