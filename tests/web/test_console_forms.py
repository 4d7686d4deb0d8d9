"""What the console takes from others: hostile words, forms of other sites, too much, and pages that are no use."""

import pytest
from starlette.testclient import TestClient

from kb.app import Settings, build_application
from kb.pipeline import Registry

HERE = "http://127.0.0.1:8000"
HOSTILE = "<script>window.hit = 1</script>\"' {{7*7}}"


@pytest.fixture
def client(built):
    with TestClient(build_application(Settings(home=built.folder)), base_url=HERE, follow_redirects=False) as opened:
        yield opened


@pytest.fixture
def service(built):
    registry = Registry(built)
    found = next(registry.all_services()).id
    registry.close()
    return found


def test_what_is_typed_is_shown_and_never_runs(client):
    asked = {"q": HOSTILE, "said": HOSTILE, "about": HOSTILE, "service": ""}
    for page in (client.get("/console", params=asked), client.post("/console", data=asked)):
        assert page.status_code == 200
        assert "<script>window" not in page.text
        assert "{{7*7}}" in page.text
        assert "script-src 'self'" in page.headers["content-security-policy"]
    parts = client.post("/console/answer", data={**asked, "keep": "1"})
    assert "<script" not in parts.text
    assert parts.text.count("&lt;script&gt;window.hit = 1") >= 2
    assert "<html" not in parts.text


@pytest.mark.parametrize("path", ["/console/star", "/console/shift"])
def test_a_form_of_another_site_changes_nothing(client, service, path):
    for headers in ({"sec-fetch-site": "cross-site"}, {"origin": "https://anyq.invalid"}):
        refused = client.post(path, data={"id": service, "on": "1"}, headers=headers)
        assert refused.status_code == 403
        assert "set-cookie" not in refused.headers


def test_stars_are_given_and_taken_and_have_an_end(client, service):
    given = client.post("/console/star", data={"id": service, "on": "1", "back": "//anyq.invalid"})
    assert (given.status_code, given.headers["location"]) == (303, "/console")
    assert "/console?" in client.get("/console").text.split('id="mine"')[1]
    assert client.post("/console/star", data={"id": "no-such-service", "on": "1"}).status_code == 404
    client.post("/console/star", data={"id": service})
    assert "data-ask" not in client.get("/console").text.split('id="mine"')[1].split("</section>")[0]
    client.cookies.clear()
    client.cookies.set("anyq_services", "|".join(f"gone-{number}" for number in range(30)))
    full = client.post("/console/star", data={"id": service, "on": "1"})
    assert full.status_code == 409
    assert "30" in full.text
    assert client.get("/console").status_code == 200  # services that have gone are left out


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/console?as_of=soon", 422),
        ("/console?q=" + "a" * 1_001, 422),
        ("/console?" + "said=a&" * 11, 422),
        ("/console?q=a&service=no-such-service", 404),
        ("/console/changes?since=soon", 422),
        ("/console/changes?since=2099-01-01", 200),
        ("/console/changes?whose=all&since=1991-12-16", 200),
    ],
)
def test_wrong_addresses_say_what_is_wrong(client, path, status):
    page = client.get(path)
    assert page.status_code == status
    assert "<h1" in page.text


def test_a_shift_is_begun_once_a_day(client):
    client.cookies.set("anyq_shift", "2020-01-02|2020-01-01")
    first = client.post("/console/shift")
    kept = first.cookies["anyq_shift"].strip('"')
    assert kept.split("|")[1] == "2020-01-02"  # the shift before is what is looked back to
    client.cookies.clear()
    client.cookies.set("anyq_shift", kept)
    again = client.post("/console/shift")
    assert again.cookies["anyq_shift"].strip('"') == kept
    for broken in ("x", "2020-01-02", "2020-01-02|soon", "||"):
        client.cookies.clear()
        client.cookies.set("anyq_shift", broken)
        assert client.get("/console/changes").status_code == 200
