import pytest

from kb.model import BlockKind
from kb.read import ReadError, load_csv, load_json, load_yaml, read_body


def test_json_and_yaml_become_readable_text() -> None:
    reading = read_body(
        '{"парк": {"аты": "Орта", "күндер": ["сб", "жс"]}, "бос": null}'.encode(), "application/json", document="a"
    )
    assert reading.text.split("\n\n") == ["парк", "аты: Орта", "күндер: сб", "күндер: жс\n"]
    assert reading.blocks[0].kind is BlockKind.HEADING
    assert read_body("аты: Орта\n".encode(), "application/yaml", document="a").text == "аты: Орта\n"


def test_csv_becomes_a_table() -> None:
    reading = read_body('күн;сабақ\nсб;"ән\nкүй"\n'.encode(), "text/csv", document="a")
    [table] = reading.blocks
    assert [reading.text[c.start : c.end] for c in table.cells] == ["күн", "сабақ", "сб", "ән\nкүй"]


@pytest.mark.parametrize(
    ("load", "text", "words"),
    [
        (load_json, '{"a": }', "not valid JSON"),
        (load_json, "[" * 100_000, "not valid JSON"),
        (load_yaml, "a: [1", "not valid YAML"),
        (load_csv, 'a,b\n"x,1\n', "not valid CSV"),
        (load_csv, "a,b\n1,2,3\n", "record 1 does not have the 2 fields"),
    ],
)
def test_broken_trees_say_what_is_wrong(load: object, text: str, words: str) -> None:
    with pytest.raises(ReadError, match=words):
        load(text)  # type: ignore[operator]


def test_yaml_that_repeats_itself_without_end_is_refused() -> None:
    levels = ["a0: &a0 [сөз]", *(f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 9))]
    with pytest.raises(ReadError, match="a: more than"):
        read_body("\n".join(levels).encode(), "application/yaml", document="a")


def test_unknown_media_type_is_named() -> None:
    with pytest.raises(ReadError, match="a: no reader for image/png"):
        read_body(b"x", "image/png", document="a")
