"""Filters by values that nothing can have: an error that names those that there are."""

import pytest


@pytest.mark.parametrize(
    ("query", "parameter", "told"),
    [
        ("search?q=ұя&status=open", "status", "in_force"),
        ("search?q=ұя&language=kk&language=de", "language", "kk, ru"),
        ("search?q=ұя&body=nobody", "body", "nearest"),
        ("search?q=ұя&life_situation=birth", "life_situation", "five digits"),
        ("search?q=ұя&act_status=open", "act_status", "in_force"),
        ("search?q=ұя&act_body=nobody", "act_body", "nearest"),
        ("search?q=ұя&text_language=de", "text_language", "kk, ru"),
        ("search?q=ұя&field=colour", "field", "deadline"),
        ("services?owner=nobody", "owner", "nearest"),
        ("services?provider_kind=shop", "provider_kind", "ministry"),
        ("services?form=clay", "form", "paper"),
        ("services?status=open", "status", "listed"),
        ("services?channel=pigeon", "channel", "egov_portal"),
        ("findings?class=colour", "class", "deadline"),
        ("findings?severity=huge", "severity", "high"),
        ("findings?verdict=maybe", "verdict", "confirmed"),
        ("findings?body=nobody", "body", "there are"),
    ],
)
def test_an_unknown_value_is_an_error_that_names_the_known_ones(client, query, parameter, told):
    answer = client.get(f"/v1/{query}")
    assert answer.status_code == 422
    (error,) = answer.json()["errors"]
    assert error["field"].split(".")[0] == parameter
    assert told in error["message"]


@pytest.mark.parametrize("query", ["search?q=ұя&status=in_force&channel=post&field=fee", "services?form=paper"])
def test_a_known_value_that_nothing_has_finds_nothing(client, query):
    answer = client.get(f"/v1/{query}")
    assert answer.status_code == 200
