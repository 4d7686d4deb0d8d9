"""From a question to the words of the source, by keyboard and without script."""

import re

import pytest
from playwright.sync_api import Page, expect

from tests.web.memory_texts import CARD, KK_ACT, LONG, LONG_KK
from tests.web.page_list import MARKED, SOURCE


def tab_to(page: Page, pattern: str) -> None:
    for _ in range(80):
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        if focused.count() and re.search(pattern, focused.get_attribute("href") or ""):
            return
    pytest.fail(f"80 tabs did not reach {pattern}")


@pytest.mark.parametrize("script", [True, False], ids=["script on", "script off"])
def test_keyboard_alone_leads_from_question_to_highlighted_words(open_page, script):
    page = open_page("/", script=script)
    page.locator("#q").focus()
    page.keyboard.type("ұя мерзімі")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    expect(page.locator(".answer-text")).to_have_text("5 жұмыс күні.")
    tab_to(page, "/services/nest-1")
    page.keyboard.press("Enter")
    page.wait_for_url("**/services/nest-1")
    expect(page.locator("h1")).to_contain_text("Құс ұясын тіркеу")
    tab_to(page, "/source/")
    page.keyboard.press("Enter")
    page.wait_for_url("**/source/**")
    mark = page.locator("mark#mark")
    expect(mark).to_have_text(MARKED.quote)
    expect(mark).to_be_in_viewport()


def test_every_link_of_the_card_opens_the_words_it_quotes(open_page):
    page = open_page("/services/nest-1", script=False)
    links = {link.get_attribute("href") for link in page.locator("a.clause").all()}
    cited = [one.evidence for one in (*CARD.statements, *CARD.gaps, *CARD.survey)]
    assert len(links) == len({(one.snapshot, one.start, one.end) for one in cited})
    origin = page.url.removesuffix("/services/nest-1")
    for evidence in cited:
        [href] = [link for link in links if f"{evidence.snapshot}?start={evidence.start}&end={evidence.end}#" in link]
        page.goto(origin + href)
        expect(page.locator("mark")).to_have_text(evidence.quote)


def test_source_page_tells_what_is_read(open_page):
    page = open_page(SOURCE, language="ru")
    facts = page.locator(".facts")
    expect(facts).to_contain_text("acts/uya/kaz.md")
    expect(facts).to_contain_text("Собрание приказов")
    expect(facts).to_contain_text("нормативный правовой акт")
    expect(facts).to_contain_text("20.11.2026")
    expect(facts).to_contain_text("приложение 1, абзац 2")
    expect(page.locator(".source-text")).to_have_attribute("lang", "kk")


def test_whole_text_is_reached_by_its_parts(open_page):
    page = open_page(f"/source/{LONG.digest}", script=False)
    lines: dict[int, str] = {}
    parts = 0
    while True:
        parts += 1
        for paragraph in page.locator(".source-text p").all():
            number = int((paragraph.get_attribute("id") or "")[1:])
            lines[number] = paragraph.locator(".line").inner_text()
        later = page.locator("a[rel=next]")
        if not later.count():
            break
        later.first.click()
    assert parts > 3
    assert [lines[number] for number in sorted(lines)] == LONG_KK.split("\n")


def test_words_deep_in_a_text_are_shown_with_what_stands_before_them(open_page):
    quote = "1500. Ұзақ мәтіннің жолы"
    start = LONG_KK.index(quote)
    page = open_page(f"/source/{LONG.digest}?start={start}&end={start + len(quote)}#mark")
    expect(page.locator("mark")).to_have_text(quote)
    expect(page.locator("mark")).to_be_in_viewport()
    expect(page.locator("#L1499")).to_be_attached()
    page.locator("a[rel=prev]").first.click()
    expect(page.locator("mark")).to_have_count(0)
    page.get_by_role("link", name="Белгіленген сөздерге өту").first.click()
    expect(page.locator("mark")).to_have_text(quote)


@pytest.mark.parametrize(
    "span", ["start=9999999&end=99999999", "start=5&end=2", "start=0&end=0", "from=99999999", "start=0&end=999999"]
)
def test_place_outside_the_text_still_opens_the_text(open_page, span):
    page = open_page(f"/source/{KK_ACT.digest}?{span}")
    expect(page.locator("h1")).to_have_text("Дереккөз мәтіні")
