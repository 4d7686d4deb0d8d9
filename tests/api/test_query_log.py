"""The query log by HTTP: what is kept of a search, clicks, who may see it, and what staff make of it."""

import logging

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry
from tests.api.staff import ELSEWHERE, HERE, bearer, guard_of, key_of

AUTHOR = {"author": "Гүлнар"}


@pytest.fixture
def opened(built):
    """`opened(address, loopback=, key=, days=)`: a registry over the samples, and a client of its API; `key` tells the
    role of a key that is sent."""
    registries = []

    def open_one(address=HERE, *, loopback=True, key=None, days=90):
        registry = Registry(built, log_days=days)
        registries.append(registry)
        headers = bearer(key_of(registry, key)) if key else {}
        application = create_application(registry, guard=guard_of(registry, loopback=loopback))
        client = TestClient(application, base_url=address, headers=headers, raise_server_exceptions=False)
        return registry, client

    yield open_one
    for registry in registries:
        registry.close()


@pytest.fixture
def base(opened):
    return opened()


def searched(client, words):
    return client.get("/v1/search", params={"q": words}).json()


def listed(registry, client, **query):
    registry.queries.flush()
    return client.get("/v1/queries", params=query).json()


def name_of(registry):
    service = next(registry.all_services())
    return service.name_ru or service.name_kk, service.id


def test_a_search_is_kept_under_the_id_that_its_clicks_come_with(base):
    registry, client = base
    words, service = name_of(registry)
    found = searched(client, words)
    click = {"kind": "service", "target": service, "place": 1}
    answer = client.post(f"/v1/searches/{found['search']}/clicks", params=click)
    assert (answer.status_code, answer.content) == (202, b"")
    log = listed(registry, client)
    assert log["counts"] == {"searches": 1, "without_result": 0, "without_click": 0, "clicks": 1}
    (query,) = log["items"]
    assert (query["text"], query["searches"], query["clicked"], query["search"]) == (words, 1, 1, found["search"])
    assert query["shown"][0] == found["services"][0]["service"]["id"]
    assert log["kept_days"] == 90


def test_queries_without_a_click_and_a_further_page_that_is_no_search_of_its_own(base):
    registry, client = base
    words, _ = name_of(registry)
    found = client.get("/v1/search", params={"q": words, "limit": 1}).json()
    further = client.get("/v1/search", params={"q": words, "limit": 1, "cursor": found["next"]}).json()
    assert further["search"] is None
    assert [one["text"] for one in listed(registry, client, without="click")["items"]] == [words]
    assert listed(registry, client, without="result")["items"] == []


def test_without_days_nothing_is_kept(opened):
    registry, client = opened(days=0)
    assert searched(client, "куәлік")["search"] is None
    assert listed(registry, client)["items"] == []


@pytest.mark.parametrize(
    ("path", "query", "status"),
    [
        ("f" * 16, {"kind": "service", "target": "x", "place": 1}, 202),  # an unknown search tells nothing
        ("f" * 15, {"kind": "service", "target": "x", "place": 1}, 422),
        ("f" * 16, {"kind": "person", "target": "x", "place": 1}, 422),
        ("f" * 16, {"kind": "service", "target": "", "place": 1}, 422),
        ("f" * 16, {"kind": "service", "target": "x\x00", "place": 1}, 422),
        ("f" * 16, {"kind": "service", "target": "x" * 301, "place": 1}, 422),
        ("f" * 16, {"kind": "service", "target": "x", "place": -1}, 422),
        ("f" * 16, {"kind": "service", "target": "x", "place": 1001}, 422),
    ],
)
def test_clicks_have_limits(base, path, query, status):
    registry, client = base
    assert client.post(f"/v1/searches/{path}/clicks", params=query).status_code == status
    assert listed(registry, client)["counts"]["clicks"] == 0


def test_a_query_becomes_a_synonym_in_one_step_and_back(base):
    registry, client = base
    found = searched(client, "оқубақ")
    registry.queries.flush()
    answer = client.post("/v1/synonyms", json={"search": found["search"], "term": "школа", **AUTHOR})
    assert answer.status_code == 201
    made = answer.json()
    assert (made["said"], made["ru"][0], made["search"]) == (["оқубақ"], "школа", found["search"])
    assert client.get("/v1/synonyms").json()["items"] == [made]
    assert registry.curation.curated().terms[0].said == ("оқубақ",)
    assert client.delete(f"/v1/synonyms/{made['id']}").json() == {"id": made["id"]}
    assert client.get("/v1/synonyms").json()["items"] == []
    assert client.delete(f"/v1/synonyms/{made['id']}").status_code == 404


