"""Figures of a ranking by ir-measures, with bootstrap intervals."""

import random
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean

DEPTH = 10  # results that are looked at
MEASURES = {"ndcg": f"nDCG@{DEPTH}", "rr": f"RR@{DEPTH}", "recall": f"R@{DEPTH}", "first": "Success@1"}
DRAWS = 1000
SEED = 20261126


@dataclass(frozen=True, slots=True)
class Answered:
    """One query with the ids that were found, best first, and the grades of those that are right."""

    found: Sequence[str]
    grades: Mapping[str, int]


def measure(*draws: Sequence[Answered]) -> dict[str, float]:
    """The figures of a `Row` over the queries, each weighing the same; raises ValueError when there are none.

    A draw has what all queries found, in one order; a query counts with its mean over the draws, so that the interval
    tells of queries, not of draws.
    """
    if not draws or not draws[0]:
        raise ValueError("no answers to measure")
    values = [_values(answers) for answers in draws]
    means = {name: [fmean(query) for query in zip(*(one[name] for one in values), strict=True)] for name in MEASURES}
    low, high = interval(means["ndcg"])
    return {
        "queries": len(draws[0]),
        "ndcg": fmean(means["ndcg"]),
        "low": low,
        "high": high,
        **{name: fmean(means[name]) for name in ("rr", "recall", "first")},
        "empty": sum(not answer.found for answers in draws for answer in answers),
    }


def _values(answers: Sequence[Answered]) -> dict[str, list[float]]:
    import ir_measures  # noqa: PLC0415 - takes a while to load; commands that measure nothing do without it

    names = {ir_measures.parse_measure(measure): name for name, measure in MEASURES.items()}
    values: dict[str, list[float]] = {name: [0.0] * len(answers) for name in MEASURES}
    for metric in ir_measures.iter_calc(list(names), _judgements(answers), _run(answers)):
        values[names[metric.measure]][int(metric.query_id)] = metric.value
    return values


def interval(values: Sequence[float]) -> tuple[float, float]:
    """The 95 % percentile bootstrap interval of the mean; the same values give the same interval."""
    chance = random.Random(SEED)  # noqa: S311 - draws for statistics
    means = sorted(fmean(chance.choices(values, k=len(values))) for _ in range(DRAWS))
    return means[round(DRAWS * 0.025)], means[round(DRAWS * 0.975) - 1]


def _judgements(answers: Sequence[Answered]) -> dict[str, dict[str, int]]:
    return {str(number): dict(answer.grades) for number, answer in enumerate(answers)}


def _run(answers: Sequence[Answered]) -> dict[str, dict[str, float]]:
    # Scores are made from the places: equal scores would be put in an order of the measure's own.
    return {
        str(number): {name: float(-place) for place, name in enumerate(answer.found[:DEPTH])}
        for number, answer in enumerate(answers)
    }
