"""Marks given here and now by HTTP."""

import pytest

from kb.pipeline import Registry
from kb.pipeline.today import today_in_kazakhstan
from tests.api.staff import ELSEWHERE
from tests.api.test_access import is_problem

PATH = "/v1/monitoring/live-marks"


@pytest.fixture
def registry(built):
    registry = Registry(built)
    yield registry
    registry.close()


@pytest.fixture
def services(registry):
    return [one.id for one in registry.all_services()]


def given(client, service, /, **rest):
    return client.post(PATH, json={"subject": "service", "mark": 4, "language": "kk", "service": service, **rest})


def test_anybody_marks_a_service_once_a_day(opened, registry, services):
    reader = opened(ELSEWHERE)
    answer = given(reader, services[0], channel="post", words="Ерлан Серікұлы: кезек ұзақ")
    wave = f"live-{today_in_kazakhstan().year}"
    assert (answer.status_code, answer.json()) == (201, {"wave": wave})
    again = given(reader, services[0])
    assert is_problem(again, 409, "marked-today")
    assert given(reader, services[0], subject="answer").status_code == 201
    assert given(reader, services[1]).status_code == 201
    assert registry.monitoring.questions(wave) == {"consultation": 1, "satisfaction": 2}
    assert is_problem(reader.get(f"{PATH}/comments"), 401, "key-needed")
    staff = opened(ELSEWHERE, "operator")
    told = staff.get(f"{PATH}/comments").json()
    (comment,) = told["items"]
    assert (comment["mark"], comment["channel"], comment["service"]) == (4, "post", services[0])
    assert "кезек ұзақ" in comment["words"]
    assert "Серікұлы" not in comment["words"]
    assert told["kept_days"] == 90
    assert staff.get(f"{PATH}/comments", params={"service": services[1]}).json()["items"] == []
    assert is_problem(staff.get(f"{PATH}/comments", params={"service": "x-0"}), 404, "not-found")


@pytest.mark.parametrize(
    ("wrong", "code"),
    [
        ({"mark": 6}, "invalid-request"),
        ({"mark": 0}, "invalid-request"),
        ({"mark": "very good"}, "invalid-request"),
        ({"subject": "weather"}, "invalid-request"),
        ({"makr": 5}, "invalid-request"),
        ({"words": "а" * 2001}, "invalid-request"),
        ({"channel": "pigeon"}, "bad-feedback"),
        ({"service": "900101300123"}, "bad-feedback"),
    ],
)
def test_wrong_marks_are_told_without_what_they_say(opened, services, wrong, code):
    reader = opened(ELSEWHERE)
    answer = given(reader, services[0], **wrong)
    assert is_problem(answer, 422, code)
    assert "900101300123" not in answer.text


def test_a_page_of_another_site_gives_no_mark(opened, services):
    foreign = {"origin": "https://other.invalid"}
    body = {"subject": "service", "service": services[0], "mark": 5, "language": "ru"}
    assert is_problem(opened(ELSEWHERE).post(PATH, json=body, headers=foreign), 403, "forbidden")
