from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from kb.pipeline import Home, Registry, Step
from kb.pipeline.progress import silent
from kb.relevance.lookups import lookup_rows
from kb.search import SearchResult


@pytest.fixture(scope="module")
def registry(built_folder: Path) -> Iterator[Registry]:
    registry = Registry(Home(folder=built_folder))
    yield registry
    registry.close()


def test_everything_that_the_base_calls_by_a_name_is_looked_up(registry: Registry) -> None:
    steps: list[Step] = []
    rows = {row.name: row for row in lookup_rows(registry, progress=steps.append)}
    assert set(rows) == {"name kk", "name ru", "id", "act code", "act number", "act number and date"}
    services = list(registry.all_services())
    assert rows["name kk"].figures["queries"] == len({service.name_kk for service in services})
    assert rows["id"].figures["queries"] == len({name for service in services for name in service.ids})
    assert rows["act code"].figures["queries"] == sum(len(act.ids) for act in registry.acts.listed())
    assert len(steps) == sum(row.figures["queries"] for row in rows.values())


def test_names_and_ids_come_first(registry: Registry) -> None:
    for row in lookup_rows(registry, progress=silent):
        if row.name in ("name kk", "name ru", "id", "act code"):
            assert row.failing == ()
            assert row.figures["first"] == 1.0


def test_what_does_not_come_first_is_named(registry: Registry, monkeypatch: pytest.MonkeyPatch) -> None:
    search = registry.search
    codes = {code for act in registry.acts.listed() for code in act.ids}

    def forgetful(text: str, **others: Any) -> SearchResult:
        found = search(text, **others)
        return replace(found, clauses=()) if text in codes else found

    monkeypatch.setattr(registry, "search", forgetful)
    rows = {row.name: row for row in lookup_rows(registry, progress=silent)}
    row = rows["act code"]
    assert row.figures["first"] == 0.0
    assert {line.split(" (")[0] for line in row.failing} == codes
    assert all("first is nothing" in line for line in row.failing)
    assert rows["name kk"].failing == ()
