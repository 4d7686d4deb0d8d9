"""Calls at the operator's console in a real browser: by keyboard alone, without a server, without script."""

import pytest
from playwright.sync_api import expect

from kb.model.feedback import GapClass, MarkFilter, MarkKind
from kb.pipeline import Registry
from tests.web.desk import ask, build_samples, serving, tell

TERM, FEE = "омарта паспорты неше күнде беріледі", "ал ақысы қанша?"


@pytest.fixture(scope="module")
def home(tmp_path_factory):
    return build_samples(tmp_path_factory.mktemp("desk"))


@pytest.fixture(scope="module")
def desk(home):
    with serving(home) as address:
        yield address


@pytest.fixture
def marks(home):
    """The marks that are kept, the newest first."""
    base = Registry(home)
    yield lambda: [one.mark for one in base.feedback.listed(MarkFilter()).items]
    base.close()


def spoken(page, answer):
    """Waits for an answer of the API on the page."""
    expect(page.locator("#aloud")).to_have_text(answer["read_aloud"] or answer["answer"])


def about(page):
    return page.locator("#told").get_attribute("data-service")


def test_a_whole_call_by_keyboard_alone(open_page, desk, marks):
    page = open_page("/console", language="kk", at=desk)
    page.context.grant_permissions(["clipboard-read", "clipboard-write"], origin=desk)
    tell(page, TERM)
    first = ask(page, desk, TERM)
    spoken(page, first)  # as it is typed, before Enter
    expect(page.locator(".call li")).to_have_count(0)
    page.keyboard.press("Enter")
    expect(page.locator(".call li")).to_have_text([TERM])
    assert about(page) == first["service"]["id"]

    tell(page, FEE)  # over the words before, which are selected
    page.keyboard.press("Enter")
    before = [{"q": TERM, "service": first["service"]["id"]}]
    second = ask(page, desk, FEE, before=before)
    expect(page.locator(".call li")).to_have_text([TERM, FEE])
    spoken(page, second)

    page.keyboard.press("F2")
    russian = ask(page, desk, FEE, before=before, lang="ru")
    spoken(page, russian)
    expect(page.locator("html")).to_have_attribute("lang", "ru")
    expect(page.locator("#say")).to_have_value(FEE)
    expect(page.locator("#say")).to_be_focused()
    expect(page.locator(".call li")).to_have_text([TERM, FEE])

    page.keyboard.press("Control+Enter")
    expect(page.get_by_role("status")).to_contain_text("Скопировано")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied.startswith(russian["answer"])
    if russian["service"]:
        assert f"{desk}/services/{russian['service']['id']}" in copied

    page.keyboard.press("F8")
    expect(page.get_by_role("group", name="Чего не хватает?")).to_be_focused()
    page.keyboard.press("2")
    expect(page.get_by_role("status")).to_contain_text("Отметка сохранена")
    expect(page.locator("#say")).to_be_focused()
    expect(page.locator("#say")).to_have_value(FEE)  # the digit was not typed into it
    mark = marks()[0]
    assert (mark.kind, mark.gap, mark.question) == (MarkKind.NO_ANSWER, GapClass.CARD, FEE)

    page.keyboard.press("F4")
    expect(page.locator(".call li")).to_have_count(0)
    expect(page.locator("#say")).to_have_value("")
    expect(page.locator("#say")).to_be_focused()


def test_a_wrong_answer_is_marked_without_class_by_escape_or_by_going_on(open_page, desk, marks):
    page = open_page("/console", language="ru", at=desk)
    tell(page, "сколько стоит паспорт пасеки")
    page.keyboard.press("Enter")
    expect(page.locator("#aloud")).to_be_visible()
    known = len(marks())
    page.keyboard.press("F9")
    page.keyboard.press("Escape")
    expect(page.get_by_role("status")).to_contain_text("Отметка сохранена")
    page.keyboard.press("F9")
    expect(page.locator("#classes")).to_be_visible()
    page.keyboard.press("F4")
    expect(page.locator("#told-title")).to_have_count(0)
    page.wait_for_load_state("networkidle")
    kept = marks()[: len(marks()) - known]
    assert [(one.kind, one.gap) for one in kept] == [(MarkKind.WRONG_ANSWER, None)] * 2


