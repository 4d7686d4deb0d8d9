"""The printable report on a survey in a real browser: on screens, for people who do not see it, and on paper."""

from io import BytesIO

import pytest
from axe_playwright_python.sync_playwright import Axe
from pypdf import PdfReader

from kb.app import Settings, build_application
from tests.monitored_base import WAVE, monitored_folder
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

__all__ = ["monitored_folder"]
REPORT = f"/v1/monitoring/waves/{WAVE}/report.html"
A4_POINTS = (842, 595)  # turned


@pytest.fixture(scope="module")
def served(monitored_folder):
    with serve(build_application(Settings(home=monitored_folder, local_staff=False))) as address:
        yield address


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", [360, 1440])
def test_the_report_fits_its_screen_and_is_accessible(open_page, served, language, width):
    page = open_page(f"{REPORT}?lang={language}", width=width, at=served)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    assert page.evaluate("getComputedStyle(document.querySelector('table')).borderCollapse") == "collapse"
    bars = page.locator("svg path").first
    assert bars.evaluate("one => getComputedStyle(one).fill") not in ("", "rgb(0, 0, 0)")
    found = Axe().run(page)
    assert found.violations_count == 0, found.generate_report()


def test_the_report_prints_on_a4_with_the_heading_on_each_page(open_page, served):
    page = open_page(f"{REPORT}?lang=kk", at=served)
    paper = PdfReader(BytesIO(page.pdf(prefer_css_page_size=True)))
    assert {(round(one.mediabox.width), round(one.mediabox.height)) for one in paper.pages} == {A4_POINTS}
    words = [" ".join(one.extract_text().split()) for one in paper.pages]
    assert "Қоғамдық мониторинг есебі: 2025" in words[0]
    assert f"1 / {len(words)}" in words[0]
    assert "66,2 (249/376)" in " ".join(words)
