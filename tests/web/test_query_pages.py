"""Staff turn what people did not find into words of the vocabulary, in a real browser and without script."""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.model.access import Role
from kb.pipeline import Registry
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES
from tests.web.staff import make_key

LOST = "оқубақ <b>"
FORM = {"words": "оқубақ", "term": "мектеп", "author": "Гүлнар"}


def note(home, *texts):
    """Lets people search for something; the ids of the searches."""
    registry = Registry(home)
    noted = [registry.queries.note(registry.search(text), page="/search") for text in texts]
    registry.close()
    return noted


@pytest.fixture
def served(built):
    with serve(build_application(Settings(home=built.folder))) as address:
        yield address


@pytest.fixture
def client(built):
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as opened:
        yield opened


def first_name(home):
    registry = Registry(home)
    service = next(registry.all_services())
    registry.close()
    return service.name_ru or service.name_kk, service.id


def test_a_word_that_nobody_found_leads_to_a_term_in_one_step_and_back(open_page, built, served):
    note(built, LOST, LOST)
    page = open_page("/queries?without=all", language="ru", script=False, at=served)
    row = page.locator(".query-table tbody tr")
    expect(row.locator("td").first).to_have_text("2")
    row.locator("summary").click()
    expect(row.get_by_label("Слово, как говорят люди")).to_have_value(LOST)
    row.get_by_label("Слово, как говорят люди").fill("оқубақ")
    row.get_by_label("Термин словаря").fill("мектеп – школа")
    row.get_by_label("Ваше имя").fill("Гүлнар <i>")
    row.get_by_role("button").click()
    added = page.locator("#synonyms .curated li")
    expect(added).to_contain_text("оқубақ → мектеп – школа")
    expect(added).to_contain_text("Гүлнар <i>")
    expect(page.locator("#author-new")).to_have_value("Гүлнар <i>")  # the name is kept for the next one
    added.get_by_role("button", name="Вернуть назад").click()
    expect(page.locator("#synonyms .curated li")).to_have_count(0)


def test_a_wrong_term_comes_back_with_what_was_typed(open_page, built, served):
    (search,) = note(built, LOST)
    page = open_page("/queries?without=all", language="en", script=False, at=served)
    page.locator("summary").click()
    page.locator(f"#term-{search}").fill("<u>nothing")
    page.locator(f"#words-{search}").fill("оқубақ")
    page.locator(f"#author-{search}").fill("Ерлан")
    page.locator(f"#words-{search}").press("Enter")
    expect(page.get_by_role("alert")).to_contain_text("no term '<u>nothing'")
    expect(page.locator(f"#term-{search}")).to_have_value("<u>nothing")
    expect(page.locator(f"#term-{search}")).to_be_visible()
    expect(page.locator("#words-new")).to_have_value("")


def test_a_best_bet_and_one_whose_service_the_base_has_lost(open_page, built, served):
    _, service = first_name(built)
    page = open_page("/queries", language="en", script=False, at=served)
    page.get_by_label("Search words").fill("құс үйі")
    page.get_by_label("Number of the service").fill(service)
    page.locator("#bet-author").fill("Ерлан")
    page.locator("#best-bets form").last.get_by_role("button").click()
    bet = page.locator("#best-bets .curated li")
    expect(bet.locator("a")).to_have_attribute("href", f"/services/{quote(service)}")
    store = built.store()
    with store.write() as base:
        base.save_services([])
    store.close()
    page.reload()
    expect(bet).to_contain_text("the base has lost this service")
    expect(bet.locator("code")).to_have_text(service)