def test_services_are_picked_from_the_list_and_turned_through(open_page, desk):
    page = open_page("/console", language="kk", at=desk)
    tell(page, "паспорт")
    options = page.get_by_role("listbox").get_by_role("option")
    expect(options.first).to_be_visible()
    wanted = options.nth(0).get_attribute("data-id")
    page.keyboard.press("ArrowDown")
    expect(options.nth(0)).to_have_attribute("aria-selected", "true")
    expect(page.locator("#say")).to_have_attribute("aria-activedescendant", "say-option-0")
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_have_attribute("data-service", wanted)
    spoken(page, ask(page, desk, "паспорт", service=wanted))

    page.keyboard.press("F4")
    tell(page, TERM)
    page.keyboard.press("Enter")
    others = page.locator("#others a")
    expect(others).not_to_have_count(0)
    expect(others.first).to_have_attribute("aria-current", "true")
    names = others.all_inner_texts()
    chosen = about(page)
    page.keyboard.press("Alt+ArrowDown")
    expect(others.nth(1)).to_have_attribute("aria-current", "true")
    assert about(page) != chosen
    assert others.all_inner_texts() == names  # the row stays: one can go back
    expect(page.locator(".call li")).to_have_text([TERM])
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator("#told")).to_have_attribute("data-service", chosen)


def test_what_is_meant_is_told_by_a_digit(open_page, desk):
    page = open_page("/console", language="ru", at=desk)
    tell(page, "паспорт")
    page.keyboard.press("Enter")
    answer = ask(page, desk, "паспорт", lang="ru")
    assert answer["state"] == "clarify"
    choices = page.locator("#choices a")
    expect(choices).to_have_count(len(answer["choices"]))
    expect(page.locator(".console-answer")).to_have_class("console-answer clarify")
    chosen = answer["choices"][1]
    page.keyboard.press("Alt+2")
    expect(page.locator("#told")).to_have_attribute("data-service", chosen["service"])
    expect(page.locator("#say")).to_have_value(chosen["q"])
    before = [{"q": "паспорт", "service": None}] if chosen["q"] != "паспорт" else []
    spoken(page, ask(page, desk, chosen["q"], lang="ru", service=chosen["service"], before=before))

    page.keyboard.press("F4")
    tell(page, "паспорт")
    page.keyboard.press("Enter")
    expect(choices).to_have_count(len(answer["choices"]))
    page.keyboard.press("1")  # in the box a digit is a digit
    expect(page.locator("#say")).to_have_value("1")
    page.locator("#told-title").evaluate("one => { one.tabIndex = -1; one.focus(); }")
    page.wait_for_load_state("networkidle")


def test_the_last_answer_stays_while_none_comes(open_page, desk):
    page = open_page("/console", language="ru", at=desk)
    tell(page, "сколько стоит паспорт пасеки")
    page.keyboard.press("Enter")
    told = page.locator("#aloud").inner_text()
    page.route("**/console/answer", lambda route: route.abort())
    tell(page, "за сколько дней его выдают")
    expect(page.get_by_role("status")).to_contain_text("Сервер не ответил")
    assert page.locator("#aloud").inner_text() == told
    page.unroute("**/console/answer")
    page.keyboard.press("Enter")
    expect(page.locator(".call li")).to_have_count(2)
    expect(page.get_by_role("status")).not_to_contain_text("Сервер не ответил")

    page.evaluate("document.getElementById('say').maxLength = 2000")
    page.locator("#say").fill("а" * 1_001)  # the server's own words are passed on
    expect(page.get_by_role("status")).to_contain_text("вопрос до 1 000 знаков")
    expect(page.locator("#say")).to_have_value("а" * 1_001)


def test_an_older_answer_never_comes_after_a_newer_one(open_page, desk):
    page = open_page("/console", language="kk", at=desk)
    held = []

    def hold_the_first(route):
        if held:
            route.continue_()
        else:
            held.append(route)

    page.route("**/console/answer", hold_the_first)
    tell(page, "көгершінхана ақысы қанша")
    page.wait_for_timeout(400)
    assert held
    page.keyboard.press("Escape")  # back to the box, its words selected
    tell(page, TERM)
    spoken(page, ask(page, desk, TERM))
    with_error = page.locator("#told")
    held[0].abort()
    page.wait_for_timeout(200)
    expect(with_error).to_have_attribute("data-question", TERM)
    expect(page.get_by_role("status")).to_have_text("")


def test_who_types_on_loses_no_question(open_page, desk):
    page = open_page("/console", language="kk", at=desk)
    held = []

    def hold(route):
        held.append(route)
        if len(held) > 1:
            route.continue_()

    page.route("**/console/answer", hold)
    page.keyboard.insert_text(TERM)
    page.keyboard.press("Enter")
    tell(page, FEE)
    page.wait_for_timeout(400)
    held[0].continue_()
    expect(page.locator(".call li")).to_have_text([TERM])
    first = ask(page, desk, TERM)
    spoken(page, ask(page, desk, FEE, before=[{"q": TERM, "service": first["service"]["id"]}]))
    page.keyboard.press("F4")  # and who begins a call and types at once follows nothing up
    page.keyboard.insert_text(FEE)
    page.keyboard.press("Enter")
    expect(page.locator(".call li")).to_have_text([FEE])
    spoken(page, ask(page, desk, FEE))


