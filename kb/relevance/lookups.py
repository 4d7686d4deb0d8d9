"""What must come first because it was called by its name, its code or its number, made from the base itself."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from kb.model import ActType, Attribute, Language, Service
from kb.model.value import ActReference
from kb.norms import label
from kb.pipeline import Progress, Registry, Step
from kb.relevance.row import Row
from kb.search import BadQuery, SearchResult
from kb.text import fold
from kb.yaml_text import parse_yaml


@dataclass(slots=True)
class Lookup:
    """A text, and what may come first for it: a clause of one of `acts` where there are any, else one of `services`.

    `day` is one on which the named act holds, None for today.
    """

    text: str
    services: set[str] = field(default_factory=set)
    acts: set[str] = field(default_factory=set)
    day: date | None = None

    def found_by(self, result: SearchResult) -> bool:
        """Whether the right one comes first."""
        if self.acts:
            return bool(result.clauses) and result.clauses[0].snippet.evidence.act in self.acts
        return bool(result.services) and result.services[0].service.id in self.services


class _Lookups:
    """Texts by kind; the same text for several services or acts is one look-up that any of them answers."""

    def __init__(self) -> None:
        self._kinds: dict[str, dict[str, Lookup]] = defaultdict(dict)

    def at(self, kind: str, text: str) -> Lookup:
        return self._kinds[kind].setdefault(fold(text).text, Lookup(text))

    def by_kind(self) -> Iterator[tuple[str, tuple[Lookup, ...]]]:
        for kind, lookups in self._kinds.items():
            yield kind, tuple(lookups.values())


def lookup_rows(registry: Registry, *, progress: Progress) -> Iterator[Row]:
    """A row for each way of calling; `failing` has the texts whose right one is not first, with what is."""
    kinds = dict(_read_lookups(registry).by_kind())
    total, done = sum(map(len, kinds.values())), 0
    for kind, lookups in kinds.items():
        failing = []
        for lookup in lookups:
            progress(Step(stage="measure", done=done, total=total, item=f"lookups, {kind}"))
            done += 1
            if (failure := _failure(registry, lookup)) is not None:
                failing.append(failure)
        share = 1 - len(failing) / len(lookups)
        yield Row(part="lookups", name=kind, figures={"queries": len(lookups), "first": share}, failing=tuple(failing))


def _failure(registry: Registry, lookup: Lookup) -> str | None:
    try:
        result = registry.search(lookup.text, as_of=lookup.day, limit=1)
    except BadQuery as problem:
        return f"{lookup.text} (refused: {problem})"
    if lookup.found_by(result):
        return None
    if lookup.acts:
        first = result.clauses[0].snippet.evidence.act if result.clauses else None
    else:
        first = result.services[0].service.id if result.services else None
    wanted = ", ".join(sorted(lookup.acts or lookup.services))
    return f"{lookup.text} ({wanted}; first is {first or 'nothing'})"


def _read_lookups(registry: Registry) -> _Lookups:
    found = _Lookups()
    for service in registry.all_services():
        for kind, texts in _calls(service).items():
            for text in texts:
                found.at(kind, text).services.add(service.id)
    for statement, service in registry.all_statements():
        if statement.attribute is Attribute.LEGAL_ACT and isinstance(statement.value, ActReference):
            named = statement.value
            for kind, text in _numbered(named.type, named.number, named.date):
                found.at(kind, text).services.add(service.id)
    for act in registry.acts.listed():
        days = [text.edition.date for text in registry.act(act.id).editions if text.edition.date]
        numbered = _numbered(act.type, act.number, act.date)
        for kind, text in (*(("act code", code) for code in act.ids), *numbered):
            lookup = found.at(kind, text)
            lookup.acts.update((act.id, *act.ids))
            lookup.day = max(days, default=None)
    return found


def _calls(service: Service) -> Mapping[str, Iterable[str]]:
    return {
        "name kk": filter(None, [service.name_kk]),
        "name ru": filter(None, [service.name_ru]),
        "id": (service.id, *service.ids),
        "code": service.codes.values(),
    }


def _numbered(kind: ActType | None, number: str | None, day: date | None) -> Iterator[tuple[str, str]]:
    """The ways to call an act by its number; none for one without a number or of an unknown type."""
    if not number or kind is None:
        return
    names = {f"kind_{language}": label("act_type", kind.value, language) for language in (Language.KK, Language.RU)}
    for pattern in _patterns()["number"]:
        yield "act number", pattern.format(number=number, **names)
    for pattern in _patterns()["dated"] if day else ():
        yield "act number and date", pattern.format(number=number, day=day, **names)


@cache
def _patterns() -> dict[str, list[str]]:
    text = files("kb.relevance").joinpath("data/lookups.yaml").read_text(encoding="utf-8")
    patterns: dict[str, list[str]] = parse_yaml(text)
    return patterns
