import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.model import Block, BlockKind
from kb.read import read_markdown, words_of


def pieces(text: str) -> list[tuple[BlockKind, str]]:
    return [(block.kind, text[block.start : block.end]) for block in read_markdown(text).blocks]


def only_table(text: str) -> Block:
    [block] = [block for block in read_markdown(text).blocks if block.kind is BlockKind.TABLE]
    return block


def grid(text: str) -> list[tuple[int, int, int, int, str]]:
    return [
        (cell.row, cell.column, cell.rowspan, cell.colspan, text[cell.start : cell.end])
        for cell in only_table(text).cells
    ]


def test_kinds_of_blocks() -> None:
    text = (
        "# Аты\n\nСөз.\n1. Бірінші\n   2\\) екінші\n- сызықша\n\n> *бір*  \n> *екі*\n\n"
        "**Қалың жол**\n\n```\nнысан\n\n1. жол\n```\nсоңы\n"
    )
    assert pieces(text) == [
        (BlockKind.HEADING, "Аты"),
        (BlockKind.PARAGRAPH, "Сөз."),
        (BlockKind.LIST_ITEM, "1. Бірінші"),
        (BlockKind.LIST_ITEM, "2\\) екінші"),
        (BlockKind.LIST_ITEM, "- сызықша"),
        (BlockKind.NOTE, "> *бір*  \n> *екі*"),
        (BlockKind.HEADING, "**Қалың жол**"),
        (BlockKind.FENCE, "```\nнысан\n\n1. жол\n```"),
        (BlockKind.PARAGRAPH, "соңы"),
    ]
    assert read_markdown(text).title == "Аты"
    assert [block.level for block in read_markdown(text).blocks][:4] == [1, 0, 0, 3]


def test_anchor_belongs_to_what_follows() -> None:
    [block] = read_markdown('<a id="p7"></a>\n\n7. Жетінші\n').blocks
    assert block.anchor == "p7"
    [glued] = read_markdown('<a id="st1"></a>Сөз\n').blocks
    assert glued.anchor == "st1"


def test_spans_are_resolved_to_grid_places() -> None:
    text = (
        '<table>\n<tr><th colspan=3>Аты</th></tr>\n<tr><td rowspan="2">1</td><td>а</td><td>б</td></tr>\n'
        "<tr><td colspan='2'>\nв\nг\n</td></tr>\n</table>\n"
    )
    assert grid(text) == [
        (0, 0, 1, 3, "Аты"),
        (1, 0, 2, 1, "1"),
        (1, 1, 1, 1, "а"),
        (1, 2, 1, 1, "б"),
        (2, 1, 1, 2, "\nв\nг\n"),
    ]


def test_cells_without_closing_tags_end_with_the_next() -> None:
    assert [cell[4] for cell in grid("<table><tr><td>а<td>б<tr><td>в</table>")] == ["а", "б", "в"]


def test_offsets_are_exact_behind_entities_and_tags() -> None:
    text = "алдында\n<table>\n<tr>\n<td>&quot;а&quot; &lt;б&gt;</td><td><strong>в\nг</strong></td>\n</tr>\n"
    text += "</table>\nсоңында"
    assert [cell[4] for cell in grid(text)] == ["&quot;а&quot; &lt;б&gt;", "<strong>в\nг</strong>"]
    assert words_of(text[only_table(text).cells[0].start : only_table(text).cells[0].end]) == '"а" <б>'
    assert pieces(text)[-1] == (BlockKind.PARAGRAPH, "соңында")


def test_wrapper_table_gives_way_to_the_inner_ones() -> None:
    text = "<table><tr><td>\nкіріспе\n<table><tr><td>1</td><td>2</td></tr></table>\nсоңы\n</td></tr></table>"
    assert [kind for kind, _ in pieces(text)] == [BlockKind.PARAGRAPH, BlockKind.TABLE, BlockKind.PARAGRAPH]
    assert [cell[4] for cell in grid(text)] == ["1", "2"]


def test_table_without_an_end_takes_the_rest() -> None:
    text = "<table><tr><td>а</td></tr>\n<tr><td>б"
    assert [cell[4] for cell in grid(text)] == ["а", "б"]


def test_tables_nested_beyond_reason_are_read() -> None:
    assert len(read_markdown("<table><tr><td>" * 1500 + "сөз").blocks) == 1


def test_absurd_spans_end_with_the_table() -> None:
    assert grid('<table><tr><td rowspan="99999">а</td></tr></table>') == [(0, 0, 1, 1, "а")]


@given(st.text(alphabet='аб1.)#>*|<>/"= \n\t`-tdrhable&;', max_size=120))
def test_any_text_is_covered_without_overlap(text: str) -> None:
    end = 0
    for block in read_markdown(text).blocks:
        assert end <= block.start < block.end <= len(text)
        end = block.end
        for cell in block.cells:
            assert block.start <= cell.start <= cell.end <= block.end


@pytest.mark.parametrize("line", ["<>", " <br> ", "<b></b>", "## <br>"])
def test_line_of_tags_alone_is_no_block(line: str) -> None:
    reading = read_markdown(f"а\n\n{line}\n\nб\n")
    assert [reading.text[block.start : block.end] for block in reading.blocks] == ["а", "б"]
