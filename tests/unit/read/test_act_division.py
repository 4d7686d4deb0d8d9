import pytest

from kb.model import Clause, ClauseKind, Language
from kb.read import divide_act, read_markdown


def divide(text: str, language: Language = Language.RU) -> dict[str, Clause]:
    clauses = divide_act(text, read_markdown(text).blocks, language=language)
    by_id = {clause.id: clause for clause in clauses}
    assert len(by_id) == len(clauses)
    return by_id


def ids(text: str) -> list[str]:
    return list(divide(text))


def test_points_and_subpoints() -> None:
    text = "1. Первый:\n\n   1) а;\n\n   2-1) б.\n\n   Вне списка.\n\n2-1. Второй.\n"
    clauses = divide(text)
    assert list(clauses) == ["point-1", "point-1/sub-1", "point-1/sub-2-1", "point-1/p-1", "point-2-1"]
    point = clauses["point-1"]
    assert text[point.start : point.end].endswith("Вне списка.")
    assert (clauses["point-1/sub-1"].parent, clauses["point-2-1"].number) == ("point-1", "2-1")


def test_list_that_begins_anew_stands_below_its_paragraph() -> None:
    text = "1. Первый:\n\n   1) а;\n\n   Ещё нужны:\n\n   1) б;\n\n   2) в.\n"
    assert ids(text) == ["point-1", "point-1/sub-1", "point-1/p-1", "point-1/p-1/sub-1", "point-1/p-1/sub-2"]


def test_deeper_list_stands_below_its_subpoint() -> None:
    text = "1. Первый:\n\n   1) а:\n\n      слова;\n\n      1) глубже;\n\n   2) б.\n"
    assert ids(text) == ["point-1", "point-1/sub-1", "point-1/sub-1/p-1", "point-1/sub-1/sub-1", "point-1/sub-2"]


@pytest.mark.parametrize(
    ("heading", "identity"),
    [
        ("### Глава 2. О скамьях", "chapter-2"),
        ("### 2-тарау. Орындықтар", "chapter-2"),
        ("## Раздел III. О парке", "section-iii"),
        ("## 3-БӨЛІМ. САЯБАҚ", "section-3"),
        ("#### Параграф 1. О красках", "paragraph-1"),
        ("#### 1-параграф. Бояулар", "paragraph-1"),
        ("#### Статья 19-1. О лавках", "article-19-1"),
        ("**19-1-бап. Орындық**", "article-19-1"),
        ("Статья 5. О лавках", "article-5"),
        ("## 4. Заключение", "chapter-4"),
    ],
)
def test_headings_in_both_languages(heading: str, identity: str) -> None:
    clauses = divide(f"{heading}\n\nСлова.\n")
    assert list(clauses) == [identity, f"{identity}/p-1"]


@pytest.mark.parametrize("line", ["Статья 5 применяется к паркам.", "5-бап саябаққа қатысты.", "В 1. полугодии"])
def test_sentences_about_articles_are_no_headings(line: str) -> None:
    assert ids(f"{line}\n") == ["p-1"]


def test_points_are_counted_through_chapters_and_anew_only_when_they_are() -> None:
    text = "### Глава 1. А\n\n1. а\n\n### Глава 2. Б\n\n2. б\n\n1. снова\n"
    assert ids(text) == ["chapter-1", "point-1", "chapter-2", "point-2", "chapter-2/point-1"]
    assert divide(text)["point-2"].parent == "chapter-2"


def test_annexes_of_the_act_and_of_its_rules() -> None:
    text = (
        "1. Утвердить.\n\n> *Приложение 1*  \n> *к приказу Министра*\n\n1. Правило.\n\n"
        "> *Приложение 2 к*  \n> *Правилам парка*\n\nФорма\n\n"
        "> *Приложение 2*  \n> *к приказу Министра*\n\n1. Иное правило.\n\n"
        "> *Приложение 1*  \n> *к Правилам сада*\n\nФорма\n"
    )
    assert ids(text) == [
        "point-1",
        "appendix-1",
        "appendix-1/point-1",
        "annex-2",
        "annex-2/p-1",
        "appendix-2",
        "appendix-2/point-1",
        "appendix-2/annex-1",
        "appendix-2/annex-1/p-1",
    ]


@pytest.mark.parametrize(
    ("head", "identity"),
    [
        ("> *Министрдің 2020 жылғы*  \n> *№ 7 бұйрығына*  \n> *3-қосымша*", "appendix-3"),
        ("> *Саябақ қағидаларына*  \n> *3-қосымша*", "annex-3"),
        ("> *Саябақ стандартына қосымша*", "annex"),
        ("> *Утвержден*  \n> *приказом Министра*", "appendix"),
        ("> *Министрдің бұйрығымен*  \n> *бекітілген*", "appendix"),
        ("Приложение 4", "annex-4"),
    ],
)
def test_heads_of_annexes(head: str, identity: str) -> None:
    assert ids(f"{head}\n\n7. Слова.\n") == [identity, f"{identity}/point-7"]


