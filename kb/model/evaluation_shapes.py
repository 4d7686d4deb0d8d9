"""Points, penalties, stages and appeals ↔ plain JSON."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from kb.model.evaluation import Appeal, AppealMove, Evaluation, Penalty, Score, StageDays
from kb.model.plain_json import Json, day_from_json, day_to_json, number_to_json


def given_to_json(evaluation: Evaluation) -> Json:
    """All that was given; points are digits as they were written, a JSON number could not keep `4.50`."""
    return {
        "scores": [
            {
                "item": one.item, "evaluator": one.evaluator, "points": str(one.points), "evidence": one.evidence,
                "day": day_to_json(one.day),
            }
            for one in evaluation.scores
        ],
        "penalties": [
            {"rule": one.rule, "cases": one.cases, "evidence": one.evidence, "day": day_to_json(one.day)}
            for one in evaluation.penalties
        ],
        "stages": [
            {"stage": one.stage, "since": day_to_json(one.since), "until": day_to_json(one.until)}
            for one in evaluation.stages
        ],
    }  # fmt: skip


def scores_from_json(payload: Mapping[str, Any]) -> tuple[Score, ...]:
    """The points of `given_to_json`."""
    return tuple(
        Score(
            item=one["item"],
            evaluator=one["evaluator"],
            points=Decimal(one["points"]),
            evidence=one["evidence"],
            day=day_from_json(one["day"]),
        )
        for one in payload["scores"]
    )


def penalties_from_json(payload: Mapping[str, Any]) -> tuple[Penalty, ...]:
    """The penalties of `given_to_json`."""
    return tuple(
        Penalty(rule=one["rule"], cases=one["cases"], evidence=one["evidence"], day=day_from_json(one["day"]))
        for one in payload["penalties"]
    )


def stages_from_json(payload: Mapping[str, Any]) -> tuple[StageDays, ...]:
    """The days of stages of `given_to_json`."""
    return tuple(
        StageDays(stage=one["stage"], since=date.fromisoformat(one["since"]), until=day_from_json(one["until"]))
        for one in payload["stages"]
    )


def appeal_to_json(appeal: Appeal) -> Json:
    """An appeal with its steps."""
    return {
        "id": appeal.id,
        "evaluation": appeal.evaluation,
        "item": appeal.item,
        "state": appeal.state.value,
        "in_term": appeal.in_term,
        "moves": [move_to_json(one) for one in appeal.moves],
    }


def move_to_json(move: AppealMove) -> Json:
    """A step of an appeal."""
    return {
        "state": move.state.value, "day": day_to_json(move.day), "behalf": move.behalf, "reason": move.reason,
        "author": move.author, "at": move.at.isoformat(), "points": number_to_json(move.points),
    }  # fmt: skip