def test_stars_and_the_shift_by_keyboard(open_page, desk):
    page = open_page("/console", language="ru", at=desk)
    tell(page, "сколько стоит паспорт пасеки")
    page.keyboard.press("Enter")
    page.locator(".star button").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#mine li")).to_have_text(["Выдача паспорта пасеки"])
    expect(page.locator(".star button")).to_contain_text("Убрать")
    cookie = {one["name"]: one for one in page.context.cookies()}["anyq_services"]
    assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
    page.locator("#mine a[data-ask]").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#told")).to_have_attribute("data-service", "99901001")
    page.get_by_role("link", name="Что изменилось с прошлой смены?").focus()
    page.keyboard.press("Enter")
    expect(page.locator("h1")).to_have_text("Что изменилось с прошлой смены")
    expect(page.get_by_label("Какие услуги")).to_have_value("mine")
    page.get_by_role("button", name="Начинаю смену").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#shift-hint")).to_contain_text("Смена начата")
    expect(page.locator(".shift-texts li")).not_to_have_count(0)  # all texts came in today
    page.get_by_label("Какие услуги").focus()
    page.keyboard.press("ArrowDown")
    page.get_by_label("С какого дня").fill("2015-01-01")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_contain_text("366")


def test_everything_works_without_script(open_page, desk, marks):
    page = open_page("/console", language="kk", script=False, at=desk)
    page.locator("#say").fill(TERM)
    page.keyboard.press("Enter")
    first = ask(page, desk, TERM)
    spoken(page, first)
    page.locator("#say").fill(FEE)
    page.get_by_role("button", name="Сұрау").click()
    before = [{"q": TERM, "service": first["service"]["id"]}]
    spoken(page, ask(page, desk, FEE, before=before))
    expect(page.locator(".call li")).to_have_text([TERM, FEE])
    expect(page.locator("#copy")).not_to_be_visible()
    page.get_by_text("Мессенджерге арналған мәтін").first.click()
    expect(page.locator("#message")).to_be_visible()
    assert page.locator("#message").input_value().startswith(ask(page, desk, FEE, before=before)["answer"])
    page.locator("#switch").click()
    spoken(page, ask(page, desk, FEE, before=before, lang="ru"))
    expect(page.locator(".call li")).to_have_text([TERM, FEE])
    page.locator("#anew").click()
    expect(page.locator(".call li")).to_have_count(0)
    page.locator("#say").fill("сколько стоит паспорт пасеки")
    page.keyboard.press("Enter")
    page.locator(".star button").click()
    expect(page.locator("#mine li")).to_have_count(1)
    expect(page.locator("#aloud")).to_be_visible()  # back at the same answer
    page.locator(".star button").click()
    expect(page.locator("#mine li")).to_have_count(0)
    known = len(marks())
    page.get_by_role("button", name="Ответа нет").click()
    expect(page.get_by_role("status")).to_have_text("Отметка сохранена.")
    expect(page.locator("#aloud")).to_be_visible()
    assert len(marks()) == known + 1
    assert marks()[0].page == "/console"
    assert (marks()[0].kind, marks()[0].question) == (MarkKind.NO_ANSWER, "сколько стоит паспорт пасеки")


def test_an_answer_leads_to_clauses_editions_acts_and_findings(open_page, desk):
    page = open_page("/console", language="ru", at=desk)
    tell(page, "сколько стоит паспорт пасеки")
    page.keyboard.press("Enter")
    expect(page.locator(".call li")).to_have_count(1)
    trust = page.locator(".trust")
    expect(trust).to_contain_text("текст проверен")
    expect(trust.get_by_role("link", name="редакция от 01.04.2016")).to_have_count(1)
    hrefs = {link.get_attribute("href") for link in page.locator(".console-answer a").all()}
    kinds = {"/source/", "/acts/", "/services/", "/findings?", "/console?"}
    assert {kind for kind in kinds if any(href.startswith(kind) for href in hrefs)} == kinds
    assert any("/difference" in href for href in hrefs)
    for href in hrefs:
        assert page.request.get(desk + href).status == 200, href
    trust.get_by_role("link", name="редакция от 01.04.2016").click()
    expect(page.locator(":target")).to_be_visible()  # the clause in that edition

    page.goto(f"{desk}/services/99901001")
    acts = page.locator(".card-acts")
    expect(acts.get_by_role("link").first).to_have_attribute("href", "/acts/zan:990001")
    for link in acts.get_by_role("link").all():
        assert page.request.get(f"{desk}{link.get_attribute('href')}").status == 200
    expect(page.get_by_role("navigation", name="Разделы").get_by_role("link", name="Оператору")).to_be_visible()
