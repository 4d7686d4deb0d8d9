"""The evaluation of state bodies by HTTP: what is shown, who may write, what is refused."""

import csv
from datetime import date

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.monitoring.evaluation import method_to_json, read_method_file
from kb.pipeline import Registry
from tests.api.staff import ELSEWHERE, HERE, bearer, guard_of, key_of
from tests.conftest import ROOT

SAMPLES = ROOT / "examples" / "monitoring" / "evaluation"
METHOD = method_to_json(read_method_file(SAMPLES / "method-2025.yaml"))
BASE = "/v1/monitoring/evaluations"
FINANCE = f"{BASE}/2025-finance-ministry"
FILING = {"item": "services", "day": "2026-05-12", "reason": "есеп толық емес", "author": "Гүлнар"}
TODAY = date(2026, 6, 30)


def points(**more):
    with (SAMPLES / "points-2025.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {"method": "ulgi-2025", "year": 2025, "rows": rows, **more}


@pytest.fixture
def opened(home):
    """`opened(address, loopback=, key=)`: a client over an empty base; `key` is the role of a key that is sent."""
    registries = []

    def open_one(address=HERE, *, loopback=True, key=None):
        registry = Registry(home, today=lambda: TODAY)
        registries.append(registry)
        headers = bearer(key_of(registry, key)) if key else {}
        application = create_application(registry, guard=guard_of(registry, loopback=loopback))
        return TestClient(application, base_url=address, headers=headers, raise_server_exceptions=False)

    yield open_one
    for registry in registries:
        registry.close()


@pytest.fixture
def filled(opened):
    client = opened()
    assert client.post(f"{BASE}/methods", json=METHOD).status_code == 201
    kept = client.post(BASE, json=points())
    assert (kept.status_code, len(kept.json()["evaluations"])) == (201, 2)
    return client


def test_the_method_of_the_source_says_what_its_source_does_not_give(opened):
    client = opened()
    assert [one["id"] for one in client.get(f"{BASE}/methods").json()["items"]] == ["three-blocks"]
    method = client.get(f"{BASE}/methods/three-blocks").json()
    assert (method["year"], method["adding"], method["rounding"]["digits"]) == (None, None, 2)
    assert {one["weight"] for one in method["blocks"]} == {None}
    assert method["blocks"][0]["place"]["line"] == 142
    assert client.get(BASE).json() == {"items": [], "next": None, "years": []}


def test_a_version_comes_back_in_the_form_in_which_it_was_given(filled):
    assert filled.get(f"{BASE}/methods/ulgi-2025").json() == METHOD
    changes = filled.get(f"{BASE}/methods/ulgi-2025/changes?since=three-blocks").json()["changes"]
    assert {"kind": "changed", "part": "item", "id": "goals", "field": "weight", "before": None, "after": 60} in changes


def test_totals_and_what_is_missing_for_them(filled):
    listed = filled.get(f"{BASE}?year=2025").json()
    assert listed["years"] == [2025]
    energy, finance = listed["items"]
    assert (finance["total"]["points"], finance["penalty_points"]) == (86.38, 0.4)
    assert finance["name_ru"] == "Министерство финансов"
    assert energy["total"] == {"points": None, "penalty": 0, "missing": [{"what": "score", "item": "openness"}]}
    assert filled.get(BASE).json() == listed
    sheet = filled.get(FINANCE).json()
    (services,) = [one for one in sheet["items"] if one["item"] == "services"]
    assert (services["level"], services["weight"], services["given"]["points"]) == ("area", 1, 77.25)
    assert sheet["penalties"][0]["points"] == 0.4


def test_an_appeal_goes_its_way_and_changes_the_total(filled):
    filed = filled.post(f"{FINANCE}/appeals", json=FILING)
    assert (filed.status_code, filed.json()["state"], filed.json()["due"]) == (201, "filed", "2026-05-27")
    moves = f"{BASE}/appeals/{filed.json()['id']}/moves"
    step = {"behalf": "civil-service-agency", "day": "2026-05-20", "reason": "қаралды", "author": "Ерлан"}
    assert filled.post(moves, json={**step, "state": "under_consideration"}).status_code == 201
    done = filled.post(moves, json={**step, "state": "accepted", "points": 79.5})
    assert (done.status_code, done.json()["moves"][-1]["points"], done.json()["due"]) == (201, 79.5, None)
    sheet = filled.get(FINANCE).json()
    (services,) = [one for one in sheet["items"] if one["item"] == "services"]
    assert (services["given"]["points"], services["given"]["points_in_force"]) == (77.25, 79.5)
    assert [one["author"] for one in sheet["appeals"][0]["moves"]] == ["Гүлнар", "Ерлан", "Ерлан"]


def test_readers_are_not_told_who_typed_a_step(opened, filled):
    filled.post(f"{FINANCE}/appeals", json=FILING)
    (appeal,) = opened(ELSEWHERE, loopback=False).get(FINANCE).json()["appeals"]
    assert [(one["reason"], one["author"]) for one in appeal["moves"]] == [("есеп толық емес", None)]


@pytest.mark.parametrize(
    ("path", "body", "status", "told"),
    [
        (f"{BASE}/methods", METHOD, 422, "versions are not changed"),
        (f"{BASE}/methods", {**METHOD, "id": "x", "blocks": []}, 422, "at least one block"),
        (f"{BASE}/methods", {**METHOD, "id": "x\0"}, 422, "«id»"),
        (f"{BASE}/methods", [], 422, None),
        (BASE, points(), 422, "is in the base already"),
        (BASE, points(method="lost"), 404, None),
        (BASE, points(year=1999), 422, None),
        (BASE, points(year=2024), 422, "is of 2025"),
        (BASE, points(rows=[]), 422, None),
        (BASE, points(rows=[{"kind": "score"}]), 422, "lacks the column «body»"),
        (BASE, points(rows=[{**points()["rows"][0], "points": "101"}]), 422, "row 2"),
        (BASE, points(rows=[{**points()["rows"][0], "evidence": "a\0b"}]), 422, "cannot be shown"),
        (BASE, points(colour="red"), 422, None),
        (f"{FINANCE}/appeals", {**FILING, "item": "goals"}, 422, "has no points for «goals»"),
        (f"{FINANCE}/appeals", {**FILING, "behalf": "energy-ministry"}, 422, "is for finance-ministry"),
        (f"{FINANCE}/appeals", {**FILING, "day": "2027-01-01"}, 422, "still to come"),
        (f"{FINANCE}/appeals", {**FILING, "reason": " "}, 422, "a reason is needed"),
        (f"{FINANCE}/appeals", {**FILING, "mood": "good"}, 422, None),
        (f"{BASE}/2025-nobody/appeals", FILING, 404, None),
        (
            f"{BASE}/appeals/9/moves",
            {"state": "rejected", "behalf": "a", "day": "2026-05-20", "reason": "r"},
            404,
            None,
        ),
        (f"{BASE}/appeals/9/moves", {"state": "lost", "behalf": "a", "day": "2026-05-20", "reason": "r"}, 422, None),
    ],
)
def test_what_cannot_be_kept_is_told_and_not_kept(filled, path, body, status, told):
    before = filled.get(FINANCE).json(), filled.get(f"{BASE}/methods").json()
    answer = filled.post(path, json=body)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")
    assert told is None or told in answer.json()["reason"]
    assert (filled.get(FINANCE).json(), filled.get(f"{BASE}/methods").json()) == before


@pytest.mark.parametrize(
    ("path", "status"),
    [
        (f"{BASE}/methods/lost", 404), (f"{BASE}/2025-lost", 404), (f"{BASE}/LOST", 422), (f"{BASE}?year=12", 422),
        (f"{BASE}/methods/three-blocks/changes?since=lost", 404), (f"{BASE}/methods/three-blocks/changes", 422),
    ],
)  # fmt: skip
def test_wrong_questions_get_a_problem(opened, path, status):
    answer = opened().get(path)
    assert (answer.status_code, answer.headers["content-type"]) == (status, "application/problem+json")


@pytest.mark.parametrize(
    ("base", "headers", "status"),
    [
        ({}, {}, 201),
        ({"address": ELSEWHERE}, {}, 401),
        ({"loopback": False}, {}, 401),
        ({}, {"sec-fetch-site": "cross-site"}, 403),
        ({"address": ELSEWHERE, "key": "lawyer"}, {}, 201),
        ({"key": "operator"}, {}, 403),
        ({"key": "reader"}, {}, 403),
    ],
)
def test_who_may_write(opened, base, headers, status):
    client = opened(**base)
    answer = client.post(f"{BASE}/methods", json=METHOD, headers=headers)
    assert answer.status_code == status
    for path, body in ((BASE, points()), (f"{FINANCE}/appeals", FILING)):
        assert client.post(path, json=body, headers=headers).status_code == status
