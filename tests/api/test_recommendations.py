"""Recommendations by HTTP: everybody reads them, staff with the role enter them and their steps."""

import pytest

from kb.pipeline import Registry
from tests.api.staff import ELSEWHERE
from tests.api.test_access import is_problem
from tests.finding_base import contradicting, contradicting_folder

__all__ = ["contradicting", "contradicting_folder"]
PATH = "/v1/monitoring/recommendations"


@pytest.fixture
def registry(contradicting):
    registry = Registry(contradicting)
    yield registry
    registry.close()


def body(client, **rest):
    finding = client.get("/v1/findings").json()["items"][0]["id"]
    return {"words": "Мерзімді бірдей жазу", "language": "kk", "finding": finding, **rest}


def made(client, **rest):
    answer = client.post(PATH, json=body(client, **rest))
    assert answer.status_code == 201, answer.text
    return answer.json()


def test_a_recommendation_goes_from_proposed_to_done(opened):
    here = opened()
    one = made(here, author="Гүлнар")
    assert (one["state"], one["overdue"], one["steps"][0]["actor"]) == ("proposed", False, "Гүлнар")
    step = {"state": "accepted", "owner": "Министрлік", "due": "2099-01-01"}
    far = here.post(f"{PATH}/{one['id']}/steps", json=step)
    assert is_problem(far, 422, "bad-recommendation")
    assert "check the year" in far.json()["reason"]
    accepted = here.post(f"{PATH}/{one['id']}/steps", json={**step, "due": "2031-01-01"}).json()
    assert (accepted["state"], accepted["owner"], accepted["due"]) == ("accepted", "Министрлік", "2031-01-01")
    done = here.post(f"{PATH}/{one['id']}/steps", json={"state": "done"}).json()
    assert [step["state"] for step in done["steps"]] == ["proposed", "accepted", "done"]
    assert here.get(f"{PATH}/{one['id']}").json() == done
    listing = here.get(PATH, params={"state": "done"}).json()
    assert [one["id"] for one in listing["items"]] == [done["id"]]
    assert listing["counts"] == {"proposed": 0, "accepted": 0, "done": 1, "rejected": 0}
    assert here.get(PATH, params={"overdue": True}).json()["items"] == []


def test_readers_see_the_steps_without_who_entered_them(opened):
    one = made(opened())
    reader = opened(ELSEWHERE)
    for told in (reader.get(f"{PATH}/{one['id']}").json(), reader.get(PATH).json()["items"][0]):
        assert [step["actor"] for step in told["steps"]] == [None]
    staff = opened(ELSEWHERE, "lawyer")
    assert made(staff)["steps"][0]["actor"] == "Гүлнар"


def test_only_the_role_writes(opened):
    one = made(opened())
    step = {"state": "rejected", "note": "себебі"}
    reader = opened(ELSEWHERE)
    assert is_problem(reader.post(PATH, json=body(reader)), 401, "key-needed")
    assert is_problem(reader.post(f"{PATH}/{one['id']}/steps", json=step), 401, "key-needed")
    low = opened(ELSEWHERE, "operator")
    assert is_problem(low.post(PATH, json=body(low)), 403, "forbidden")
    assert is_problem(low.post(f"{PATH}/{one['id']}/steps", json=step), 403, "forbidden")
    foreign = opened().post(PATH, json=body(low), headers={"origin": "https://other.invalid"})
    assert is_problem(foreign, 403, "forbidden")
    assert reader.get(PATH).json()["counts"]["proposed"] == 1


@pytest.mark.parametrize(
    ("wrong", "status", "code"),
    [
        ({"words": ""}, 422, "invalid-request"),
        ({"words": "а" * 2001}, 422, "invalid-request"),
        ({"wrods": "а"}, 422, "invalid-request"),
        ({"finding": None}, 422, "bad-recommendation"),
        ({"document": "kaz.md"}, 422, "bad-recommendation"),
        ({"finding": "f-0"}, 404, "not-found"),
        ({"service": "x-0"}, 404, "not-found"),
        ({"document": "kaz.md", "line": 1}, 404, "not-found"),
        ({"due": "soon"}, 422, "invalid-request"),
    ],
)
def test_wrong_recommendations_are_told(opened, wrong, status, code):
    here = opened()
    assert is_problem(here.post(PATH, json=body(here, **wrong)), status, code)
    assert here.get(PATH).json()["items"] == []


def test_wrong_addresses_and_conditions_are_told(opened):
    here = opened()
    assert is_problem(here.get(f"{PATH}/ffffffff"), 404, "not-found")
    assert is_problem(here.get(f"{PATH}/nobody"), 422, "invalid-request")
    assert is_problem(here.get(PATH, params={"state": "lost"}), 422, "invalid-request")
    assert is_problem(here.get(PATH, params={"service": "x-0"}), 404, "not-found")
    assert is_problem(here.get(PATH, params={"cursor": "ffffffff"}), 400, "bad-query")
    assert is_problem(here.post(f"{PATH}/ffffffff/steps", json={"state": "rejected", "note": "а"}), 404, "not-found")
