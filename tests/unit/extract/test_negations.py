"""Sentences that deny a value or speak of something else state none; invented wording."""

import pytest

from kb.extract import extract_text
from kb.model import Attribute, Fee, FeeKind, Language

KK, RU = Language.KK, Language.RU


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Услуга не является бесплатной.", RU),
        ("Услуга небесплатна.", RU),
        ("Услуга не оказывается бесплатно.", RU),
        ("Қызмет тегін көрсетілмейді.", KK),
        ("Қызмет тегін емес.", KK),
    ],
)
def test_what_is_denied_to_be_free_is_not_free(text: str, language: Language) -> None:
    fees = [item.value for item in extract_text(text, language).statements if isinstance(item.value, Fee)]
    assert FeeKind.FREE not in [fee.kind for fee in fees]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Возраст ребёнка до 3 лет.", RU),
        ("Опыт работы не менее 5 лет.", RU),
        ("Стаж работы по специальности 2 года.", RU),
        ("Үш жылдан аса жұмыс өтілі бар.", KK),
    ],
)
def test_ages_and_experience_are_no_terms(text: str, language: Language) -> None:
    assert [item for item in extract_text(text, language).statements if item.attribute is Attribute.DEADLINE] == []
