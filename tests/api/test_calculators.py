"""`/v1/services/{id}/fee` and `/due-date`: what a caller asks and what is refused."""

import pytest


def test_the_fee_is_that_of_the_day(client):
    now = client.get("/v1/services/nest-1/fee").json()
    then = client.get("/v1/services/nest-1/fee?as_of=2017-10-01&copies=2").json()
    assert now["as_of"] == "2026-11-25"
    assert [one["amount"] for one in now["items"]] == [2162.5]
    assert then["items"] == []  # the act is of 2026
    assert then["warnings"][0]["code"] == "no_fee"


def test_the_due_date_has_its_clause_and_its_steps(client):
    found = client.get("/v1/services/nest-1/due-date?filed=2026-11-25").json()["items"][0]
    assert found["day"] == "2026-12-02"
    assert [one["code"] for one in found["steps"]] == ["due_accepted", "due_general_rule", "due_step_count"]
    assert found["evidence"][0]["clause"] == "annex-1/p-2"
    assert [one["rest"] for one in found["skipped"]] == ["weekend", "weekend"]


@pytest.mark.parametrize(
    ("path", "field"),
    [
        ("fee?copies=0", "copies"),
        ("fee?copies=1001", "copies"),
        ("fee?copies=two", "copies"),
        ("fee?as_of=2026-02-30", "as_of"),
        ("fee?recipient=king", "recipient"),
        ("fee?channel=pigeon", "channel"),
        ("fee?case=" + "х" * 301, "case"),
        ("due-date", "filed"),
        ("due-date?filed=2026-13-01", "filed"),
        ("due-date?filed=2026-11-25&extended=perhaps", "extended"),
    ],
)
def test_a_wrong_value_is_named(client, path, field):
    response = client.get(f"/v1/services/nest-1/{path}")
    assert response.status_code == 422
    assert response.headers["content-type"] == "application/problem+json"
    assert [one["field"] for one in response.json()["errors"]] == [field]


@pytest.mark.parametrize("path", ["fee", "due-date?filed=2026-11-25"])
def test_an_unknown_service_is_not_found(client, path):
    assert client.get(f"/v1/services/nobody/{path}").status_code == 404


def test_days_outside_the_tables_get_no_number(client):
    fee = client.get("/v1/services/nest-1/fee?as_of=2031-01-01").json()["items"][0]
    due = client.get("/v1/services/nest-1/due-date?filed=2026-12-29").json()["items"][0]
    assert (fee["outcome"], fee["amount"]) == ("outside_table", None)
    assert (due["outcome"], due["day"]) == ("outside_table", None)
