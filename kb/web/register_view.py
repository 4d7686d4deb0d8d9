"""The register in numbers as bar charts and rows of a table; every number leads to the services that it counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from urllib.parse import urlencode

from kb.norms import codes, label
from kb.pipeline import Share, YearCounters
from kb.web.words import Words

_WIDTH = 240  # units of the drawing for the longest bar
_PITCH = 24  # units of one row
# How the list of services is asked for what a share counts.
_CONDITIONS: Mapping[str, Mapping[str, str]] = {
    "electronic": {"automation": "electronic_any"},
    "electronic_full": {"automation": "electronic_full"},
    "electronic_partial": {"automation": "electronic_partial"},
    "state_corporation": {"channel": "state_corporation"},
    "paid": {"paid": "true"},
    "one_stop": {"one_stop": "true"},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A number in words with the list that it counts; `of` tells of how many; no text where it is not known."""

    text: str | None = None
    of: str | None = None
    href: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class YearBar:
    """A year in a chart; `length` is None where the year has no number."""

    top: int
    year: int
    length: float | None
    figure: Figure


@dataclass(frozen=True, slots=True, kw_only=True)
class YearChart:
    """One counter over the years."""

    code: str
    title: str
    bars: tuple[YearBar, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class YearLine:
    """A row of the table: the number of services first, then the shares in the order of the charts."""

    year: int
    edition: str | None
    figures: tuple[Figure, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterView:
    """The charts and the table; both are empty where the base has no edition."""

    charts: tuple[YearChart, ...]
    lines: tuple[YearLine, ...]
    width: int
    height: int


def register_view(years: Sequence[YearCounters], words: Words) -> RegisterView:
    """The counters in words, years in order; a year without an edition has empty figures."""
    names = codes("register_share")
    most = max((one.services or 0 for one in years), default=0)
    total = partial(_total, words=words)
    charts = [_chart("services", words("register.services"), years, total, most)]
    for name in names:
        title = label("register_share", name, words.language)
        charts.append(_chart(name, title, years, partial(_of, name=name, words=words)))
    lines = tuple(
        YearLine(
            year=one.year,
            edition=words.day(one.edition) if one.edition else None,
            figures=(_total(one, words)[0], *(_of(one, name, words)[0] for name in names)),
        )
        for one in years
    )
    return RegisterView(charts=tuple(charts) if years else (), lines=lines, width=_WIDTH, height=len(years) * _PITCH)


def _chart(
    code: str,
    title: str,
    years: Sequence[YearCounters],
    figure_of: Callable[[YearCounters], tuple[Figure, float | None]],
    most: float = 100.0,
) -> YearChart:
    bars = []
    for place, one in enumerate(years):
        figure, number = figure_of(one)
        length = None if number is None else round(number * _WIDTH / (most or 1), 1)
        bars.append(YearBar(top=place * _PITCH, year=one.year, length=length, figure=figure))
    return YearChart(code=code, title=title, bars=tuple(bars))


def _total(one: YearCounters, words: Words) -> tuple[Figure, float | None]:
    if one.services is None:
        return Figure(), None
    return Figure(text=words.number(one.services), href=_list(one.year, {})), one.services


def _of(one: YearCounters, name: str, words: Words) -> tuple[Figure, float | None]:
    share: Share | None = one.shares[name] if one.shares else None
    if share is None or share.percent is None:
        return Figure(), None
    figure = Figure(
        text=f"{words.number(share.percent)} %",
        of=words("register.of", count=words.number(share.count), known=words.number(share.known)),
        href=_list(one.year, _CONDITIONS[name]),
    )
    return figure, share.percent


def _list(year: int, conditions: Mapping[str, str]) -> str:
    return f"/services?{urlencode({'year': year, **conditions})}"
