"""`kb calculate`."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.app import Settings, open_registry
from tests.command import Kb


@pytest.fixture
def service(kb: Kb, built_folder: Path) -> str:
    """A service of the samples with a fee in MRP."""
    lines = [json.loads(line) for line in kb("export", "statements", home=built_folder).out.splitlines()]
    priced = [one["service"]["id"] for one in lines if one["attribute"] == "fee" and one["value"]["kind"] == "mrp"]
    assert priced
    return str(priced[0])


def test_json_is_the_object_of_the_api(kb: Kb, built_folder: Path, service: str) -> None:
    registry = open_registry(Settings(home=built_folder))
    client = TestClient(create_application(registry))
    for arguments, path in (
        (("fee", service, "--as-of", "2026-03-02", "--copies", "2"), "fee?as_of=2026-03-02&copies=2"),
        (("due", service, "--filed", "2026-03-02", "--extended"), "due-date?filed=2026-03-02&extended=true"),
        (
            ("due", service, "--filed", "2026-03-02", "--channel", "egov_portal"),
            "due-date?filed=2026-03-02&channel=egov_portal",
        ),
    ):
        shown = json.loads(kb("calculate", *arguments, "--json", home=built_folder).out)
        assert shown == client.get(f"/v1/services/{service}/{path}").json(), path
        assert shown["items"], path
    registry.close()


def test_sums_and_days_are_told_in_words(kb: Kb, built_folder: Path, service: str) -> None:
    fee = kb("calculate", "fee", service, "--as-of", "2026-03-02", "--lang", "ru", home=built_folder)
    assert fee.status == 0
    assert "МРП с 01.01.2026" in fee.out
    assert "Платит:" in fee.out
    due = kb("calculate", "due", service, "--filed", "2026-03-06", "--lang", "kk", home=built_folder)
    assert due.status == 0
    assert "Өтініш берілген күн: 06.03.2026" in due.out


def test_a_day_outside_the_tables_says_so(kb: Kb, built_folder: Path, service: str) -> None:
    fee = kb("calculate", "fee", service, "--as-of", "2031-01-01", "--lang", "ru", home=built_folder)
    assert (fee.status, "МРП на 01.01.2031 неизвестен" in fee.out) == (0, True)


def test_wrong_calls_say_what_to_do(kb: Kb, built_folder: Path, service: str) -> None:
    for arguments, told in (
        (("fee", service, "--as-of", "2026-02-30"), "expected YYYY-MM-DD"),
        (("fee", service, "--copies", "0"), "greater than or equal to 1"),
        (("fee", service, "--recipient", "king"), "legal_entity"),
        (("fee", "zzz-nothing"), "no service"),
        (("due", service), "--filed"),
        (("due", service, "--filed", "soon"), "expected YYYY-MM-DD"),
    ):
        ran = kb("calculate", *arguments, home=built_folder)
        assert (ran.status, told in ran.err) == (2, True), (arguments, ran.err)
