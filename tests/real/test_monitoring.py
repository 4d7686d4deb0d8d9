"""Every printed figure of two reports that follows from others of them: equal, or a difference with both places."""

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path

import pytest
import yaml

from kb.model import Document, Language
from kb.model.monitoring import Recomputed, Standing
from kb.monitoring import (
    Group,
    ImportReport,
    Measure,
    Rating,
    Recomputation,
    ReportWaves,
    WaveStore,
    import_report_waves,
    pool_answers,
    rate,
    read_report_waves,
    recompute,
    recomputed_words,
    report_wave_words,
)
from kb.monitoring.from_report.lines import wave_lines
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


@pytest.fixture(scope="module")
def waves(report: Document) -> ReportWaves:
    return read_report_waves(report)


@pytest.fixture(scope="module")
def imported(
    waves: ReportWaves, tmp_path_factory: pytest.TempPathFactory
) -> tuple[WaveStore, tuple[ImportReport, ...]]:
    store = WaveStore(tmp_path_factory.mktemp("waves"))
    return store, import_report_waves(store, waves, services=())


def rated(store: WaveStore, wave: str, by: Group) -> Rating:
    return rate(pool_answers(store, wave, by, "satisfaction").groups, measure=Measure.SATISFACTION)


def test_the_report_becomes_three_waves(
    imported: tuple[WaveStore, tuple[ImportReport, ...]], waves: ReportWaves
) -> None:
    told = {one.wave.id: {"rows": one.rows, "answers": one.answers, "silent": one.silent} for one in imported[1]}
    assert told == LABELS["waves"]
    assert Counter(one.reason for one in waves.unread) == LABELS["unread"]
    for one in waves.unread:
        assert all(report_wave_words("unread", one.reason, language) for language in Language)
    head = imported[1][0].wave
    assert (head.year, head.since.isoformat(), head.until.isoformat(), head.sample) == (
        2017, "2017-08-01", "2017-10-31", 9517,
    )  # fmt: skip


@pytest.mark.parametrize("by", [Group.SERVICE, Group.BODY])
def test_ratings_of_the_wave_are_the_figures_computed_anew(
    imported: tuple[WaveStore, tuple[ImportReport, ...]], found: Recomputation, ground: ReportGround, by: Group
) -> None:
    """Share, mean and people of each service and body are those that the printed ones were held against; what differs
    is the slipped ranking, and then the wave has the computed figure, not the printed one."""
    rows = {row.key: row for row in rated(imported[0], "mon2017", by).rows}
    assert len(rows) == (SERVICES if by is Group.SERVICE else BODIES)
    held = Counter[str]()
    for one in found.figures:
        key = one.subject.partition(": ")[0]
        table = next((own.table for own in ground.figures if own.evidence == one.evidence), None)
        if key not in rows or one.low is None or one.low != one.high or table not in ("1", "5", "105"):
            continue
        row = rows[key]
        figures = {"share": row.satisfaction, "mean": row.mean, "people": Decimal(row.asked)}
        if one.rule in figures:
            held[one.rule] += 1
            assert figures[one.rule].quantize(one.low, ROUND_HALF_UP) == one.low, one
    assert all(held[rule] >= len(rows) for rule in ("share", "mean", "people"))


def test_regions_of_the_wave_are_those_of_the_table(
    imported: tuple[WaveStore, tuple[ImportReport, ...]], ground: ReportGround
) -> None:
    rows = {row.key: row for row in rated(imported[0], "mon2017-regions", Group.REGION).rows}
    printed = {
        (one.subject.code, one.column): one.value
        for one in ground.figures
        if one.table == "8" and one.subject.kind == "region"
    }
    regions = {code for code, _ in printed if code}
    assert sorted(regions - set(rows)) == LABELS["regions_open"]
    for code, row in rows.items():
        assert (row.satisfaction, Decimal(row.asked)) == (printed[code, "share"], printed[code, "n"])
        assert row.mean.quantize(printed[code, "mean"], ROUND_HALF_UP) == printed[code, "mean"]


def test_channels_are_told_where_the_report_tells_them(waves: ReportWaves) -> None:
    marks = waves.waves[0].tables[0].rows
    services = Counter(row.cells[0] for row in marks)
    assert sorted(service for service, count in services.items() if count > 1) == LABELS["parted"]


def test_every_answer_keeps_its_line(imported: tuple[WaveStore, tuple[ImportReport, ...]], report: Document) -> None:
    lines = report.text.split("\n")
    for wave in LABELS["waves"]:
        for keys, line in wave_lines(imported[0], wave).items():
            assert any(character.isdigit() for character in lines[line - 1]), (keys, line)
