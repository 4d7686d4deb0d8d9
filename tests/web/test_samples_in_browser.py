"""The whole way on the samples: files, base, server, browser."""

import json
from pathlib import Path

import pytest
import yaml
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import expect

from kb.app import Settings, build_application
from kb.pipeline import Home, build_base, import_paths
from tests.web.citizen import printed, service_paths
from tests.web.conftest import serve
from tests.web.page_list import LANGUAGES

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
QUESTIONS = [
    question
    for asked in yaml.safe_load((EXAMPLES / "questions.yaml").read_text(encoding="utf-8")).values()
    for question in asked
]


@pytest.fixture(scope="module")
def samples(tmp_path_factory):
    folder = tmp_path_factory.mktemp("samples")
    home = Home(folder=folder)
    report = import_paths(home, [EXAMPLES / "pages"], sample=True)
    assert report.failures == ()
    assert build_base(home).counts["services"] == 12
    with serve(build_application(Settings(home=folder))) as address:
        yield address


@pytest.mark.parametrize("question", QUESTIONS)
def test_question_is_answered_with_words_that_can_be_opened(open_page, samples, question):
    page = open_page("/", at=samples)
    page.locator("#q").fill(question)
    page.keyboard.press("Enter")
    answer = page.locator(".answer")
    expect(answer.locator(".answer-text")).not_to_be_empty()
    expect(answer.locator(".badge.sample")).to_be_visible()
    link = answer.locator(".told-by a.clause").first  # beside a value that holds elsewhere stands a link without words
    quote = link.locator("span[lang]").first.inner_text().strip("«»…")
    link.click()
    mark = page.locator("mark")
    expect(mark.first).to_be_in_viewport()
    assert " ".join(mark.all_inner_texts()).split()[: len(quote.split())] == quote.split()
    expect(page.locator(".sample-banner")).to_be_visible()


@pytest.mark.parametrize("language", LANGUAGES)
def test_real_pages_have_no_violation_and_fit_a_narrow_screen(open_page, samples, language):
    page = open_page("/services", language=language, at=samples)
    cards = [link.get_attribute("href") for link in page.locator(".service-list a").all()]
    assert len(cards) == 12
    for path in (*cards, "/search?q=" + QUESTIONS[0], "/sources", "/"):
        page.set_viewport_size({"width": 1280, "height": 800})
        page.goto(samples + path)
        results = Axe().run(page)
        assert results.violations_count == 0, f"{path}\n{results.generate_report()}"
        page.set_viewport_size({"width": 360, "height": 740})
        assert page.evaluate("document.documentElement.scrollWidth") <= 360, path


def test_every_quote_of_a_card_equals_its_slice(open_page, samples):
    page = open_page("/about", at=samples)
    texts: dict[str, str] = {}
    services = page.request.get(samples + "/v1/services").json()["items"]
    seen = 0
    for service in services:
        card = page.request.get(f"{samples}/v1/services/{service['id']}").json()
        for statement in (one for group in card["statements"].values() for one in group):
            evidence = statement["evidence"]
            digest = evidence["snapshot"]
            if digest not in texts:
                texts[digest] = page.request.get(f"{samples}/v1/snapshots/{digest}/text").text()
            assert texts[digest][evidence["start"] : evidence["end"]] == evidence["quote"], json.dumps(evidence)
            seen += 1
    assert seen > 100


def test_planted_disagreement_is_visible(open_page, samples):
    page = open_page("/services", at=samples)
    paths = [link.get_attribute("href") for link in page.locator(".service-list a").all()]
    disputes = 0
    for path in paths:
        page.goto(samples + str(path))
        disputes += page.locator(".dispute, .instead").count()  # left open, or decided by a rule
    assert disputes > 0


def test_every_leaflet_is_one_page(open_page, samples):
    page = open_page("/about", at=samples)
    paths = service_paths(page, samples)
    assert len(paths) == 12
    for path in paths:
        page.goto(f"{samples}{path}/leaflet")
        pages, words = printed(page)
        assert len(pages) == 1, path
        assert f"{samples}{path}/plain" in words


@pytest.mark.parametrize(
    ("path", "kind"), [("/v1/nothing", "application/problem+json"), ("/nothing", "text/html; charset=utf-8")]
)
def test_served_application_words_failures_and_sends_headers(open_page, samples, path, kind):
    response = open_page("/about", at=samples).request.get(samples + path)
    assert response.status == 404
    assert response.headers["content-type"] == kind
    assert "default-src 'none'" in response.headers["content-security-policy"]
