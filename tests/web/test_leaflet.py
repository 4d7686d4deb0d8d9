"""The leaflet is one page of A4 in both languages, with the day, the address and its QR code."""

import pytest
from playwright.sync_api import expect

from kb.app import Settings, build_application
from tests.web.citizen import EndlessLists, printed, service_paths
from tests.web.conftest import assemble, serve
from tests.web.memory_texts import TODAY

ADDRESS = "https://anyq.example"


@pytest.fixture(scope="module")
def samples(built_folder):
    with serve(build_application(Settings(home=built_folder, public_address=f"{ADDRESS}/"))) as address:
        yield address


def test_every_service_of_the_samples_fits_one_page_with_its_address(open_page, samples):
    page = open_page("/about", at=samples)
    paths = service_paths(page, samples)
    for path in paths:
        for look in ("", "?theme=dark&vision=low"):
            page.goto(f"{samples}{path}/leaflet{look}")
            pages, words = printed(page)
            assert len(pages) == 1, path
            assert "Неаласыз" in words
            assert "Чтовыполучите" in words
            assert f"{ADDRESS}{path}/plain" in words
            assert "Үлгі" in words  # samples are told from real services on paper too


@pytest.mark.parametrize("as_of", ["", "?as_of=2026-02-01"])
def test_endless_lists_are_cut_to_one_page_that_says_so(open_page, as_of):
    with serve(assemble(EndlessLists(), today=lambda: TODAY)) as site:
        page = open_page(f"/services/nest-1/leaflet{as_of}", language="ru", at=site)
        pages, words = printed(page)
        assert len(pages) == 1
        assert "төмендегімекенжайда" in words
        assert "поадресувнизу" in words
        assert f"{site}/services/nest-1/plain" in words  # without a setting the host of the request
        assert ("01.02.2026" if as_of else "25.11.2026") in words
        expect(page.locator(".leaflet .qr")).to_have_attribute("aria-label", f"{site}/services/nest-1/plain")
        page.emulate_media(media="print")
        box = page.locator(".leaflet .qr").bounding_box()
        assert box["width"] >= 90  # 25 mm: what a telephone reads from paper
        expect(page.locator(".top")).to_be_hidden()
        expect(page.locator(".bottom")).to_be_hidden()


def test_dark_theme_leaves_paper_white(open_page, samples):
    page = open_page("/about", at=samples)
    path = service_paths(page, samples)[0]
    page.goto(f"{samples}{path}/plain?theme=dark")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(18, 24, 31)"
    page.emulate_media(media="print")
    assert page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(255, 255, 255)"
