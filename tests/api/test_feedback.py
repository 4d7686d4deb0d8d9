"""Marks by HTTP: everybody gives them, staff sort and settle them."""

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.pipeline import Registry
from kb.pipeline.feedback import MARKS_A_MINUTE
from tests.api.staff import ELSEWHERE, HERE, bearer, guard_of, key_of
from tests.api.test_access import is_problem

MARK = {"kind": "no_answer", "page": "/search", "language": "kk", "question": "Ерлан Серікұлы ұя мерзімі?"}


@pytest.fixture
def opened(built):
    """`opened(address, role, days=)`: a registry over the samples and a client, with a key of the role where one is
    given."""
    registries = []

    def open_one(address=HERE, role=None, *, days=90):
        registry = Registry(built, log_days=days)
        registries.append(registry)
        headers = bearer(key_of(registry, role)) if role else {}
        application = create_application(registry, guard=guard_of(registry))
        client = TestClient(application, base_url=address, headers=headers, raise_server_exceptions=False)
        return registry, client

    yield open_one
    for registry in registries:
        registry.close()


def given(client, **rest):
    return client.post("/v1/feedback", json={**MARK, **rest})


def test_anybody_gives_a_mark_and_staff_see_it_masked(opened):
    registry, reader = opened(ELSEWHERE)
    answer = given(reader, service=next(registry.all_services()).id, answer="a1b2")
    assert answer.status_code == 201, answer.text
    assert is_problem(reader.get("/v1/feedback"), 401, "key-needed")
    _, staff = opened(ELSEWHERE, "operator")
    listing = staff.get("/v1/feedback").json()
    (mark,) = listing["items"]
    assert (mark["id"], mark["kind"], mark["class"], mark["state"]) == (answer.json()["id"], "no_answer", None, "open")
    assert "Серікұлы" not in staff.get("/v1/feedback").text
    assert [(one["kind"], one["count"]) for one in listing["counts"]] == [("no_answer", 1)]
    assert listing["kept_days"] == 90


def test_staff_sort_and_settle_marks(opened):
    _, staff = opened(ELSEWHERE, "operator")
    name = given(staff, **{"class": "synonym"}).json()["id"]
    sorted_anew = staff.post(f"/v1/feedback/{name}/class", json={"class": "card"}).json()
    assert (sorted_anew["class"], sorted_anew["changed_by"]) == ("card", "Гүлнар")
    assert staff.post(f"/v1/feedback/{name}/state", json={"state": "done"}).json()["state"] == "done"
    assert staff.get("/v1/feedback", params={"state": "open"}).json()["items"] == []
    assert [one["id"] for one in staff.get("/v1/feedback", params={"class": "card"}).json()["items"]] == [name]
    assert is_problem(staff.post(f"/v1/feedback/{'0' * 16}/state", json={"state": "done"}), 404, "not-found")
    assert is_problem(staff.post(f"/v1/feedback/{name}/state", json={"state": "gone"}), 422, "invalid-request")


def test_a_class_needs_the_role(opened):
    _, reader = opened(ELSEWHERE)
    assert is_problem(given(reader, **{"class": "card"}), 401, "key-needed")
    _, low = opened(ELSEWHERE, "reader")
    assert is_problem(given(low, **{"class": "card"}), 403, "forbidden")


def test_pages_of_marks_follow_each_other(opened):
    _, here = opened()
    names = [given(here).json()["id"] for _ in range(3)]
    page = here.get("/v1/feedback", params={"limit": 2}).json()
    last = here.get("/v1/feedback", params={"limit": 2, "cursor": page["next"]}).json()
    assert {one["id"] for one in (*page["items"], *last["items"])} == set(names)
    assert last["next"] is None
    assert is_problem(here.get("/v1/feedback", params={"cursor": "x"}), 400, "bad-query")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"words": "а" * 2001}, "invalid-request"),
        ({"kind": "praise"}, "invalid-request"),
        ({"qestion": "ұя"}, "invalid-request"),
        ({"page": "/search?q=900101300123"}, "bad-feedback"),
        ({"service": "Ерлан Серікұлы"}, "bad-feedback"),
        ({"kind": "comment", "question": None}, "bad-feedback"),
    ],
)
def test_wrong_marks_are_told_without_what_they_say(opened, wrong, code):
    _, client = opened(ELSEWHERE)
    answer = given(client, **wrong)
    assert is_problem(answer, 422, code)
    for words in ("900101300123", "Серікұлы"):
        assert words not in answer.text


def test_an_address_may_not_go_on_without_end(opened):
    _, reader = opened(ELSEWHERE)
    answers = [given(reader) for _ in range(MARKS_A_MINUTE + 1)]
    assert [one.status_code for one in answers[:-1]] == [201] * MARKS_A_MINUTE
    assert is_problem(answers[-1], 429, "too-many-marks")
    assert 0 < int(answers[-1].headers["retry-after"]) <= 60
    _, staff = opened(ELSEWHERE, "operator")
    assert [given(staff).status_code for _ in range(MARKS_A_MINUTE + 2)] == [201] * (MARKS_A_MINUTE + 2)


def test_a_page_of_another_site_gives_no_mark(opened):
    _, reader = opened(ELSEWHERE)
    answer = reader.post("/v1/feedback", json=MARK, headers={"origin": "https://other.invalid"})
    assert is_problem(answer, 403, "forbidden")


def test_a_base_that_keeps_nothing_says_so(opened):
    _, reader = opened(ELSEWHERE, days=0)
    assert is_problem(given(reader), 422, "bad-feedback")


def test_questions_are_kept_with_how_their_answers_ended(opened):
    registry, client = opened(ELSEWHERE)
    asked = client.get("/v1/ask", params={"q": "Ерлан Серікұлы 900101300123 мерзімі"}).json()
    client.post("/v1/ask", json={"q": "мерзімі қанша"})
    registry.queries.flush()
    first, second = registry.queries.questions()
    assert (first.state, first.language, first.page) == (asked["state"], "kk", "/v1/ask")
    assert "900101300123" not in first.text
    assert second.text == "мерзімі қанша"
