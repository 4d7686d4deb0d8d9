"""Each source reads its example pages into the record beside them."""

import json
from pathlib import Path

import pytest

import scrapers
from tests.examples.shape import FOLDER, example_pages, is_broken, outcome_of, read_example

PAGES = example_pages()


def test_every_source_has_an_example() -> None:
    covered = {read_example(page)[0] for page in PAGES if not is_broken(page)}
    assert covered == set(scrapers.discover())


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(FOLDER).as_posix())
def test_page_gives_the_record_beside_it(page: Path) -> None:
    expected = json.loads(page.with_name(page.name + ".expected.json").read_text(encoding="utf-8"))
    assert outcome_of(page) == expected


def test_every_record_has_its_page() -> None:
    records = {path.as_posix().removesuffix(".expected.json") for path in FOLDER.rglob("*.expected.json")}
    assert records == {page.as_posix() for page in PAGES}


def test_both_languages_of_an_act_give_the_same_ids() -> None:
    folder = FOLDER / "lawgit/2024/0305-o-veloparkovkakh-880001"
    kaz, rus = (read_example(folder / name)[1] for name in ("kaz.md", "rus.md"))
    in_both = {clause.id for clause in kaz.clauses} & {clause.id for clause in rus.clauses}
    # Only the Russian text has a second channel paragraph and a form; only the Kazakh one tells the form of service.
    assert {clause.id for clause in kaz.clauses} - in_both == {"annex-1/row-4-1/p-1"}
    assert len(in_both) >= 35
