import pytest

from kb.search import without_markup


@pytest.mark.parametrize(
    ("quote", "shown"),
    [
        (r"1\) көрсетілетін **қызмет**", "1) көрсетілетін қызмет"),
        ("> * өтініш\n> * сурет", "өтініш сурет"),
        ('<td colspan="2">беруші</td><td>алушы</td>', "беруші алушы"),
        ('span="2">беруші</td><td rows', "беруші"),
        (r"а \| б\* және *курсив* `код` __қалың__", "а | б* және курсив код қалың"),
        ("| а | б |\n|---|:--|\n| в | г |", "а б в г"),
        ("### 3. Тақырып", "3. Тақырып"),
        ("а &lt; б&nbsp;в", "а < б в"),
        ("көзі<sup>1</sup> <!-- белгі --> мәтін", "көзі1 мәтін"),
    ],
)
def test_markdown_is_shown_without_its_marks(quote: str, shown: str) -> None:
    assert " ".join(without_markup(quote, document="acts/kaz.md").text.split()) == shown


@pytest.mark.parametrize(
    "text", ["x > y және 3 < 5", "5 * 3 = 15, a_b", "аты-жөні __________ (қолы)", "- тире", "<script>alert(1)</script>"]
)
def test_what_is_no_mark_stays(text: str) -> None:
    assert without_markup(text, document="acts/kaz.md").text == text


def test_other_files_are_shown_as_they_are() -> None:
    for document in ("a.html", "https://example.invalid/docs/V1"):
        assert without_markup(r"1\) **а**", [(4, 5)], document=document).highlights == ((4, 5),)
        assert without_markup(r"1\) **а**", document=document).text == r"1\) **а**"


def test_highlights_move_along() -> None:
    quote = r"1\) **қызмет** <td title='қызмет'>көрсетуші</td> &lt;қызмет"
    places = [(start, start + 6) for start in range(len(quote)) if quote.startswith("қызмет", start)]
    shown = without_markup(quote, places, document="kaz.md")
    assert [shown.text[start:end] for start, end in shown.highlights] == ["қызмет", "қызмет"]
    assert shown.text == "1) қызмет  көрсетуші  <қызмет"
