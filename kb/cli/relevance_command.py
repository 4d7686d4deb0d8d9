"""`kb relevance`: how well the base is searched, held against committed floors."""

from pathlib import Path
from typing import Annotated

import typer

from kb.app import Settings
from kb.cli.failures import WrongCall, warn
from kb.cli.opening import opened_registry
from kb.cli.options import AsJson
from kb.cli.output import write_json, written_file
from kb.cli.progress_bar import shown_progress
from kb.cli.relevance_view import report_to_json, show_report, show_trials, trials_to_json
from kb.cli.words import Words
from kb.model import Language
from kb.pipeline import Progress, Registry
from kb.pipeline.progress import silent
from kb.relevance import (
    Asked,
    Experiment,
    Material,
    Part,
    Trial,
    base_queries,
    disturb_queries,
    experiment_names,
    find_shortfalls,
    measure_base,
    opened_ground,
    read_experiment,
    read_floors,
    run_experiment,
    run_results,
    script_disturber,
    weight_in_force,
)
from kb.search import write_run

SEEDS = (7, 11, 23)
ALL_EXPERIMENTS = "all"
SHARED = Path("../shared")
JUDGED = Path("tests/relevance/judged")


def relevance(
    *,
    questions: Annotated[Path | None, typer.Option(help="Questions with their services, JSON lines.")] = None,
    shared: Annotated[Path, typer.Option(envvar="KB_SHARED", help="Folder of real documents and questions.")] = SHARED,
    judged: Annotated[Path, typer.Option(help="Folder of the judged queries.")] = JUDGED,
    part: Annotated[list[Part] | None, typer.Option(help="Only this part; can be repeated.")] = None,
    seed: Annotated[list[int] | None, typer.Option(help="A seed of the noise; can be repeated.")] = None,
    disturber: Annotated[Path | None, typer.Option(help="Script that disturbs: KIND SEED < JSON lines.")] = None,
    experiment: Annotated[str | None, typer.Option(help="Run this experiment again instead, or all.")] = None,
    run: Annotated[Path | None, typer.Option("--run", help="TREC run of the questions to write.")] = None,
    as_json: AsJson = False,
) -> None:
    """Measure the search of the base; status 1 under a floor of indexes/floors.yaml."""
    for path in (questions, disturber):
        if path is not None and not path.is_file():
            raise WrongCall(f"{path}: no such file")
    if experiment and run:
        raise WrongCall("--experiment and --run do not go together")
    material = Material(shared=shared, judged=judged, questions=questions)
    if experiment:
        _repeat(experiment, material, as_json=as_json)
        return
    floors = read_floors()
    asked = Asked(
        material=material,
        disturb=script_disturber(disturber) if disturber else disturb_queries,
        seeds=tuple(dict.fromkeys(seed or SEEDS)),
        parts=frozenset(part or Part),
    )
    with opened_registry() as registry, shown_progress(Words(Language.EN)) as progress:
        queries = base_queries(registry, material)
        report = measure_base(registry, asked, queries, search_url=_search_url(), progress=progress or silent)
        if run:
            with written_file(run) as file:
                write_run(run_results(registry, queries.questions), file)
    shortfalls = find_shortfalls(report.rows, floors)
    if as_json:
        write_json(report_to_json(report, shortfalls, floors))
    else:
        show_report(report, floors)
    for shortfall in shortfalls:
        warn(str(shortfall))
    if shortfalls:
        raise typer.Exit(1)


def _repeat(name: str, material: Material, *, as_json: bool) -> None:
    """Runs experiments again and shows their trials."""
    chosen = experiment_names() if name == ALL_EXPERIMENTS else (name,)
    experiments = [read_experiment(one) for one in chosen]
    found: list[tuple[Experiment, tuple[Trial, ...]]] = []
    with opened_registry() as registry, shown_progress(Words(Language.EN)) as progress:
        for part in dict.fromkeys(one.part for one in experiments):
            mine = [one for one in experiments if one.part == part]
            found += _trials(part, mine, registry, material, progress or silent)
    for one in experiments:
        if (held := weight_in_force(one)) != one.chosen:
            warn(f"{one.name} chose {one.chosen:g} for {one.parameter}, and weights.yaml has {held:g}")
    if as_json:
        write_json({"experiments": [trials_to_json(one, trials) for one, trials in found]})
        return
    for one, trials in found:
        show_trials(one, trials)


def _trials(
    part: str, experiments: list[Experiment], registry: Registry, material: Material, progress: Progress
) -> list[tuple[Experiment, tuple[Trial, ...]]]:
    queries = base_queries(registry, material)
    with opened_ground(part, registry, material, queries, search_url=_search_url(), progress=progress) as ground:
        return [(one, tuple(run_experiment(one, ground, progress=progress))) for one in experiments]


def _search_url() -> str | None:
    return Settings().open_home().search_url
