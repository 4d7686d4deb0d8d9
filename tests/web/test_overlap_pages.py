"""What repeats, in a real browser, without script."""

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.app import Settings, build_application
from tests.overlap_base import FIRST, SECOND, SHARED, overlapping_folder
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

__all__ = ["overlapping_folder"]
PAIR = f"/overlap/repeats?act={FIRST}&with={SECOND}"


@pytest.fixture(scope="module")
def served(overlapping_folder):
    with serve(build_application(Settings(home=overlapping_folder, local_staff=False))) as address:
        yield address


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_can_be_read_by_all_and_fit_every_screen(open_page, served, language):
    for path in ("/overlap", PAIR):
        page = open_page(path, language=language, at=served)
        for width in (1280, 360):
            page.set_viewport_size({"width": width, "height": 800})
            results = Axe().run(page)
            assert results.violations_count == 0, results.generate_report()
            assert page.evaluate("document.documentElement.scrollWidth") <= width
        assert page.locator("html").get_attribute("lang") == language
        assert page.locator("h1").count() == 1


def test_a_bar_leads_to_the_passages_of_its_service_and_on_to_the_sources(open_page, served):
    page = open_page("/", language="ru", script=False, at=served)
    page.locator("nav.sections a[href='/overlap']").click()
    bars = page.locator(".chart li")
    expect(bars).to_have_count(2)
    name = bars.first.locator("a").inner_text()
    bars.first.locator("a").click()
    expect(page.locator(".lead")).to_contain_text(name)
    side = page.locator(".finding-side", has_text=SHARED[:50]).first
    expect(side).to_be_visible()
    side.locator("a.clause").click()
    assert SHARED[:50] in " ".join("".join(page.locator("mark").all_inner_texts()).split())


def test_a_pair_of_acts_leads_to_its_passages_side_by_side(open_page, served):
    page = open_page("/overlap", script=False, at=served)
    page.locator("td.number a", has_text=f"{FIRST}, {SECOND}").click()
    assert page.locator(".overlap-pair a").all_inner_texts() == [FIRST, SECOND]
    sides = page.locator(".finding-sides").first.locator(".finding-side")
    boxes = [sides.nth(place).bounding_box() for place in range(2)]
    assert boxes[0]["y"] == boxes[1]["y"]
    near = page.locator(".finding-sides", has_text="номера ульев").first
    quoted = near.locator("blockquote").all_inner_texts()
    assert quoted[0] == quoted[1]
    assert near.locator(".differs").count() == 0


@pytest.mark.parametrize(
    ("path", "status"), [("/overlap/repeats?service=no-such", 404), (f"/overlap/repeats?act={FIRST}", 422)]
)
def test_what_is_not_there_is_a_page_that_says_so(open_page, served, path, status):
    page = open_page("/overlap", at=served)
    answer = page.goto(served + path)
    assert answer.status == status
    expect(page.locator("h1")).to_be_visible()