def test_what_is_opened_from_the_results_is_told_without_script(open_page, built, served):
    name, _ = first_name(built)
    page = open_page(f"/search?q={name}", script=False, at=served)
    with page.expect_request("**/clicks?**") as told:
        page.locator(".results a").first.click()
    assert told.value.method == "POST"
    answer = told.value.response()
    assert answer is None or answer.status == 202  # browsers need not wait for it
    page.wait_for_url("**/services/**")
    registry = Registry(built)
    for _ in range(100):
        counts = registry.queries.counts()
        if counts["clicks"]:
            break
        page.wait_for_timeout(50)
    ((_, clicks),) = registry.queries.searches()
    registry.close()
    assert [(one.kind.value, one.place) for one in clicks] == [("service", 1)]
    assert clicks[0].target


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_can_be_read_and_used_by_all(open_page, built, served, language):
    name, service = first_name(built)
    note(built, LOST, name)
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as client:
        client.post("/queries/synonyms", data=FORM)
        client.post("/queries/best-bets", data={"phrase": "құс үйі", "service": service, "author": "Ерлан"})
    page = open_page("/queries?without=all", language=language, width=360, at=served)
    for summary in page.locator("summary").all():
        summary.click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1


def test_nobody_else_sees_the_log(built, open_page):
    note(built, LOST)
    closed = TestClient(build_application(Settings(home=built.folder, host="0.0.0.0")))  # noqa: S104
    shown = closed.get("/queries?without=all&lang=en")
    assert (shown.status_code, "оқубақ" in shown.text, "Search words are kept for 90 days" in shown.text) == (
        200, False, True,
    )  # fmt: skip
    assert closed.post("/queries/synonyms", data=FORM).status_code == 401
    key = make_key(built, Role.OPERATOR)
    with serve(build_application(Settings(home=built.folder))) as address:
        page = open_page("/queries?without=all", language="ru", script=False, at=address)
        expect(page.locator(".query-table")).to_have_count(0)
        page.get_by_label("Ключ").fill(key)
        page.get_by_role("button", name="Войти").click()
        expect(page.locator(".query-table tbody tr")).to_have_count(1)
        page.locator("#words-new").fill("оқуүй")
        page.locator("#term-new").fill("мектеп – школа")
        page.locator("#synonyms > form").get_by_role("button").click()
        added = page.locator("#synonyms .curated li")
        expect(added).to_contain_text("Гүлнар")
        added.get_by_role("button").click()
        expect(added).to_have_count(0)


def test_forms_of_other_sites_are_refused(client):
    for headers, status in (
        ({"origin": "http://other.invalid"}, 403),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"host": "anyq.invalid"}, 401),
    ):
        for path in ("synonyms", "best-bets", "synonyms/1/withdraw", "best-bets/1/withdraw"):
            assert client.post(f"/queries/{path}", data=FORM, headers=headers).status_code == status
    assert client.get("/v1/synonyms").json()["items"] == []


def test_a_form_sent_while_the_base_is_built_is_not_lost(built, client, monkeypatch):
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 50)
    elsewhere = built.store()
    with elsewhere.write():
        answer = client.post("/queries/synonyms", data=FORM)
    elsewhere.close()
    assert (answer.status_code, answer.headers["retry-after"]) == (503, "60")
    assert 'value="оқубақ"' in answer.text


def test_a_page_of_results_tells_what_is_kept(built, client):
    assert "хранятся 90 дней" in client.get("/search?q=куәлік&lang=ru").text
    none = TestClient(build_application(Settings(home=built.folder, query_log_days=0)))
    shown = none.get("/search?q=куәлік&lang=ru").text
    assert "не хранятся" in shown
    assert "ping=" not in shown


def test_further_results_belong_to_the_search_they_were_opened_from(client):
    shown = client.get("/search", params={"q": "куәлік беру қызмет мерзімі", "lang": "kk"}).text
    search = shown.partition("/v1/searches/")[2][:16]
    further = shown.partition('<p class="more"><a href="')[2].partition('"')[0].replace("&amp;", "&")
    assert f"search={search}" in further
    assert "before=10" in further
    page = client.get(further).text
    assert f"/v1/searches/{search}/clicks" in page
    assert "place=11&" in page
    for wrong in ("search=x", "before=-1"):
        assert client.get(f"/search?q=куәлік&{wrong}").status_code == 422
