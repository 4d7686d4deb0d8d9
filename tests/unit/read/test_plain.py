from kb.model import BlockKind, Language
from kb.read import divide_plain, read_plain

TEXT = (
    "КЛУБ ЕРЕЖЕСІ\n\nКлуб туралы бірінші абзац, ол нүктемен бітеді.\n- шу шығармау;\n\nКесте туралы\n\n"
    "Күн\tСабақ\nСенбі\tШахмат\n\n1 | Наименование услугодателя | Клуб |\n2 | Срок оказания | 1 день |\n"
    "3 | Форма оказания | бумажная |\n\n## Белгіленген тақырып\nсоңғы жол\n"
)


def test_headings_lists_and_tables() -> None:
    kinds = [
        (block.kind, TEXT[block.start : block.end].split("\n", maxsplit=1)[0]) for block in read_plain(TEXT).blocks
    ]
    assert kinds == [
        (BlockKind.HEADING, "КЛУБ ЕРЕЖЕСІ"),
        (BlockKind.PARAGRAPH, "Клуб туралы бірінші абзац, ол нүктемен бітеді."),
        (BlockKind.LIST_ITEM, "- шу шығармау;"),
        (BlockKind.HEADING, "Кесте туралы"),
        (BlockKind.TABLE, "Күн\tСабақ"),
        (BlockKind.TABLE, "1 | Наименование услугодателя | Клуб |"),
        (BlockKind.HEADING, "Белгіленген тақырып"),
        (BlockKind.PARAGRAPH, "соңғы жол"),
    ]
    assert read_plain(TEXT).title == "КЛУБ ЕРЕЖЕСІ"


def test_bars_and_tabs_make_cells() -> None:
    tables = [block for block in read_plain(TEXT).blocks if block.kind is BlockKind.TABLE]
    cells = [[TEXT[c.start : c.end] for c in table.cells] for table in tables]
    assert cells[0] == ["Күн", "Сабақ", "Сенбі", "Шахмат"]
    assert cells[1][:3] == ["1", "Наименование услугодателя", "Клуб"]


def test_empty_cells_keep_their_places() -> None:
    text = "\tа\tб\n1\t\t3\n"
    [table] = read_plain(text).blocks
    places = [(c.row, c.column, text[c.start : c.end]) for c in table.cells]
    assert places == [(0, 0, ""), (0, 1, "а"), (0, 2, "б"), (1, 0, "1"), (1, 1, ""), (1, 2, "3")]


def test_single_line_with_one_tab_is_no_table() -> None:
    assert [block.kind for block in read_plain("сөз\tсөз\n").blocks] == [BlockKind.PARAGRAPH]


def test_mark_at_the_start_of_a_file_is_no_word() -> None:
    [block] = read_plain("\ufeffсөз\n").blocks
    assert (block.start, block.end) == (1, 4)


def test_sections_paragraphs_and_rows() -> None:
    blocks = read_plain(TEXT).blocks
    clauses = {clause.id: clause for clause in divide_plain(TEXT, blocks, language=Language.KK)}
    assert {"s-1", "s-1/p-2", "s-2/t-1/row-2", "s-2/t-2/row-2", "s-3/p-1"} <= set(clauses)
    row = clauses["s-2/t-2/row-2"]
    assert (row.label, row.number, TEXT[row.start : row.end]) == ("Срок оказания", "2", "1 день")
    assert TEXT[clauses["s-2"].start : clauses["s-2"].end].endswith("бумажная |")


def test_text_before_the_first_heading_has_no_section() -> None:
    text = "бірінші абзац нүктемен бітеді.\n"
    assert [c.id for c in divide_plain(text, read_plain(text).blocks, language=Language.KK)] == ["p-1"]


def test_table_marked_by_text_recognition() -> None:
    text = "<fcel>1<fcel>Срок<fcel>а\nб<nl><ched>2<lcel><ecel><nl>"
    [table] = read_plain(text).blocks
    cells = [(c.row, c.column, c.colspan, text[c.start : c.end]) for c in table.cells]
    assert cells == [(0, 0, 1, "1"), (0, 1, 1, "Срок"), (0, 2, 1, "а\nб"), (1, 0, 2, "2"), (1, 2, 1, "")]
