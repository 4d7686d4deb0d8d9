"""Every printed figure of two reports that follows from others of them: equal, or a difference with both places."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from kb.model import Document, Language
from kb.model.monitoring import Recomputed, Standing
from kb.monitoring import Recomputation, recompute, recomputed_words
from kb.monitoring.report.ground import ReportGround, read_ground
from tests.real.test_bodies import read_report

LABELS = yaml.safe_load((Path(__file__).parent / "monitoring.yaml").read_text(encoding="utf-8"))
WHOLE = ("1", "8", "104", "111")  # tables of which every figure must be decided on
BODIES = 22
SERVICES = 55


@pytest.fixture(scope="module")
def report(shared: Path) -> Document:
    (path,) = (shared / "seeds").glob("001_*.txt")
    return read_report(path)


@pytest.fixture(scope="module")
def ground(report: Document) -> ReportGround:
    return read_ground(report)


@pytest.fixture(scope="module")
def found(report: Document) -> Recomputation:
    return recompute(report)


@pytest.fixture(scope="module")
def news(shared: Path) -> Recomputation:
    (path,) = (shared / "seeds").glob("000_*.txt")
    return recompute(read_report(path))


def counted(figures: Iterable[Recomputed]) -> dict[str, dict[str, int]]:
    table: dict[str, Counter[str]] = defaultdict(Counter)
    for one in figures:
        table[one.rule][one.standing.value] += 1
    return {rule: dict(counts) for rule, counts in table.items()}


def differences(found: Recomputation) -> list[list[object]]:
    return [
        [one.evidence.line, one.rule, str(one.printed), str(one.low), one.reason]
        for one in found.figures
        if one.standing is Standing.DIFFERS and one.reason != "labels_shifted"
    ]


def test_every_figure_of_the_report_is_counted(found: Recomputation) -> None:
    assert counted(found.figures) == LABELS["report"]
    assert sum(found.counts.values()) == len(found.figures)


def test_every_figure_of_the_news_is_counted(news: Recomputation) -> None:
    assert counted(news.figures) == LABELS["news"]
    assert differences(news) == LABELS["news_differences"]


def test_every_difference_has_its_reason_and_both_places(found: Recomputation) -> None:
    assert differences(found) == LABELS["differences"]
    shifted = [one for one in found.figures if one.reason == "labels_shifted"]
    first, last = LABELS["shifted"]["first"], LABELS["shifted"]["last"]
    assert {one.evidence.line for one in shifted} <= set(range(first, last + 1))
    for one in found.figures:
        if one.standing is Standing.DIFFERS:
            assert one.ground, one
            assert one.reason, one
            assert one.low is not None, one


def test_what_cannot_be_computed_says_why(found: Recomputation) -> None:
    assert Counter(one.reason for one in found.figures if one.standing is Standing.OPEN) == LABELS["open"]
    assert Counter(row.table for row in found.lost) == LABELS["lost"]


def test_no_printed_figure_was_put_right(report: Document, found: Recomputation) -> None:
    """What is told as printed stands in the text at its place, digit for digit."""
    own = ("hundred",)
    for one in found.figures:
        assert report.text[one.evidence.start : one.evidence.end] == one.evidence.quote
        if one.rule not in own:
            digits = str(one.printed).lstrip("-").replace(".", ",")
            assert digits in one.evidence.quote.replace(".", ",") or digits.lstrip("0") in one.evidence.quote, one


def test_services_and_bodies_are_all_there(ground: ReportGround) -> None:
    assert len(ground.sections) == len(ground.marks) == SERVICES
    assert len(ground.services_of) == BODIES
    assert sum(map(len, ground.services_of.values())) == SERVICES


def test_no_figure_of_the_main_tables_is_left_out(ground: ReportGround, found: Recomputation) -> None:
    decided = {one.evidence.start for one in found.figures}
    for table in WHOLE:
        figures = [one for one in ground.figures if one.table == table]
        assert figures
        assert not [one for one in figures if one.evidence.start not in decided], table


def test_the_ruler_finds_a_planted_difference(report: Document, found: Recomputation) -> None:
    """One digit of a body's printed share, changed in the text, is found and nothing else."""
    target = next(
        one for one in found.figures
        if one.rule == "share" and one.standing is Standing.EQUAL and one.subject.startswith("foreign-ministry")
    )  # fmt: skip
    start = target.evidence.start
    changed = replace(report, text=report.text[:start] + "9" + "9" + report.text[start + 2 :])
    planted = recompute(changed)
    known = {(one.evidence.start, one.rule) for one in found.figures if one.standing is Standing.DIFFERS}
    new = {(one.evidence.start, one.rule) for one in planted.figures if one.standing is Standing.DIFFERS} - known
    assert (start, "share") in new
    assert all(abs(place - start) < 200 for place, _ in new)


def test_every_code_has_words(found: Recomputation, news: Recomputation) -> None:
    for one in (*found.figures, *news.figures):
        for language in Language:
            assert recomputed_words("rules", one.rule, language)
            assert one.reason is None or recomputed_words("reasons", one.reason, language)


def test_a_slipped_label_names_the_service_whose_figures_they_are(found: Recomputation) -> None:
    for one in found.figures:
        if one.reason == "labels_shifted":
            assert len(one.ground) == 2, one
            assert one.ground[0] != one.ground[1]
