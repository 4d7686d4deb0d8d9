"""`kb services` and `kb export services --as-of` over an invented register."""

import json
from pathlib import Path

import pytest

from tests.command import Kb
from tests.register_base import build_register


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build_register(tmp_path_factory.mktemp("register")).folder


def test_services_are_listed_by_conditions(kb: Kb, home: Path) -> None:
    shown = kb("services", "--free", "--channel", "state_corporation", "--lang", "ru", home=home)
    assert shown.status == 0
    assert shown.out.splitlines()[0].startswith("99202001  Осмотр качелей")
    assert "всего: 1" in shown.out
    found = json.loads(kb("services", "--status", "excluded", "--json", home=home).out)
    assert ([one["id"] for one in found["items"]], found["total"]) == (["99101002"], 1)
    assert found["items"][0]["year_out"] == 2034


def test_a_page_is_followed_by_the_next(kb: Kb, home: Path) -> None:
    first = json.loads(kb("services", "--limit", "2", "--json", home=home).out)
    second = json.loads(kb("services", "--after", first["next"], "--json", home=home).out)
    assert [one["id"] for one in (*first["items"], *second["items"])] == ["99101001", "99101002", "99202001"]


def test_the_register_in_numbers(kb: Kb, home: Path) -> None:
    years = json.loads(kb("services", "--counters", "--json", home=home).out)
    assert [(one["year"], one["services"]) for one in years] == [(2031, 2), (2032, None), (2033, 3), (2034, 2)]
    lines = kb("services", "--counters", "--lang", "ru", home=home).out.splitlines()
    assert "нет данных" in next(line for line in lines if line.strip().startswith("2032"))
    assert "66,7 % (2)" in next(line for line in lines if line.strip().startswith("2033")).replace("\xa0", " ")


def test_the_registry_of_a_day_is_exported(kb: Kb, home: Path) -> None:
    def exported(day: str) -> dict[str, list[str]]:
        lines = kb("export", "services", "--as-of", day, home=home).out.splitlines()
        return {one["id"]: one["forms"] for one in map(json.loads, lines)}

    assert exported("2032-01-01") == {"99101001": ["paper"], "99101002": ["paper"]}
    assert exported("2033-09-01") == {"99101001": ["electronic_full"], "99101002": ["paper"], "99202001": ["paper"]}


@pytest.mark.parametrize(
    "call",
    [
        ("export", "statements", "--as-of", "2033-01-01"),
        ("export", "services", "--as-of", "soon"),
        ("export", "services", "--as-of", "2030-01-01"),
        ("services", "--counters", "--paid"),
        ("services", "--year", "2032"),
        ("services", "--channel", "phone"),
    ],
)
def test_what_cannot_be_told_is_a_wrong_call_in_one_line(kb: Kb, home: Path, call: tuple[str, ...]) -> None:
    ran = kb(*call, home=home)
    assert (ran.status, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("services", "--owner", "nobody"), "--owner: no value 'nobody'"),
        (("services", "--form", "clay"), "paper"),
        (("services", "--life-situation", "birth"), "five digits"),
        (("search", "ұя", "--where", "language=de"), "kk, ru"),
        (("search", "ұя", "--clause-where", "status=open"), "in_force"),
        (("search", "ұя", "--where", "colour=red"), "FACET is one of"),
    ],
)
def test_an_unknown_value_is_one_line_that_names_the_known_ones(kb: Kb, call: tuple[str, ...], told: str) -> None:
    ran = kb(*call)
    assert (ran.status, ran.out, ran.err.count("\n")) == (2, "", 1)
    assert told in ran.err
