"""The evaluation of a body as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.model.evaluation import Appeal
from kb.model.evaluation_method import Method, MethodItem
from kb.monitoring.evaluation import (
    BODY,
    Total,
    due_day,
    evaluation_words,
    following_states,
    points_in_force,
    who_may,
)
from kb.pipeline.evaluation_json import LEVELS
from kb.pipeline.evaluation_names import body_name, evaluated_name, naming_day
from kb.pipeline.evaluations import BodySheet
from kb.pipeline.today import KAZAKHSTAN
from kb.web.evaluation.method_view import item_names
from kb.web.monitoring.figures import fixed
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalView:
    """A total in words; where it cannot be computed, what is missing, the items of each lack together."""

    text: str | None
    missing: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class PointsRow:
    """An item of the sheet; `former` are points that an appeal changed, `weight` None = not in the source."""

    name: str
    level: str
    weight: str | None
    points: str | None
    former: str | None
    evaluator: str | None
    evidence: str | None
    penalty: str | None
    total: TotalView


@dataclass(frozen=True, slots=True, kw_only=True)
class MoveRow:
    """A step of an appeal."""

    state: str
    day: str
    behalf: str
    reason: str
    points: str | None
    author: str | None
    entered: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AppealView:
    """An appeal; `steps` are the states that may follow, each with the bodies that may bring it there."""

    id: int
    item: str
    state: str
    late: bool
    due: str | None
    moves: tuple[MoveRow, ...]
    steps: tuple[tuple[str, str], ...]
    bodies: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class BodyView:
    """All of the evaluation of a body; `appealable` are the items whose points may be appealed now."""

    id: str
    name: str
    year: int
    method: str
    total: TotalView
    rows: tuple[PointsRow, ...]
    penalties: tuple[tuple[str, str, str | None, str, str], ...]
    stages: tuple[tuple[str, str, str], ...]
    appeals: tuple[AppealView, ...]
    appealable: tuple[tuple[str, str], ...]


def body_view(sheet: BodySheet, words: Words, *, staff: bool) -> BodyView:
    """The page of a body; who typed a step is told to staff alone."""
    method, evaluation = sheet.method, sheet.evaluation
    names = item_names(method, words)
    open_items = {one.item for one in sheet.appeals if following_states(one.state)}
    return BodyView(
        id=evaluation.id,
        name=evaluated_name(evaluation, words.language),
        year=evaluation.year,
        method=method.id,
        total=total_view(sheet.totals[BODY], names, words),
        rows=tuple(_rows(sheet, method.blocks, names, words)),
        penalties=tuple(_penalties(sheet, names, words)),
        stages=tuple(_stages(sheet, words)),
        appeals=tuple(_appeal(sheet, one, names, words, staff=staff) for one in sheet.appeals),
        appealable=tuple((one.item, names[one.item]) for one in evaluation.scores if one.item not in open_items),
    )


def total_view(total: Total, names: Mapping[str, str], words: Words) -> TotalView:
    """A total, or what is missing for it."""
    return TotalView(
        text=fixed(total.shown, words) if total.shown is not None else None,
        missing=_missing(total, names, words),
    )


def _missing(total: Total, names: Mapping[str, str], words: Words) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each lack with the items that it is of; the item itself need not be named."""
    return tuple(
        (
            evaluation_words("missing", what, words.language),
            tuple(names[one.item] for one in total.missing if one.what == what and one.item not in (BODY, total.item)),
        )
        for what in dict.fromkeys(one.what for one in total.missing)
    )


def _rows(
    sheet: BodySheet, items: tuple[MethodItem, ...], names: Mapping[str, str], words: Words, depth: int = 0
) -> list[PointsRow]:
    scores = {one.item: one for one in sheet.evaluation.scores}
    force = points_in_force(sheet.evaluation, sheet.appeals)
    day = naming_day(sheet.method)
    rows = []
    for item in items:
        score, total = scores.get(item.id), sheet.totals[item.id]
        now = force.get(item.id)
        rows.append(
            PointsRow(
                name=names[item.id],
                level=LEVELS[depth],
                weight=words.number(item.weight) if item.weight is not None else None,
                points=words.number(now) if now is not None else None,
                former=words.number(score.points) if score and score.points != now else None,
                evaluator=body_name(score.evaluator, day, words.language) if score else None,
                evidence=score.evidence if score else None,
                penalty=words.number(total.penalty) if total.penalty else None,
                total=total_view(total, names, words),
            )
        )
        rows += _rows(sheet, item.parts, names, words, depth + 1)
    return rows


def _penalties(sheet: BodySheet, names: Mapping[str, str], words: Words) -> list[tuple[str, str, str | None, str, str]]:
    """Name, cases, points, where they are taken off, ground."""
    rules = {one.id: one for one in sheet.method.penalties}
    rows = []
    for penalty in sheet.evaluation.penalties:
        rule = rules[penalty.rule]
        points = words.number(rule.points * penalty.cases) if rule.points is not None else None
        ground = f"{words.day(penalty.day)}, {penalty.evidence}" if penalty.day else penalty.evidence
        name = rule.told.in_language(words.language)
        rows.append((name, words.number(penalty.cases), points, names[rule.item], ground))
    return rows


def _stages(sheet: BodySheet, words: Words) -> list[tuple[str, str, str]]:
    told = {one.id: one.told.in_language(words.language) for one in sheet.method.stages}
    return [
        (told[one.stage], words.day(one.since), words.day(one.until) if one.until else "…")
        for one in sheet.evaluation.stages
    ]


def _appeal(sheet: BodySheet, appeal: Appeal, names: Mapping[str, str], words: Words, *, staff: bool) -> AppealView:
    method, due = sheet.method, due_day(sheet.method, appeal)
    following = following_states(appeal.state)
    sides = {state: who_may(method, sheet.evaluation, appeal.item, state) for state in following}
    codes = dict.fromkeys(code for side in sides.values() for code in side)
    return AppealView(
        id=appeal.id,
        item=names[appeal.item],
        state=evaluation_words("states", appeal.state.value, words.language),
        late=appeal.in_term is False,
        due=words.day(due) if due else None,
        moves=tuple(_moves(method, appeal, words, staff=staff)),
        steps=tuple((state.value, evaluation_words("states", state.value, words.language)) for state in following),
        bodies=tuple((code, body_name(code, naming_day(method), words.language)) for code in codes),
    )


def _moves(method: Method, appeal: Appeal, words: Words, *, staff: bool) -> list[MoveRow]:
    return [
        MoveRow(
            state=evaluation_words("states", one.state.value, words.language),
            day=words.day(one.day),
            behalf=body_name(one.behalf, naming_day(method), words.language),
            reason=one.reason,
            points=words.number(one.points) if one.points is not None else None,
            author=one.author if staff else None,
            entered=words.day(one.at.astimezone(KAZAKHSTAN).date()),
        )
        for one in appeal.moves
    ]
