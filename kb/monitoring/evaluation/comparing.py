"""Two versions of the method → what changed from one to the other."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal

from kb.model.evaluation_method import Method, MethodItem

Value = str | Decimal | int | None
ADDED, REMOVED, CHANGED = "added", "removed", "changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One difference; `part` is `item`, `penalty`, `stage`, `term` or `method`, `field` what of it differs.

    For what was added or removed as a whole `field` is empty and the value its name in Kazakh.
    """

    kind: str
    part: str
    id: str
    field: str = ""
    before: Value = None
    after: Value = None


def compare_methods(before: Method, after: Method) -> tuple[Change, ...]:
    """All changes, in the order of the earlier version and then of what the later one added.

    Items, penalties and stages are the same where their ids are. Places in the source are not compared: they differ by
    the document.
    """
    return tuple(
        change
        for part in ("method", "item", "penalty", "stage", "term")
        for change in _differ(part, _fields(before, part), _fields(after, part))
    )


def _differ(
    part: str, before: Mapping[str, Mapping[str, Value]], after: Mapping[str, Mapping[str, Value]]
) -> Iterator[Change]:
    for name, fields in before.items():
        if name not in after:
            yield Change(kind=REMOVED, part=part, id=name, before=_name(fields))
            continue
        for field, value in fields.items():
            if after[name][field] != value:
                yield Change(kind=CHANGED, part=part, id=name, field=field, before=value, after=after[name][field])
    for name, fields in after.items():
        if name not in before:
            yield Change(kind=ADDED, part=part, id=name, after=_name(fields))


def _name(fields: Mapping[str, Value]) -> Value:
    return fields.get("kk", fields.get("months"))


def _fields(method: Method, part: str) -> Mapping[str, Mapping[str, Value]]:
    match part:
        case "method":
            return {
                "": {
                    "adding": method.adding.value if method.adding else None, "digits": method.digits,
                    "days_to_consider": method.days_to_consider,
                }
            }  # fmt: skip
        case "item":
            return {item.id: _item(item, above) for item, above in _with_above(method.blocks, "")}
        case "penalty":
            return {
                one.id: {"kk": one.told.kk, "ru": one.told.ru, "item": one.item, "points": one.points}
                for one in method.penalties
            }
        case "stage":
            return {
                one.id: {"kk": one.told.kk, "ru": one.told.ru, "order": number}
                for number, one in enumerate(method.stages, start=1)
            }
    return {f"{one.item}/{one.step}": {"months": f"{one.first}–{one.last}"} for one in method.calendar}


def _item(item: MethodItem, above: str) -> Mapping[str, Value]:
    return {
        "kk": item.told.kk, "ru": item.told.ru, "above": above, "weight": item.weight, "most": item.most,
        "evaluators": ", ".join(item.evaluators),
    }  # fmt: skip


def _with_above(items: tuple[MethodItem, ...], above: str) -> Iterator[tuple[MethodItem, str]]:
    for item in items:
        yield item, above
        yield from _with_above(item.parts, item.id)
