"""The review queue by HTTP: what is shown, who may decide, what is refused."""

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry, Reviews
from tests.api.staff import ELSEWHERE, HERE, bearer, guard_of, key_of
from tests.review_base import doubtful, doubtful_folder

__all__ = ["doubtful", "doubtful_folder"]

DECISION = {"verdict": "reject", "reason": "мәтінді оқыдым", "author": "Гүлнар"}


@pytest.fixture
def opened(doubtful):
    """`opened(address, loopback=, key=)`: a client over the base with doubtful readings, where `key` tells the role of
    a key that is sent."""
    registries = []

    def open_one(address=HERE, *, loopback=True, key=None):
        registry = Registry(doubtful)
        registry.reviews = Reviews(doubtful, doubtful.store(), patience=0)
        registries.append(registry)
        headers = bearer(key_of(registry, key)) if key else {}
        application = create_application(registry, guard=guard_of(registry, loopback=loopback))
        return TestClient(application, base_url=address, headers=headers, raise_server_exceptions=False)

    open_one.registries = registries
    yield open_one
    for registry in registries:
        registry.close()


@pytest.fixture
def local(opened):
    return opened()


def first(client):
    return client.get("/v1/reviews").json()["items"][0]


def test_the_queue_lists_what_is_doubtful_and_counts_it(local):
    listed = local.get("/v1/reviews").json()
    assert [one["reasons"] for one in listed["items"]] == [["number_and_words"], ["no_calendar"]]
    assert [one["confidence"] for one in listed["items"]] == [0.1, 0.5]
    assert listed["counts"]["state"] == {"open": 2}
    assert listed["counts"]["attribute"] == {"deadline": 1, "fee": 1}
    item = local.get(f"/v1/reviews/{listed['items'][0]['id']}").json()
    assert (
        item["statement"]["evidence"]["quote"]
        in local.get(f"/v1/snapshots/{item['evidence'][0]['snapshot']}/text").text
    )


def test_filters_and_pages_of_the_queue(local):
    service = first(local)["services"][0]
    for query, count in {
        "?reason=no_calendar": 1, "?attribute=fee": 1, "?state=rejected": 0, "?kind=services": 0,
        f"?service={service}": 2,
    }.items():  # fmt: skip
        assert len(local.get(f"/v1/reviews{query}").json()["items"]) == count, query
    page = local.get("/v1/reviews?limit=1").json()
    rest = local.get(f"/v1/reviews?limit=1&cursor={page['next']}").json()
    assert rest["next"] is None
    assert rest["items"][0]["id"] != page["items"][0]["id"]


@pytest.mark.parametrize(
    ("path", "status"),
    [
        ("/v1/reviews/" + "0" * 20, 404), ("/v1/reviews/x", 422), ("/v1/reviews?state=lost", 422),
        ("/v1/reviews?service=nobody", 404), ("/v1/reviews?cursor=" + "0" * 20, 400), ("/v1/reviews?limit=0", 422),
    ],
)  # fmt: skip
def test_wrong_questions_get_a_problem(local, path, status):
    answer = local.get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


def test_a_decision_is_kept_and_changes_the_card(local):
    item = first(local)
    path = f"/v1/services/{item['services'][0]}"
    edit = {**DECISION, "verdict": "edit", "value": {"amount": 2}}
    answer = local.post(f"/v1/reviews/{item['id']}/decisions", json=edit)
    assert (answer.status_code, answer.json()["state"]) == (201, "edited")
    fees = local.get(path).json()["statements"]["fee"]
    (decided,) = [one for one in fees if one["decision"]]
    assert (decided["value"]["amount"], decided["decision"]["author"]) == (2, "Гүлнар")
    local.post(f"/v1/reviews/{item['id']}/decisions", json=DECISION)
    left = local.get(path).json()["statements"]["fee"]
    assert len(left) == len(fees) - 1
    kept = local.get(f"/v1/reviews/{item['id']}").json()["decisions"]
    assert [one["verdict"] for one in kept] == ["reject", "edit"]


@pytest.mark.parametrize(
    ("body", "reason"),
    [
        ({**DECISION, "verdict": "edit"}, "needs the value"),
        ({**DECISION, "verdict": "edit", "value": {"amount": -1}}, "amount"),
        ({**DECISION, "verdict": "edit", "value": {"colour": "red"}}, "colour"),
        ({**DECISION, "value": {"amount": 2}}, "edit only"),
        ({**DECISION, "reason": "  "}, "reason"),
        ({**DECISION, "author": "a" * 101}, None),
        ({**DECISION, "verdict": "maybe"}, None),
        ({**DECISION, "mood": "good"}, None),
        ({"verdict": "accept"}, None),
    ],
)
def test_a_wrong_decision_is_told_and_not_kept(local, body, reason):
    item = first(local)
    answer = local.post(f"/v1/reviews/{item['id']}/decisions", json=body)
    assert answer.status_code == 422
    assert reason is None or reason in answer.json()["reason"]
    assert first(local) == item


