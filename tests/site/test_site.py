"""The test web serves what the `site.yaml` files say, and what a file says wrongly is told."""

from pathlib import Path

import httpx2
import pytest

from tests.site.fixtures import EXAMPLES
from tests.site.page import Page, load_pages
from tests.site.site import Site

MAPS = sorted(EXAMPLES.glob("*/site.yaml"))
# One for all: each new client reads the roots of the system.
CLIENT = httpx2.Client(trust_env=False)
PLACE = "https://alpha.example/api?page=1"


def _ask(site: Site, page: Page) -> httpx2.Response:
    host, _, path = page.place.partition("/")
    language = {"Accept-Language": page.accept_language} if page.accept_language else {}
    return CLIENT.request(
        page.method,
        f"{site.address}/{path}",
        headers={"Host": host, **language},
        json=None if page.method == "GET" else page.asked_body,
    )


def test_there_are_maps(site: Site) -> None:
    assert len(MAPS) >= 3
    for file in MAPS:
        assert _ask(site, load_pages(file.parent)[0][0]).status_code == 200


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.parent.name)
def test_every_page_of_a_map_is_served(bare_site: Site, file: Path) -> None:
    bare_site.load(file.parent)
    pages, robots = load_pages(file.parent)
    assert pages
    for page in pages:
        answer = _ask(bare_site, page)
        assert (page.place, answer.status_code) == (page.place, page.status)
        assert (page.place, answer.content) == (page.place, page.content)
    for host in robots:
        assert CLIENT.get(f"{bare_site.address}/robots.txt", headers={"Host": host}).text == robots[host]


@pytest.mark.parametrize("file", MAPS, ids=lambda file: file.parent.name)
def test_no_page_of_a_map_hides_another(file: Path) -> None:
    pages, _ = load_pages(file.parent)
    keys = [(page.place, page.method, page.accept_language, repr(page.asked_body)) for page in pages]
    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    "text", ["- url: x", "pages: []\nrobot: {}", 'pages: [{url: "https://a.example/", charset: utf-8}]']
)
def test_a_map_of_another_shape_is_told(tmp_path: Path, text: str) -> None:
    (tmp_path / "site.yaml").write_text(text, encoding="utf-8")
    with pytest.raises(ValueError, match=r"site\.yaml"):
        load_pages(tmp_path)


def test_a_question_is_answered_by_its_body_and_by_its_language(bare_site: Site, tmp_path: Path) -> None:
    (tmp_path / "site.yaml").write_text(
        f"""
        pages:
          - {{url: "{PLACE}", method: POST, file: any.json, type: application/json}}
          - {{url: "{PLACE}", method: POST, body: '{{"page": 2, "to": "kk"}}', file: two.json, type: application/json}}
          - {{url: "https://alpha.example/", file: any.json, type: application/json}}
          - {{url: "https://alpha.example/", file: two.json, type: application/json, accept_language: kk}}
        """,
        encoding="utf-8",
    )
    (tmp_path / "any.json").write_text("1", encoding="utf-8")
    (tmp_path / "two.json").write_text("2", encoding="utf-8")
    bare_site.load(tmp_path)
    host = {"Host": "alpha.example"}
    posted = [
        CLIENT.post(f"{bare_site.address}/api?page=1", headers=host, json=body).text
        for body in ({"to": "kk", "page": 2}, {"page": 3})
    ]
    asked = [
        CLIENT.get(f"{bare_site.address}/", headers={**host, "Accept-Language": language}).text
        for language in ("kk-KZ,kk", "ru")
    ]
    assert (posted, asked) == (["2", "1"], ["2", "1"])


def test_unknown_addresses_and_hosts_are_told_apart(bare_site: Site) -> None:
    bare_site.put("https://alpha.example/", "x")
    hosts = ("alpha.example", "beta.example")
    codes = [CLIENT.get(f"{bare_site.address}/no", headers={"Host": host}).status_code for host in hosts]
    assert codes == [404, 421]
    assert [asked.status for asked in bare_site.log] == codes
