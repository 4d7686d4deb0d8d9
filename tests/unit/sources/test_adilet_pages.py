"""What is read on a page of the site and beside it, in pages changed from the examples."""

import datetime as dt
from collections.abc import Mapping

import pytest

import scrapers
from kb.model import ActStatus, Document
from kb.read import ReadError
from scrapers.adilet import accompanies, read, recognise
from tests.examples.shape import FOLDER
from tests.examples.snapshots import snapshot_of

LAW = "https://adilet.zan.kz/rus/docs/Z2100000921"
ORDER_KK = "https://adilet.zan.kz/kaz/docs/V2500099025"


def text_of(name: str) -> str:
    return (FOLDER / "adilet" / name).read_text(encoding="utf-8")


def read_page(html: str, *, document: str = LAW, beside: Mapping[str, str] | None = None) -> Document:
    body = html.encode()
    snapshot = snapshot_of(body, document=document, media_type="text/html", source="adilet")

    def related(pattern: str) -> Mapping[str, bytes]:
        return {name: page.encode() for name, page in (beside or {}).items() if name == pattern}

    return read(snapshot, body, related)


def head(html: str) -> scrapers.Head:
    return scrapers.Head.of(html.encode(), media_type="text/html", document="бет.html")


@pytest.mark.parametrize(
    ("code", "status"),
    [
        ("new", ActStatus.IN_FORCE),
        ("upd", ActStatus.IN_FORCE),
        ("err", ActStatus.IN_FORCE),
        ("yts", ActStatus.REPEALED),
        ("stp", ActStatus.SUSPENDED),
    ],
)
def test_mark_beside_the_title_tells_the_force(code: str, status: ActStatus) -> None:
    document = read_page(text_of("2021-law.html").replace("status_upd", f"status_{code}"))
    assert document.act is not None
    assert document.act.status is status
    assert document.issues == ()


def test_unknown_mark_is_named_with_the_known_ones() -> None:
    [issue] = read_page(text_of("2023-unknown-mark.html")).issues
    assert issue.code == "unknown_label"
    assert "status_ozh" in issue.message
    assert "status_yts" in issue.message


def test_page_without_a_mark_leaves_the_force_open() -> None:
    html = text_of("2021-law.html").replace('<span class="status status_upd">Обновленный</span>', "")
    document = read_page(html)
    assert document.act is not None
    assert document.act.status is ActStatus.UNKNOWN
    assert document.issues == ()


def test_edition_is_the_newest_that_is_in_force_when_the_page_was_taken() -> None:
    history = text_of("2021-law.history.html")
    beside = {f"{LAW}/history": history.replace("01.03.2024", "01.03.2034")}
    edition = read_page(text_of("2021-law.html"), beside=beside).edition
    assert edition is not None
    assert edition.date == dt.date(2022, 1, 15)
    without = read_page(text_of("2021-law.html")).edition
    assert without is not None
    assert without.date is None


def test_repeal_in_the_history_is_no_edition_but_tells_the_act_that_did_it() -> None:
    document = "https://adilet.zan.kz/kaz/docs/V16G0099160"
    beside = {f"{document}/history": text_of("2016-decision.kaz.history.html")}
    page = read_page(text_of("2016-decision.kaz.html"), document=document, beside=beside)
    assert page.act is not None
    assert page.edition is not None
    assert (page.act.repealed_on, page.edition.date) == (dt.date(2019, 4, 18), dt.date(2016, 4, 15))
    assert page.act.repealed_by == "Үлгі ауданы мәслихатының 18.04.2019 № 41-3 шешімі"


def test_requisites_card_fills_what_the_line_leaves_open() -> None:
    html = text_of("2025-list.kaz.html").replace("Қазақстан Республикасының Әділет министрлігінде", "")
    line = html[html.index("<p>Қазақстан") : html.index("</p>", html.index("<p>Қазақстан"))]
    html = html.replace(line, "<p>2025 жылғы 11 ақпан")
    beside = {f"{ORDER_KK}/info": text_of("2025-list.kaz.info.html")}
    alone = read_page(html, document=ORDER_KK).act
    filled = read_page(html, document=ORDER_KK, beside=beside).act
    assert alone is not None
    assert filled is not None
    assert (alone.number, alone.issuers, alone.registered_on) == (None, (), None)
    assert filled.number == "925"
    assert filled.issuers == ("Қазақстан Республикасының Оқу-ағарту министрлігі",)
    assert (filled.registered_number, filled.registered_on) == ("99025", dt.date(2025, 2, 14))
    assert filled.in_force_on == dt.date(2025, 3, 1)


