"""Every page in every language: no violation, no sideways scrolling, a focus that is seen."""

import pytest
from axe_playwright_python.sync_playwright import Axe

from tests.web.page_list import LANGUAGES, PAGES


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_no_violation_and_no_sideways_scrolling(open_page, path, language):
    page = open_page(path, language=language)
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.locator("html").get_attribute("lang") == language
    assert page.locator("h1").count() == 1
    assert page.title()
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["card", "act", "changes of an act", "act in two languages", "repealed act"])
def test_no_violation_on_a_narrow_screen(open_page, name, language):
    results = Axe().run(open_page(PAGES[name], language=language, width=360))
    assert results.violations_count == 0, results.generate_report()


def test_focus_is_seen_on_everything_that_takes_it(open_page):
    page = open_page("/services/nest-1")
    seen = 0
    for _ in range(12):
        page.keyboard.press("Tab")
        style = page.evaluate(
            "(([style]) => [style.outlineStyle, style.outlineWidth])([getComputedStyle(document.activeElement)])"
        )
        assert style == ["solid", "3px"]
        seen += 1
    assert seen == 12


def test_skip_link_comes_first_and_leads_to_the_content(open_page):
    page = open_page("/sources")
    page.keyboard.press("Tab")
    assert page.locator(":focus").get_attribute("href") == "#main"
    page.keyboard.press("Enter")
    page.wait_for_url("**#main")
