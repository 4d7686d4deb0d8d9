"""How questions with expected answers fared, in a real browser and without script."""

from datetime import UTC, datetime, timedelta

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.model.mystery import MysteryResult, MysteryRun
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def result(name, met, language="kk"):
    told = {"state": "answered", "service": "nest-1", "answer": "5 күн <b>"}
    return MysteryResult(id=name, language=language, q=f"{name} <i> мерзімі?", checks={"state": met}, told=told)


def add_run(home, *results, days=0, file="calls.jsonl"):
    met = sum(one.passed for one in results)
    shares = {"passed": (met, len(results)), "state": (met, len(results))}
    run = MysteryRun(
        ran_at=NOON + timedelta(days=days), version="1", base="2026-03-04 1/1", target="base", file=file, digest="d",
        counts={"all": shares, "kk": shares}, took_ms=1.0,
    )  # fmt: skip
    store = home.store()
    with store.write() as base:
        run = base.add_mystery_run(run, results)
    store.close()
    return run.id


@pytest.fixture
def runs(built):
    first = add_run(built, result("a", True), result("b", False))
    return first, add_run(built, result("a", False), result("b", True), result("c", True), days=7)


@pytest.fixture
def served(built):
    with serve(build_application(Settings(home=built.folder))) as address:
        yield address


def test_the_trend_and_what_changed_in_a_run(open_page, runs, served):
    page = open_page("/mystery", language="ru", script=False, at=served)
    assert page.locator("#chart-runs-all").inner_text() == "Все вопросы"
    assert page.locator("figure").first.locator(".bar-share").all_text_contents() == ["50 %", "66,7 %"]
    rows = page.locator("tbody tr")
    expect(rows).to_have_count(2)
    expect(rows.first).to_contain_text("66,7 %")
    rows.first.get_by_role("link").click()
    expect(page.locator("h1")).to_have_text(f"Прогон {runs[1]}")
    worse = page.get_by_role("region", name="Стало хуже")
    expect(worse).to_contain_text("a <i> мерзімі?")
    expect(page.get_by_role("region", name="Стало лучше")).to_contain_text("b <i> мерзімі?")
    page.get_by_role("link", name=f"Предыдущий: {runs[0]}").click()
    expect(page.get_by_role("region", name="Не выполнено")).to_contain_text("b <i> мерзімі?")


def test_without_a_run_the_page_says_how_to_begin(open_page, served):
    expect(open_page("/mystery", language="en", at=served).locator(".empty")).to_contain_text("kb mystery FILE")


def test_readers_see_nothing_of_it(built, runs):
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://anyq.invalid") as client:
        for path in ("/mystery", f"/mystery/{runs[0]}"):
            page = client.get(path)
            assert page.status_code == 200
            assert "мерзімі" not in page.text
            assert "calls.jsonl" not in page.text
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as client:
        assert client.get("/mystery/99").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/mystery", "/mystery/2"])
def test_the_pages_can_be_read_by_all(open_page, runs, served, path, language):
    page = open_page(path, language=language, width=360, at=served)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1
