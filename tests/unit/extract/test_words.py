"""Values in words, in sentences made for these tests."""

import pytest

from kb.extract.free_text import extract_text
from kb.model import Attribute, Language, Text

KK, RU = Language.KK, Language.RU


def read(text: str, language: Language, attribute: Attribute) -> list[tuple[str, str | None]]:
    statements = [item for item in extract_text(text, language).statements if item.attribute is attribute]
    return [(item.value.text, item.value.code) for item in statements if isinstance(item.value, Text)]


PROVIDERS = [
    ("Мемлекеттік көрсетілетін қызметті Қостанай қаласының әкімдігі көрсетеді.", KK, "Қостанай қаласының әкімдігі"),
    ("Мемлекеттік орган: ҚР Экология министрлігі.", KK, "ҚР Экология министрлігі"),
    ("Мемлекеттік қызмет аудандық мұрағатпен ұсынылады.", KK, "аудандық мұрағатпен"),
    (
        "Мемлекеттік қызмет су инспекцияларымен облыстарда, Семей мен Көкшетау қалаларында атқарылады.",
        KK,
        "су инспекцияларымен",
    ),
    ("Наименование услугодателя: акимат города Кокшетау.", RU, "акимат города Кокшетау"),
    ("Государственная услуга оказывается управлением архивов.", RU, "управлением архивов"),
]


@pytest.mark.parametrize(("text", "language", "wanted"), PROVIDERS)
def test_provider_is_the_body_without_the_words_around_it(text: str, language: Language, wanted: str) -> None:
    assert read(text, language, Attribute.PROVIDER) == [(wanted, None)]


def test_a_free_service_is_not_read_as_a_provider() -> None:
    assert read("Мемлекеттік қызмет тегін көрсетіледі.", KK, Attribute.PROVIDER) == []


FORMS = [
    ("Қызмет көрсету нысаны: қағаз түрінде.", KK, ["paper"]),
    (
        "Қызмет көрсету нысаны: электрондық (жартылай автоматтандырылған) және (немесе) қағаз түрінде.",
        KK,
        ["electronic_partial", "paper"],
    ),
    ("Форма оказания государственной услуги: электронная (полностью автоматизированная).", RU, ["electronic_full"]),
    ("Форма оказания: электронная/бумажная.", RU, ["electronic", "paper"]),
]


@pytest.mark.parametrize(("text", "language", "wanted"), FORMS)
def test_forms_have_their_codes(text: str, language: Language, wanted: list[str]) -> None:
    assert [code for _, code in read(text, language, Attribute.FORM)] == wanted


def test_documents_are_items_with_the_channel_they_are_brought_to() -> None:
    text = (
        "Перечень документов:\nУслугодателю:\n1) заявление по форме;\n2) копия плана участка.\n"
        "На портал:\n1) электронная копия плана участка."
    )
    found = [item for item in extract_text(text, RU).statements if item.attribute is Attribute.DOCUMENT]
    assert [item.evidence.quote for item in found] == [
        "заявление по форме",
        "копия плана участка",
        "электронная копия плана участка",
    ]
    assert [item.scope.channel.code if item.scope.channel else None for item in found] == [
        "provider_office",
        "provider_office",
        "egov_portal",
    ]
