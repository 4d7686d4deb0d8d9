"""`kb mystery`: questions with expected answers, run against the base or a running API, and their trend."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated

import typer
from rich.markup import escape
from typer.core import TyperGroup

from kb.cli.failures import WrongCall, warn
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson, Lang, WordLanguage
from kb.cli.output import console, write_json
from kb.cli.progress_bar import shown_progress
from kb.cli.words import Words
from kb.collect.running_api import RunningApi
from kb.model import Language
from kb.model.mystery import MysteryRun
from kb.pipeline import Progress, Registry, Step
from kb.pipeline.asked_api import AskedApi
from kb.pipeline.mystery import ALL, Answering, MysteryReport
from kb.pipeline.mystery_file import read_mystery_file
from kb.pipeline.mystery_json import mystery_report_to_json, mystery_run_to_json
from kb.pipeline.mystery_score import CHECKS, PASSED
from kb.pipeline.own_base import OwnBase
from kb.yaml_text import parse_yaml

SHOWN_FAULTS = 20


class _FileFirst(TyperGroup):
    """`kb mystery FILE` is `kb mystery run FILE`."""

    def parse_args(self, context: typer.Context, args: list[str]) -> list[str]:  # type: ignore[override]
        """What does not begin with a command begins with a file or one of its options."""
        if args and args[0] not in (*self.commands, "--help"):
            args = ["run", *args]
        return super().parse_args(context, args)


mystery = typer.Typer(
    help="Questions with expected answers: kb mystery FILE, trend, show RUN.", rich_markup_mode=None, cls=_FileFirst
)


@mystery.command("run")
def run_file(
    file: Annotated[
        Path, typer.Argument(help="Questions as JSON Lines; docs/feedback-and-quality.md tells the shape.")
    ],
    *,
    url: Annotated[str | None, typer.Option(help="Ask the API that runs at this address, not the base here.")] = None,
    services: Annotated[
        Path | None, typer.Option(help="YAML: which id a key of the questions means; null leaves it out.")
    ] = None,
    floor: Annotated[
        list[str] | None, typer.Option(metavar="NAME=VALUE", help="Status 1 below this share; can be repeated.")
    ] = None,
    keep: Annotated[bool, typer.Option(help="Keep the run for the trend.")] = True,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Ask every question of a file, score the answers and keep the run."""
    floors = dict(_floor(one) for one in floor or ())
    questions = read_mystery_file(file, services=_service_keys(services))
    if questions.unread:
        warn(f"{file}: no check reads {', '.join(questions.unread)}")
    words = Words(Language(lang.value))
    with opened_registry() as registry, _answering(registry, url) as answering, shown_progress(words) as progress:
        report = registry.mystery.call(
            questions, answering, keep=keep, told=_steps(progress, len(questions.questions)) if progress else None
        )
    if as_json:
        write_json(mystery_report_to_json(report))
    else:
        _show(report, words)
    missed = [line for name, value in floors.items() if (line := _missed(report.run, name, value))]
    for line in missed:
        warn(line)
    if missed:
        raise typer.Exit(1)


@mystery.command("trend")
def trend(
    *,
    limit: Annotated[int, typer.Option(min=1, max=1000, help="At most so many runs.")] = 20,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """List the runs, the newest first."""
    with opened_registry() as registry:
        runs = registry.mystery.listed(limit=limit)
    if as_json:
        write_json({"items": [mystery_run_to_json(one) for one in runs]})
        return
    words = Words(Language(lang.value))
    if not runs:
        console().print(words("mystery.none"))
    for one in runs:
        console().print(escape(_run_line(one, words)))


@mystery.command("show")
def show(
    number: Annotated[int, typer.Argument(metavar="RUN", min=1, help="Number of a run.")],
    *,
    lang: Lang = WordLanguage.KK,
    as_json: AsJson = False,
) -> None:
    """Show a run, and what became better and worse since the one before."""
    with opened_registry() as registry:
        report = registry.mystery.report(number)
    if as_json:
        write_json(mystery_report_to_json(report))
    else:
        _show(report, Words(Language(lang.value)))


@contextmanager
def _answering(registry: Registry, url: str | None) -> Iterator[Answering]:
    if url is None:
        yield OwnBase(registry)
        return
    with RunningApi(url) as api:
        yield AskedApi(api)


def _steps(progress: Progress, total: int) -> Callable[[int], None]:
    def told(done: int) -> None:
        progress(Step(stage="call", done=done, total=total))

    return told


def _service_keys(path: Path | None) -> dict[str, str | None]:
    if path is None:
        return {}
    try:
        keys = parse_yaml(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        raise WrongCall(f"{path}: cannot be read as YAML ({problem})") from problem
    if not isinstance(keys, dict) or not all(isinstance(one, str | None) for one in keys.values()):
        raise WrongCall(f"{path}: expected lines KEY: ID or KEY: null")
    return keys


def _floor(text: str) -> tuple[str, float]:
    name, _, value = text.partition("=")
    try:
        share = float(value)
    except ValueError:
        share = -1.0
    if name not in (*CHECKS, PASSED) or not 0 <= share <= 1:
        raise WrongCall(
            f"--floor {text}: expected NAME=VALUE, NAME one of {', '.join((PASSED, *CHECKS))}, VALUE 0 to 1"
        )
    return name, share


def _missed(run: MysteryRun, name: str, floor: float) -> str | None:
    share = run.share(name)
    if share is None:
        return f"floor {name}={floor:g}: no question of this run expects it"
    return f"floor {name}={floor:g} missed: {share:.3f}" if share < floor else None


def _show(report: MysteryReport, words: Words) -> None:
    out = console()
    out.print(escape(_run_line(report.run, words)))
    for language, shares in report.run.counts.items():
        told = "  ".join(f"{words(f'mystery.{name}')} {met}/{had}" for name, (met, had) in shares.items())
        out.print(f"  {language:4} {escape(told)}")
    if report.left_out:
        out.print(escape(words("mystery.left_out", count=len(report.left_out))))
    if report.before:
        out.print(escape(words("mystery.before", run=report.before.id)))
        out.print(f"  + {escape(', '.join(report.better) or '-')}")
        out.print(f"  − {escape(', '.join(report.worse) or '-')}")
    faults = [one for one in report.results if not one.passed]
    for one in faults[:SHOWN_FAULTS]:
        missed = ", ".join(words(f"mystery.{name}") for name, met in one.checks.items() if not met)
        out.print(escape(f"  {one.id}  {one.q[:100]}  ({missed})"))
    if len(faults) > SHOWN_FAULTS:
        out.print(escape(words("mystery.more", count=len(faults) - SHOWN_FAULTS)))


def _run_line(run: MysteryRun, words: Words) -> str:
    met, had = run.counts.get(ALL, {}).get(PASSED, (0, 0))
    day = run.ran_at.date().isoformat()
    return words("mystery.line", run=run.id, day=day, file=run.file, target=run.target, met=met, had=had)