def test_a_best_bet_names_a_service_of_the_base(base):
    registry, client = base
    _, service = name_of(registry)
    made = client.post("/v1/best-bets", json={"phrase": "құс үйі", "service": service, **AUTHOR})
    assert (made.status_code, made.json()["present"]) == (201, True)
    assert client.get("/v1/best-bets").json()["items"] == [made.json()]
    lost = client.post("/v1/best-bets", json={"phrase": "құс үйі", "service": "nobody", **AUTHOR})
    assert lost.status_code == 404
    client.delete(f"/v1/best-bets/{made.json()['id']}")
    assert client.get("/v1/best-bets").json()["items"] == []


@pytest.mark.parametrize(
    ("path", "body", "reason"),
    [
        ("synonyms", {"words": ["сөз"], "term": "мектепшік", **AUTHOR}, "no term"),
        ("synonyms", {"words": ["школа"], "term": "мектеп", **AUTHOR}, "already"),
        ("synonyms", {"words": [], "term": "мектеп", **AUTHOR}, "a word is needed"),
        ("synonyms", {"words": ["сөз"], "term": "мектеп", "author": " "}, "name of the person"),
        ("synonyms", {"words": ["сөз"], "term": "мектеп", **AUTHOR, "mood": "good"}, None),
        ("synonyms", {"words": ["сөз"] * 21, "term": "мектеп", **AUTHOR}, None),
        ("best-bets", {"phrase": "…", "service": "x", **AUTHOR}, "no letter"),
        ("best-bets", {"phrase": "", "service": "x", **AUTHOR}, None),
    ],
)
def test_what_cannot_be_added_is_told_and_not_kept(base, path, body, reason):
    registry, client = base
    answer = client.post(f"/v1/{path}", json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (422, "application/problem+json")
    assert reason is None or reason in answer.json()["reason"]
    assert (registry.curation.synonyms(), registry.curation.best_bets()) == ((), ())


@pytest.mark.parametrize(
    ("base", "headers", "status"),
    [
        ({}, {}, 200),
        ({"address": ELSEWHERE}, {}, 401),
        ({}, {"origin": "http://other.invalid"}, 403),
        ({}, {"x-forwarded-for": "192.0.2.7"}, 401),
        ({"loopback": False}, {}, 401),
        ({"address": ELSEWHERE, "key": "operator"}, {}, 200),
        ({"address": ELSEWHERE, "key": "reader"}, {}, 403),
        ({"key": "operator"}, {"authorization": "Bearer another"}, 401),
    ],
)
def test_who_may_see_and_change_it(opened, base, headers, status):
    _, client = opened(**base)
    for path in ("queries", "synonyms", "best-bets"):
        assert client.get(f"/v1/{path}", headers=headers).status_code == status, path
    body = {"words": ["оқубақ"], "term": "мектеп", **AUTHOR}
    added = client.post("/v1/synonyms", json=body, headers=headers)
    assert added.status_code == (201 if status == 200 else status)


def test_a_busy_database_answers_the_search_and_counts_the_loss(base, built, monkeypatch):
    registry, client = base
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 50)
    words, _ = name_of(registry)
    elsewhere = built.store()
    with elsewhere.write():
        answer = client.get("/v1/search", params={"q": words})
        registry.queries.flush()
        busy = client.post("/v1/synonyms", json={"words": ["оқубақ"], "term": "мектеп", **AUTHOR})
    elsewhere.close()
    assert (answer.status_code, busy.status_code) == (200, 503)
    assert answer.json()["services"]
    assert "anyq_query_log_lost_total 1.0" in client.get("/metrics").text


def test_what_was_typed_is_in_no_log_and_no_metric(base, caplog, monkeypatch):
    registry, client = base
    client = TestClient(client.app, base_url=HERE)  # it would raise what reaches the server, which logs it
    asked = "Балапанқызыәсем"

    def broken(*_arguments, **_rest):
        raise RuntimeError(f"cannot read {asked}")

    with caplog.at_level(logging.DEBUG):
        assert client.get("/v1/search", params={"q": asked}).status_code == 200
        registry.queries.flush()
        monkeypatch.setattr(registry, "search", broken)
        answer = client.get("/v1/search", params={"q": asked})
    assert (answer.status_code, asked in answer.text) == (500, False)
    own = [record for record in caplog.records if record.name != "httpx2"]  # that is the asking program
    assert any("RuntimeError" in (record.getMessage() + str(record.exc_text)) for record in own)
    assert not any(asked in record.getMessage() + str(record.exc_text) for record in own)
    assert asked not in client.get("/metrics").text
