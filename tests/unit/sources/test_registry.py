"""The register in its forms, and what is no register."""

import datetime as dt
from io import BytesIO

import docx
import pytest

from kb.model import ClauseKind, Document, Language, Reach
from kb.read import Head, ReadError
from scrapers.registry import discover, read, recognise
from tests.examples.collecting import collect
from tests.examples.shape import FOLDER
from tests.examples.snapshots import snapshot_of

SITE = "https://adilet.zan.kz"
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
HEADS = ("№", "Код", "Наименование государственной услуги", "Наименование услугодателя", "Платность")
MARKDOWN = "text/markdown"


def table(*rows: tuple[str, ...], heads: tuple[str, ...] = HEADS) -> str:
    lines = ("".join(f"<td>{cell}</td>" for cell in row) for row in (heads, *rows) if row)
    return "<table>\n" + "\n".join(f"<tr>{line}</tr>" for line in lines) + "\n</table>\n"


def register(*parts: str) -> Document:
    body = ("# Реестр государственных услуг\n\n" + "\n".join(parts)).encode()
    snapshot = snapshot_of(body, document="reestr.md", media_type=MARKDOWN, source="registry")
    return read(snapshot, body, lambda _: {})


def services(document: Document) -> dict[str, str | None]:
    return {clause.number or "": clause.label for clause in document.clauses if clause.kind is ClauseKind.ROW}


def knows(body: bytes, media_type: str) -> bool:
    return recognise(Head.of(body, media_type=media_type, document="reestr"))


def test_the_act_is_asked_for_in_both_languages() -> None:
    found = collect(discover(Reach(today=dt.date(2031, 6, 1), only=("V3100099101",))), FOLDER / "registry")
    assert found.urls == [f"{SITE}/rus/docs/V3100099101", f"{SITE}/kaz/docs/V3100099101"]
    assert [request.language for request in found.requests] == [Language.RU, Language.KK]
    whole = collect(discover(Reach(today=dt.date(2031, 6, 1))), FOLDER / "registry")
    assert len(whole.urls) == len(set(whole.urls)) == 2


def test_a_run_ends_with_its_limit() -> None:
    found = collect(discover(Reach(today=dt.date(2031, 6, 1), limit=1)), FOLDER / "registry")
    assert len(found.urls) == 1


def test_a_page_without_a_table_is_an_error_that_names_it() -> None:
    with pytest.raises(ReadError, match=r"/rus/docs/V3100099102: no table on the page; expected the act with"):
        collect(discover(Reach(today=dt.date(2031, 6, 1), only=("V3100099102",))), FOLDER / "registry")


def test_both_languages_give_the_same_services() -> None:
    found = []
    for tag, name in (("rus", "ru.html"), ("kaz", "kk.html")):
        body = (FOLDER / "registry" / name).read_bytes()
        address = f"{SITE}/{tag}/docs/V3100099101"
        document = read(
            snapshot_of(body, document=address, media_type="text/html", source="registry"), body, lambda _: {}
        )
        assert document.act is not None
        found.append((document.act.id, document.act.date, set(services(document))))
    assert found[0] == found[1] == ("V3100099101", dt.date(2031, 3, 3), {"99101001", "99101002", "99102001"})


def test_the_day_of_an_edition_stands_in_its_address() -> None:
    body = (FOLDER / "registry" / "ru.html").read_bytes()
    days = []
    for ending in ("", "/05.04.2031"):
        address = f"{SITE}/rus/docs/V3100099101{ending}"
        snapshot = snapshot_of(body, document=address, media_type="text/html", source="registry")
        edition = read(snapshot, body, lambda _: {}).edition
        assert edition is not None
        days.append((edition.act, edition.date))
    assert days == [("V3100099101", None), ("V3100099101", dt.date(2031, 4, 5))]


def test_a_word_file_with_merged_cells_is_read() -> None:
    file = docx.Document()
    file.add_paragraph("Реестр государственных услуг")
    grid = file.add_table(rows=4, cols=len(HEADS))
    rows = (
        HEADS,
        ("Раздел 1",),
        ("1", "99105001", "Проверка качелей", "Акиматы", "Бесплатно"),
        ("2", "99105002", "Осмотр горки"),
    )
    for place, row in enumerate(rows):
        for column, words in enumerate(row):
            grid.cell(place, column).text = words
    grid.cell(1, 0).merge(grid.cell(1, 4))
    grid.cell(2, 3).merge(grid.cell(3, 3))
    grid.cell(2, 4).merge(grid.cell(3, 4))
    buffer = BytesIO()
    file.save(buffer)
    body = buffer.getvalue()
    assert knows(body, DOCX)
    document = read(snapshot_of(body, document="reestr.docx", media_type=DOCX, source="registry"), body, lambda _: {})
    assert services(document) == {"99105001": "Проверка качелей", "99105002": "Осмотр горки"}
    assert [clause.label for clause in document.clauses if "/section-" in clause.id] == ["Раздел 1"]
    assert document.issues == ()


def test_a_table_that_goes_on_repeats_its_heads_or_has_none() -> None:
    document = register(
        table(("1", "99105001", "Проверка качелей", "Акиматы", "Бесплатно")),
        table(("2", "99105002", "Осмотр горки", "Акиматы", "Платно")),
        table(("3", "99105003", "Покраска песочницы", "Акиматы", "Платно"), heads=()),
    )
    assert list(services(document)) == ["99105001", "99105002", "99105003"]


def test_the_code_is_read_through_slips_of_the_pen() -> None:
    document = register(table(("1", "991 О5 001", "Проверка качелей", "Акиматы", "Бесплатно")))
    assert list(services(document)) == ["99105001"]


def test_a_row_without_a_code_is_told_with_its_line() -> None:
    document = register(table(("1", "99105001", "Качели", "Акиматы", ""), ("2", "9910", "Горка", "Акиматы", "Платно")))
    (issue,) = document.issues
    assert (issue.code, issue.line) == ("row_without_code", 6)
    assert list(services(document)) == ["99105001"]


def test_an_unknown_column_is_told_with_address_and_remedy() -> None:
    heads = (*HEADS, "Цвет")
    document = register(table(("1", "99105001", "Качели", "Акиматы", "Платно", "синий"), heads=heads))
    (issue,) = document.issues
    assert issue.code == "unknown_label"
    assert issue.message.startswith("reestr.md: ")
    assert "«Цвет»" in issue.message
    assert "register.yaml" in issue.message


def test_another_table_is_no_register() -> None:
    with pytest.raises(ReadError, match=r"reestr\.md: no table of the register"):
        register(table(("1", "99105001", "Качели"), heads=("№", "Код", "Наименование государственной услуги")))


def test_an_act_that_only_speaks_of_the_register_is_not_taken_for_it() -> None:
    row = ("1", "99105001", "Проверка качелей", "Акиматы", "Бесплатно")
    whole = "# Реестр государственных услуг\n\n" + table(row)
    assert knows(whole.encode(), MARKDOWN)
    assert not knows(whole.replace("99105001", "").encode(), MARKDOWN)
    # A requirement table has these words in rows of its own, not in one head.
    rows = (("1", "Наименование государственной услуги", "Качели"), ("2", "Код", "99105001"), ("3", "…", "…"))
    rules = table(*rows, ("4", "Наименование услугодателя", "Акиматы"), heads=())
    assert not knows(("# О реестре государственных услуг\n\n" + rules).encode(), MARKDOWN)
