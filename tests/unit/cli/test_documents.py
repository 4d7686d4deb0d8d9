"""`kb documents`."""

import json
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kb.api import create_application
from kb.app import Settings, open_registry
from tests.command import Kb


@pytest.fixture
def service(kb: Kb, built_folder: Path) -> str:
    """A service of the samples whose rules list documents."""
    lines = [json.loads(line) for line in kb("export", "statements", home=built_folder).out.splitlines()]
    listed = [
        one["service"]["id"] for one in lines if one["attribute"] == "document" and one["source_kind"] == "standard"
    ]
    assert listed
    return str(listed[0])


def test_json_is_the_object_of_the_api(kb: Kb, built_folder: Path, service: str) -> None:
    registry = open_registry(Settings(home=built_folder))
    client = TestClient(create_application(registry))
    shown = json.loads(
        kb("documents", service, "--as-of", "2026-03-02", "--representative", "--json", home=built_folder).out
    )
    path = f"/v1/services/{service}/documents?as_of=2026-03-02&representative=true"
    assert shown == client.get(path).json()
    assert any(one["listed"] for one in shown["items"])
    registry.close()


def test_the_list_is_numbered_with_its_clauses(kb: Kb, built_folder: Path, service: str) -> None:
    shown = kb("documents", service, "--as-of", "2026-03-02", "--lang", "ru", home=built_folder)
    assert shown.status == 0
    assert "  1. " in shown.out


def test_a_service_without_a_list_says_so(kb: Kb, built_folder: Path, service: str) -> None:
    shown = kb("documents", service, "--as-of", "1999-03-02", "--lang", "ru", home=built_folder)
    assert (shown.status, "не перечисляют" in shown.out) == (0, True)


def test_wrong_calls_say_what_to_do(kb: Kb, built_folder: Path, service: str) -> None:
    for arguments, told in (
        ((service, "--as-of", "2026-02-30"), "expected YYYY-MM-DD"),
        ((service, "--recipient", "king"), "legal_entity"),
        (("zzz-nothing",), "no service"),
    ):
        called = kb("documents", *arguments, home=built_folder)
        assert called.status == 2
        assert told in called.err
