"""What real acts say of themselves is read right, all of it."""

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.read import Requisites, find_requisites, parse_page, read_markdown, read_requisites, words_in

ROWS: list[dict[str, Any]] = yaml.safe_load(Path(__file__).with_name("metadata.yaml").read_text(encoding="utf-8"))


def requisites_in(path: Path) -> Requisites:
    text = path.read_text(encoding="utf-8")
    if path.suffix == ".md":
        return find_requisites(read_markdown(text))
    if path.suffix == ".json":
        return read_requisites(json.loads(text)["requisites"])
    if path.suffix == ".html":
        return read_requisites(words_in(parse_page(text).select(".slogan p")[0]))
    return read_requisites(yaml.safe_load(text)["requisite"])


@pytest.mark.parametrize("row", ROWS, ids=[row["at"] for row in ROWS])
def test_an_act_is_known_by_its_line(row: dict[str, Any], shared: Path) -> None:
    [path] = (shared / "data").glob(row["at"])
    found = requisites_in(path)
    assert (found.number, found.date, found.type) == (row["number"], row["date"], row["type"])
    assert found.issuers == tuple(row.get("issuers", ()))
    assert [found.registered_number, found.registered_on] == row.get("registered", [None, None])
    assert found.code == row.get("code")
    repealed_on, number = row.get("repealed", (None, None))
    assert (found.repealed, found.repealed_on) == (number is not None, repealed_on)
    assert (found.repealed_by or "").endswith(f"№ {number}" if number else "")
    assert not found.suspended


def test_the_table_covers_twenty_acts() -> None:
    acts = {(row["number"], row["date"]) for row in ROWS}
    assert len(acts) >= 20
    assert all(isinstance(row["date"], date) for row in ROWS)
