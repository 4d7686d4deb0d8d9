"""Every failure is a problem object, whatever was sent."""

import pytest

from kb.pipeline import NothingBuilt
from kb.search import EngineDown
from kb.store import StoreError
from tests.web.memory_texts import KK_ACT

DIGEST = "sha256:" + "0" * 64
WRONG = {
    "/v1/nothing": 404,
    "/nothing": 404,
    "/v1/services/unknown": 404,
    "/v1/services/unknown/statements": 404,
    "/v1/acts/unknown": 404,
    f"/v1/snapshots/{DIGEST}": 404,
    f"/v1/snapshots/{DIGEST}/text": 404,
    "/v1/snapshots/../../etc/passwd": 404,
    "/v1/snapshots/sha256:zz": 422,
    f"/v1/snapshots/{KK_ACT.digest.upper()}": 422,
    "/v1/search": 422,
    "/v1/search?q=": 422,
    "/v1/search?q=%22ұя": 422,
    "/v1/search?q=ұя&limit=0": 422,
    "/v1/search?q=ұя&limit=101": 422,
    "/v1/search?q=ұя&limit=ten": 422,
    "/v1/search?q=ұя&lang=de": 422,
    "/v1/search?q=ұя&as_of=2026-02-30": 422,
    "/v1/search?q=ұя&cursor=" + "c" * 501: 422,
    "/v1/search?q=" + "қ" * 1001: 422,
    "/v1/suggest?q=" + "a" * 5000: 422,
    "/v1/ask?q=" + "a" * 1001: 422,
    "/v1/issues?cursor=x": 400,
    "/v1/issues?cursor=99": 400,
    "/v1/issues?cursor=-1": 400,
    "/v1/issues?cursor=٣": 400,
    "/v1/services?limit=-1": 422,
    "/v1/services/" + "x" * 301: 422,
}


def check_problem(response, status):
    assert response.status_code == status, response.text
    assert response.headers["content-type"] == "application/problem+json"
    problem = response.json()
    assert problem["status"] == status
    assert problem["title"]
    assert problem["detail"]
    assert problem["type"].startswith("urn:anyq:problem:")
    return problem


@pytest.mark.parametrize(("path", "status"), WRONG.items(), ids=[path[:50] for path in WRONG])
def test_wrong_request_gets_a_problem(client, path, status):
    check_problem(client.get(path), status)


def test_wrong_field_is_named_and_its_value_is_not_repeated(client):
    problem = check_problem(client.get("/v1/search?q=ұя&limit=99999"), 422)
    assert [(one["in"], one["field"]) for one in problem["errors"]] == [("query", "limit")]
    assert "99999" not in str(problem)


@pytest.mark.parametrize("method", ["put", "delete", "patch"])
def test_method_that_is_not_taken(client, method):
    response = getattr(client, method)("/v1/search?q=ұя")
    check_problem(response, 405)
    assert response.headers["allow"] == "GET"


BODIES = {
    "no json": (b"{", "application/json", 422),
    "empty": (b"", "application/json", 422),
    "array": (b"[]", "application/json", 422),
    "number": (b'{"q": 5}', "application/json", 422),
    "empty question": (b'{"q": ""}', "application/json", 422),
    "misspelt key": (b'{"q": "a", "asof": "2017-01-01"}', "application/json", 422),
    "lone surrogate": (b'{"q": "\\ud800"}', "application/json", 422),
    "broken utf-8": (b'{"q": "\xff\xfe"}', "application/json", 400),
    "endless": (b'{"q": "' + b"a" * 200_000 + b'"}', "application/json", 413),
    "deep": (b"[" * 60_000, "application/json", 400),
    "form": (b"q=a", "application/x-www-form-urlencoded", 422),
}


@pytest.mark.parametrize(("body", "kind", "status"), BODIES.values(), ids=list(BODIES))
def test_body_that_is_no_question(client, body, kind, status):
    check_problem(client.post("/v1/ask", content=body, headers={"content-type": kind}), status)


@pytest.mark.parametrize(
    "text", ["\x00", "a\x07b", "' OR 1=1 --", "<script>", "../../x", "\u202eұя", "{{7*7}}", "%s%n"]
)
def test_hostile_words_are_only_words(client, text):
    assert client.get("/v1/search", params={"q": text}).status_code == 200
    assert client.post("/v1/ask", json={"q": text}).status_code == 200
    check_problem(client.get("/v1/services/" + text.encode().hex()), 404)


@pytest.mark.parametrize(
    "error", [EngineDown("the engine does not answer"), StoreError("no database"), NothingBuilt("no base")]
)
@pytest.mark.parametrize(
    "path",
    ["/readyz", "/v1/search?q=a", "/v1/ask?q=a", "/v1/services", "/v1/sources", "/v1/services/nest-1", "/v1/issues"],
)
def test_engine_or_database_away(client, registry, error, path):
    registry.away = error
    response = client.get(path)
    problem = check_problem(response, 503)
    assert problem["reason"] == str(error)
    assert response.headers["retry-after"] == "30"
    assert client.get("/healthz").json() == {"status": "ok"}


def test_unforeseen_failure_keeps_its_words_inside(client, registry):
    registry.away = RuntimeError("secret in a traceback")
    response = client.get("/v1/search?q=a")
    check_problem(response, 500)
    assert "secret" not in response.text
    assert response.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize(
    ("accept", "language"),
    [
        (None, "kk"),
        ("", "kk"),
        ("de-DE,fr;q=0.9", "kk"),
        ("ru-RU,ru;q=0.9,en;q=0.8", "ru"),
        ("en;q=0.5, ru;q=0.9", "ru"),
        ("en", "en"),
        ("*", "kk"),
        ("ru;q=0, en;q=0.1", "en"),
        ("ru;q=nonsense, en;q=0.2", "en"),
        (",;;q=,=" * 500, "kk"),
    ],
)
def test_problem_is_told_in_the_callers_language(client, accept, language):
    headers = {"accept-language": accept} if accept is not None else {"accept-language": ""}
    response = client.get("/v1/nothing", headers=headers)
    assert response.headers["content-language"] == language


@pytest.mark.parametrize(
    "path", ["/healthz", "/v1/services", "/v1/nothing", "/metrics", f"/v1/snapshots/{KK_ACT.digest}/text"]
)
def test_security_headers_are_everywhere(client, path):
    headers = client.get(path).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "script-src" not in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"


@pytest.mark.parametrize("path", ["/docs", "/redoc"])
def test_interactive_pages_that_load_foreign_scripts_are_off(client, path):
    check_problem(client.get(path), 404)
