"""Every kind of page in the dark and for people who see badly: contrast, names, width."""

import re
from importlib import resources

import pytest
from axe_playwright_python.sync_playwright import Axe

from kb.app import Settings, build_application
from tests.web.citizen import looking
from tests.web.conftest import serve
from tests.web.page_list import PAGES

STAFF = ("/findings", "/reviews", "/queries", "/gaps", "/mystery", "/console", "/overlap", "/privacy", "/sign-in")


def check(page, path, look, origin=""):
    """No violation on a wide screen, and a narrow one is not scrolled sideways."""
    page.goto(origin + looking(path, look))
    results = Axe().run(page)
    assert results.violations_count == 0, f"{path}\n{results.generate_report()}"
    page.set_viewport_size({"width": 360, "height": 740})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360, path
    page.set_viewport_size({"width": 1280, "height": 800})


@pytest.mark.parametrize("look", ["dark", "low vision in the dark"])
@pytest.mark.parametrize("path", PAGES.values(), ids=list(PAGES))
def test_every_page_in_the_dark(open_page, site, path, look):
    check(open_page("/about", language="ru"), path, look, site)


@pytest.fixture(scope="module")
def samples(built_folder):
    with serve(build_application(Settings(home=built_folder))) as address:
        yield address


@pytest.mark.parametrize("look", ["dark", "low vision", "low vision in the dark"])
def test_pages_of_staff_in_every_look(open_page, samples, look):
    page = open_page("/about", language="kk", at=samples)
    for path in STAFF:
        assert page.request.get(samples + path).status == 200, path
        check(page, path, look, samples)


@pytest.mark.parametrize(
    ("prefers", "query", "ground"),
    [
        ("dark", "", "rgb(18, 24, 31)"),
        ("light", "", "rgb(255, 255, 255)"),
        ("dark", "?theme=light", "rgb(255, 255, 255)"),
        ("light", "?theme=dark", "rgb(18, 24, 31)"),
        ("light", "?theme=dark&vision=low", "rgb(0, 0, 0)"),
        ("dark", "?vision=low", "rgb(0, 0, 0)"),
    ],
)
def test_the_device_decides_until_the_visitor_does(open_page, site, prefers, query, ground):
    page = open_page("/about", script=False)
    page.emulate_media(color_scheme=prefers)
    page.goto(f"{site}/services{query}")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == ground
    page.goto(f"{site}/sources")
    kept = page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
    assert kept == ground


def test_every_colour_of_the_sheets_has_a_name():
    """A colour without a name would stay as it is in the dark."""
    folder = resources.files("kb.web").joinpath("static")
    seen = 0
    for sheet in folder.iterdir():
        if sheet.name.endswith(".css") and sheet.name != "leaflet.css":
            rules = sheet.read_text(encoding="utf-8")
            rules = re.sub(r"--[\w-]+: #[0-9a-f]{6};", "", rules)
            assert re.findall(r":[^;{}]*#[0-9a-f]{3,8}\b[^;{}]*;", rules) == [], sheet.name
            seen += 1
    assert seen >= 6
