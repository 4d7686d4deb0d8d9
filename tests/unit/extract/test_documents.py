"""Lists of documents, written for these tests; the services are invented."""

import pytest

from kb.model import Attribute, DocumentForm, Language
from tests.unit.extract.list_reading import documents, read_list, words

KK, RU = Language.KK, Language.RU
DOCUMENT = Attribute.DOCUMENT

SHAPES = [
    ("1) заявление;\n2) карта пасеки.", RU, ["заявление", "карта пасеки"]),
    ("- заявление;\n- карта пасеки.", RU, ["заявление", "карта пасеки"]),
    ("а) заявление;\nб) карта пасеки.", RU, ["заявление", "карта пасеки"]),
    ("заявление;\nкарта пасеки.", RU, ["заявление", "карта пасеки"]),
    ("1) заявление; 2) карта пасеки; 3) справка о пчёлах.", RU, ["заявление", "карта пасеки", "справка о пчёлах"]),
    ("заявление; карта пасеки; справка о пчёлах.", RU, ["заявление", "карта пасеки", "справка о пчёлах"]),
    ("1) заявление;\n1) карта пасеки.", RU, ["заявление", "карта пасеки"]),
    ("<td>1) заявление;<br>2) карта пасеки.</td>", RU, ["заявление", "карта пасеки"]),
    ("1) өтініш;\n2) омарта картасы.", KK, ["өтініш", "омарта картасы"]),
    ("өтініш;\nомарта картасы.", KK, ["өтініш", "омарта картасы"]),
]


@pytest.mark.parametrize(("text", "language", "wanted"), SHAPES)
def test_every_shape_of_a_list_gives_its_items(text: str, language: Language, wanted: list[str]) -> None:
    assert words(read_list(text, language, DOCUMENT)) == wanted


def test_headings_are_the_scope_of_their_items_until_the_next_one() -> None:
    text = "1) физические лица:\n- заявление;\n- карта пасеки;\n2) юридические лица:\n- устав пасеки."
    read = [
        (item.value.text, item.scope.recipient and item.scope.recipient.code) for item in read_list(text, RU, DOCUMENT)
    ]
    assert read == [
        ("заявление", "individual"),
        ("карта пасеки", "individual"),
        ("устав пасеки", "legal_entity"),
    ]


def test_a_heading_in_the_line_of_its_items_is_no_item() -> None:
    text = "1) физические лица: заявление; карта пасеки;\n2) юридические лица: устав пасеки; справка о пчёлах."
    read = read_list(text, RU, DOCUMENT)
    assert words(read) == ["заявление", "карта пасеки", "устав пасеки", "справка о пчёлах"]
    assert [item.scope.recipient.code for item in read if item.scope.recipient] == [
        "individual",
        "individual",
        "legal_entity",
        "legal_entity",
    ]


def test_what_explains_an_item_does_not_decide_what_it_is() -> None:
    text = "1) заявление пчеловода. При споре вопрос решается в судебном порядке;\n2) карта пасеки."
    assert words(read_list(text, RU, DOCUMENT)) == [
        "заявление пчеловода. При споре вопрос решается в судебном порядке",
        "карта пасеки",
    ]


ASIDE = [
    ("1) заявление.\nПри приёме документов услугополучателю выдаётся расписка о приёме документов.", RU, ["заявление"]),
    ("1) заявление.\nНевостребованный результат хранится один месяц.", RU, ["заявление"]),
    ("1) өтініш.\nҚұжаттарды қабылдау кезінде көрсетілетін қызметті алушыға қолхат беріледі.", KK, ["өтініш"]),
    (
        "1) заявление.\nПредставитель предъявляет нотариальную доверенность.",
        RU,
        ["заявление", "Представитель предъявляет нотариальную доверенность"],
    ),
]


@pytest.mark.parametrize(("text", "language", "wanted"), ASIDE)
def test_sentences_beside_the_list_count_when_they_ask_for_something(
    text: str, language: Language, wanted: list[str]
) -> None:
    assert words(read_list(text, language, DOCUMENT)) == wanted


FORMS = [
    ("1) копия карты пасеки.", RU, (DocumentForm.COPY,)),
    ("1) электронная копия карты пасеки.", RU, (DocumentForm.ELECTRONIC,)),
    ("1) омарта картасының көшірмесі.", KK, (DocumentForm.COPY,)),
    ("1) омарта картасының түпнұсқасы.", KK, (DocumentForm.ORIGINAL,)),
    ("1) карта пасеки.", RU, ()),
]


@pytest.mark.parametrize(("text", "language", "wanted"), FORMS)
def test_forms_are_those_that_the_item_names(text: str, language: Language, wanted: tuple[DocumentForm, ...]) -> None:
    assert [item.forms for item in documents(text, language)] == [wanted]


def test_an_original_that_is_only_shown_and_a_change_are_told() -> None:
    shown, changed = documents("1) карта пасеки (для сверки);\n2) устав пасеки при его изменении.", RU)
    assert (shown.original_shown, shown.only_if_changed) == (True, False)
    assert (changed.original_shown, changed.only_if_changed) == (False, True)


OBTAINED = [
    (
        "1) заявление.\nСведения о документе, удостоверяющем личность, о регистрации пасеки услугодатель получает "
        "из соответствующих государственных информационных систем.",
        RU,
        [False, True, True],
    ),
    (
        "1) өтініш.\nЖеке басын куәландыратын құжат туралы, омартаны тіркеу туралы мәліметтерді көрсетілетін қызметті "
        "беруші тиісті мемлекеттік ақпараттық жүйелерден алады.",
        KK,
        [False, True, True],
    ),
]


@pytest.mark.parametrize(("text", "language", "wanted"), OBTAINED)
def test_the_state_obtains_each_document_that_the_sentence_names(
    text: str, language: Language, wanted: list[bool]
) -> None:
    assert [item.obtained_by_state for item in documents(text, language)] == wanted


def test_a_note_with_a_list_of_its_own_ends_where_the_numbers_go_on() -> None:
    text = "1) заявление;\nПримечание: к пчеловодам относятся:\nвладельцы ульев;\nпомощники;\n2) карта пасеки."
    assert words(read_list(text, RU, DOCUMENT)) == ["заявление", "карта пасеки"]
