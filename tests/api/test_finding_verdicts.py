"""Verdicts on findings by HTTP: who may, what is refused, open data."""

import csv
import json
from io import StringIO

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry
from tests.api.staff import ELSEWHERE, HERE, bearer, guard_of, key_of
from tests.many_findings import many, many_folder

__all__ = ["many", "many_folder"]
VERDICT = {"verdict": "exception", "reason": "бұл ерекше жағдай", "author": "Гүлнар"}


@pytest.fixture
def registry(many):
    registry = Registry(many)
    yield registry
    registry.close()


@pytest.fixture
def opened(registry):
    """`opened(address, key=)`: a client, where `key` is the role of a key that is sent."""

    def open_one(address=HERE, *, key=None):
        headers = bearer(key_of(registry, key)) if key else {}
        application = create_application(registry, guard=guard_of(registry))
        return TestClient(application, base_url=address, headers=headers, raise_server_exceptions=False)

    return open_one


def first(client):
    return client.get("/v1/findings").json()["items"][0]


def path_of(client):
    return f"/v1/findings/{first(client)['id']}/verdicts"


@pytest.mark.parametrize(
    ("base", "headers", "status"),
    [
        ({}, {}, 201),
        ({"address": ELSEWHERE}, {}, 401),
        ({"address": ELSEWHERE}, bearer("anyq_x"), 401),
        ({"address": ELSEWHERE, "key": "lawyer"}, {}, 201),
        ({"address": ELSEWHERE, "key": "administrator"}, {}, 201),
        ({"address": ELSEWHERE, "key": "operator"}, {}, 403),
        ({"address": ELSEWHERE, "key": "reader"}, {}, 403),
        ({"key": "lawyer"}, {"origin": "http://other.invalid"}, 403),
    ],
)
def test_who_may_decide(opened, base, headers, status):
    client = opened(**base)
    path = path_of(client)
    answer = client.post(path, json=VERDICT, headers=headers)
    assert answer.status_code == status
    assert len(client.get(path).json()["items"]) == (1 if status == 201 else 0)
    if status != 201:
        assert answer.headers["content-type"] == "application/problem+json"


def test_a_verdict_silences_the_finding_until_it_is_taken_back(opened):
    client = opened(ELSEWHERE, key="lawyer")
    path, found = path_of(client), client.get("/v1/findings?verdict=open").json()["counts"]["found"]
    decided = client.post(path, json=VERDICT).json()
    assert (decided["verdict"], [one["author"] for one in decided["history"]]) == ("exception", ["Гүлнар"])
    open_ones = client.get("/v1/findings?verdict=open&limit=100").json()
    assert open_ones["counts"]["found"] == found - 1
    assert decided["id"] not in {one["id"] for one in open_ones["items"]}
    again = client.post(path, json={**VERDICT, "verdict": "open"}).json()
    assert again["verdict"] == "open"
    assert len(again["history"]) == 2


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"reason": "  "}, "reason"), ({"reason": ""}, "reason"), ({"reason": "ж" * 2001}, "reason"),
        ({"verdict": "maybe"}, "verdict"), ({"author": "a" * 101}, "author"), ({"mood": "good"}, "mood"),
    ],
)  # fmt: skip
def test_a_wrong_verdict_is_told_and_not_kept(opened, change, field):
    client = opened()
    answer = client.post(path_of(client), json=VERDICT | change)
    assert answer.status_code == 422
    assert [one["field"] for one in answer.json()["errors"]] == [field]
    assert client.get("/v1/verdicts").json()["items"] == []


def test_a_verdict_on_no_finding_is_told(opened):
    answer = opened().post("/v1/findings/" + "0" * 20 + "/verdicts", json=VERDICT)
    assert (answer.status_code, answer.json()["type"]) == (404, "urn:anyq:problem:not-found")


def test_all_verdicts_are_open_data_in_three_forms(opened):
    client = opened()
    reason = '=HYPERLINK("http://other.invalid";"ж")'
    client.post(path_of(client), json={**VERDICT, "reason": reason})
    (kept,) = client.get("/v1/verdicts").json()["items"]
    assert (kept["finding"], kept["verdict"], kept["reason"]) == (first(client)["id"], "exception", reason)
    assert [json.loads(one) for one in client.get("/v1/verdicts?format=jsonl").text.splitlines()] == [kept]
    (row,) = csv.DictReader(StringIO(client.get("/v1/verdicts?format=csv").text))
    assert row["reason"] == f"'{reason}"  # no spreadsheet runs it
    assert row["places"] == "; ".join(kept["places"])


def test_every_verdict_is_in_the_trail(opened):
    client = opened(ELSEWHERE, key="administrator")
    client.post(path_of(client), json=VERDICT)
    entry = client.get("/v1/audit").json()["items"][0]
    assert (entry["action"], entry["target"]) == ("verdict.add", f"finding:{first(client)['id']}")
