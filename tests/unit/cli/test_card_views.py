"""`kb card` on a day, over time, between two days and speaker by speaker."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.app import Settings, open_registry
from kb.pipeline import today_in_kazakhstan
from tests.command import Kb


@pytest.fixture
def service(kb: Kb, built_folder: Path) -> str:
    """The service with most sources."""
    lines = [json.loads(line) for line in kb("export", "services", home=built_folder).out.splitlines()]
    return str(max(lines, key=lambda one: len(one["sources"]))["id"])


def test_views_as_json_are_the_objects_of_the_api(kb: Kb, built_folder: Path, service: str) -> None:
    registry = open_registry(Settings(home=built_folder))
    client = TestClient(create_application(registry, today=today_in_kazakhstan))
    for arguments, path in (
        (("--history",), "history"),
        (("deadline", "--history"), "history?attribute=deadline"),
        (("--diff", "2010-01-01", "2026-01-01"), "difference?from=2010-01-01&to=2026-01-01"),
        (("--as-of", "2010-01-01", "--against", "2026-01-01"), "difference?from=2010-01-01&to=2026-01-01"),
        (("--sides", "--as-of", "2026-01-01"), "sides?as_of=2026-01-01"),
    ):
        shown = json.loads(kb("card", service, *arguments, "--json", home=built_folder).out)
        assert shown == client.get(f"/v1/services/{service}/{path}").json(), path
    registry.close()


def test_views_are_told_in_words(kb: Kb, built_folder: Path, service: str) -> None:
    history = kb("card", service, "--history", "deadline", "--lang", "ru", home=built_folder)
    assert history.status == 0
    assert "История значений" in history.out
    assert "Срок оказания" in history.out
    assert "Оплата" not in history.out
    none = kb("card", service, "--diff", "2026-01-01", "2026-01-01", "--lang", "ru", home=built_folder)
    assert "Различий нет." in none.out
    changed = kb("card", service, "--diff", "1995-01-01", "2026-01-01", "--lang", "ru", home=built_folder)
    assert "добавлено" in changed.out
    sides = kb("card", service, "--sides", "--lang", "ru", home=built_folder)
    assert sides.status == 0
    assert "стандарт" in sides.out


def test_a_card_says_for_which_day_it_is(kb: Kb, built_folder: Path, service: str) -> None:
    assert "На 2026-01-01" in kb("card", service, "--as-of", "2026-01-01", "--lang", "ru", home=built_folder).out


def test_calls_that_contradict_themselves_say_what_to_do(kb: Kb, built_folder: Path, service: str) -> None:
    for arguments, told in (
        (("--history", "--sides"), "ask for one of them"),
        (("deadline",), "add --history"),
        (("--diff", "2026", "2027-01-01"), "expected YYYY-MM-DD"),
        (("--diff", "2026-01-01", "2027-01-01", "--against", "2028-01-01"), "leave out --against"),
    ):
        ran = kb("card", service, *arguments, home=built_folder)
        assert (ran.status, told in ran.err) == (2, True), arguments
