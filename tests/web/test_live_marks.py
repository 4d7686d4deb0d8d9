"""Five buttons below a service and below an answer, in a real browser, without script."""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.model.live import LiveSubject
from kb.monitoring import Group
from kb.pipeline.today import today_in_kazakhstan
from tests.web.built_base import base, elsewhere, served
from tests.web.test_mark_pages import answered_question

__all__ = ["base", "elsewhere", "served"]


def questions(base):
    wave = f"live-{today_in_kazakhstan().year}"
    return base.monitoring.questions(wave), base.monitoring.rating(wave).rows


TOLD = {
    "kk": ("5 – өте жақсы", "Рақмет, баға есепке алынды.", "бүгін баға берілген"),
    "ru": ("5 – отлично", "Спасибо, оценка учтена.", "сегодня уже оценена"),
}


@pytest.mark.parametrize("language", TOLD)
@pytest.mark.parametrize("script", [False, True])
def test_a_service_is_marked_in_one_click(open_page, base, served, language, script):
    button, kept, again = TOLD[language]
    service = next(base.all_services())
    page = open_page(f"/services/{quote(service.id)}", language=language, script=script, at=served)
    page.get_by_role("button", name=button).click()
    expect(page.locator("#live-mark").get_by_role("status")).to_have_text(kept)
    asked, (row,) = questions(base)
    assert asked == {"satisfaction": 1}
    assert (row.key, str(row.mean)) == (service.id, "5.00")
    page.goto(f"{served}/services/{quote(service.id)}")
    page.get_by_role("button", name=button).click()
    expect(page.locator("#live-mark").get_by_role("status")).to_contain_text(again)


def test_the_channel_and_words_may_be_told(open_page, base, served):
    service = next(base.all_services())
    page = open_page(f"/services/{quote(service.id)}", language="ru", script=False, at=served)
    page.get_by_text("Указать, где получали услугу").click()
    page.get_by_label("Где вы получали услугу?").select_option("post")
    page.get_by_label("Ваш отзыв").fill("Ерлан Серікұлы: <b>долго</b>")
    page.get_by_role("button", name="2 – плохо").click()
    expect(page.locator("#live-mark").get_by_role("status")).to_be_visible()
    (comment,) = base.practice.live.comments()
    assert (comment.mark.channel, comment.mark.mark, comment.mark.subject) == ("post", 2, LiveSubject.SERVICE)
    assert "<b>долго</b>" in comment.mark.words
    assert "Серікұлы" not in comment.mark.words


def test_an_answer_is_marked_and_the_reader_comes_back_to_it(open_page, base, served):
    words, answer = answered_question(base)
    page = open_page(f"/search?q={quote(words)}", language="ru", script=False, at=served)
    page.locator("#live-mark").get_by_role("button", name="4 – хорошо").click()
    expect(page.locator("#live-mark").get_by_role("status")).to_have_text("Спасибо, оценка учтена.")
    expect(page.locator("#q")).to_have_value(words)
    wave = f"live-{today_in_kazakhstan().year}"
    assert base.monitoring.questions(wave) == {"consultation": 1}
    assert base.monitoring.keys(wave, Group.SERVICE) == (answer.service.id,)


def test_wrong_and_foreign_forms_count_nothing(elsewhere, base):
    service = next(base.all_services()).id
    sent = {"subject": "service", "service": service, "mark": "5", "language": "kk"}
    for wrong in ({"mark": "6"}, {"mark": "best"}, {"subject": "weather"}, {"service": "x-0"}, {"channel": "pigeon"}):
        assert elsewhere.post("/live-marks", data={**sent, **wrong}).status_code == 422
    assert elsewhere.post("/live-marks", data=sent, headers={"origin": "https://other.invalid"}).status_code == 403
    with base._store.read() as held:
        assert held.live_years() == {}
    answer = elsewhere.post("/live-marks", data={**sent, "service": service})
    assert answer.status_code == 303
    assert answer.headers["location"].endswith("rated=kept#live-mark")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_buttons_can_be_used_by_all(open_page, base, served, language):
    service = next(base.all_services())
    page = open_page(f"/services/{quote(service.id)}", language=language, width=360, at=served)
    page.locator("#live-mark summary").click()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize(
    ("language", "told"), [("kk", "күніне бір баға"), ("ru", "одна оценка"), ("en", "one mark a day")]
)
def test_the_page_on_what_is_kept_tells_of_marks(elsewhere, language, told):
    elsewhere.cookies.set("anyq_lang", language)
    assert told in elsewhere.get("/privacy").text
