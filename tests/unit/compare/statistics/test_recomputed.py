"""A figure computed anew is told once: not where another clash has its place or its two values."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kb.compare.clash import Clash, Point
from kb.compare.statistics.recomputed import find_untold
from kb.model import Evidence, FindingClass, Language, SourceKind

TEXT = "сұралғандар 49; кестеде 46; басқа жерде 49; үлесі 62,5 пайыз"


def place(words: str, after: int = 0) -> Evidence:
    start = TEXT.index(words, after)
    return Evidence(
        document="report.txt", snapshot="sha256:" + "a" * 64, act=None, edition=None, language=Language.KK,
        clause="p-1", start=start, end=start + len(words), line=1, quote=words,
    )  # fmt: skip


def clash(a: Evidence, b: Evidence, reason: str = "sample", **words: Decimal) -> Clash:
    one, other = (Point(evidence=side, source_kind=SourceKind.SURVEY) for side in (a, b))
    return Clash(kind=FindingClass.STATISTICS, a=one, b=other, reason=reason, words=words)


FIRST, SECOND, TABLE, SHARE = place("49"), place("49", 20), place("46"), place("62,5")
COMPUTED = clash(FIRST, TABLE, "recomputed", value=Decimal(49), low=Decimal(46), high=Decimal(46))


def test_a_figure_that_nothing_tells_comes_out() -> None:
    assert list(find_untold([COMPUTED], [])) == [COMPUTED]


def test_a_figure_at_a_place_that_is_cited_is_told_already() -> None:
    assert list(find_untold([COMPUTED], [clash(FIRST, SHARE)])) == []
    assert list(find_untold([COMPUTED], [clash(SHARE, FIRST)])) == []


def test_the_same_two_values_at_other_places_are_told_already() -> None:
    told = clash(SECOND, SHARE, told=Decimal(49), counted=Decimal(46))
    assert list(find_untold([COMPUTED], [told])) == []


@pytest.mark.parametrize("values", [(49, 47), (48, 46)])
def test_other_values_are_another_contradiction(values: tuple[int, int]) -> None:
    told = clash(SECOND, SHARE, told=Decimal(values[0]), counted=Decimal(values[1]))
    assert list(find_untold([COMPUTED], [told])) == [COMPUTED]


def test_places_of_another_body_are_not_the_same() -> None:
    elsewhere = replace(FIRST, snapshot="sha256:" + "b" * 64)
    assert list(find_untold([COMPUTED], [clash(elsewhere, SHARE)])) == [COMPUTED]
