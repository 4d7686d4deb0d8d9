"""The console and the page of changes can be read by all: languages, themes, widths, large letters."""

from urllib.parse import quote

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from tests.web.desk import build_samples, serving, tell

PLACES = {
    "nothing asked": "/console",
    "an answer": "/console?q=" + quote("сколько стоит паспорт пасеки"),
    "yes or no": "/console?q=" + quote("паспорт пасеки бесплатный?"),
    "a choice": "/console?q=" + quote("паспорт"),
    "no service": "/console?q=" + quote("zzz zzz"),
    "a call": "/console?said=" + quote("омарта паспорты") + "&about=99901001&q=" + quote("ал ақысы қанша?"),
    "changes": "/console/changes?since=2026-01-01",
}
WIDTHS = (360, 768, 1440)


@pytest.fixture(scope="module")
def desk(tmp_path_factory):
    with serving(build_samples(tmp_path_factory.mktemp("looks"))) as address:
        yield address


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("language", ["kk", "ru"])
def test_no_violation_and_no_sideways_scrolling(open_page, desk, language, theme):
    page = open_page(f"/console?theme={theme}", language=language, at=desk)
    for name, path in PLACES.items():
        page.goto(desk + path)
        for width in WIDTHS:
            page.set_viewport_size({"width": width, "height": 900})
            assert page.evaluate("document.documentElement.scrollWidth") <= width, (name, width)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{name}\n{results.generate_report()}"
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("html").get_attribute("data-theme") == theme
        assert page.locator("h1").count() == 1


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_large_letters_and_what_the_script_adds_are_clean_too(open_page, desk, language):
    page = open_page("/console?vision=low", language=language, width=360, at=desk)
    tell(page, "паспорт")
    expect(page.get_by_role("option").first).to_be_visible()
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator("#aloud")).to_be_visible()
    page.keyboard.press("F9")
    expect(page.locator("#classes")).to_be_visible()
    results = Axe().run(page)
    assert results.violations_count == 0, results.generate_report()
    assert page.evaluate("document.documentElement.scrollWidth") <= 360


def test_the_words_to_read_aloud_are_the_largest_of_the_answer(open_page, desk):
    page = open_page(PLACES["an answer"], language="kk", at=desk)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.console-answer p, .console-answer h2, .console-answer li')]"
        ".map(one => [one.id, parseFloat(getComputedStyle(one).fontSize)])"
    )
    largest = max(size for _, size in sizes)
    assert dict(sizes)["aloud"] == largest >= 24
