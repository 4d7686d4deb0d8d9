"""A source without an example page is not finished."""

import scrapers
from tests.unit.project.tracked import ROOT


def test_every_source_has_an_example_with_its_expected_result() -> None:
    sources = scrapers.discover()
    assert len(sources) >= 4
    without = [source for source in sources if not any((ROOT / "tests" / "examples" / source).rglob("*.expected.json"))]
    assert without == []


def test_every_folder_of_examples_belongs_to_a_source() -> None:
    folders = {
        path.name for path in (ROOT / "tests" / "examples").iterdir() if path.is_dir() and path.name != "__pycache__"
    }
    assert folders - set(scrapers.discover()) == set()
