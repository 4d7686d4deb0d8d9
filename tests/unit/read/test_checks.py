"""What does not fit in an act is told with its place."""

from datetime import UTC, datetime

import pytest

from kb.model import ClauseKind, Document, Issue, Snapshot
from kb.read import check_document, coverage, divide_act, read_plain, uncovered
from kb.text import identify_language


def act(text: str, *, drop: str | None = None, issues: tuple[Issue, ...] = ()) -> Document:
    """The text as an act, without the clause `drop`."""
    snapshot = Snapshot(
        digest="sha256:0",
        document="a.txt",
        source="documents",
        media_type="text/plain",
        taken_at=datetime(2031, 4, 9, tzinfo=UTC),
        size=1,
    )
    reading = read_plain(text)
    language = identify_language(text)
    return Document(
        snapshot=snapshot,
        text=text,
        language=language,
        layout="act",
        title=None,
        blocks=reading.blocks,
        clauses=tuple(c for c in divide_act(text, reading.blocks, language=language) if c.id != drop),
        issues=issues,
    )


def issues(document: Document, *, whole: bool = True) -> list[tuple[str, int | None]]:
    return [(issue.code, issue.line) for issue in check_document(document, whole=whole)]


GOOD = "О лавках\n\nНа основании закона ПРИКАЗЫВАЮ:\n1. Поставить лавки.\n2. Покрасить их.\n3. Беречь.\n"


def test_an_act_in_order_has_no_issue() -> None:
    assert issues(act(GOOD)) == []


def test_number_that_stands_twice() -> None:
    assert issues(act(GOOD.replace("3. Беречь", "2. Беречь"))) == [("repeated_number", 6)]


def test_numbers_that_go_back() -> None:
    assert issues(act("1. Лавка.\n7. Скамья.\n3. Стол.\n8. Стул.\n")) == [("number_order", 3)]


def test_inserted_numbers_and_lists_are_in_order() -> None:
    assert issues(act("9. Лавки:\n1) а;\n2) б;\n2-1) в.\n9-1. Скамья.\n10. Столы:\n1) г.\n")) == []


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("согласно приложению 2 к настоящему приказу", 1),
        ("согласно приложениям 1 и 3 к настоящим Правилам", 1),
        ("осы бұйрыққа 2-қосымшаға сәйкес", 1),
        ("осы Қағидаларға 2, 3-қосымшаларға сәйкес", 2),
        ("согласно приложению 1 к настоящему приказу", 0),
        ("согласно приложению 2 к Правилам сада", 0),
        ("согласно приложению к настоящему приказу", 0),
    ],
)
def test_annexes_that_are_not_there(words: str, missing: int) -> None:
    text = f"{GOOD}4. Ставить их {words}.\n\nПриложение 1\nФорма лавки\n"
    assert issues(act(text)) == [("missing_annex", 7)] * missing
    assert issues(act(text), whole=False) == []


def test_an_annex_without_a_number_that_is_not_there() -> None:
    assert issues(act(f"{GOOD}4. Ставить их согласно приложению к настоящему приказу.\n")) == [("missing_annex", 7)]


SECOND = "О столах\n\nНа основании закона ПРИКАЗЫВАЮ:\n1. Поставить столы.\n2. Мыть их.\n"


@pytest.mark.parametrize(
    "second",
    [
        SECOND,
        f"Приказ Министра парков от 5 мая 2021 года № 17\n\n{SECOND}",
        "Үстелдер туралы\n\nЗаңға сәйкес БҰЙЫРАМЫН:\n1. Үстел қойылсын.\n2. Жуылсын.\n",
        "О столах\n\nМаслихат РЕШИЛ:\n1. Поставить столы.\n2. Мыть их.\n",
    ],
)
def test_two_acts_in_one_text_are_kept_apart(second: str) -> None:
    text = f"{GOOD}\nМинистр  А. Лавкин\n\n{second}"
    document = act(text)
    by_id = {clause.id: clause for clause in document.clauses}
    assert text[by_id["point-2"].start : by_id["point-2"].end].startswith("2. Покрасить")
    assert by_id["act-2/point-2"].kind is ClauseKind.POINT
    start = next(clause.start for clause in document.clauses if clause.id.startswith("act-2/"))
    assert text[start:].startswith(second.split("\n", maxsplit=1)[0])
    assert [code for code, _ in issues(document)] == ["several_acts"]


def test_words_of_adoption_that_are_quoted_make_no_act() -> None:
    text = f"{GOOD}4. Слова «На основании закона ПРИКАЗЫВАЮ:» заменить.\n5. Слово РЕШИЛ исключить.\n"
    assert issues(act(text)) == []


def test_text_in_no_clause_is_told_with_its_reason() -> None:
    document = act(GOOD)
    holed = act(GOOD, drop="point-2")
    assert [(GOOD[u.start : u.end], u.reason) for u in uncovered(holed)] == [("2. Покрасить их.", "left_out")]
    assert issues(holed) == [("uncovered_block", 5)]
    words, total = coverage(holed)
    assert (coverage(document), words) == ((total, total), total - len("2.Покраситьих."))


@pytest.mark.parametrize(("start", "reason"), [("<a id='z1'></a>", "markup"), ("• • •", "signs")])
def test_markup_and_signs_are_no_loss(start: str, reason: str) -> None:
    document = act(f"{start}\n\n1. Лавка.\n", drop="p-1")
    assert [u.reason for u in uncovered(document)] == [reason]
    assert issues(document) == []


def test_issues_that_are_known_are_not_told_again() -> None:
    text = GOOD.replace("3. Беречь", "2. Беречь")
    assert check_document(act(text, issues=check_document(act(text)))) == ()
