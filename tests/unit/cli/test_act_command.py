"""`kb act` and the endpoints beside it, over the sample acts."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.app import Settings, open_registry
from tests.command import Kb


def _first_act(kb: Kb, home: Path) -> str:
    return str(json.loads(kb("act", "list", "--json", home=home).out)[0]["id"])


def test_acts_are_listed_once_with_title_and_status(kb: Kb, built_folder: Path) -> None:
    listed = json.loads(kb("act", "list", "--json", home=built_folder).out)
    assert len({one["id"] for one in listed}) == len(listed) == 4
    assert all(one["title_kk"] for one in listed)


def test_text_editions_and_both_languages_of_an_act(kb: Kb, built_folder: Path) -> None:
    name = _first_act(kb, built_folder)
    editions = json.loads(kb("act", "editions", name, "--json", home=built_folder).out)
    assert {one["language"] for one in editions} == {"kk", "ru"}
    assert name in kb("act", "show", name, home=built_folder).out
    (part,) = json.loads(kb("act", "parallel", name, "--json", home=built_folder).out)
    assert sum(1 for pair in part["pairs"] if pair["kk"] and pair["ru"]) > 10
    day = editions[-1]["date"]
    (same,) = json.loads(kb("act", "diff", name, "--from", day, "--to", day, "--json", home=built_folder).out)
    assert same["changes"] == []
    assert same["same"] > 10


def test_references_have_their_words_and_their_ends(kb: Kb, built_folder: Path) -> None:
    names = [one["id"] for one in json.loads(kb("act", "list", "--json", home=built_folder).out)]
    found = [one for name in names for one in json.loads(kb("act", "links", name, "--json", home=built_folder).out)]
    assert any(one["target"] for one in found)
    assert "«" in kb("act", "links", names[0], home=built_folder).out


@pytest.mark.parametrize("call", [("editions",), ("show",), ("diff", "--from", "2020-01-01", "--to", "2021-01-01")])
def test_an_unknown_act_is_a_wrong_call(kb: Kb, built_folder: Path, call: tuple[str, ...]) -> None:
    ran = kb("act", call[0], "V9999999999", *call[1:], home=built_folder)
    assert (ran.status, ran.out) == (2, "")
    assert "V9999999999" in ran.err


def test_the_api_answers_the_same(kb: Kb, built_folder: Path) -> None:
    name = _first_act(kb, built_folder)
    day = json.loads(kb("act", "editions", name, "--json", home=built_folder).out)[-1]["date"]
    registry = open_registry(Settings(home=built_folder))
    with TestClient(create_application(registry)) as client:
        links = client.get(f"/v1/acts/{name}/links").json()["items"]
        assert links == json.loads(kb("act", "links", name, "--json", home=built_folder).out)
        (part,) = client.get(f"/v1/acts/{name}/parallel").json()["items"]
        assert part["pairs"]
        changed = client.get(f"/v1/acts/{name}/difference", params={"from": day, "to": day, "language": "ru"})
        assert changed.json()["items"][0]["changes"] == []
        early = client.get(f"/v1/acts/{name}/links", params={"as_of": "1992-01-01"})
        assert early.status_code == 404
        assert "known:" in early.json()["reason"]
    registry.close()
