"""Experiments that chose a weight: data in `indexes/experiments/`, which this runs again."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

from indexes.weights import Weights, read_weights
from kb.pipeline import Progress, Step
from kb.relevance.changed_weights import change_weight, weight_at
from kb.relevance.errors import BadData
from kb.relevance.figures import Answered, measure
from kb.yaml_text import parse_yaml

PARTS = ("questions", "judged", "topics")


@dataclass(frozen=True, slots=True, kw_only=True)
class Experiment:
    """A weight (`parameter`, dotted as in weights.yaml), the values tried, and what it was tuned on.

    `part` is `questions`, `judged` (those for tuning) or `topics` (the even ones); `chosen` is one of the values, and
    `result` says what came out.
    """

    name: str
    about: str
    parameter: str
    values: tuple[float, ...]
    part: str
    chosen: float
    result: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """The figures of one value; `apart` are those of the queries kept apart from tuning, for the chosen value alone."""

    value: float
    chosen: bool
    figures: Mapping[str, float]
    apart: Mapping[str, float] | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """What an experiment is run on: what the queries find with given weights, those to tune on and those kept apart."""

    tuning: Callable[[Weights], Sequence[Answered]]
    apart: Callable[[Weights], Sequence[Answered]] | None


def experiment_names() -> tuple[str, ...]:
    """The experiments that are kept, by name."""
    folder = files("indexes").joinpath("experiments")
    if not folder.is_dir():
        return ()
    names = (place.name for place in folder.iterdir())
    return tuple(sorted(name.removesuffix(".yaml") for name in names if name.endswith(".yaml")))


def read_experiment(name: str) -> Experiment:
    """One experiment; raises BadData for an unknown name and for a file that is none."""
    if name not in experiment_names():
        raise BadData(f"no experiment {name!r}; there are: {', '.join(experiment_names()) or 'none'}")
    text = files("indexes").joinpath(f"experiments/{name}.yaml").read_text(encoding="utf-8")
    return experiment_of(name, parse_yaml(text))


def experiment_of(name: str, data: Any) -> Experiment:
    """An experiment from its file's content; raises BadData for parts that are missing, unknown or do not fit."""
    place = f"experiments/{name}.yaml"
    try:
        experiment = Experiment(name=name, **{**data, "values": tuple(data["values"])})
    except (TypeError, KeyError) as problem:
        raise BadData(f"{place}: expected about, parameter, values, part, chosen and result ({problem})") from problem
    if experiment.part not in PARTS:
        raise BadData(f"{place}: part is {experiment.part!r}; expected one of {', '.join(PARTS)}")
    if experiment.chosen not in experiment.values:
        raise BadData(f"{place}: the chosen value {experiment.chosen!r} is none of the values that were tried")
    return experiment


def weight_in_force(experiment: Experiment) -> float:
    """What weights.yaml has for the parameter of an experiment; raises BadData where it has none."""
    return weight_at(read_weights(), experiment.parameter)


def run_experiment(experiment: Experiment, ground: Ground, *, progress: Progress) -> Iterator[Trial]:
    """A trial for each value in the order of the file, all other weights as they are in force."""
    total = len(experiment.values)
    for done, value in enumerate(experiment.values):
        progress(Step(stage="measure", done=done, total=total, item=experiment.name))
        weights = change_weight(read_weights(), experiment.parameter, value)
        chosen = value == experiment.chosen
        yield Trial(
            value=value,
            chosen=chosen,
            figures=measure(ground.tuning(weights)),
            apart=measure(ground.apart(weights)) if chosen and ground.apart else None,
        )
