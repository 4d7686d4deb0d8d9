"""The real files of the git repositories: the act of each, and the day of each edition that has its sheet."""

import csv
import re
from datetime import date
from pathlib import Path

import pytest

from kb.model import Document
from scrapers import lawgit
from tests.examples.snapshots import related_below, snapshot_of

# Files whose day the index knows from the repository while no sheet of that edition was stored.
WITHOUT_SHEET = 2


@pytest.fixture(scope="module")
def documents(shared: Path) -> dict[str, Document]:
    root = shared / "data" / "acts"
    related = related_below(root)
    read = {}
    for path in sorted(root.rglob("*.md")):
        name, body = path.relative_to(root).as_posix(), path.read_bytes()
        snapshot = snapshot_of(body, document=name, media_type="text/markdown", source="lawgit")
        read[name] = lawgit.read(snapshot, body, related)
    assert len(read) >= 100
    return read


def test_every_file_is_of_a_known_act(documents: dict[str, Document]) -> None:
    assert [name for name, document in documents.items() if document.act is None] == []


def test_the_act_is_the_one_whose_number_the_folder_bears(documents: dict[str, Document]) -> None:
    for name, document in documents.items():
        assert document.act is not None
        number = document.act.id.removeprefix("zan:")
        assert re.search(rf"(^|-){number}(@|/|-)", name), name


def test_the_day_of_an_edition_is_that_of_the_index(documents: dict[str, Document], shared: Path) -> None:
    with (shared / "data" / "acts" / "INDEX.tsv").open(encoding="utf-8") as table:
        rows = {row["path"]: row["edition date"] or "" for row in csv.DictReader(table, delimiter="\t")}
    dated = {name: date.fromisoformat(rows[name]) for name in documents if re.fullmatch(r"\d{4}-\d\d-\d\d", rows[name])}
    assert len(dated) >= 39
    told = {name: edition.date for name in dated if (edition := documents[name].edition)}
    assert len(told) == len(dated)
    wrong = {name: (dated[name], day) for name, day in told.items() if day != dated[name]}
    assert all(day is None for _, day in wrong.values()), wrong
    assert len(wrong) <= WITHOUT_SHEET
    for name in wrong:
        assert {"no_data_sheet", "unknown_edition"} & {issue.code for issue in documents[name].issues}
