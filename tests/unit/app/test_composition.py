from pathlib import Path

from fastapi.testclient import TestClient

from kb.app import Settings, build_application, open_registry


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
