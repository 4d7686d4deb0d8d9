"""Methods and evaluations of our own."""

from decimal import Decimal
from typing import Any

from kb.model.evaluation import Evaluation, Penalty, Score
from kb.monitoring.evaluation import read_method, read_method_file
from tests.conftest import ROOT

SAMPLES = ROOT / "examples" / "monitoring" / "evaluation"
METHOD_FILE, POINTS_FILE = SAMPLES / "method-2025.yaml", SAMPLES / "points-2025.csv"
SAMPLE = read_method_file(METHOD_FILE)
PLACE = {"citation": "үлгі"}


def item(name: str, weight: Any = 1, *parts: dict[str, Any], **more: Any) -> dict[str, Any]:
    return {"id": name, "kk": name, "ru": name, "weight": weight, "place": PLACE, "parts": list(parts), **more}


def form(*blocks: dict[str, Any], **more: Any) -> dict[str, Any]:
    """A file of a method with an evaluator for each block."""
    judged = {"evaluators": ["finance-ministry"], "evaluators_place": PLACE}
    return {
        "id": "made", "source": {"kk": "үлгі", "ru": "образец", "language": "kk"}, "adding": "weighted_mean",
        "adding_place": PLACE, "rounding": {"digits": 2, "place": PLACE}, "appeals": {},
        "blocks": [{**judged, **block} for block in blocks], **more,
    }  # fmt: skip


def method(*blocks: dict[str, Any], **more: Any):
    return read_method(form(*blocks, **more), "made.yaml")


def given(points: dict[str, str | int | Decimal], *penalties: Penalty) -> Evaluation:
    scores = tuple(
        Score(item=name, evaluator="finance-ministry", points=Decimal(value), evidence="1-бет")
        for name, value in points.items()
    )
    return Evaluation(
        id="2025-energy-ministry", year=2025, body="energy-ministry", method="made", scores=scores, penalties=penalties
    )
