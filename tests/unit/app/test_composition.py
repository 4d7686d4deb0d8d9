from pathlib import Path

from fastapi.testclient import TestClient

from kb.answer.wording import read_wording
from kb.app import Settings, build_application, open_registry
from kb.app.warming import warm_up


def test_the_application_serves_api_and_pages_of_one_base(built_folder: Path) -> None:
    settings = Settings(home=built_folder)
    registry = open_registry(settings)
    service = registry.services().items[0]
    registry.close()
    with TestClient(build_application(settings)) as client:
        assert client.get("/healthz").status_code == 200
        assert client.get("/readyz").json()["engine"] == "tantivy"
        shown = client.get(f"/v1/services/{service.id}")
        page = client.get("/")
        missing = client.get("/v1/services/none-of-this-name")
    assert shown.json()["service"]["id"] == service.id
    assert page.headers["content-type"].startswith("text/html")
    assert missing.status_code == 404
    assert missing.headers["content-type"] == "application/problem+json"


def test_a_served_base_is_ready_for_its_first_caller(built_folder: Path) -> None:
    read_wording.cache_clear()
    with TestClient(build_application(Settings(home=built_folder), warm=True)) as client:
        loaded = read_wording.cache_info().currsize
        answer = client.post("/v1/ask", json={"q": "Қызмет неше күнде көрсетіледі?"})
    assert answer.status_code == 200
    assert loaded >= 10  # the tables of the consultant
    assert read_wording.cache_info().currsize <= loaded + 2


def test_a_folder_without_a_base_is_served_as_it_is(tmp_path: Path) -> None:
    registry = open_registry(Settings(home=tmp_path / "empty"))
    warm_up(registry)
    assert registry.status().built_at is None
    registry.close()
