"""The two forms of a report, from findings made by hand."""

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from docx import Document

from kb.model import Evidence, Language
from kb.pipeline.finding_report import Piece, Report, ToldFinding, ToldNote, ToldSide, report_docx, report_html
from kb.pipeline.finding_report.report_words import ReportWords

HOSTILE = "<script>x</script> {{7*7}} \x00\x0b\ud800\ufffe &"


def side(name: str, *pieces: Piece, prevails: bool = False, cut: bool = False) -> ToldSide:
    quote = "".join(one.text for one in pieces if one.quoted)
    evidence = Evidence(
        document="a.html", snapshot="sha256:0", act=None, edition=None, language=Language.RU, clause="point-1",
        start=0, end=len(quote), line=1, quote=quote,
    )  # fmt: skip
    return ToldSide(
        name=name, speaker="стандарт", act="приказ № 7", act_id=None, title=None, edition=None, place="пункт 1",
        text_language="русский текст", evidence=evidence, pieces=pieces, cut_before=cut, cut_after=cut,
        prevails=prevails,
    )  # fmt: skip


def told(*sides: ToldSide, why: str = "Сроки различаются.") -> ToldFinding:
    """A finding in words; a test that needs other words replaces them."""
    return ToldFinding(
        id="0" * 20, kind="срок", severity="высокая", verdict="не рассмотрено", service=None,
        service_name="Регистрация гнезда", service_language=Language.RU, sample=None, why=why, sides=sides,
        prevails=None, correction=None, returned=None, until=None, history=(),
    )  # fmt: skip


def report(*findings: ToldFinding, title: str = "Отчёт") -> Report:
    return Report(words=ReportWords(Language.RU), title=title, lines=("Отбор",), findings=iter(findings))


A = side("Источник 1", Piece("Срок – "), Piece("5", quoted=True, differs=True), Piece(" дней", quoted=True))
B = side("Источник 2", Piece("8 дней", quoted=True), prevails=True, cut=True)
DECIDED = replace(
    told(A, B), prevails="Преимущество: Источник 2.", correction="Указать один срок.", returned="Открыто снова",
    sample="образец", until="в редакции, действовавшей до 01.02.2026",
    history=(ToldNote(verdict="исключение", reason="так и надо", author="Сәуле", day="01.02.2026"),),
)  # fmt: skip


def as_html(one: Report) -> str:
    return "".join(report_html(one))


def as_docx(one: Report) -> str:
    file = Document(BytesIO(report_docx(one)))
    cells = [cell.text for table in file.tables for cell in table.rows[0].cells]
    return "\n".join([*(paragraph.text for paragraph in file.paragraphs), *cells])


@pytest.mark.parametrize("form", [as_html, as_docx])
def test_a_report_tells_all_of_a_finding(form: Callable[[Report], str]) -> None:
    text = form(report(DECIDED))
    for words in (
        "1.", "срок · высокая · не рассмотрено", "Регистрация гнезда", "Сроки различаются.", "Источник 1: стандарт",
        "приказ № 7", "пункт 1", "преимущество", "Преимущество: Источник 2.", "Указать один срок.", "Открыто снова",
        "образец", "в редакции, действовавшей до 01.02.2026", "исключение: так и надо (Сәуле, 01.02.2026)",
    ):  # fmt: skip
        assert words in text, words


def test_quotes_and_differences_are_marked_in_the_page() -> None:
    text = as_html(report(DECIDED))
    assert "Срок – <mark><u>5</u> дней</mark>" in text
    assert "… <mark>8 дней</mark> …" in text


def test_quotes_and_differences_are_marked_in_the_file() -> None:
    file = Document(BytesIO(report_docx(report(DECIDED, told(A)))))
    (left, right), (alone,) = (table.rows[0].cells for table in file.tables)
    runs = [(run.text, run.underline, run.font.highlight_color is not None) for run in left.paragraphs[-1].runs]
    assert runs == [("Срок – ", None, False), ("5", True, True), (" дней", None, True)]
    assert right.paragraphs[-1].text == "… 8 дней …"
    assert alone.paragraphs[-1].text == "Срок – 5 дней"
    width, height = file.sections[0].page_width, file.sections[0].page_height
    assert width is not None
    assert height is not None
    assert (round(width.mm), round(height.mm)) == (210, 297)


def test_what_sources_say_runs_nowhere_and_breaks_nothing() -> None:
    sides = side(HOSTILE, Piece(HOSTILE, quoted=True))
    hostile = replace(told(sides, why=HOSTILE), service_name=HOSTILE, correction=HOSTILE)
    page = as_html(report(hostile, title=HOSTILE))
    assert "<script>" not in page
    assert "&lt;script&gt;x&lt;/script&gt; {{7*7}}" in page
    assert page.encode()
    assert "<script>x</script> {{7*7}}  &" in as_docx(report(hostile, title=HOSTILE))


def test_an_empty_report_is_whole() -> None:
    assert as_html(report()).rstrip().endswith("</html>")
    assert "Отбор" in as_docx(report())
