"""Pages for citizens are light enough for a weak connection, whatever a service says, and need no script."""

import re
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from tests.web.citizen import LOOKS, SERVICE_PAGES, EndlessLists
from tests.web.conftest import assemble
from tests.web.memory_texts import TODAY
from tests.web.page_list import LANGUAGES

MOST_BYTES = 60_000
MOST_SENT = 25_000  # what goes over the line, packed


def weigh(client, path):
    """The bytes of a page with its style sheets, as they are and as they are sent."""
    page = client.get(path, headers={"accept-encoding": "gzip"})
    assert page.status_code == 200, path
    sheets = [
        client.get(href, headers={"accept-encoding": "gzip"})
        for href in re.findall(r'<link rel="stylesheet" href="([^"]+)"', page.text)
    ]
    assert len(sheets) == 4  # the base, the page's own, dark and low vision
    answers = (page, *sheets)
    return (
        page.text,
        sum(len(one.content) for one in answers),
        sum(int(one.headers["content-length"]) for one in answers),
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_citizen_page_of_the_samples_is_light(built_folder, language):
    application, look, seen = build_application(Settings(home=built_folder)), LOOKS["low vision in the dark"], 0
    with TestClient(application, base_url="http://127.0.0.1:8000") as client:
        services = [quote(one["id"]) for one in client.get("/v1/services").json()["items"]]
        situations = re.findall(r'href="(/situations/\w+)"', client.get("/situations").text)
        assert services
        assert situations
        paths = ["/situations", *situations, *(f"/services/{one}/{view}" for one in services for view in SERVICE_PAGES)]
        for path in paths:
            html, whole, sent = weigh(client, f"{path}?lang={language}&{look}")
            assert whole <= MOST_BYTES, path
            assert sent <= MOST_SENT, path
            assert "<script" not in html, path
            seen += 1
    assert seen > 6


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("view", ["plain", "leaflet"])
def test_a_service_with_endless_lists_is_cut_and_says_so(language, view):
    with TestClient(assemble(EndlessLists(), today=lambda: TODAY)) as client:
        html, whole, sent = weigh(client, f"/services/nest-1/{view}?lang={language}&{LOOKS['low vision in the dark']}")
    assert whole <= MOST_BYTES
    assert sent <= MOST_SENT
    rest = {"plain": ("Тағы", "Ещё", "more: on the full card"), "leaflet": ("Тағы", "Ещё")}[view]
    assert any(words in html for words in rest)
