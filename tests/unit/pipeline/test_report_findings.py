"""Printed figures that others of their report decide on otherwise are findings like all others."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.model import Finding, FindingClass, FindingSeverity, Language
from kb.pipeline import FindingConditions, Home, Registry, build_base, import_paths
from kb.pipeline.check_ground import REPORT, CheckGround
from kb.pipeline.checking import check_base
from kb.pipeline.monitored import recompute_document
from kb.pipeline.today import today_in_kazakhstan
from tests.unit.monitoring.reports import TRADE, WATER, sample_with

# The rows and columns add up; the number of people of the second row is not that of its section.
PLACES = (
    "8-кесте. Қызмет алынған орын бойынша іріктеу\n\n\t\tМеморган\tМемлекеттік корпорация\tБарлығы\n"
    f"1\t{TRADE}\t3\t121\t124\n2\t{WATER}\t80\t51\t131\n\tБарлығы\t83\t172\t255\n"
)
# The mean of the second place cannot be for the marks of the service and the other three figures: 4,08 can.
BY_PLACE, MISPRINT = "44,0%\t3,96\t55,7%\t4,21", "100,0%\t5,00\t48,7%\t4,09"
LIST = (
    "Қызмет сапасы бойынша министрліктерге берілген орташа балл (2020 жыл):\n\n"
    "1. Қорғаныс министрлігі – 4,86\n2. Қаржы министрлігі – 4,91\n3. Денсаулық сақтау министрлігі – 4,80\n"
)


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Home:
    folder = tmp_path_factory.mktemp("reports")
    text = sample_with(PLACES).replace(BY_PLACE, MISPRINT)
    assert MISPRINT in text
    (folder / "report.txt").write_text(text, encoding="utf-8")
    (folder / "list.txt").write_text(LIST, encoding="utf-8")
    home = Home(folder=folder / "home")
    import_paths(home, [folder / "report.txt", folder / "list.txt"])
    build_base(home)
    return home


@pytest.fixture(scope="module")
def found(home: Home) -> list[Finding]:
    registry = Registry(home)
    try:
        return [
            judged.finding for judged, _ in registry.findings.each(FindingConditions(kinds=(FindingClass.STATISTICS,)))
        ]
    finally:
        registry.close()


def of(found: list[Finding], document: str) -> Iterator[Finding]:
    return (one for one in found if one.a.evidence.document == document)


def test_a_misprint_is_a_finding_of_its_service(found: list[Finding]) -> None:
    (told,) = (one for one in of(found, "report.txt") if one.a.evidence.quote == "4,09")
    assert told.service == "mon2019-01"
    assert told.b.evidence.quote.endswith("6\t6\t18\t30\t60")
    assert told.severity is FindingSeverity.MEDIUM
    assert "4,09" in told.why[Language.KK]
    assert "4,08" in told.why[Language.RU]
    assert "4.08" in told.why[Language.EN]


def test_what_the_rules_tell_already_is_not_told_again(found: list[Finding]) -> None:
    people = [one for one in of(found, "report.txt") if {"131", "132"} & {one.a.evidence.quote, one.b.evidence.quote}]
    assert len(people) == 1


def test_a_list_out_of_order_is_a_finding_of_no_service(found: list[Finding]) -> None:
    (told,) = of(found, "list.txt")
    assert {side.evidence.quote.partition(".")[0] for side in (told.a, told.b)} == {"1", "2"}
    assert told.service is None
    assert told.prevails is None
    assert all(told.why[language] for language in Language)


def test_each_difference_is_told_once(home: Home, found: list[Finding]) -> None:
    places = [(one.service, one.a.evidence.start, one.b.evidence.start) for one in found]
    assert len(set(places)) == len(places)
    differing = {
        one.evidence.start for one in recompute_document(home, "report.txt").figures if one.standing.value == "differs"
    }
    cited = {
        place
        for one in of(found, "report.txt")
        for side in (one.a, one.b)
        for place in differing
        if side.evidence.start <= place < side.evidence.end
    }
    assert cited == differing


def test_a_report_is_looked_at_again_only_after_a_change(home: Home) -> None:
    seen: list[str] = []
    with home.store().write() as base:
        ground = CheckGround(base, today_in_kazakhstan())
        assert sum(1 for _ in ground.reports()) == 2
        check_base(base, ground, progress=lambda step: seen.append(step.item) if step.item else None)
        assert seen == []
        base.drop_checks([one.name for one in ground.reports()][:1])
        check_base(base, ground, progress=lambda step: seen.append(step.item) if step.item else None)
    assert len(seen) == 1
    assert seen[0].startswith(REPORT)


def test_a_text_that_prints_no_figures_gives_none(tmp_path: Path) -> None:
    (tmp_path / "plain.txt").write_text("Министрлік қызмет сапасын жақсартты.\n", encoding="utf-8")
    home = Home(folder=tmp_path / "home")
    import_paths(home, [tmp_path / "plain.txt"])
    build_base(home)
    registry = Registry(home)
    try:
        assert list(registry.findings.each()) == []
    finally:
        registry.close()