def test_page_beside_that_cannot_be_read_is_named_and_the_text_is_kept() -> None:
    beside = {f"{LAW}/info": "<p>Жаңа бет</p>", f"{LAW}/history": "<p>Жаңа бет</p>"}
    document = read_page(text_of("2021-law.html"), beside=beside)
    card, history = document.issues
    assert {card.code, history.code} == {"layout_changed"}
    assert card.message.startswith(f"{LAW}/info: no requisites; expected the table")
    assert history.message.startswith(f"{LAW}/history: no edition on the page")
    assert len(document.clauses) > 5


def test_notice_of_the_site_is_no_text_but_the_same_words_in_a_norm_are() -> None:
    html = text_of("2021-law.html")
    assert "zan.gov.kz" not in read_page(html).text
    norm = "Площадки устраивают во дворах и парках."
    assert "zan.gov.kz" in read_page(html.replace(norm, f"{norm} Список площадок: zan.gov.kz.")).text


def test_both_languages_of_an_act_give_the_same_clauses() -> None:
    for pair in (("2021-law.html", "2021-law.kaz.html"), ("2014-standard.rus.html", "2014-standard.kaz.html")):
        russian, kazakh = ([clause.id for clause in read_page(text_of(name)).clauses] for name in pair)
        assert russian == kazakh


def test_notes_on_amendments_are_notes_with_the_act_that_made_them() -> None:
    document = read_page(text_of("2021-law.html"))
    notes = [document.text[c.start : c.end] for c in document.clauses if c.kind == "note" and "/note-" in c.id]
    assert len(notes) == 2
    assert all("№ 924-VIII" in note for note in notes)
    [excluded] = [clause for clause in document.clauses if clause.id == "article-1/point-2"]
    assert excluded.kind == "note"


def test_title_comes_without_the_name_of_the_site() -> None:
    for suffix in (' - ИПС "Әділет"', ' — "Әділет" АҚЖ'):
        html = text_of("2021-law.html").replace("(пример)</h1>", f"(пример){suffix}</h1>")
        assert read_page(html).title == "О детских площадках (пример)"


def test_empty_title_and_two_marks_are_errors() -> None:
    html = text_of("2021-law.html")
    with pytest.raises(ReadError, match=r"the title in '\.slogan h1' is empty"):
        read_page(html.replace("<h1>О детских площадках (пример)</h1>", "<h1> </h1>"))
    mark = '<span class="status status_upd">Обновленный</span>'
    with pytest.raises(ReadError, match=r"at most one '\.slogan span\.status', found 2"):
        read_page(html.replace(mark, mark + mark))


def test_pages_beside_an_act_are_recognised_and_are_no_documents() -> None:
    for name in ("2021-law.history.html", "2021-law.info.html", "2016-decision.kaz.history.html"):
        assert recognise(head(text_of(name)))
        assert accompanies(head(text_of(name)))
    for name in ("2021-law.html", "1998-repealed.html"):
        assert recognise(head(text_of(name)))
        assert not accompanies(head(text_of(name)))


def test_page_that_asks_for_a_human_is_not_recognised_as_an_act() -> None:
    for name in ("captcha.broken.html", "script-only.broken.html"):
        assert not recognise(head(text_of(name)))


def test_page_beside_an_act_whose_tab_is_gone_is_no_act() -> None:
    html = text_of("2021-law.history.html").replace('<li class="selected">', "<li>")
    assert not accompanies(head(html))
    with pytest.raises(ReadError, match=f"^{LAW}/history: a page beside an act; expected its tab"):
        read_page(html, document=f"{LAW}/history")
