"""Marks below an answer and the list that staff work off, in a real browser and without script."""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.model import Language
from kb.model.access import LOCAL, Role
from kb.model.feedback import GapClass, GapState, Mark, MarkFilter, MarkKind
from tests.web.built_base import base, elsewhere, served
from tests.web.page_list import LANGUAGES
from tests.web.staff import make_key, trail

__all__ = ["base", "elsewhere", "served"]

ASKED = "Ерлан Серікұлы, 900101300123: мерзімі қанша <b>?"


def kept(base):
    return base.feedback.listed(MarkFilter()).items


def note(base, kind=MarkKind.NO_ANSWER, **rest):
    given = {"page": "/search", "language": Language.KK, "question": ASKED, **rest}
    return base.feedback.note(Mark(kind=kind, **given))


def answered_question(base):
    """A question that this base answers."""
    for service in base.all_services():
        for words in (f"{service.name_kk} мерзімі қанша?", f"{service.name_ru}: какой срок?"):
            if len(words) < 900 and (answer := base.ask(words)).values:
                return words, answer
    raise AssertionError("the samples answer no question about a term")


@pytest.mark.parametrize(("button", "kind"), [("Помог", "helpful"), ("Ответ неверный", "wrong_answer")])
def test_an_answer_is_marked_in_one_click_and_the_reader_is_thanked(open_page, base, served, button, kind):
    words, answer = answered_question(base)
    page = open_page(f"/search?q={quote(words)}", language="ru", script=False, at=served)
    page.get_by_role("button", name=button, exact=True).click()
    expect(page.get_by_role("status")).to_have_text("Спасибо, отметка сохранена.")
    expect(page.get_by_role("button", name=button, exact=True)).to_have_count(0)
    (mark,) = kept(base)
    assert (mark.mark.kind, mark.mark.service, mark.mark.page) == (kind, answer.service.id, "/search")
    base.queries.flush()
    counts = base.queries.counts()
    assert counts["searches"] == 1, "the way back is no search of its own"
    assert len(list(base.queries.questions())) == 1


def test_without_an_answer_only_that_can_be_said_and_by_the_keyboard(open_page, base, served):
    page = open_page(f"/search?q={quote('батпырауық ' + ASKED)}", language="en", script=False, at=served)
    expect(page.get_by_role("button", name="It is wrong")).to_have_count(0)
    page.get_by_role("button", name="No answer").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Thank you, your mark was kept.")
    (mark,) = kept(base)
    assert "Серікұлы" not in mark.mark.question
    assert "900101300123" not in mark.mark.question


def test_staff_say_what_is_missing_in_the_same_step(open_page, base, served):
    page = open_page(f"/search?q={quote(ASKED)}", language="ru", script=False, at=served)
    page.get_by_label("Чего не хватает").select_option("synonym")
    page.get_by_role("button", name="Ответа нет").click()
    (mark,) = kept(base)
    assert (mark.mark.gap, mark.changed_by) == (GapClass.SYNONYM, "local")


def test_readers_elsewhere_mark_and_are_offered_no_class(elsewhere, base):
    page = elsewhere.get("/search", params={"q": ASKED})
    assert "mark-class" not in page.text
    sent = {"kind": "no_answer", "question": ASKED, "language": "kk"}
    answer = elsewhere.post("/feedback", data=sent)
    assert answer.status_code == 303
    assert len(kept(base)) == 1
    foreign = elsewhere.post("/feedback", data=sent, headers={"origin": "https://other.invalid"})
    assert foreign.status_code == 403
    assert elsewhere.post("/feedback", data={**sent, "class": "card"}).status_code == 422
    assert elsewhere.post("/feedback", data={**sent, "kind": "praise"}).status_code == 422
    assert len(kept(base)) == 1


