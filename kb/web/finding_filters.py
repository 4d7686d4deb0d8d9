"""The filters of findings with numbers beside their values, and the numbers as bar charts."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from kb.norms import label
from kb.pipeline import FindingConditions, FindingCounts, Registry, UnknownName
from kb.web.facet_words import facet_words
from kb.web.finding_conditions import (
    ALL,
    BODY,
    CLASS,
    EDITION,
    FACETS,
    SERVICE,
    SEVERITY,
    VERDICT,
    chosen,
    query_of,
    without,
)
from kb.web.result_view import service_names
from kb.web.value_words import Shown
from kb.web.words import Words

MOST_SERVICES = 100  # that a list offers; further ones are found by their cards
MOST_BARS = 12
_WIDTH = 320  # units of the drawing for the longest bar
_PITCH = 34  # units of one row
_TABLES = {
    CLASS: "finding_class",
    SEVERITY: "finding_severity",
    VERDICT: "finding_verdict",
    EDITION: "finding_edition",
}
_ALWAYS = (VERDICT, EDITION)  # offered whatever there is; their numbers never heed what is asked for of them


@dataclass(frozen=True, slots=True, kw_only=True)
class FilterOption:
    """A value with how many findings it would leave."""

    code: str
    shown: Shown
    number: str
    chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFacet:
    """A filter; `empty` is the code of the choice of all."""

    name: str
    options: tuple[FilterOption, ...]
    empty: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountBar:
    """A bar of a chart, with the list that it counts."""

    top: int
    length: float
    shown: Shown
    number: str
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class CountChart:
    """The greatest numbers of one facet; empty where one bar would say nothing."""

    name: str
    bars: tuple[CountBar, ...]
    width: int
    height: int


def finding_facets(
    registry: Registry, asked: FindingConditions, counts: FindingCounts, words: Words
) -> tuple[FindingFacet, ...]:
    """All filters; the numbers beside the values of a chosen one tell what the others leave."""
    return tuple(
        FindingFacet(
            name=name,
            options=tuple(_options(name, _numbers(registry, name, asked, counts), registry, asked, words)),
            empty=ALL if name in _ALWAYS else "",
        )
        for name in FACETS
    )


def count_charts(counts: FindingCounts, asked: FindingConditions, words: Words) -> tuple[CountChart, ...]:
    """The numbers by class and by body."""
    return tuple(_chart(name, _of(counts, name), asked, words) for name in (CLASS, BODY))


def _numbers(registry: Registry, name: str, asked: FindingConditions, counts: FindingCounts) -> Mapping[str, int]:
    free = name not in _ALWAYS and bool(chosen(asked, name))
    return _of(registry.findings.counts(without(asked, name)) if free else counts, name)


def _of(counts: FindingCounts, name: str) -> Mapping[str, int]:
    return {
        CLASS: counts.kinds,
        BODY: counts.bodies,
        SERVICE: counts.services,
        SEVERITY: counts.severities,
        VERDICT: counts.verdicts,
        EDITION: counts.editions,
    }[name]


def _options(
    name: str, numbers: Mapping[str, int], registry: Registry, asked: FindingConditions, words: Words
) -> list[FilterOption]:
    wanted = chosen(asked, name)
    found = {code: number for code, number in numbers.items() if code and (number or name in _ALWAYS)} | {
        code: numbers.get(code, 0) for code in wanted
    }
    offered = _ordered(found)[: MOST_SERVICES if name == SERVICE else None]
    offered += [(code, found[code]) for code in wanted if code not in dict(offered)]
    return [
        FilterOption(
            code=code,
            shown=_service(code, registry, words) if name == SERVICE else _words_of(name, code, words),
            number=words.number(number),
            chosen=code in wanted,
        )
        for code, number in offered
    ]


def _chart(name: str, numbers: Mapping[str, int], asked: FindingConditions, words: Words) -> CountChart:
    greatest = _ordered(numbers)[:MOST_BARS]
    if len(greatest) < 2:
        greatest = []
    bars = tuple(
        CountBar(
            top=place * _PITCH,
            length=round(number * _WIDTH / greatest[0][1], 1),
            shown=_words_of(name, code, words) if code else Shown(text=words("findings.no_body")),
            number=words.number(number),
            href=f"/findings?{query_of(_only(asked, name, code))}" if code else "",
        )
        for place, (code, number) in enumerate(greatest)
    )
    return CountChart(name=name, bars=bars, width=_WIDTH, height=len(bars) * _PITCH)


def _only(asked: FindingConditions, name: str, code: str) -> FindingConditions:
    return replace(asked, kinds=(code,)) if name == CLASS else replace(asked, bodies=(code,))


def _words_of(name: str, code: str, words: Words) -> Shown:
    """A body may be known by its printed name alone."""
    if name == BODY:
        return facet_words(BODY, code, words, {}) or Shown(text=code)
    return Shown(text=label(_TABLES[name], code, words.language))


def _service(code: str, registry: Registry, words: Words) -> Shown:
    try:
        return service_names(registry.service(code), words.language)[0]
    except UnknownName:
        return Shown(text=code)


def _ordered(numbers: Mapping[str, int]) -> list[tuple[str, int]]:
    return sorted(numbers.items(), key=lambda one: (-one[1], one[0]))
