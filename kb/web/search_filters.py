"""The filters of a search: facets beside the results as checkboxes, and what is chosen, removable one by one."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import urlencode

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kb.model import LifeSituation
from kb.search import FacetCount
from kb.web.condition_words import Choice, ConditionField
from kb.web.facet_words import BODY, LIFE_SITUATION, facet_words
from kb.web.value_words import Shown
from kb.web.words import Words

MOST_CHOSEN = 20  # of one facet
MOST_SHOWN = 20  # values of one facet, the most frequent ones; more fit on no page
LONGEST_CODE = 100

Counts = Mapping[str, Sequence[FacetCount]]
Chosen = Mapping[str, tuple[str, ...]]
Pairs = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Facet:
    """A facet of an index: the parameter that chooses from it, as `/v1/search` has it, and where its words stand."""

    parameter: str
    field: str
    table: str


@dataclass(frozen=True, slots=True)
class ChosenFilter:
    """A chosen value, and the address of the same search without it."""

    title: str
    shown: Shown
    href: str


@dataclass(frozen=True, slots=True)
class FilterPanel:
    """The facets that have something to choose, what is chosen, and the address without any of it."""

    fields: tuple[ConditionField, ...]
    chosen: tuple[ChosenFilter, ...]
    without: str


SERVICE_FACETS = (
    Facet("body", "body", BODY),
    Facet("channel", "channel", "channel"),
    Facet("paid", "paid", "paid"),
    Facet("electronic", "electronic", "electronic"),
    Facet("recipient", "recipient", "recipient"),
    Facet("life_situation", "life_situation", LIFE_SITUATION),
    Facet("region", "region", "region"),
    Facet("language", "language", "language"),
    Facet("status", "status", "act_status"),
)
CLAUSE_FACETS = (
    Facet("act_type", "act_type", "act_type"),
    Facet("act_body", "body", BODY),
    Facet("field", "field", "attribute"),
    Facet("text_language", "language", "language"),
    Facet("act_status", "status", "act_status"),
)


def read_chosen(request: Request, facets: Sequence[Facet]) -> dict[str, tuple[str, ...]]:
    """The values that the address chooses, by facet; raises HTTPException 422 for what no form sends."""
    chosen: dict[str, tuple[str, ...]] = {}
    for facet in facets:
        given = request.query_params.getlist(facet.parameter)
        values = tuple(dict.fromkeys(value.strip() for value in given if value.strip()))
        if len(values) > MOST_CHOSEN or any(len(value) > LONGEST_CODE for value in values):
            raise HTTPException(422, f"{facet.parameter}: too many values or too long ones")
        if values:
            chosen[facet.field] = values
    return chosen


def check_chosen(
    chosen: Chosen, facets: Sequence[Facet], words: Words, situations: Mapping[str, LifeSituation]
) -> None:
    """Raises HTTPException 422 for a chosen value that means nothing."""
    for facet in facets:
        for code in chosen.get(facet.field, ()):
            if facet_words(facet.table, code, words, situations) is None:
                raise HTTPException(422, f"{facet.parameter} has no such value")


def chosen_pairs(chosen: Chosen, facets: Sequence[Facet]) -> list[tuple[str, str]]:
    """What is chosen as parameters of an address."""
    return [(facet.parameter, code) for facet in facets for code in chosen.get(facet.field, ())]


def filter_panel(
    facets: Sequence[Facet],
    counts: Counts,
    chosen: Chosen,
    words: Words,
    *,
    path: str,
    kept: Pairs,
    total: int,
    situations: Mapping[str, LifeSituation],
) -> FilterPanel:
    """The filters of a search at `path` with the parameters `kept` beside them; `total` results are found."""
    pairs = chosen_pairs(chosen, facets)
    fields = []
    for facet in facets:
        choices = tuple(_choices(facet, counts.get(facet.field, ()), chosen, words, situations))
        if choices and not _says_nothing(facet, choices, counts, total):
            fields.append(ConditionField(facet.parameter, _title(facet, words), choices))
    removable = tuple(
        ChosenFilter(
            _title(facet, words),
            shown,
            f"{path}?{urlencode([*kept, *(pair for pair in pairs if pair != (facet.parameter, code))])}",
        )
        for facet in facets
        for code in chosen.get(facet.field, ())
        if (shown := facet_words(facet.table, code, words, situations))
    )
    return FilterPanel(tuple(fields), removable, f"{path}?{urlencode(kept)}")


def _title(facet: Facet, words: Words) -> str:
    return words(f"filters.title.{facet.parameter}")


def _choices(
    facet: Facet, counts: Sequence[FacetCount], chosen: Chosen, words: Words, situations: Mapping[str, LifeSituation]
) -> Iterator[Choice]:
    """What is chosen first; values without words are left out: a code tells nothing."""
    wanted = chosen.get(facet.field, ())
    numbers = {one.value: one.count for one in counts}
    for code in (*wanted, *(code for code in numbers if code not in wanted))[: MOST_SHOWN + len(wanted)]:
        shown = facet_words(facet.table, code, words, situations)
        if shown:
            yield Choice(code, shown, words.number(numbers.get(code, 0)), code in wanted)


def _says_nothing(facet: Facet, choices: Sequence[Choice], counts: Counts, total: int) -> bool:
    """Whether the only value is that of every result."""
    numbers = {one.value: one.count for one in counts.get(facet.field, ())}
    return len(choices) == 1 and not choices[0].chosen and numbers.get(choices[0].code) == total