def test_a_form_of_another_session_marks_nothing(built, elsewhere, base):
    key = make_key(built, Role.OPERATOR)
    elsewhere.post("/sign-in", data={"key": key})
    sent = {"kind": "no_answer", "question": "ұя", "language": "kk"}
    assert elsewhere.post("/feedback", data={**sent, "form_token": "0" * 64}).status_code == 403
    assert kept(base) == ()


def test_too_many_marks_are_told_on_a_page(elsewhere):
    sent = {"kind": "no_answer", "question": "ұя", "language": "kk"}
    elsewhere.cookies.set("anyq_lang", "ru")
    answers = [elsewhere.post("/feedback", data=sent) for _ in range(11)]
    assert [one.status_code for one in answers] == [303] * 10 + [429]
    assert "Подождите минуту" in answers[-1].text
    assert answers[-1].headers["retry-after"]


def test_staff_sort_settle_and_find_marks_again(open_page, built, base, served):
    name = note(base, service=next(base.all_services()).id, words="анықтама <i>сұрады</i>")
    page = open_page("/gaps", language="ru", script=False, at=served)
    row = page.locator(f"#mark-{name}")
    expect(row).to_contain_text("анықтама <i>сұрады</i>")
    expect(row).not_to_contain_text("900101300123")
    row.get_by_label("Чего не хватает").select_option("synonym")
    row.get_by_role("button", name="Сохранить").click()
    expect(row.get_by_label("Чего не хватает")).to_have_value("synonym")
    row.get_by_role("link", name="Добавить слово в словарь").click()
    expect(page.locator("#words-new")).to_have_value(kept(base)[0].mark.question)
    page.go_back()
    row.get_by_role("button", name="Закрыть").click()
    expect(page.locator(".empty")).to_have_text("Таких отметок нет.")
    page.get_by_label("Состояние").select_option("done")
    page.get_by_role("button", name="Показать").click()
    expect(row.get_by_role("button", name="Открыть снова")).to_be_visible()
    assert [action for action, target, _ in trail(built) if target == name] == ["feedback.settle", "feedback.sort"]


def test_praise_stands_in_no_work_list(open_page, base, served):
    note(base, MarkKind.HELPFUL)
    page = open_page("/gaps?state=any", language="en", script=False, at=served)
    expect(page.locator(".empty")).to_have_text("There are no such marks.")


def test_the_list_is_closed_to_readers(elsewhere, base):
    name = note(base)
    page = elsewhere.get("/gaps")
    assert page.status_code == 200
    assert name not in page.text
    assert elsewhere.post(f"/gaps/{name}/state", data={"state": "done"}).status_code == 401


def test_wrong_forms_are_told(base, built):
    name = note(base)
    with TestClient(build_application(Settings(home=built.folder)), base_url="http://127.0.0.1:8000") as client:
        assert client.post(f"/gaps/{name}/class", data={"class": "weather"}).status_code == 422
        assert client.post(f"/gaps/{'0' * 16}/class", data={"class": "card"}).status_code == 404
        assert client.get("/gaps", params={"state": "<b>", "class": "?", "kind": "!", "cursor": "x"}).status_code == 400
    assert kept(base)[0].state is GapState.OPEN


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["/gaps?state=any", "/privacy", f"/search?q={quote(ASKED)}"])
def test_the_pages_can_be_read_and_used_by_all(open_page, base, served, path, language):
    name = note(base, words="анықтама сұрады " * 9)
    base.feedback.sort(name, GapClass.SYNONYM, actor=LOCAL)
    note(base, MarkKind.WRONG_ANSWER)
    page = open_page(path, language=language, width=360, at=served)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    assert page.locator("h1").count() == 1


def test_the_page_on_what_is_kept_tells_the_days(built):
    for days, told in ((30, "30"), (0, "не хранятся")):
        application = build_application(Settings(home=built.folder, query_log_days=days))
        with TestClient(application, base_url="http://anyq.invalid", cookies={"anyq_lang": "ru"}) as client:
            assert told in client.get("/privacy").text
