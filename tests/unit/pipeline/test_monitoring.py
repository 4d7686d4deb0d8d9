"""`Registry.monitoring` on waves of its own: tests of advice, joined services with coefficients, reports kept."""

import json
from collections.abc import Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.model import Language
from kb.monitoring import (
    Advice,
    BadMarks,
    CoefficientKind,
    Coefficients,
    Group,
    NotComparable,
    NothingAnswered,
    NothingPrinted,
    import_wave,
)
from kb.pipeline import Home, HomeBusy, Registry, UnknownName, import_paths
from kb.pipeline.monitored import open_waves
from kb.pipeline.monitoring import Chosen, recomputed
from kb.pipeline.monitoring.recomputed import RecomputedReports
from tests.monitored_base import EARLIER, REPORT, SAMPLE, WAVE, monitored, monitored_folder, several_ids

__all__ = ["monitored", "monitored_folder"]
CALLS = "ulgi-kenes-2025"


@pytest.fixture
def tested(home: Home) -> Iterator[Registry]:
    """A base with the sample tests of advice and nothing else."""
    folder = SAMPLE / "advice"
    head = json.loads((folder / "wave.json").read_text(encoding="utf-8"))
    home.make()
    import_wave(open_waves(home), [folder / "calls.csv"], services=(), head=head)
    registry = Registry(home)
    yield registry
    registry.close()


def test_advice_is_counted_by_service_and_theme(tested: Registry) -> None:
    first, second = tested.monitoring.advice(CALLS)
    assert Advice.of(first.overall) == Advice(right=17, incomplete=7, wrong=4, silent=2)
    assert Advice.of(second.themes["advice_term"]) == Advice(right=2, incomplete=1, wrong=6, silent=1)
    assert "advice_fee" not in second.themes
    names = tested.monitoring.names(CALLS)
    assert names(Group.SERVICE, first.key, Language.RU) == "Выдача паспорта пасеки"


def test_advice_is_served_with_its_formula(tested: Registry) -> None:
    with TestClient(create_application(tested), raise_server_exceptions=False) as client:
        told = client.get(f"/v1/monitoring/waves/{CALLS}/advice", headers={"accept-language": "ru"}).json()
        row = told["items"][0]
        assert (row["right"], row["incomplete"], row["wrong"], row["silent"]) == (17, 7, 4, 2)
        assert abs(row["share"] - 100 * 17 / 28) <= 0.05
        assert row["low"] < row["share"] < row["high"]
        assert row["themes"]["advice_fee"]["share"] == 80.0
        assert told["formulas"][0]["formula"].startswith("n(верно)")
        narrowed = client.get(f"/v1/monitoring/waves/{CALLS}/advice?service=ulgi-02").json()["items"]
        assert [one["key"] for one in narrowed] == ["ulgi-02"]
        assert client.get(f"/v1/monitoring/waves/{CALLS}/rating").status_code == 422


def test_a_wave_without_tests_of_advice_says_so(monitored: Registry) -> None:
    with pytest.raises(NothingAnswered, match="no tests of operators' advice"):
        monitored.monitoring.advice(WAVE)


def test_coefficients_go_by_any_id_of_a_service(monitored: Registry) -> None:
    current, former = several_ids(monitored)
    given = Coefficients(by_kind={CoefficientKind.DEMAND: {former: Decimal(2)}})
    rows = {one.row.key: one for one in monitored.monitoring.weighted(EARLIER, Group.SERVICE, given).rows}
    assert rows[current].weighted == Decimal("140.0")  # 28 of 40, twice
    clashing = Coefficients(by_kind={CoefficientKind.DEMAND: {former: Decimal(2), current: Decimal(3)}})
    with pytest.raises(BadMarks, match=f"is the service {current} today"):
        monitored.monitoring.weighted(EARLIER, Group.SERVICE, clashing)


def test_waves_of_other_services_are_refused_unless_common_ones_are_enough(monitored: Registry) -> None:
    with pytest.raises(NotComparable, match="different services"):
        monitored.monitoring.shared_services(WAVE, EARLIER)
    shared = monitored.monitoring.shared_services(WAVE, EARLIER, common=True)
    assert shared == {"ulgi-01", "ulgi-02"}
    rating = monitored.monitoring.rating(EARLIER, chosen=Chosen(among=shared))
    assert {row.key for row in rating.rows} == shared


def test_reports_are_computed_anew_once_and_files_are_none(home: Home, tmp_path: Path) -> None:
    plain = tmp_path / "plain.txt"
    plain.write_text("Мұнда кесте жоқ.\n", encoding="utf-8")
    import_paths(home, [REPORT, plain])
    registry = Registry(home)
    try:
        first = registry.monitoring.recomputed(REPORT.name)
        assert registry.monitoring.recomputed(REPORT.name) is first
        with pytest.raises(NothingPrinted, match="no report with figures"):
            registry.monitoring.recomputed(plain.name)
        for name in (str(plain), "../plain.txt", "none.txt"):
            with pytest.raises(UnknownName):
                registry.monitoring.recomputed(name)
    finally:
        registry.close()


def test_who_would_wait_long_for_a_report_is_told_so(home: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    import_paths(home, [REPORT])
    reports = RecomputedReports(home=home)
    monkeypatch.setattr(recomputed, "WAIT_S", 0.05)
    with reports._lock, pytest.raises(HomeBusy, match="try again in a minute"):
        reports.of(REPORT.name)
    assert reports.of(REPORT.name).figures
