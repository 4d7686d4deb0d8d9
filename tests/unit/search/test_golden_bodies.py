"""The committed request bodies are those that the program sends."""

import pytest

from tests.unit.search.golden_bodies import FOLDER, golden_bodies, written


@pytest.mark.parametrize("name", golden_bodies())
def test_golden_body_is_fresh(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == written(golden_bodies()[name]), (
        f"indexes/golden/{name} is stale: run 'python -m tests.unit.search.golden_bodies' and look at the difference"
    )


def test_no_golden_body_is_left_over() -> None:
    assert {path.name for path in FOLDER.iterdir()} == set(golden_bodies())
