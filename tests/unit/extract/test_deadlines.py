"""Terms as standards write them, in sentences made for these tests."""

import pytest

from kb.extract.free_text import extract_text
from kb.model import Attribute, Bound, Deadline, Language, Purpose, Unit

KK, RU = Language.KK, Language.RU


def read(text: str, language: Language) -> list[tuple[str | None, str, str]]:
    found = extract_text(text, language).statements
    return [
        (None if value.value is None else str(value.value), value.unit.value, value.bound.value)
        for value in (item.value for item in found)
        if isinstance(value, Deadline)
    ]


CASES = [
    ("Қызмет көрсету мерзімі: 4 жұмыс күні.", KK, [("4", "working_day", "exact")]),
    ("Қызмет көрсету мерзімі – 6 (алты) жұмыс күні ішінде.", KK, [("6", "working_day", "max")]),
    (
        "Қызмет көрсету мерзімі: өтініш тіркелген күннен бастап он бес күнтізбелік күн.",
        KK,
        [("15", "calendar_day", "exact")],
    ),
    ("Мерзімі: 25 минуттан артық емес.", KK, [("25", "minute", "max")]),
    ("Қызмет көрсету мерзімі: 2 сағаттан кешіктірмей.", KK, [("2", "hour", "max")]),
    ("Қызмет көрсету мерзімі: күнтізбелік 40 (қырық) күн.", KK, [("40", "calendar_day", "exact")]),
    ("Тестілеу мерзімі өтініш берілген күннен екі жұмыс күнінен ерте емес.", KK, [("2", "working_day", "min")]),
    (
        "Мерзімі: куәлік беру – 3 жұмыс күні; телнұсқа беру – 2 жұмыс күні.",
        KK,
        [("3", "working_day", "exact"), ("2", "working_day", "exact")],
    ),
    ("Қызмет көрсету мерзімі жұмыс күні.", KK, [(None, "working_day", "exact")]),
    ("Оқу мерзімі: бір жыл және екі жыл – курстар.", KK, [("1", "year", "exact"), ("2", "year", "exact")]),
    ("Срок оказания – двенадцать рабочих дней.", RU, [("12", "working_day", "exact")]),
    ("Срок оказания: не более 20 (двадцати) минут.", RU, [("20", "minute", "max")]),
    ("Срок оказания – в течение 5 рабочих дней.", RU, [("5", "working_day", "max")]),
    ("Срок оказания: с момента обращения на портал – 1 (один) рабочий день.", RU, [("1", "working_day", "exact")]),
    ("Срок не позднее 3 календарных дней со дня регистрации.", RU, [("3", "calendar_day", "max")]),
    (
        "Срок оказания: выдача – 10 рабочих дней; выдача дубликата – 2 рабочих дня.",
        RU,
        [("10", "working_day", "exact"), ("2", "working_day", "exact")],
    ),
]


@pytest.mark.parametrize(("text", "language", "wanted"), CASES)
def test_terms_are_read(text: str, language: Language, wanted: list[tuple[str | None, str, str]]) -> None:
    assert read(text, language) == wanted


NOT_TERMS = [
    ("Мерзімі туралы бұйрық 2019 жылғы 5 мамырда қабылданды.", KK),
    ("Курс мерзімі: 72 академиялық сағат.", KK),
    ("Қызмет 16 жасқа дейінгі балаларға көрсетіледі, мерзімі көрсетілмеген.", KK),
    ("Срок указан в приказе от 5 мая 2019 года № 77.", RU),
]


@pytest.mark.parametrize(("text", "language"), NOT_TERMS)
def test_dates_ages_and_study_hours_are_not_terms(text: str, language: Language) -> None:
    assert read(text, language) == []


def test_each_case_of_a_sentence_keeps_its_own_words_and_channel() -> None:
    text = "Қызмет көрсету мерзімі: көрсетілетін қызметті берушіге – 2 жұмыс күні; портал арқылы – 1 жұмыс күні."
    first, second = extract_text(text, KK).statements
    assert first.scope.channel is not None
    assert first.scope.channel.code == "provider_office"
    assert second.scope.channel is not None
    assert second.scope.channel.code == "egov_portal"
    assert text[second.evidence.start : second.evidence.end] == second.evidence.quote
    assert second.evidence.quote == "портал арқылы – 1 жұмыс күні"


PURPOSES = [
    (
        "Мерзімі: қосымша тексеру керек болса, мерзім 20 күнтізбелік күнге дейін ұзартылады.",
        Purpose.EXTENSION,
        Bound.MAX,
    ),
    ("Мерзімі: құжаттарды тапсыру үшін күту уақыты – 15 минут.", Purpose.QUEUE, Bound.EXACT),
    ("Мерзімі: дәлелді жауап беру – 2 жұмыс күні.", Purpose.REFUSAL, Bound.EXACT),
]


@pytest.mark.parametrize(("text", "purpose", "bound"), PURPOSES)
def test_purpose_is_told_by_the_words_around(text: str, purpose: Purpose, bound: Bound) -> None:
    (statement,) = extract_text(text, KK).statements
    assert isinstance(statement.value, Deadline)
    assert (statement.value.purpose, statement.value.bound) == (purpose, bound)


def test_a_term_without_its_number_is_a_statement_and_a_gap() -> None:
    extraction = extract_text("Срок оказания государственной услуги: рабочих дней.", RU)
    assert [item.value for item in extraction.statements] == [
        Deadline(value=None, unit=Unit.WORKING_DAY, bound=Bound.EXACT, purpose=Purpose.SERVICE)
    ]
    assert [gap.attribute for gap in extraction.gaps] == [Attribute.DEADLINE.value]


def test_words_with_latin_look_alikes_are_read_and_quoted_as_printed() -> None:
    text = "Қызмeт көpceтy мepзімі: 7 жұмыc күні."
    (statement,) = extract_text(text, KK).statements
    assert isinstance(statement.value, Deadline)
    assert statement.value.unit is Unit.WORKING_DAY
    assert statement.evidence.quote == "7 жұмыc күні"


def test_a_bound_before_the_number_is_quoted_with_it() -> None:
    (statement,) = extract_text(
        "Срок оказания: не более 8 (восьми) рабочих дней со дня регистрации заявления.", RU
    ).statements
    assert isinstance(statement.value, Deadline)
    assert (statement.value.bound, statement.value.purpose) == (Bound.MAX, Purpose.SERVICE)
    assert statement.evidence.quote == "не более 8 (восьми) рабочих дней"
    assert statement.scope.case is None


def test_a_case_before_the_label_is_kept() -> None:
    (statement,) = extract_text("За выдачу копии диплома размер сбора – 30 процентов МРП.", RU).statements
    assert statement.scope.case is not None
    assert "выдачу копии диплома" in statement.scope.case.text


def test_the_start_of_a_term_is_no_case() -> None:
    text = "Мерзімі: құжаттар топтамасын тапсырған күннен бастап – 5 жұмыс күні."
    (statement,) = extract_text(text, KK).statements
    assert statement.scope.case is None
