"""People decide on doubtful readings, in a real browser and without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from tests.review_base import doubtful, doubtful_folder
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

__all__ = ["doubtful", "doubtful_folder"]

FORM = {"verdict": "reject", "reason": "оқыдым", "author": "Гүлнар"}


@pytest.fixture
def served(doubtful):
    with serve(build_application(Settings(home=doubtful.folder))) as address:
        yield address


@pytest.fixture
def client(doubtful):
    with TestClient(build_application(Settings(home=doubtful.folder)), base_url="http://127.0.0.1:8000") as opened:
        yield opened


def test_a_person_corrects_one_value_and_rejects_the_next(open_page, served):
    page = open_page("/reviews", language="ru", script=False, at=served)
    expect(page.locator(".review-list > li")).to_have_count(2)
    page.locator(".review-list a").first.click()
    expect(page.locator("mark")).to_contain_text("2 (үш)")
    page.locator(".review-edit summary").click()
    page.get_by_label("Размер").fill("2,5")
    edit = page.locator(".review-edit form")
    edit.get_by_label("Причина").fill("в русском тексте 2")
    edit.get_by_label("Ваше имя").fill("Гүлнар <b>")
    edit.get_by_role("button").click()
    # the next one that waits comes by itself, with the name filled in
    expect(page.locator("mark")).to_contain_text("10 (он) күн")
    verdict = page.locator(".review-form").first
    expect(verdict.get_by_label("Ваше имя")).to_have_value("Гүлнар <b>")
    verdict.get_by_label("Причина").fill("срок в рабочих днях")
    page.get_by_role("button", name="Неверно, не показывать").click()
    expect(page.locator(".review-list .badge.state")).to_have_text(["исправлено", "отклонено"])
    page.locator(".review-list a").first.click()
    expect(page.locator(".decisions")).to_contain_text("Гүлнар <b>")
    page.locator(".review-reading a[href^='/services/']").first.click()
    decisions = page.locator("#decisions")
    expect(decisions).to_contain_text("2,5 МРП")
    expect(decisions.locator("del").last).to_contain_text("10 дней")
    expect(decisions).to_contain_text("срок в рабочих днях")


def test_enter_in_a_field_decides_nothing(open_page, served):
    page = open_page("/reviews", at=served)
    page.locator(".review-list a").first.click()
    page.locator("#reason").fill("оқыдым")
    page.locator("#author").fill("Гүлнар")
    address = page.url
    page.locator("#author").press("Enter")
    page.reload()
    assert page.url == address
    expect(page.locator(".decisions")).to_have_count(0)


def test_the_next_item_is_one_key_away(open_page, served):
    page = open_page("/reviews", at=served)
    page.locator(".review-list a").first.click()
    address = page.url
    # a browser without a window takes no access keys: what the key is on is pressed instead
    page.locator("a[accesskey=n]").press("Enter")
    expect(page.locator("mark")).to_contain_text("10 (он) күн")
    assert page.url != address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_can_be_read_and_used_by_all(open_page, served, language):
    for path in ("/reviews", None):
        page = open_page("/reviews", language=language, width=360, at=served)
        if path is None:
            page.locator(".review-list a").first.click()
            page.locator(".review-edit summary").click()
        results = Axe().run(page)
        assert results.violations_count == 0, results.generate_report()
        assert page.evaluate("document.documentElement.scrollWidth") <= 360
        assert page.locator("h1").count() == 1


def test_forms_of_other_sites_and_of_strangers_are_refused(doubtful, client):
    item = client.get("/v1/reviews").json()["items"][0]["id"]
    for headers, status in (
        ({"origin": "http://other.invalid"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "anyq.invalid"}, 401),
    ):
        answer = client.post(f"/reviews/{item}", data=FORM, headers=headers)
        assert (answer.status_code, "<h1>" in answer.text) == (status, True)
    assert client.get("/v1/reviews?state=rejected").json()["items"] == []
    closed = TestClient(build_application(Settings(home=doubtful.folder, host="0.0.0.0")))  # noqa: S104
    assert closed.post(f"/reviews/{item}", data=FORM).status_code == 401
    assert 'method="post"' not in closed.get(f"/reviews/{item}").text


def test_rejected_values_are_shown_to_those_who_decide_only(doubtful, client):
    item = client.get("/v1/reviews").json()["items"][0]
    path = f"/services/{item['services'][0]}"
    assert client.post(f"/reviews/{item['id']}", data=FORM, follow_redirects=False).status_code == 303
    assert "оқыдым" in client.get(path).text
    stranger = TestClient(build_application(Settings(home=doubtful.folder, host="0.0.0.0")))  # noqa: S104
    assert "оқыдым" not in stranger.get(path).text


@pytest.mark.parametrize(
    "change",
    [
        {"reason": ""},
        {"author": " "},
        {"verdict": "maybe"},
        {"verdict": "edit", "value.amount": "көп"},
        {"verdict": ""},
    ],
)
def test_a_form_that_cannot_be_taken_comes_back_with_what_was_typed(client, change):
    item = client.get("/v1/reviews").json()["items"][0]["id"]
    form = {**FORM, "reason": "<i>менің</i> себебім", "value.kind": "mrp"} | change
    answer = client.post(f"/reviews/{item}", data=form)
    assert answer.status_code == 422
    assert 'role="alert"' in answer.text
    if form["reason"]:
        assert "&lt;i&gt;менің&lt;/i&gt; себебім" in answer.text
    assert client.get(f"/v1/reviews/{item}").json()["decisions"] == []


def test_a_form_sent_during_a_build_is_not_lost(doubtful, client, monkeypatch):
    monkeypatch.setattr("kb.pipeline.reviews.PATIENCE_S", 0.0)
    item = client.get("/v1/reviews").json()["items"][0]["id"]
    with doubtful.hold():
        answer = client.post(f"/reviews/{item}", data=FORM)
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert "оқыдым" in answer.text


def test_a_form_that_is_too_long_is_told_so(client):
    item = client.get("/v1/reviews").json()["items"][0]["id"]
    answer = client.post(f"/reviews/{item}?lang=en", data=FORM | {"reason": "ж" * 30_000})
    assert answer.status_code == 413
    assert "Too much was sent" in answer.text
    assert client.get(f"/v1/reviews/{item}").json()["decisions"] == []
