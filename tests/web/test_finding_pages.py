"""Findings in a real browser, without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.app import Settings, build_application
from tests.many_findings import many, many_folder
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

__all__ = ["many", "many_folder"]


@pytest.fixture(scope="module")
def read_only(many_folder):
    with serve(build_application(Settings(home=many_folder, local_staff=False))) as address:
        yield address


@pytest.fixture
def served(many):
    with serve(build_application(Settings(home=many.folder))) as address:
        yield address


def open_planted(open_page, at, **more):
    """The finding between the Kazakh and the Russian term, reached from the list."""
    page = open_page("/findings?class=language_parity", script=False, at=at, **more)
    page.locator(".finding-list > li", has_text="12").locator("h3 a").first.click()
    return page


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_can_be_read_by_all_and_fit_every_screen(open_page, served, language):
    for path in ("/findings", None, "/findings/report"):
        page = open_page(path or "/findings", language=language, at=served)
        if path is None:
            page.locator(".finding-list h3 a").first.click()
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            results = Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").count() == 1


def test_the_list_counts_and_is_narrowed_by_its_form(open_page, read_only):
    page = open_page("/findings", language="ru", script=False, at=read_only)
    found = page.locator(".finding-list > li").count()
    expect(page.locator("#filter-verdict option:checked")).to_have_text(f"не рассмотрено ({found})")
    for name in ("class", "body", "service", "severity"):
        option = page.locator(f"#filter-{name} option").nth(1)
        number = int(option.inner_text().rsplit("(", 1)[1].rstrip(")"))
        page.locator(f"#filter-{name}").select_option(str(option.get_attribute("value")))
        page.get_by_role("button", name="Показать", exact=True).click()
        expect(page.locator(".finding-list > li")).to_have_count(number)
        page.get_by_role("link", name="Показать без отбора").click()
    page.locator("#filter-verdict").select_option("confirmed")
    page.get_by_role("button", name="Показать", exact=True).click()
    expect(page.locator(".empty")).to_be_visible()


def test_both_clauses_stand_side_by_side_with_what_differs(open_page, read_only):
    page = open_planted(open_page, read_only, language="ru")
    sides = page.locator(".finding-side")
    expect(sides).to_have_count(2)
    boxes = [sides.nth(place).bounding_box() for place in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"]
    page.set_viewport_size({"width": 360, "height": 740})
    boxes = [sides.nth(place).bounding_box() for place in range(2)]
    assert boxes[0]["x"] == boxes[1]["x"]
    marked = [
        " ".join(one.all_inner_texts()) for one in (sides.nth(0).locator(".differs"), sides.nth(1).locator(".differs"))
    ]
    assert any("12" in one for one in marked)
    assert any("10" in one for one in marked)
    for place in range(2):
        clause = sides.nth(place).locator("blockquote")
        quote = "".join(clause.locator("mark").all_inner_texts())
        assert len(clause.inner_text()) >= len(quote) > 0
        assert clause.get_attribute("lang") in ("kk", "ru")
    expect(page.locator("main")).to_contain_text("Правила этого не решают")


def test_the_way_leads_to_source_act_and_card_and_back(open_page, read_only):
    page = open_planted(open_page, read_only)
    quote = "".join(page.locator(".finding-side").first.locator("mark").all_inner_texts())
    address = page.url
    page.locator(".finding-side a.clause").first.click()
    assert "".join(page.locator("mark").all_inner_texts()).split() == quote.split()
    page.goto(address)
    href = str(page.locator(".finding-side .facts a").first.get_attribute("href"))
    page.goto(read_only + href)
    expect(page.locator("main")).to_contain_text(href.partition("/acts/")[2].partition("?")[0].replace("%3A", ":"))
    page.goto(address)
    page.locator("main a[href^='/services/']").first.click()
    page.locator(".card-findings a").click()
    expect(page.locator(f".finding-list a[href^='/findings/{address.rsplit('/', 1)[1][:20]}']")).to_have_count(1)


def test_next_and_previous_are_reached_by_keyboard(open_page, read_only):
    page = open_page("/findings?class=language_parity", at=read_only)
    ids = [str(one.get_attribute("href"))[10:30] for one in page.locator(".finding-list h3 a").all()]
    assert len(ids) > 1
    page.locator(".finding-list h3 a").first.click()
    following = page.locator("a[rel=next]")
    assert following.get_attribute("accesskey") == "n"
    following.press("Enter")
    page.wait_for_url(f"**/findings/{ids[1]}?*")
    page.locator("a[rel=prev]").press("Enter")
    page.wait_for_url(f"**/findings/{ids[0]}?*")


def test_a_person_decides_and_comes_to_the_next_one(open_page, served):
    page = open_planted(open_page, served, language="ru")
    address = page.url
    page.get_by_label("Причина").fill("Перевод <b>неточен</b>")
    page.get_by_label("Ваше имя").fill("Сәуле")
    page.get_by_role("button", name="Разница перевода").click()
    assert page.url != address
    page.goto(address)
    expect(page.locator(".badge.state")).to_have_text("разница перевода")
    expect(page.locator(".decisions")).to_contain_text("Перевод <b>неточен</b>")
    expect(page.locator(".decisions")).to_contain_text("Сәуле")
    expect(page.get_by_label("Ваше имя")).to_have_value("Сәуле")  # kept for the next one
    page.get_by_label("Причина").fill("передумала")
    page.get_by_role("button", name="Открыть снова").click()
    page.goto(address)
    expect(page.locator(".badge.state")).to_have_text("не рассмотрено")
    expect(page.locator(".decisions > li")).to_have_count(2)


def test_enter_in_a_field_decides_nothing(open_page, served):
    page = open_planted(open_page, served)
    page.locator("#reason").fill("оқыдым")
    page.locator("#author").fill("Гүлнар")
    page.locator("#author").press("Enter")
    page.reload()
    expect(page.locator(".decisions")).to_have_count(0)


def test_who_may_not_decide_reads_how_one_may(open_page, read_only):
    page = open_planted(open_page, read_only, language="ru")
    expect(page.locator("main")).to_contain_text("Чтобы принять решение, войдите по ключу.")
    expect(page.locator("button[name=verdict]")).to_have_count(0)


def test_the_report_prints_on_a4_without_navigation(open_page, read_only):
    page = open_page("/findings/report?class=language_parity&verdict=all", at=read_only)
    assert page.locator("nav, form, script").count() == 0
    shown = page.locator("section.finding").count()
    assert shown > 1
    page.emulate_media(media="print")
    first = page.locator(".sides").first.locator(".side")
    assert first.nth(0).bounding_box()["y"] == first.nth(1).bounding_box()["y"]
    assert page.pdf(prefer_css_page_size=True).startswith(b"%PDF")
