"""The review queue by HTTP: what is shown, who may decide, what is refused."""

import pytest
from starlette.testclient import TestClient

from kb.api import StaffGuard, create_application
from kb.pipeline import Registry, Reviews
from tests.review_base import doubtful, doubtful_folder

__all__ = ["doubtful", "doubtful_folder"]

TOKEN = "a-token-of-the-tests"  # noqa: S105
DECISION = {"verdict": "reject", "reason": "мәтінді оқыдым", "author": "Гүлнар"}
LOCAL = "http://127.0.0.1:8000"
HERE = StaffGuard(loopback=True)


@pytest.fixture
def opened(doubtful):
    """`opened(guard)`: a client over the base with doubtful readings."""
    registries = []

    def open_one(guard=HERE, address=LOCAL):
        registry = Registry(doubtful)
        registry.reviews = Reviews(doubtful, doubtful.store(), patience=0)
        registries.append(registry)
        return TestClient(create_application(registry, guard=guard), base_url=address, raise_server_exceptions=False)

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
    ("guard", "address", "headers", "status"),
    [
        (HERE, LOCAL, {}, 201),
        (HERE, "http://localhost:8000", {"origin": "http://localhost:8000"}, 201),
        (HERE, LOCAL, {"sec-fetch-site": "same-origin", "origin": "null"}, 201),
        (HERE, "http://anyq.invalid", {}, 403),
        (HERE, LOCAL, {"origin": "http://other.invalid"}, 403),
        (HERE, LOCAL, {"origin": "http://127.0.0.1:9999"}, 403),
        (HERE, LOCAL, {"origin": "null"}, 403),
        (HERE, LOCAL, {"sec-fetch-site": "cross-site"}, 403),
        (HERE, LOCAL, {"x-forwarded-for": "192.0.2.7"}, 403),
        (HERE, LOCAL, {"forwarded": "for=192.0.2.7"}, 403),
        (HERE, LOCAL, {"via": "1.1 front"}, 403),
        (HERE, LOCAL, {"sec-fetch-site": "same-site", "origin": LOCAL}, 403),
        (StaffGuard(loopback=False), LOCAL, {}, 403),
        (StaffGuard(), LOCAL, {"authorization": f"Bearer {TOKEN}"}, 403),
        (StaffGuard(token=TOKEN), "http://anyq.invalid", {"authorization": f"Bearer {TOKEN}"}, 201),
        (
            StaffGuard(token=TOKEN), "http://anyq.invalid",
            {"authorization": f"Bearer {TOKEN}", "x-forwarded-for": "192.0.2.7"}, 201,
        ),
        (StaffGuard(token=TOKEN, loopback=True), LOCAL, {}, 403),
        (StaffGuard(token=TOKEN), LOCAL, {"authorization": "Bearer another"}, 403),
        (StaffGuard(token=TOKEN), LOCAL, {"authorization": f"Basic {TOKEN}"}, 403),
        (StaffGuard(token=TOKEN), LOCAL, {"cookie": f"anyq_review={TOKEN}"}, 403),
        (
            StaffGuard(token=TOKEN), LOCAL,
            {"authorization": f"Bearer {TOKEN}", "sec-fetch-site": "cross-site"}, 403,
        ),
    ],
)  # fmt: skip
def test_who_may_decide(opened, guard, address, headers, status):
    client = opened(guard, address)
    item = first(client)
    answer = client.post(f"/v1/reviews/{item['id']}/decisions", json=DECISION, headers=headers)
    assert answer.status_code == status
    if status == 403:
        assert answer.headers["content-type"] == "application/problem+json"
        assert TOKEN not in answer.text
        assert first(client) == item


def test_the_token_is_in_no_printed_form():
    assert TOKEN not in repr(StaffGuard(token=TOKEN))


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
