"""Pages of acts over the sample acts."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.app import Settings, build_application


@pytest.fixture
def client(built_folder: Path) -> Iterator[TestClient]:
    with TestClient(build_application(Settings(home=built_folder))) as opened:
        yield opened


def _act(client: TestClient) -> str:
    statement = client.get("/v1/services").json()["items"][0]["id"]
    stated = client.get(f"/v1/services/{statement}/statements").json()["items"]
    return next(str(one["evidence"]["act"]) for one in stated if one["evidence"]["act"])


def test_the_text_stands_by_clauses_that_can_be_linked_to(client: TestClient) -> None:
    name = _act(client)
    page = client.get(f"/acts/{name}?lang=ru")
    assert page.status_code == 200
    assert 'id="point-1"' in page.text
    assert "<script" not in page.text
    assert len(page.content) < 300_000


def test_references_in_the_text_are_links(client: TestClient) -> None:
    name = _act(client)
    pages = [client.get(f"/acts/{name}?lang=ru&first={number}").text for number in range(3)]
    assert any(f'href="/acts/{name}?first=' in page and "#" in page for page in pages)


@pytest.mark.parametrize("view", ["difference", "parallel"])
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_other_views_open_in_every_language(client: TestClient, view: str, language: str) -> None:
    page = client.get(f"/acts/{_act(client)}/{view}?lang={language}")
    assert page.status_code == 200
    assert page.text.count("<h1") == 1


def test_an_unknown_act_and_an_unknown_day_are_not_found(client: TestClient) -> None:
    assert client.get("/acts/V9999999999").status_code == 404
    assert client.get(f"/acts/{_act(client)}?as_of=1992-01-01").status_code == 404
