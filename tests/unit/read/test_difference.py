"""Two editions of one text are compared clause by clause."""

from datetime import UTC, datetime

from kb.model import Document, Language, Snapshot
from kb.read import divide_act, read_markdown
from kb.read.difference import ChangeKind, compare_editions
from kb.read.word_changes import WordChangeKind, compare_words

BEFORE = """# Правила проката лодок

1. Прокат ведёт пристань.

2. Лодку выдают в течение 3 рабочих дней.

3. За прокат платят половину месячного показателя.

4. Вёсла возвращают сухими.
"""


def _document(text: str, language: Language = Language.RU) -> Document:
    reading = read_markdown(text)
    snapshot = Snapshot(
        digest="sha256:0",
        document="lodki.md",
        source="lawgit",
        media_type="text/markdown",
        taken_at=datetime(2031, 1, 1, tzinfo=UTC),
        size=len(text),
    )
    return Document(
        snapshot=snapshot,
        text=reading.text,
        language=language,
        layout="act",
        title=None,
        blocks=reading.blocks,
        clauses=divide_act(reading.text, reading.blocks, language=language),
    )


def _changes(before: str, after: str) -> dict[tuple[str | None, str | None], ChangeKind]:
    found = compare_editions(_document(before), _document(after))
    return {(one.before, one.after): one.kind for one in found.changes}


def test_equal_texts_have_no_changes() -> None:
    found = compare_editions(_document(BEFORE), _document(BEFORE))
    assert found.changes == ()
    assert found.same == len(_document(BEFORE).clauses)


def test_a_reworded_point_tells_its_words() -> None:
    found = compare_editions(_document(BEFORE), _document(BEFORE.replace("3 рабочих", "5 рабочих")))
    (change,) = found.changes
    assert (change.kind, change.before, change.after) == (ChangeKind.REWORDED, "point-2", "point-2")
    told = [(word.kind, word.words) for word in change.words if word.kind is not WordChangeKind.SAME]
    assert told == [(WordChangeKind.REMOVED, "3"), (WordChangeKind.ADDED, "5")]


def test_a_point_put_in_renumbers_those_behind_it() -> None:
    after = BEFORE.replace("2. Лодку", "2. Пристань открыта с утра до темноты.\n\n3. Лодку")
    after = after.replace("3. За прокат", "4. За прокат").replace("4. Вёсла", "5. Вёсла")
    assert _changes(BEFORE, after) == {
        (None, "point-2"): ChangeKind.ADDED,
        ("point-2", "point-3"): ChangeKind.RENUMBERED,
        ("point-3", "point-4"): ChangeKind.RENUMBERED,
        ("point-4", "point-5"): ChangeKind.RENUMBERED,
    }


def test_a_removed_point_stands_where_it_stood() -> None:
    after = BEFORE.replace("2. Лодку выдают в течение 3 рабочих дней.\n\n", "")
    found = compare_editions(_document(BEFORE), _document(after.replace("ведёт пристань", "ведёт одна пристань")))
    assert [(one.kind, one.before) for one in found.changes] == [
        (ChangeKind.REWORDED, "point-1"),
        (ChangeKind.REMOVED, "point-2"),
    ]


def test_another_text_under_the_same_number_is_no_rewording() -> None:
    after = BEFORE.replace("За прокат платят половину месячного показателя.", "Дети катаются со взрослыми, в жилетах.")
    assert _changes(BEFORE, after) == {("point-3", None): ChangeKind.REMOVED, (None, "point-3"): ChangeKind.ADDED}


def test_a_point_that_went_to_an_annex_is_moved() -> None:
    after = BEFORE.replace("4. Вёсла возвращают сухими.\n", "")
    after += "\n> Приложение 1 к Правилам проката лодок\n\n1. Вёсла возвращают сухими.\n"
    assert _changes(BEFORE, after)["point-4", "annex-1/point-1"] is ChangeKind.MOVED


def test_a_row_with_another_label_is_one_change_with_words() -> None:
    def text(label: str) -> str:
        rows = (
            ("Наименование услугодателя", "пристань"),
            ("Способы предоставления государственной услуги", "на пристани"),
            (label, "3 рабочих дня"),
            ("Размер оплаты, взимаемой с услугополучателя", "бесплатно"),
        )
        cells = "".join(
            f"<tr><td>{n}</td><td>{name}</td><td>{value}</td></tr>" for n, (name, value) in enumerate(rows, 1)
        )
        return f"> Приложение 1 к Правилам проката лодок\n\n<table>{cells}</table>\n"

    before, after = _document(text("Срок оказания государственной услуги")), _document(text("График работы"))
    changes = compare_editions(before, after).changes
    (row,) = [one for one in changes if one.before == "annex-1/row-3" or one.after == "annex-1/row-3"]
    assert (row.kind, row.before, row.after) == (ChangeKind.REWORDED, "annex-1/row-3", "annex-1/row-3")
    assert [word.words for word in row.words] == ["Срок оказания государственной услуги", "График работы"]


def test_the_words_give_both_wordings_back() -> None:
    before, after = "Лодку выдают в течение 3 рабочих дней.", "Лодку и вёсла выдают за 5 дней."
    words = compare_words(before, after)
    assert "".join(one.words for one in words if one.kind is not WordChangeKind.ADDED) == before
    assert "".join(one.words for one in words if one.kind is not WordChangeKind.REMOVED) == after
    assert compare_words("", "") == ()
