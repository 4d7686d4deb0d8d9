"""`/v1/services/{id}/documents`: what a caller asks and what is refused."""

import pytest


def test_the_list_has_its_items_with_their_clauses(client):
    found = client.get("/v1/services/nest-1/documents").json()
    assert found["as_of"] == "2026-11-25"
    assert [one["needed"] for one in found["items"] if one["listed"]]
    assert all(one["statement"]["evidence"]["quote"] for one in found["items"])


def test_what_was_told_comes_back(client):
    path = "/v1/services/nest-1/documents?channel=egov_portal&recipient=individual&case=замена&representative=true"
    assert client.get(path).json()["asked"] == {
        "case": "замена",
        "recipient": "individual",
        "channel": "egov_portal",
        "representative": True,
    }


def test_a_day_without_rules_has_no_list(client):
    found = client.get("/v1/services/nest-1/documents?as_of=2017-10-01").json()
    assert (found["items"], found["language"]) == ([], None)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("as_of=2026-02-30", "as_of"),
        ("recipient=king", "recipient"),
        ("channel=pigeon", "channel"),
        ("representative=perhaps", "representative"),
        ("language=fr", "language"),
        ("case=" + "х" * 301, "case"),
    ],
)
def test_a_wrong_value_is_named(client, query, field):
    response = client.get(f"/v1/services/nest-1/documents?{query}")
    assert response.status_code == 422
    assert [one["field"] for one in response.json()["errors"]] == [field]


def test_an_unknown_service_is_not_found(client):
    assert client.get("/v1/services/nobody/documents").status_code == 404
