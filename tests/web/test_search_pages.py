"""Filters, suggestions, clauses and reasons around a search, in a real browser."""

import json
from urllib.parse import quote

import pytest
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.pipeline import Registry
from tests.web.page_list import PAGES

FOUND = "/search?q=" + quote("ұя")
TYPED = "құс"
NAMES = [
    {"id": "nest-1", "name_kk": "Құс ұясын тіркеу", "name_ru": "Регистрация гнезда"},
    {"id": "kite/2", "name_kk": "<b>Ұшпа</b>", "name_ru": None},
]


def suggesting(page):
    """Suggestions made for the test; what the page asked for."""
    asked = []

    def answer(route):
        asked.append(route.request.url)
        route.fulfill(status=200, content_type="application/json", body=json.dumps({"items": NAMES}))

    page.route("**/v1/suggest**", answer)
    return asked


def test_filters_are_chosen_and_taken_back_without_script(open_page, registry):
    page = open_page(FOUND, language="ru", script=False)
    filters = page.locator(".filters")
    expect(filters.get_by_role("checkbox", name="бесплатно 2")).not_to_be_checked()
    expect(filters).not_to_contain_text("a-body-without-words")
    expect(filters).not_to_contain_text("Регион")
    filters.get_by_role("checkbox", name="бесплатно 2").check()
    filters.get_by_role("checkbox", name="почта").check()
    filters.get_by_role("button", name="Применить").click()
    assert dict(registry.narrowed[-1].services) == {"channel": ("post",), "paid": ("free",)}
    expect(page.locator("#q")).to_have_value("ұя")
    expect(page.locator(".answer")).to_have_count(0)
    page.get_by_role("link", name="Убрать: Оплата: бесплатно").click()
    assert dict(registry.narrowed[-1].services) == {"channel": ("post",)}
    page.get_by_role("link", name="Убрать все").click()
    assert dict(registry.narrowed[-1].services) == {}


def test_filters_fold_away_on_a_phone_and_stand_open_beside_results(open_page):
    page = open_page(FOUND, language="ru")
    expect(page.get_by_role("checkbox", name="бесплатно 2")).to_be_visible()
    phone = open_page(FOUND, language="ru", width=360)
    expect(phone.get_by_role("checkbox", name="бесплатно 2")).not_to_be_visible()
    phone.get_by_text("Фильтры").click()
    expect(phone.get_by_role("checkbox", name="бесплатно 2")).to_be_visible()


def test_further_results_keep_the_filters_and_a_lost_place_begins_anew(open_page, site, registry):
    page = open_page(FOUND + "&channel=post", language="ru")
    expect(page.locator(".more")).to_have_count(0)  # one service is all there is
    page.goto(f"{site}{FOUND}&channel=post&cursor=stale")
    expect(page.get_by_role("status")).to_contain_text("результаты показаны с начала")
    assert dict(registry.narrowed[-1].services) == {"channel": ("post",)}


def test_nothing_within_the_filters_leads_out_of_them(open_page):
    page = open_page(PAGES["nothing within filters"], language="ru")
    page.get_by_role("link", name="Искать без фильтров").click()
    assert "paid" not in page.url
    assert open_page(PAGES["unknown filter"], language="ru").locator(".failure").inner_text().count("фильтр") == 1


def test_suggestions_by_keyboard(open_page, site):
    page = open_page("/", language="ru")
    asked = suggesting(page)
    box = page.get_by_role("combobox")
    box.press_sequentially(TYPED)
    options = page.get_by_role("listbox", name="Услуги с похожим названием").get_by_role("option")
    expect(options).to_have_text(["Регистрация гнезда", "<b>Ұшпа</b>"])
    assert len(asked) == 1  # one question for words typed in one go
    expect(options.nth(1)).to_have_attribute("lang", "kk")
    box.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(box).to_have_attribute("aria-activedescendant", options.nth(0).get_attribute("id") or "")
    box.press("Escape")
    expect(box).to_have_attribute("aria-expanded", "false")
    expect(box).to_have_value(TYPED)
    box.press_sequentially(" ")
    box.press_sequentially("ұ")
    expect(options).to_have_count(2)
    box.press("ArrowUp")
    box.press("Enter")
    page.wait_for_url(f"{site}/services/kite/2")