def test_an_endless_decision_is_refused(local):
    body = {**DECISION, "reason": "ж" * 70_000}
    assert local.post(f"/v1/reviews/{first(local)['id']}/decisions", json=body).status_code == 413


@pytest.mark.parametrize(
    ("base", "headers", "status"),
    [
        ({}, {}, 201),
        ({"address": "http://localhost:8000"}, {"origin": "http://localhost:8000"}, 201),
        ({}, {"sec-fetch-site": "same-origin", "origin": "null"}, 201),
        ({"address": ELSEWHERE}, {}, 401),
        ({}, {"origin": "http://other.invalid"}, 403),
        ({}, {"origin": "http://127.0.0.1:9999"}, 403),
        ({}, {"origin": "null"}, 403),
        ({}, {"sec-fetch-site": "cross-site"}, 403),
        ({}, {"x-forwarded-for": "192.0.2.7"}, 401),
        ({}, {"forwarded": "for=192.0.2.7"}, 401),
        ({}, {"via": "1.1 front"}, 401),
        ({}, {"sec-fetch-site": "same-site", "origin": HERE}, 403),
        ({"loopback": False}, {}, 401),
        ({"address": ELSEWHERE, "key": "lawyer"}, {}, 201),
        ({"address": ELSEWHERE, "key": "lawyer"}, {"x-forwarded-for": "192.0.2.7"}, 201),
        ({"address": ELSEWHERE, "key": "administrator"}, {}, 201),
        ({"address": ELSEWHERE, "key": "operator"}, {}, 403),
        ({"key": "reader"}, {}, 403),
        ({"key": "lawyer"}, {"sec-fetch-site": "cross-site"}, 403),
    ],
)
def test_who_may_decide(opened, base, headers, status):
    client = opened(**base)
    item = first(client)
    answer = client.post(f"/v1/reviews/{item['id']}/decisions", json=DECISION, headers=headers)
    assert answer.status_code == status
    if status != 201:
        assert answer.headers["content-type"] == "application/problem+json"
        assert first(client) == item


def test_a_decision_bears_the_name_of_the_key_and_not_the_one_that_was_typed(opened):
    client = opened(key="lawyer")
    decided = client.post(f"/v1/reviews/{first(client)['id']}/decisions", json={**DECISION, "author": "Ерлан"}).json()
    assert [one["author"] for one in decided["decisions"]] == ["Гүлнар"]
    client.headers.update(bearer(key_of(opened.registries[-1], "administrator", name="Сәуле")))
    (entry,) = client.get("/v1/audit?action=review.decide").json()["items"]
    assert (entry["actor"], entry["role"], entry["target"]) == ("Гүлнар", "lawyer", decided["id"])
    assert (entry["before"], entry["after"]["verdict"]) == ({"state": "open"}, "reject")


def test_without_a_key_and_a_name_it_is_the_person_at_this_machine(local):
    body = {name: part for name, part in DECISION.items() if name != "author"}
    decided = local.post(f"/v1/reviews/{first(local)['id']}/decisions", json=body).json()
    assert [one["author"] for one in decided["decisions"]] == ["local"]


def test_a_decision_during_a_build_is_asked_for_again(local, doubtful):
    item = first(local)
    with doubtful.hold():
        answer = local.post(f"/v1/reviews/{item['id']}/decisions", json=DECISION)
    assert answer.status_code == 503
    assert int(answer.headers["retry-after"]) > 0
    assert answer.json()["type"] == "urn:anyq:problem:busy"
    assert first(local) == item


def test_a_decision_during_a_build_on_another_machine_is_asked_for_again(opened, doubtful, monkeypatch):
    monkeypatch.setattr("kb.store.engine.BUSY_TIMEOUT_MS", 50)
    client, elsewhere = opened(), doubtful.store()
    item = first(client)
    with elsewhere.write():
        answer = client.post(f"/v1/reviews/{item['id']}/decisions", json=DECISION)
    elsewhere.close()
    assert (answer.status_code, answer.json()["type"]) == (503, "urn:anyq:problem:busy")
    assert first(client) == item