def test_notes_and_excluded_points() -> None:
    text = "1. Слова.\n\n   1) а;\n\n> *Сноска. Пункт 1 в редакции.*\n\n*2. Исключен приказом.*\n\n*Ескерту. Екінші.*\n"
    clauses = divide(text)
    assert [(c.id, c.kind) for c in clauses.values()] == [
        ("point-1", ClauseKind.POINT),
        ("point-1/sub-1", ClauseKind.POINT),
        ("point-1/note-1", ClauseKind.NOTE),
        ("point-2", ClauseKind.NOTE),
        ("point-2/note-1", ClauseKind.NOTE),
    ]


@pytest.mark.parametrize(
    "note",
    [
        "Примечание РЦПИ.",
        "Примечание РЦПИ!",
        "Примечание: билет не нужен детям.",
        "Примечания:",
        "Примечание 2. Парк закрыт зимой.",
        "РҚАО-ның ескертпесі!",
        "Редакцияның ескертпесі.",
        "Ескертпе: балаларға билет керек емес.",
        "Ескертулер: екеу.",
    ],
)
def test_notes_of_editors_and_to_a_norm(note: str) -> None:
    clauses = divide(f"1. Слова.\n\n   {note}\n\n   Дальше.\n")
    assert [(c.id, c.kind) for c in clauses.values()] == [
        ("point-1", ClauseKind.POINT),
        ("point-1/note-1", ClauseKind.NOTE),
        ("point-1/p-1", ClauseKind.PARAGRAPH),
    ]


@pytest.mark.parametrize("words", ["Примечание к билету пишет сторож.", "Ескертпе жазылған билет беріледі."])
def test_words_about_notes_are_no_note(words: str) -> None:
    assert [c.kind for c in divide(f"1. Слова.\n\n   {words}\n").values()] == [ClauseKind.POINT, ClauseKind.PARAGRAPH]


TABLE = (
    '<table>\n<tr>\n<td colspan="2">1.</td>\n<td>Наименование услугодателя</td>\n<td>Парк</td>\n</tr>\n'
    '<tr>\n<td colspan="2"></td>\n<td rowspan="2"><strong>Срок оказания</strong> услуги</td>\n'
    "<td>\nпервый – 1 день;\n\nвторой – 2 дня.\n</td>\n</tr>\n"
    '<tr>\n<td colspan="2"></td>\n<td>третий – 3 дня</td>\n</tr>\n'
    '<tr>\n<td colspan="2">4-1</td>\n<td>Форма оказания</td>\n<td>бумажная</td>\n</tr>\n</table>\n'
)


def test_rows_of_requirements_with_their_paragraphs() -> None:
    text = f"> *Приложение 3 к Правилам*\n\n{TABLE}"
    clauses = divide(text)
    row = clauses["annex-3/row-2"]
    assert (row.kind, row.label, row.number) == (ClauseKind.ROW, "Срок оказания услуги", None)
    assert text[row.start : row.end].startswith("первый")
    assert text[row.start : row.end].endswith("третий – 3 дня")
    paragraphs = [clauses[f"annex-3/row-2/p-{number}"] for number in (1, 2, 3)]
    assert [text[p.start : p.end] for p in paragraphs] == ["первый – 1 день;", "второй – 2 дня.", "третий – 3 дня"]
    assert (clauses["annex-3/row-4-1"].number, clauses["annex-3/row-4-1"].label) == ("4-1", "Форма оказания")


def test_second_table_of_an_annex_has_its_own_path() -> None:
    assert "table-2/row-1/p-1" in ids(f"{TABLE}\n\n{TABLE}")


def test_form_of_a_list_of_requirements_stands_below_it() -> None:
    text = f"> *Приложение 3 к Правилам*\n\n{TABLE}\n> *Приложение 1 к Перечню основных требований*\n\nФорма\n"
    assert ids(text)[-2:] == ["annex-3/annex-1", "annex-3/annex-1/p-1"]


def test_any_other_table_stands_where_it_is() -> None:
    text = "1. Ставки:\n\n<table><tr><td>№</td><td>Вид</td></tr><tr><td>1.</td><td>лавка</td></tr></table>\n"
    clauses = divide(text)
    assert list(clauses) == ["point-1", "point-1/table-1", "point-1/table-1/row-1", "point-1/table-1/row-2"]
    assert (clauses["point-1/table-1/row-2"].number, clauses["point-1/table-1/row-2"].label) == ("1", "лавка")


def test_repeated_number_is_told_apart() -> None:
    assert ids("1. а\n\n2. б\n\n2. в\n") == ["point-1", "point-2", "point-2~2"]


def test_nothing_gives_nothing() -> None:
    assert divide("") == {}
