"""The evaluation of state bodies as plain JSON, for the API and the command line."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.model.evaluation import Appeal, Penalty, Score, StageDays
from kb.model.evaluation_method import Method, MethodItem
from kb.model.evaluation_shapes import appeal_to_json
from kb.model.language import Language
from kb.model.plain_json import Json, day_to_json, number_to_json
from kb.monitoring.evaluation import BODY, Change, Total, due_day, following_states, points_in_force
from kb.pipeline.evaluation_names import body_name, evaluated_name, naming_day
from kb.pipeline.evaluations import BodySheet

LEVELS = ("block", "area", "indicator")


def levelled(items: Sequence[MethodItem], depth: int = 0) -> Iterator[tuple[MethodItem, str]]:
    """Every item with its level, each before its parts."""
    for item in items:
        yield item, LEVELS[depth]
        yield from levelled(item.parts, depth + 1)


def head_to_json(sheet: BodySheet) -> Json:
    """A body in a list of a year."""
    evaluation = sheet.evaluation
    return {
        "id": evaluation.id,
        "year": evaluation.year,
        "body": evaluation.body,
        "region": evaluation.region,
        "name_kk": evaluated_name(evaluation, Language.KK),
        "name_ru": evaluated_name(evaluation, Language.RU),
        "method": evaluation.method,
        "total": total_to_json(sheet.totals[BODY]),
        "penalty_points": number_to_json(sum((one.penalty for one in sheet.totals.values()), Decimal(0))),
        "open_appeals": sum(bool(following_states(one.state)) for one in sheet.appeals),
    }


def sheet_to_json(sheet: BodySheet, *, authors: bool = True) -> Json:
    """All of the evaluation of a body: items with points and totals, penalties, stages, appeals.

    Without `authors` the names of those who typed the steps of appeals are left out.
    """
    method, evaluation = sheet.method, sheet.evaluation
    scores = {one.item: one for one in evaluation.scores}
    force = points_in_force(evaluation, sheet.appeals)
    return {
        **head_to_json(sheet),
        "items": [
            {
                **_named(item, level),
                **_score(scores.get(item.id), force.get(item.id), method),
                "total": total_to_json(sheet.totals[item.id]),
            }
            for item, level in levelled(method.blocks)
        ],
        "penalties": [_penalty(method, one) for one in evaluation.penalties],
        "stages": [_stage(method, one) for one in evaluation.stages],
        "appeals": [appeal_json(method, one, authors=authors) for one in sheet.appeals],
    }


def appeal_json(method: Method, appeal: Appeal, *, authors: bool = True) -> Json:
    """An appeal with the day to decide it by, null where there is none, and `authors` as in `sheet_to_json`."""
    told = appeal_to_json(appeal)
    moves = told["moves"] if authors else [{**one, "author": None} for one in told["moves"]]
    return {**told, "moves": moves, "due": day_to_json(due_day(method, appeal))}


def total_to_json(total: Total) -> Json:
    """A total, null with what is missing for it; `penalty` is what penalties took off at this very item."""
    return {
        "points": number_to_json(total.shown),
        "penalty": number_to_json(total.penalty),
        "missing": [{"what": one.what, "item": one.item or None} for one in total.missing],
    }


def change_to_json(change: Change) -> Json:
    """What differs between two versions."""
    before, after = (number_to_json(one) if isinstance(one, Decimal) else one for one in (change.before, change.after))
    return {
        "kind": change.kind, "part": change.part, "id": change.id, "field": change.field or None, "before": before,
        "after": after,
    }  # fmt: skip


def _named(item: MethodItem, level: str) -> Json:
    return {
        "item": item.id, "level": level, "name_kk": item.told.kk, "name_ru": item.told.ru,
        "weight": number_to_json(item.weight), "most": number_to_json(item.most),
    }  # fmt: skip


def _score(score: Score | None, force: Decimal | None, method: Method) -> Json:
    given = {
        "points": number_to_json(score.points), "points_in_force": number_to_json(force),
        "evaluator": score.evaluator, "evaluator_kk": body_name(score.evaluator, naming_day(method), Language.KK),
        "evaluator_ru": body_name(score.evaluator, naming_day(method), Language.RU), "evidence": score.evidence,
        "day": day_to_json(score.day),
    } if score else None  # fmt: skip
    return {"given": given}


def _penalty(method: Method, penalty: Penalty) -> Json:
    rule = next(one for one in method.penalties if one.id == penalty.rule)
    taken = None if rule.points is None else rule.points * penalty.cases
    return {
        "rule": rule.id, "name_kk": rule.told.kk, "name_ru": rule.told.ru, "item": rule.item, "cases": penalty.cases,
        "points": number_to_json(taken), "evidence": penalty.evidence, "day": day_to_json(penalty.day),
    }  # fmt: skip


def _stage(method: Method, days: StageDays) -> Json:
    told = next(one.told for one in method.stages if one.id == days.stage)
    return {
        "stage": days.stage, "name_kk": told.kk, "name_ru": told.ru, "since": day_to_json(days.since),
        "until": day_to_json(days.until),
    }  # fmt: skip
