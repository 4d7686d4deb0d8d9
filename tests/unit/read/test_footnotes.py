import pytest

from kb.model import ClauseKind, Language
from kb.read import Reading, divide_act, read_html, read_markdown, read_plain


def kinds(text: str, reading: Reading) -> dict[str, ClauseKind]:
    clauses = divide_act(reading.text, reading.blocks, language=Language.RU)
    return {reading.text[c.start : c.end]: c.kind for c in clauses}


@pytest.mark.parametrize(("use", "note"), [("*", "*"), ("**", "**"), ("¹", "¹"), ("***", "*** ")])
def test_a_line_with_the_mark_of_a_word_is_a_note(use: str, note: str) -> None:
    text = f"1. Лавка{use} бесплатна.\n{note}Лавка без спинки.\n2. Дальше.\n"
    found = kinds(text, read_plain(text))
    assert found[f"{note}Лавка без спинки."] is ClauseKind.NOTE
    assert found["2. Дальше."] is ClauseKind.POINT


def test_footnotes_behind_a_table() -> None:
    page = "<table><tr><td>Лавка*</td><td>5**</td></tr></table><p>* без спинки;</p><p>** в тенге.</p><p>Слова.</p>"
    reading = read_html(page)
    found = kinds(reading.text, reading)
    assert [found[words] for words in ("* без спинки;", "** в тенге.", "Слова.")] == [
        ClauseKind.NOTE,
        ClauseKind.NOTE,
        ClauseKind.PARAGRAPH,
    ]


def test_escaped_stars_of_markdown() -> None:
    text = "1. Лавка\\* бесплатна.\n\n\\* Лавка без спинки.\n"
    assert kinds(text, read_markdown(text))["\\* Лавка без спинки."] is ClauseKind.NOTE


@pytest.mark.parametrize(
    "text",
    [
        "1. Лавки:\n\n* со спинкой;\n\n* без спинки.\n",
        "1. Лавка* и стол:\n\n* со спинкой;\n\n* без спинки.\n",
        "1. *Лавка* бесплатна.\n\n*Слова в тексте.*\n",
        "1. Лавка** бесплатна.\n\n* Слова в тексте.\n",
    ],
)
def test_lists_and_stressed_words_are_no_footnotes(text: str) -> None:
    assert ClauseKind.NOTE not in kinds(text, read_markdown(text)).values()
