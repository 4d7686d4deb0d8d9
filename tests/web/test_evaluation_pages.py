"""The evaluation of state bodies, in a real browser and without script."""

import re
from datetime import date
from urllib.parse import urlencode

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.model.access import LOCAL, Role
from kb.monitoring.evaluation import own_methods, read_method_file, read_point_rows, read_points
from kb.pipeline import Home, Registry
from tests.conftest import ROOT
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES
from tests.web.staff import make_key, trail

PAGE = "/monitoring/evaluation"
SAMPLES = ROOT / "examples" / "monitoring" / "evaluation"
FINANCE, EARLIER = f"{PAGE}/2025-finance-ministry", f"{PAGE}/2017-finance-ministry"
BY_SOURCE = [
    {"kind": "score", "body": "finance-ministry", "item": "services", "evaluator": "civil-service-agency",
     "points": "4.5", "evidence": "есеп <b>", "day": "2018-03-01"},
    {"kind": "penalty", "body": "finance-ministry", "item": "late", "cases": "3", "evidence": "хат", "day": None},
]  # fmt: skip


@pytest.fixture
def home(tmp_path):
    home = Home(folder=tmp_path / "home")
    registry = Registry(home)
    sample, source = read_method_file(SAMPLES / "method-2025.yaml"), own_methods()["three-blocks"]
    registry.evaluations.add_method(sample, actor=LOCAL)
    registry.evaluations.keep(read_points([SAMPLES / "points-2025.csv"], sample, 2025), actor=LOCAL)
    registry.evaluations.keep(read_point_rows(BY_SOURCE, source, 2017), actor=LOCAL)
    registry.close()
    return home


@pytest.fixture
def served(home):
    with serve(build_application(Settings(home=home.folder))) as address:
        yield address


def test_the_method_is_a_tree_in_which_what_the_source_lacks_is_marked(open_page, served):
    page = open_page(f"{PAGE}/methods/three-blocks", language="ru", script=False, at=served)
    tree = page.locator(".method-tree.outer > li")
    expect(tree).to_have_count(3)
    expect(tree.nth(1).locator(".method-tree > li")).to_have_count(4)
    expect(tree.nth(1)).to_contain_text("Активность на информационных порталах")
    expect(tree.nth(0)).to_contain_text("строка 142")
    assert page.locator(".method-tree .badge").count() == 2 * len(list(own_methods()["three-blocks"].each()))
    assert set(page.locator(".method-tree .badge").all_inner_texts()) == {"в источнике нет"}
    expect(page.get_by_role("region", name="Календарь")).to_contain_text("март–апрель")
    states = page.get_by_role("region", name="Путь жалобы")
    expect(states.get_by_role("row", name=re.compile("^Подана"))).to_contain_text("указано")
    expect(states.get_by_role("row", name=re.compile("^Отклонена"))).to_contain_text("в источнике нет")


def test_versions_are_compared(open_page, served):
    page = open_page(f"{PAGE}/methods/ulgi-2025", language="ru", script=False, at=served)
    page.get_by_label("Сравнить с версией").select_option("three-blocks")
    page.get_by_role("button", name="Показать изменения").click()
    changes = page.get_by_role("region", name=re.compile("Что изменилось"))
    row = changes.get_by_role("row", name="показатель «Достижение целей»: Вес изменено в источнике нет 60", exact=True)
    expect(row).to_be_visible()
    expect(changes).to_contain_text("взвешенное среднее")
    page.goto(f"{served}{PAGE}/methods/ulgi-2025?since=ulgi-2025")
    expect(page.locator(".empty")).to_have_text("Ничего не изменилось.")


def test_totals_of_a_year_and_of_a_body(open_page, served):
    page = open_page(PAGE, language="kk", script=False, at=served)
    bodies = page.get_by_role("region", name=re.compile("Бағаланған органдар"))
    expect(bodies.get_by_role("row", name=re.compile("Қаржы министрлігі"))).to_contain_text("86,38")
    expect(bodies.get_by_role("row", name=re.compile("Энергетика"))).to_contain_text("балы қойылмаған: Ашықтық")
    page.get_by_role("link", name="2017").click()
    page.get_by_role("link", name="Қаржы министрлігі").click()
    expect(page.locator("h1")).to_have_text("Қаржы министрлігі")
    expect(page.locator(".whole")).to_contain_text("есептелмейді")
    expect(page.locator(".missing-list").first).to_contain_text("салмағы дереккөзде жоқ")
    rows = page.get_by_role("region", name="Балдар", exact=True)
    expect(rows.get_by_role("row", name=re.compile("^Мемлекеттік қызметтерді көрсету"))).to_contain_text("4,50")
    expect(rows).to_contain_text("есеп <b>")
    expect(page.get_by_role("region", name="Айыппұл балдары")).to_contain_text("0,6")


