"""The committed description of the API."""

import json
from pathlib import Path

from kb.api.openapi import OPENAPI_FILE, render_openapi

ROOT = Path(__file__).resolve().parents[2]
PATHS = {
    "/healthz", "/metrics", "/readyz", "/v1/acts/{id}", "/v1/acts/{id}/difference", "/v1/acts/{id}/links",
    "/v1/acts/{id}/parallel", "/v1/ask", "/v1/issues", "/v1/search", "/v1/services",
    "/v1/services/{id}", "/v1/services/{id}/statements", "/v1/reviews", "/v1/reviews/{id}",
    "/v1/reviews/{id}/decisions", "/v1/snapshots/{digest}", "/v1/snapshots/{digest}/text",
    "/v1/sources", "/v1/suggest", "/v1/queries", "/v1/searches/{id}/clicks", "/v1/synonyms", "/v1/best-bets",
}  # fmt: skip


def test_committed_description_is_fresh():
    committed = (ROOT / OPENAPI_FILE).read_text(encoding="utf-8")
    assert committed == render_openapi(), "run: python -m kb.api.openapi"


def test_no_path_has_vanished():
    described = json.loads(render_openapi())
    assert set(described["paths"]) >= PATHS
    for path, methods in described["paths"].items():
        for method, operation in methods.items():
            assert operation["summary"], f"{method} {path} tells nothing"
            assert {"200", "201", "202"} & set(operation["responses"])


def test_served_description_is_the_committed_one(client):
    assert client.get("/v1/openapi.json").json() == json.loads((ROOT / OPENAPI_FILE).read_text(encoding="utf-8"))
