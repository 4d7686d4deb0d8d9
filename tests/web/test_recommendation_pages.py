"""The page of recommendations, in a real browser and without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.model.access import LOCAL, Role
from kb.model.recommendation import RecommendationFilter, RecommendationState
from kb.pipeline import Registry
from tests.practice_base import REPORT_NAME, practised, practised_folder
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES
from tests.web.staff import make_key, trail

__all__ = ["practised", "practised_folder"]
PAGE = "/monitoring/recommendations"


@pytest.fixture
def base(practised):
    base = Registry(practised)
    base.practice.recommendations.add_report(REPORT_NAME, actor=LOCAL)
    yield base
    base.close()


@pytest.fixture
def served(practised, base):
    with serve(build_application(Settings(home=practised.folder))) as address:
        yield address


@pytest.fixture
def elsewhere(practised, base):
    application = build_application(Settings(home=practised.folder))
    with TestClient(application, base_url="http://anyq.invalid", follow_redirects=False) as opened:
        yield opened


def items(base, **wanted):
    return base.practice.recommendations.listed(RecommendationFilter(**wanted)).items


def test_staff_accept_and_finish_a_recommendation_of_a_report(open_page, practised, base, served):
    one = items(base)[0]
    page = open_page(PAGE, language="ru", script=False, at=served)
    row = page.locator(f"#recommendation-{one.id}")
    expect(row).to_contain_text(one.recommendation.words)
    row.get_by_text("Изменить").click()
    row.get_by_label("Ответственный орган").fill("Әділет министрлігі")
    row.get_by_label("Срок").fill("2031-03-01")
    row.get_by_role("button", name="Принять").click()
    expect(row).to_contain_text("принята")
    expect(row).to_contain_text("01.03.2031")
    row.get_by_text("Изменить").click()
    row.get_by_role("button", name="Выполнена").click()
    expect(row).to_contain_text("выполнена")
    assert items(base, state=RecommendationState.DONE)[0].owner == "Әділет министрлігі"
    told = [action for action, target, _ in trail(practised) if target == one.id]
    assert told == ["recommendation.done", "recommendation.accepted", "recommendation.add"]


def test_what_is_missing_is_told_and_nothing_changes(open_page, base, served):
    one = items(base)[0]
    page = open_page(PAGE, language="ru", script=False, at=served)
    row = page.locator(f"#recommendation-{one.id}")
    row.get_by_text("Изменить").click()
    row.get_by_role("button", name="Отклонить").click()
    expect(page.get_by_role("alert")).to_contain_text("a note is needed")
    assert items(base)[0] == one


def test_the_source_of_a_recommendation_is_one_click_away(open_page, base, served):
    one = items(base)[0]
    page = open_page(PAGE, language="kk", at=served)
    page.locator(f"#recommendation-{one.id}").get_by_role("link").last.click()
    expect(page.locator("#mark")).to_contain_text(one.recommendation.words)


def test_staff_enter_one_by_the_form(open_page, base, served):
    page = open_page(PAGE, language="ru", script=False, at=served)
    page.get_by_text("Внести рекомендацию").click()
    form = page.locator("details.review-edit form")
    form.get_by_label("Рекомендация", exact=True).fill("Повысить <b>скорость</b>")
    form.get_by_label("Документ").fill(REPORT_NAME)
    form.get_by_label("Строка").fill("1")
    form.get_by_role("button", name="Сохранить").click()
    expect(page.locator("tbody tr").first).to_contain_text("Повысить <b>скорость</b>")
    assert len(items(base)) == 7


def test_readers_see_the_list_and_no_form(elsewhere, practised, base):
    one = items(base)[0]
    page = elsewhere.get(PAGE, params={"state": "proposed"})
    assert one.recommendation.words in page.text
    assert '<form class="review-form' not in page.text
    assert "local" not in page.text
    sent = {"state": "rejected", "note": "себебі"}
    assert elsewhere.post(f"{PAGE}/{one.id}/steps", data=sent).status_code == 401
    elsewhere.post("/sign-in", data={"key": make_key(practised, Role.OPERATOR)})
    token = base.access.session(elsewhere.cookies["anyq_session"]).form_token
    assert elsewhere.post(f"{PAGE}/{one.id}/steps", data={**sent, "form_token": token}).status_code == 403
    assert items(base)[0].state is RecommendationState.PROPOSED


def test_filters_and_wrong_addresses(elsewhere, base):
    assert "сай ұсыным жоқ" in elsewhere.get(PAGE, params={"state": "overdue"}).text
    assert items(base)[0].id in elsewhere.get(PAGE, params={"state": "<b>"}).text
    assert elsewhere.get(PAGE, params={"cursor": "ffffffff"}).status_code == 400
    assert elsewhere.get(PAGE, params={"service": "а" * 301}).status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_read_and_used_by_all(open_page, base, served, language):
    page = open_page(PAGE, language=language, width=360, at=served)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1
