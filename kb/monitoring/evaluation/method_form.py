"""A file with a version of the method → the method, with every fault of the file told."""

from collections.abc import Iterator
from typing import Any

from kb.model.evaluation_method import (
    Adding,
    Method,
    MethodItem,
    MethodSource,
    MethodStage,
    MethodTerm,
    PenaltyRule,
    Place,
)
from kb.model.language import Language
from kb.monitoring.errors import BadMarks
from kb.monitoring.evaluation.fields import Faults, Fields, shown
from kb.monitoring.evaluation.wording import evaluation_codes
from kb.norms.bodies import bodies

METHOD = (
    "id", "year", "source", "adding", "adding_place", "rounding", "blocks", "penalties", "stages", "appeals",
    "calendar", "notes",
)  # fmt: skip
TOLD = ("kk", "ru", "place")
ITEM = ("id", *TOLD, "weight", "most", "evaluators", "evaluators_place", "material", "parts")
DEEPEST = 3  # blocks, areas, indicators
MOST_ITEMS = 1_000
MOST_FAULTS = 20


def read_method(data: Any, name: str) -> Method:
    """The method of a file called `name`; raises BadMarks with a line for each fault (the first twenty)."""
    faults = Faults()
    fields = Fields(data, name, faults, known=METHOD)
    method = _method(fields)
    _check_ids(method, name, faults)
    if faults:
        raise BadMarks(faults[:MOST_FAULTS])
    return method


def _method(fields: Fields) -> Method:
    source = fields.inner("source", ("kk", "ru", "language", "digest"))
    rounding = fields.inner("rounding", ("digits", "place"))
    appeals = fields.inner("appeals", ("place", "days_to_consider"))
    adding = fields.optional("adding")
    if adding is not None and adding not in set(Adding):
        fields.wrong("adding", f"one of {', '.join(Adding)}, or null")
        adding = None
    digits = rounding.whole("digits", 0, 6)
    return Method(
        id=fields.id(),
        year=fields.whole("year", 2007, 2100),
        source=MethodSource(
            kk=source.text("kk"), ru=source.text("ru"), language=_language(source), digest=source.digest("digest")
        ),
        blocks=tuple(_items(fields, "blocks", 1, [0])),
        adding=Adding(adding) if adding else None,
        adding_place=fields.place("adding_place", needed=adding is not None),
        digits=digits,
        digits_place=rounding.place(needed=digits is not None),
        penalties=tuple(_penalties(fields)),
        stages=tuple(_stages(fields)),
        calendar=tuple(_terms(fields)),
        appeals_place=appeals.place(needed=False),
        days_to_consider=appeals.whole("days_to_consider", 1, 366),
        notes=tuple(_fields(one, at, fields, (*TOLD, "year")).told() for one, at in fields.each("notes")),
    )


def _language(source: Fields) -> Language:
    language = source.text("language")
    if language in set(Language):
        return Language(language)
    source.wrong("language", f"one of {', '.join(Language)}")
    return Language.KK


def _items(fields: Fields, field: str, depth: int, counted: list[int]) -> Iterator[MethodItem]:
    listed = fields.each(field)
    if listed and depth > DEEPEST:
        fields.wrong(field, "no parts below an indicator")
        return
    for one, at in listed:
        counted[0] += 1
        if counted[0] > MOST_ITEMS:  # aliases of a file may repeat items without end
            fields.wrong(field, f"at most {MOST_ITEMS} items in all")
            return
        own = _fields(one, at, fields, ITEM)
        evaluators = tuple(_body(own, body, where) for body, where in own.each("evaluators"))
        yield MethodItem(
            id=own.id(),
            told=own.told(),
            weight=own.number("weight"),
            most=own.number("most"),
            evaluators=evaluators,
            evaluators_place=own.place("evaluators_place", needed=bool(evaluators)),
            material=tuple(_fields(told, where, own, TOLD).told() for told, where in own.each("material")),
            parts=tuple(_items(own, "parts", depth + 1, counted)),
        )


def _penalties(fields: Fields) -> Iterator[PenaltyRule]:
    for one, at in fields.each("penalties"):
        own = _fields(one, at, fields, ("id", *TOLD, "item", "points"))
        yield PenaltyRule(id=own.id(), told=own.told(), item=own.id("item"), points=own.number("points"))


def _stages(fields: Fields) -> Iterator[MethodStage]:
    for one, at in fields.each("stages"):
        own = _fields(one, at, fields, ("id", *TOLD))
        yield MethodStage(id=own.id(), told=own.told())


def _terms(fields: Fields) -> Iterator[MethodTerm]:
    for one, at in fields.each("calendar"):
        own = _fields(one, at, fields, ("item", "step", "from", "to", "place"))
        first, last = own.whole("from", 1, 12), own.whole("to", 1, 12)
        if first is None or last is None or last < first:
            own.wrong("to", "months from 1 to 12, «to» not before «from»")
        step = own.text("step")
        if step not in evaluation_codes("steps"):
            own.wrong("step", f"one of {', '.join(evaluation_codes('steps'))}")
        place = own.place() or Place()
        yield MethodTerm(item=own.id("item"), step=step, first=first or 1, last=last or 1, place=place)


def _fields(data: Any, at: str, parent: Fields, known: tuple[str, ...]) -> Fields:
    return Fields(data, at, parent.faults, known=known)


def _body(fields: Fields, code: Any, at: str) -> str:
    if isinstance(code, str) and code in bodies():
        return code
    fields.faults.append(f"{at}: {shown(code)} is no body; take a code of kb/norms/data/bodies")
    return ""


def _check_ids(method: Method, name: str, faults: Faults) -> None:
    if not method.blocks:
        faults.append(f"{name}: a method needs at least one block")
    ids = [one.id for one in method.each()]
    for kind, listed in {
        "items": ids, "penalties": [one.id for one in method.penalties], "stages": [one.id for one in method.stages],
    }.items():  # fmt: skip
        twice = sorted({one for one in listed if one and listed.count(one) > 1})
        if twice:
            faults.append(f"{name}: two {kind} are called {', '.join(twice)}; ids must differ")
    for item in method.each() if method.adding is Adding.WEIGHTED_MEAN else ():
        weights = [part.weight for part in item.parts]
        if weights and not any(weight is None or weight for weight in weights):
            faults.append(f"{name}: all parts of «{item.id}» weigh 0, and have no mean; give one a weight")
    named = dict.fromkeys([*(one.item for one in method.penalties), *(one.item for one in method.calendar)])
    for wanted in named:
        if wanted and wanted not in ids:
            faults.append(f"{name}: a penalty or term is of «{wanted}», which is no item; there are {', '.join(ids)}")