def test_staff_file_and_decide_an_appeal(open_page, home, served):
    page = open_page(FINANCE, language="ru", script=False, at=served)
    page.get_by_text("Внести жалобу").click()
    form = page.locator("form.review-form").last
    form.get_by_label("Показатель").select_option("services")
    form.get_by_label("Дата").fill("2026-05-12")
    form.get_by_label("Основание").fill("две услуги <i>не учтены")
    form.get_by_label("Ваше имя").fill("Гүлнар")
    form.get_by_role("button", name="Сохранить").click()
    appeal = page.locator("#appeal-1")
    expect(appeal).to_contain_text("Подана")
    expect(appeal).to_contain_text("две услуги <i>не учтены")
    expect(appeal).to_contain_text("Решить до: 27.05.2026")
    for state, points in (("under_consideration", ""), ("accepted", "79,5")):
        appeal.get_by_text("Рассмотреть жалобу").click()
        appeal.get_by_label("Состояние").select_option(state)
        appeal.get_by_label("От имени органа").select_option("civil-service-agency")
        appeal.get_by_label("Новый балл").fill(points)
        appeal.get_by_label("Дата").fill("2026-05-20")
        appeal.get_by_label("Основание").fill("проверено")
        appeal.get_by_role("button", name="Сохранить").click()
    expect(appeal).to_contain_text("Удовлетворена: теперь баллов: 79,5")
    expect(appeal.get_by_text("Рассмотреть жалобу")).to_have_count(0)
    row = page.get_by_role("region", name="Баллы", exact=True).get_by_role("row", name=re.compile("Оказание услуг"))
    expect(row.locator("del")).to_have_text("77,25")
    expect(row).to_contain_text("79,50")
    told = [(action, target) for action, target, _ in trail(home)][:3]
    assert told == [("appeal.accepted", "1"), ("appeal.under_consideration", "1"), ("appeal.file", "1")]


def test_a_step_that_cannot_be_taken_says_why_and_keeps_what_was_typed(open_page, home, served):
    page = open_page(FINANCE, language="kk", script=False, at=served)
    page.get_by_text("Шағым енгізу").click()
    form = page.locator("form.review-form").last
    form.get_by_label("Көрсеткіш").select_option("openness")
    form.get_by_label("Күні").fill("2019-01-01")
    form.get_by_label("Негізі").fill("себеп")
    form.get_by_label("Аты-жөніңіз").fill("Гүлнар")
    form.get_by_role("button", name="Сақтау").click()
    expect(page.get_by_role("alert")).to_contain_text("2019-01-01")
    form = page.locator("form.review-form").last
    expect(form.get_by_label("Негізі")).to_have_value("себеп")
    expect(form.get_by_label("Көрсеткіш")).to_have_value("openness")
    assert not any(action.startswith("appeal") for action, _, _ in trail(home))


def send(client, path, **form):
    return client.post(path, content=urlencode(form), headers={"content-type": "application/x-www-form-urlencoded"})


def test_readers_see_the_sheet_and_may_change_nothing(home):
    registry = Registry(home, today=lambda: date(2026, 6, 30))
    registry.evaluations.file_appeal(
        "2025-finance-ministry", "services", day=date(2026, 5, 12), reason="себеп", actor=LOCAL.signing("Құпия")
    )
    registry.close()
    filing = {"item": "openness", "day": "2026-05-12", "reason": "r", "author": "a"}
    with TestClient(build_application(Settings(home=home.folder)), base_url="http://anyq.invalid") as client:
        page = client.get(FINANCE)
        assert "себеп" in page.text
        assert "Құпия" not in page.text
        assert "<textarea" not in page.text
        assert send(client, f"{FINANCE}/appeals", **filing).status_code == 401
        assert send(client, f"{FINANCE}/appeals/1", state="rejected", **filing).status_code == 401
        for path in (f"{PAGE}/2025-nobody", f"{PAGE}/methods/lost", f"{PAGE}/methods/three-blocks?since=lost"):
            assert client.get(path).status_code == 404, path
        assert client.get(f"{PAGE}?year=1").status_code == 422


def test_an_operator_is_too_low(home):
    key = make_key(home, Role.OPERATOR)
    with TestClient(
        build_application(Settings(home=home.folder)), base_url="http://127.0.0.1:8000", follow_redirects=False
    ) as client:
        assert send(client, "/sign-in", key=key, back=FINANCE).status_code == 303
        page = client.get(FINANCE)
        token = re.search(r'name="form_token" value="([0-9a-f]+)"', page.text)
        sent = send(
            client, f"{FINANCE}/appeals", item="openness", day="2026-05-12", reason="r",
            form_token=token[1] if token else "",
        )  # fmt: skip
        assert sent.status_code == 403


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(
    "path", [PAGE, f"{PAGE}/methods/three-blocks", f"{PAGE}/methods/ulgi-2025?since=three-blocks", FINANCE, EARLIER]
)
def test_the_pages_can_be_read_by_all(open_page, served, path, language):
    page = open_page(path, language=language, at=served)
    for details in page.locator("details").all():
        details.evaluate("one => { one.open = true }")
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.locator("h1").count() == 1
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
