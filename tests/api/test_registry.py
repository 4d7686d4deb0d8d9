"""Services by conditions and the register over the years, as the API gives them."""

import pytest

from tests.web.memory_register import FIRST, SECOND


def ids(answer):
    return [one["id"] for one in answer.json()["items"]]


def test_conditions_narrow_the_list_and_the_counts(client):
    answer = client.get("/v1/services", params={"owner": "government"})
    assert (ids(answer), answer.json()["total"]) == ([], 0)
    answer = client.get("/v1/services", params={"paid": "true", "channel": "egov_portal", "text": "ұя тіркеу"})
    assert (ids(answer), answer.json()["facets"]["channel"]) == (["nest-1"], {"egov_portal": 1})
    assert answer.json()["edition"] is None


def test_the_register_of_a_day_and_of_a_year(client):
    assert ids(client.get("/v1/services", params={"as_of": "2025-12-31"})) == ["nest-1"]
    answer = client.get("/v1/services", params={"year": 2026, "automation": "electronic_any"})
    assert (ids(answer), answer.json()["edition"]) == (["nest-1"], SECOND.isoformat())
    assert answer.json()["items"][0]["one_stop"] is True


def test_pages_of_a_narrowed_list(client):
    first = client.get("/v1/services", params={"year": 2026, "limit": 1}).json()
    second = client.get("/v1/services", params={"year": 2026, "limit": 1, "cursor": first["next"]}).json()
    assert [one["id"] for one in first["items"] + second["items"]] == ["nest-1", "kite/2"]
    assert (first["total"], second["next"]) == (2, None)


def test_a_day_before_the_first_edition_is_told(client):
    answer = client.get("/v1/services", params={"as_of": "2024-04-01"})
    assert (answer.status_code, answer.headers["content-type"]) == (404, "application/problem+json")
    assert "2024, 2026" in answer.json()["reason"]


@pytest.mark.parametrize("wrong", ["channel=phone", "paid=perhaps", "status=gone", "life_situation=12", "year=90"])
def test_a_condition_that_is_none_is_a_wrong_call(client, wrong):
    assert client.get(f"/v1/services?{wrong}").status_code == 422


def test_a_cursor_of_another_list_is_told(client):
    assert client.get("/v1/services", params={"owner": "government", "cursor": "nest-1"}).status_code == 400


def test_counters_have_a_line_for_the_year_without_an_edition(client):
    years = {one["year"]: one for one in client.get("/v1/registry/counters").json()["items"]}
    assert sorted(years) == [2024, 2025, 2026]
    assert (years[2024]["edition"], years[2024]["services"]) == (FIRST.isoformat(), 1)
    assert years[2024]["shares"]["electronic"] == {"count": 0, "known": 1, "percent": 0.0}
    assert (years[2025]["edition"], years[2025]["services"], years[2025]["shares"]) == (None, None, None)
    assert years[2026]["shares"]["paid"] == {"count": 1, "known": 2, "percent": 50.0}
