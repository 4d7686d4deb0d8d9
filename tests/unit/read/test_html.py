import pytest

from kb.model import BlockKind
from kb.read import ReadError, at_least_one, at_most_one, only, parse_page, read_html


def pieces(html: str) -> list[tuple[BlockKind, str]]:
    reading = read_html(html)
    return [(block.kind, reading.text[block.start : block.end]) for block in reading.blocks]


def test_words_in_order_without_what_is_hidden() -> None:
    html = (
        "<html><head><title>т</title><style>p{}</style></head><body><nav>мәзір</nav><h2>Аты</h2>"
        "<script>x()</script><p>Бір <i>екі</i>&nbsp;үш<!-- жоқ --></p><ul><li>а<li>б</ul>бос жол<br>келесі"
        "<p><b>Қалың</b></p><footer>соңы</footer></body></html>"
    )
    assert pieces(html) == [
        (BlockKind.HEADING, "Аты"),
        (BlockKind.PARAGRAPH, "Бір екі үш"),
        (BlockKind.LIST_ITEM, "а"),
        (BlockKind.LIST_ITEM, "б"),
        (BlockKind.PARAGRAPH, "бос жол"),
        (BlockKind.PARAGRAPH, "келесі"),
        (BlockKind.HEADING, "Қалың"),
    ]


def test_article_stands_for_the_page() -> None:
    html = "<body><p>жарнама</p><article><p>мәтін</p></article></body>"
    assert pieces(html) == [(BlockKind.PARAGRAPH, "мәтін")]


def test_table_cells_with_spans_and_paragraphs() -> None:
    html = (
        "<table><tr><td rowspan=2>1</td><td><p>а</p><p>б</p></td></tr><tr><td></td></tr>"
        "<tr><td colspan=2>в<br>г</td></tr></table>"
    )
    reading = read_html(html)
    [table] = reading.blocks
    cells = [(c.row, c.column, c.rowspan, c.colspan, reading.text[c.start : c.end]) for c in table.cells]
    assert cells == [(0, 0, 2, 1, "1"), (0, 1, 1, 1, "а\nб"), (1, 1, 1, 1, ""), (2, 0, 1, 2, "в\nг")]


def test_wrapper_table_gives_way_only_when_nothing_else_is_in_it() -> None:
    inner = "<table><tbody><tr><td>1</td><td>2</td></tr></tbody></table>"
    [bare] = read_html(f"<table><tr><td>{inner}</td></tr></table>").blocks
    assert len(bare.cells) == 2
    reading = read_html(f"<table><tr><td>сөз {inner}</td></tr></table>")
    assert [reading.text[c.start : c.end] for c in reading.blocks[0].cells] == ["сөз\n1 2"]


@pytest.mark.parametrize("tag", ["<div>", "<i>", "<table><tr><td>"])
def test_page_nested_beyond_reason_is_refused(tag: str) -> None:
    with pytest.raises(ReadError, match="nested"):
        read_html(tag * 1500 + "сөз")


def test_anchors_are_kept() -> None:
    reading = read_html('<p id="z1">а</p><p><b><a name="z2"></a>б</b></p><h3 id="z3">в</h3>')
    assert [block.anchor for block in reading.blocks] == ["z1", "z2", "z3"]


def test_page_of_nothing_is_empty() -> None:
    assert read_html("").blocks == ()
    assert read_html("<html><body> </body></html>").text == ""


def test_selectors_fail_on_zero_and_many() -> None:
    page = parse_page("<p>а</p><p>б</p><h1>в</h1>")
    assert only(page, "h1").get_text() == "в"
    assert at_most_one(page, "h2") is None
    assert len(at_least_one(page, "p")) == 2
    for call, words in (
        (lambda: only(page, "p"), "found 2"),
        (lambda: only(page, "h2"), "found 0"),
        (lambda: at_most_one(page, "p"), "found 2"),
        (lambda: at_least_one(page, "h2"), "found none"),
    ):
        with pytest.raises(ReadError, match=words):
            call()
