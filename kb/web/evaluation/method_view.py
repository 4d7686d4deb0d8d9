"""A version of the method as its page shows it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from kb.model.evaluation import AppealState
from kb.model.evaluation_method import Method, MethodItem, Place, Told
from kb.monitoring.evaluation import Change, evaluation_table, evaluation_words, following_states
from kb.pipeline.evaluation_names import body_name, naming_day
from kb.web.evaluation.places import Places, PlaceView
from kb.web.words import Words

Field = tuple[str, str | None, PlaceView | None]  # what, its value (None = not in the source), where


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldView:
    """Something that the source tells."""

    text: str
    place: PlaceView


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemView:
    """A block, area or indicator; None = not in the source."""

    id: str
    name: str
    weight: str | None
    most: str | None
    evaluators: tuple[str, ...]
    evaluators_place: PlaceView | None
    material: tuple[ToldView, ...]
    place: PlaceView
    parts: tuple["ItemView", ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MethodView:
    """A version with all of its parts; `steps` are the rows of the calendar with a cell for each block of `blocks`."""

    id: str
    source: str
    document: str | None
    fields: tuple[Field, ...]
    items: tuple[ItemView, ...]
    penalties: tuple[tuple[ToldView, str | None, str], ...]
    stages: tuple[ToldView, ...]
    blocks: tuple[str, ...]
    steps: tuple[tuple[str, tuple[tuple[str, PlaceView] | None, ...]], ...]
    states: tuple[tuple[str, str, str, bool], ...]
    notes: tuple[tuple[str, ToldView], ...]


def method_view(method: Method, places: Places, words: Words) -> MethodView:
    """The page of a version."""
    language, day = words.language, naming_day(method)
    return MethodView(
        id=method.id,
        source=method.source.ru if language.value == "ru" else method.source.kk,
        document=places.document,
        fields=_fields(method, places, words),
        items=tuple(_item(one, places, words, day) for one in method.blocks),
        penalties=tuple(
            (_told(one.told, places, words), _number(one.points, words), item_names(method, words)[one.item])
            for one in method.penalties
        ),
        stages=tuple(_told(one.told, places, words) for one in method.stages),
        blocks=tuple(one.told.in_language(language) for one in method.blocks),
        steps=_steps(method, places, words),
        states=_states(words),
        notes=tuple((str(one.year or "–"), _told(one, places, words)) for one in method.notes),
    )


def item_names(method: Method, words: Words) -> dict[str, str]:
    """The name of each item by its id."""
    return {one.id: one.told.in_language(words.language) for one in method.each()}


def change_rows(
    changes: Sequence[Change], before: Method, after: Method, words: Words
) -> list[tuple[str, str, str, str | None, str | None]]:
    """Changes as rows: what happened, the part with its name, the field, before, after."""
    names = {**_part_names(before, words), **_part_names(after, words)}
    return [
        (
            evaluation_words("changes", one.kind, words.language),
            f"{words(f'evaluation.part.{one.part}')} «{names[one.part, one.id]}»"
            if one.id
            else words(f"evaluation.part.{one.part}"),
            words(f"evaluation.field.{one.field}") if one.field else "",
            _value(one, one.before, before, names, words),
            _value(one, one.after, after, names, words),
        )
        for one in changes
    ]


def _part_names(method: Method, words: Words) -> dict[tuple[str, str], str]:
    language, items = words.language, item_names(method, words)
    return {
        **{("item", code): name for code, name in items.items()},
        **{("penalty", one.id): one.told.in_language(language) for one in method.penalties},
        **{("stage", one.id): one.told.in_language(language) for one in method.stages},
        **{
            ("term", f"{one.item}/{one.step}"): f"{items[one.item]}: {evaluation_words('steps', one.step, language)}"
            for one in method.calendar
        },
    }


def _value(
    change: Change, value: object, method: Method, names: dict[tuple[str, str], str], words: Words
) -> str | None:
    match change.field, value:
        case _, None:
            return None
        case "adding", str():
            return words(f"evaluation.adding.{value}")
        case "above", str():
            return names.get(("item", value), "–")
        case "evaluators", str():
            codes = [code for code in value.split(", ") if code]
            return ", ".join(body_name(code, naming_day(method), words.language) for code in codes) or "–"
        case _, Decimal() | int():
            return words.number(value)
    return str(value)


def _fields(method: Method, places: Places, words: Words) -> tuple[Field, ...]:
    def placed(place: Place | None) -> PlaceView | None:
        return places(place) if place else None

    adding = words(f"evaluation.adding.{method.adding.value}") if method.adding else None
    digits = words("evaluation.digits", n=method.digits) if method.digits is not None else None
    term = words("evaluation.days", n=method.days_to_consider) if method.days_to_consider is not None else None
    return (
        (words("evaluation.year"), str(method.year) if method.year else None, None),
        (words("evaluation.adding_label"), adding, placed(method.adding_place)),
        (words("evaluation.rounding"), digits, placed(method.digits_place)),
        (words("evaluation.may_appeal"), words("evaluation.yes") if method.appeals_place else None,
         placed(method.appeals_place)),
        (words("evaluation.term"), term, None),
    )  # fmt: skip


def _item(item: MethodItem, places: Places, words: Words, day: date | None) -> ItemView:
    return ItemView(
        id=item.id,
        name=item.told.in_language(words.language),
        weight=_number(item.weight, words),
        most=_number(item.most, words),
        evaluators=tuple(body_name(code, day, words.language) for code in item.evaluators),
        evaluators_place=places(item.evaluators_place) if item.evaluators_place else None,
        material=tuple(_told(one, places, words) for one in item.material),
        place=places(item.told.place),
        parts=tuple(_item(one, places, words, day) for one in item.parts),
    )


def _steps(
    method: Method, places: Places, words: Words
) -> tuple[tuple[str, tuple[tuple[str, PlaceView] | None, ...]], ...]:
    terms = {(one.item, one.step): one for one in method.calendar}
    months = words.lines("evaluation.months")
    rows = []
    for step in evaluation_table("steps"):
        cells: list[tuple[str, PlaceView] | None] = []
        for block in method.blocks:
            term = terms.get((block.id, step))
            if term is None:
                cells.append(None)
                continue
            named = months[term.first - 1 : term.last : max(1, term.last - term.first)]
            cells.append(("–".join(named), places(term.place)))
        if any(cells):
            rows.append((evaluation_words("steps", step, words.language), tuple(cells)))
    return tuple(rows)


def _states(words: Words) -> tuple[tuple[str, str, str, bool], ...]:
    """Each state of an appeal, who brings it there, what may follow, and whether the source names it."""
    in_source = evaluation_table("in_source")
    rows = []
    for code, entry in evaluation_table("states").items():
        following = [
            evaluation_words("states", one.value, words.language) for one in following_states(AppealState(code))
        ]
        side = words(f"evaluation.side.{entry['by']}")
        rows.append((evaluation_words("states", code, words.language), side, ", ".join(following), code in in_source))
    return tuple(rows)


def _told(told: Told, places: Places, words: Words) -> ToldView:
    return ToldView(text=told.in_language(words.language), place=places(told.place))


def _number(number: Decimal | None, words: Words) -> str | None:
    return None if number is None else words.number(number)
