"""Texts that no file or database could hold are mended where they are made."""

import json

import pytest

from kb.model import BlockKind
from kb.read import TextBuilder, load_json, load_yaml, read_body
from kb.read.builder import CellText

ODD = ["\ud800", "\udfff", "\0"]


@pytest.mark.parametrize("odd", ODD)
def test_json_with_half_a_letter_is_read_with_a_mark_in_its_place(odd: str) -> None:
    body = json.dumps({f"к{odd}": [f"а{odd}б", {"т": odd}], "n": 1, "b": None})
    assert load_json(body) == {"к\ufffd": ["а\ufffdб", {"т": "\ufffd"}], "n": 1, "b": None}
    reading = read_body(body.encode(), "application/json", document="a.json")
    assert "к\ufffd: а\ufffdб" in reading.text
    assert reading.text.encode()


@pytest.mark.parametrize("escape", ["\\ud800", "\\U0000dfff", "\\0"])
def test_yaml_too(escape: str) -> None:
    assert load_yaml(f'"к{escape}": ["а{escape}б", 1, yes]') == {"к\ufffd": ["а\ufffdб", 1, True]}
    assert load_yaml(f'a: &a ["{escape}"]\nb: *a\n') == {"a": ["\ufffd"], "b": ["\ufffd"]}


def test_whole_pairs_stay_letters() -> None:
    assert load_json('"\\ud83c\\udf33 \\\\ud800"') == "🌳 \\ud800"


@pytest.mark.parametrize("odd", ODD)
def test_a_text_under_construction_keeps_the_places_of_its_blocks(odd: str) -> None:
    builder = TextBuilder()
    builder.add(f"а{odd}б", BlockKind.PARAGRAPH)
    builder.add_table([[CellText(f"{odd}в"), CellText("г")]])
    reading = builder.finish(f"т{odd}")
    first, table = reading.blocks
    assert reading.text[first.start : first.end] == "а\ufffdб"
    assert [reading.text[cell.start : cell.end] for cell in table.cells] == ["\ufffdв", "г"]
    assert reading.title == "т\ufffd"