def test_suggestions_by_pointer_and_a_search_that_goes_on_without_them(open_page, site):
    page = open_page("/", language="kk", width=360)
    suggesting(page)
    page.locator("#q").press_sequentially(TYPED)
    page.get_by_role("option", name="Құс ұясын тіркеу").click()
    page.wait_for_url(f"{site}/services/nest-1")
    page.goto(site)
    page.route("**/v1/suggest**", lambda route: route.abort())
    page.locator("#q").press_sequentially(TYPED)
    page.locator("#q").press("Enter")
    page.wait_for_url("**/search?**")


def test_clauses_are_searched_by_form_and_filters(open_page, registry):
    page = open_page("/clauses", language="ru", script=False)
    expect(page.locator(".empty li")).to_have_count(4)
    page.get_by_label("Слова пункта").fill("ұя мерзімі")
    page.get_by_label("Все эти слова").check()
    page.get_by_label("Акт", exact=True).fill("№ 7")
    page.get_by_role("button", name="Найти").click()
    narrowing = registry.narrowed[-1]
    assert (narrowing.every, narrowing.acts) == (True, ("№ 7", "nr:7"))
    path = page.locator(".clause-path").first
    expect(path).to_contain_text("приказ № 7 10.01.2026 › приложение 1 › абзац 2")
    expect(path.get_by_role("link").last).to_have_attribute("href", "/acts/X2600000001#annex-1/p-2")
    page.get_by_role("checkbox", name="Срок оказания 2").check()
    page.get_by_role("button", name="Применить").click()
    assert dict(registry.narrowed[-1].clauses) == {"field": ("deadline",)}
    assert registry.narrowed[-1].every
    expect(page.get_by_label("Акт", exact=True)).to_have_value("№ 7")


@pytest.mark.parametrize("language", ["ru", "kk"])
def test_pages_of_the_search_are_light_and_speak_one_language(site, open_page, language):
    page = open_page(PAGES["filtered results"], language=language)
    assert len(page.content().encode()) <= 60 * 1024
    told = page.locator(".filters").text_content()
    assert ("Фильтры" in told, "Сүзгілер" in told) == (language == "ru", language == "kk")


def test_only_pages_with_the_box_may_load_their_script(built):
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as client:
        assert "script-src 'self'" in client.get("/").headers["content-security-policy"]
        assert "script-src" not in client.get("/services").headers["content-security-policy"]


def test_everyday_words_and_slips_lead_to_suggestions(built):
    registry = Registry(built)
    name = next(one.name_ru for one in registry.all_services() if one.name_ru)
    registry.close()
    keys = str.maketrans("йцукенгшщзфывапролджэячсмитьбюхъё", "qwertyuiopasdfghjkl;'zxcvbnm,.[]`")
    word = max(name.lower().split(), key=len)
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as client:
        plain = client.get("/v1/suggest", params={"q": word}).json()["items"]
        swapped = client.get("/v1/suggest", params={"q": word.translate(keys)}).json()["items"]
        assert plain
        assert swapped == plain
        assert client.get("/v1/suggest", params={"q": "щщщщщ"}).json()["items"] == []


def test_staff_see_why_and_nobody_else(built):
    registry = Registry(built)
    service = next(registry.all_services())
    registry.close()
    name = service.name_ru or service.name_kk
    address = f"/queries/why?service={quote(service.id)}&q={quote(name)}&lang=ru"
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as client:
        found = client.get("/search", params={"q": name, "lang": "ru"}).text
        assert "/queries/why?" in found
        shown = client.get(address).text
        assert "<td>так написано</td><td>название</td>" in shown
        assert client.get("/queries/why?service=no-such-service&q=a").status_code == 404
    closed = TestClient(build_application(Settings(home=built.folder, host="0.0.0.0")))  # noqa: S104
    assert "why-table" not in closed.get(address).text
    assert "/queries/why?" not in closed.get("/search", params={"q": name}).text
