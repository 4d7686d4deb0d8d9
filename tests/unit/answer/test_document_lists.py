"""Answers about documents in words; the services are invented."""

from datetime import date

from kb.answer.asking import Asking
from kb.answer.documents.listing import DocumentList, list_documents
from kb.model import Attribute, Card, Intent, Language, Service, Statement
from kb.search.question_reading import read_question
from tests.unit.extract.list_reading import read_list

RU = Language.RU
ITEMS = "".join(f"{number}) справка пасечного союза о породах пчёл в улье номер {number};\n" for number in range(1, 41))


def answer(items: str, question: str, language: Language = RU) -> DocumentList | None:
    statements = tuple(read_list(items, language, Attribute.DOCUMENT))
    card = Card(service=service(), statements=statements, gaps=(), survey=())
    return list_documents(asking(question), statements, card)


def service() -> Service:
    return Service(
        id="zan:1/annex-1",
        ids=("zan:1/annex-1",),
        name_kk=None,
        name_ru="Учёт пасек",
        owner=None,
        codes={},
        channels=(),
        paid=None,
        forms=(),
        recipients=(),
        sources=("lawgit",),
    )


def asking(question: str) -> Asking:
    return Asking(
        text=question,
        language=RU,
        reading=read_question(question),
        intents=(Intent.DOCUMENTS,),
        day=date(2031, 4, 9),
    )


def quotes(statements: tuple[Statement, ...]) -> list[str]:
    return [one.evidence.quote for one in statements]


def test_items_are_numbered_and_all_of_them_are_told() -> None:
    told = answer("1) заявление;\n2) карта пасеки;\n3) справка об ульях (при наличии).", "Какие документы?")
    assert told is not None
    assert "1) заявление; 2) карта пасеки; 3) справка об ульях — при наличии." in told.text
    assert quotes(told.statements) == ["заявление", "карта пасеки", "справка об ульях (при наличии)"]


def test_what_does_not_fit_is_counted_and_stays_among_the_values() -> None:
    told = answer(ITEMS, "Какие документы?")
    assert told is not None
    assert len(told.text) <= 700
    assert "и ещё" in told.text
    assert len(told.statements) == 40


def test_the_count_and_the_first_items_are_read_aloud_in_two_sentences() -> None:
    few = answer("1) заявление;\n2) карта пасеки.", "Какие документы?")
    many = answer(ITEMS, "Какие документы?")
    assert few is not None
    assert many is not None
    assert few.aloud == "Нужны документы, всего 2: заявление; карта пасеки."
    first, _, second = many.aloud.partition(". ")
    assert first.startswith("Нужны документы, всего 40: справка пасечного союза о породах пчёл")
    assert len(many.aloud) <= 400
    left = 40 - first.count("справка")
    assert second == f"Ещё {left} – в письменном ответе."
    assert "…" not in many.aloud


def test_other_cases_are_counted() -> None:
    told = answer(
        "для получения паспорта пасеки:\n1) заявление;\nдля продления паспорта пасеки:\n1) карта пасеки.",
        "Какие документы на новый паспорт пасеки?",
    )
    assert told is not None
    assert "Для других случаев перечень свой (1)." in told.text


def test_special_cases_and_other_channels_are_said_to_be_there() -> None:
    told = answer(
        "услугодателю:\n1) заявление;\n2) договор пасеки (при продаже пасеки);\nна портал:\n1) электронный запрос.",
        "Какие документы?",
    )
    assert told is not None
    assert quotes(told.statements) == ["заявление"]
    assert "Ещё 1 — только в особых случаях" in told.text
    assert "Для другого способа перечень свой" in told.text


def test_where_the_state_gets_everything_nothing_is_to_be_brought() -> None:
    told = answer(
        "Сведения о регистрации пасеки услугодатель получает из государственной информационной системы.",
        "Какие документы?",
    )
    assert told is not None
    assert "приносить ничего не нужно" in told.text
    assert len(told.statements) == 1


def test_without_a_list_there_is_no_answer() -> None:
    assert (
        list_documents(asking("Какие документы?"), (), Card(service=service(), statements=(), gaps=(), survey=()))
        is None
    )
