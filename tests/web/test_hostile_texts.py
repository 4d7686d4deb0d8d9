"""What people and documents write is shown as words and never runs."""

from urllib.parse import quote

import pytest
from playwright.sync_api import expect

from tests.web.memory_texts import KK_ACT
from tests.web.page_list import SOURCE

QUERIES = [
    "<script>alert(1)</script> ұя",
    "'><img src=x onerror=alert(1)> ұя",
    "</title><script>alert(1)</script>",
    "{{7*7}}{% raw %}",
    "javascript:alert(1)",
    "\u202e<b>ұя",
]


@pytest.mark.parametrize("query", QUERIES)
def test_query_is_shown_and_does_not_run(open_page, query):
    page = open_page("/search?q=" + quote(query))
    page.on("dialog", lambda dialog: pytest.fail(f"a script ran: {dialog.message}"))
    page.reload()
    expect(page.locator("#q")).to_have_value(query)
    assert query in page.title()
    assert [one.get_attribute("src").split("?")[0] for one in page.locator("script").all()] == ["/static/suggest.js"]
    assert page.locator("main img, main b").count() == 0


def test_html_in_a_document_is_text_on_the_card(open_page):
    page = open_page("/services/nest-1")
    expect(page.locator("#document .item-words").nth(1)).to_have_text(
        '<script>alert("ұя")</script> нысаны бойынша сызба'
    )
    assert page.locator("script").count() == 0


def test_html_in_a_document_is_text_on_its_page(open_page):
    page = open_page(SOURCE)
    expect(page.locator("#L6 .line")).to_contain_text('<script>alert("ұя")</script>')
    assert page.locator("script").count() == 0


def test_text_of_a_document_is_never_taken_for_html(open_page, site):
    page = open_page("/about")
    response = page.goto(f"{site}/v1/snapshots/{KK_ACT.digest}/text")
    assert response.headers["content-type"] == "text/plain; charset=utf-8"
    assert response.headers["x-content-type-options"] == "nosniff"


def test_injected_script_is_stopped_by_the_policy(open_page):
    page = open_page("/about")
    page.evaluate(
        "const one = document.createElement('script'); one.textContent = 'window.ran = true'; document.body.append(one)"
    )
    assert page.evaluate("window.ran") is None


def test_pages_load_files_of_their_own_only(open_page, site):
    page = open_page("/about")
    loaded = []
    page.on("request", lambda request: loaded.append(request.url.removeprefix(site).partition("?")[0]))
    page.goto(site + "/services/nest-1")
    sheets = {f"/static/{one}.css" for one in ("base", "anyq", "dark")}
    assert set(loaded) <= {"/services/nest-1", "/static/anyq.svg", *sheets}
    assert "/static/anyq.css" in loaded
