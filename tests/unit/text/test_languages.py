import pytest

from kb.model import Language
from kb.text import identify_language


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Куәлік алуға қанша күн кетеді?", "kk"),
        ("куалик алуга канша кун кетеди", "kk"),
        ("паспорт алу", "kk"),
        ("балама кужат керек пе", "kk"),
        ("тегин бе", "kk"),
        ("сколько стоит паспорт", "ru"),
        ("выдача справки", "ru"),
        ("где получить ЭЦП", "ru"),
        ("срок", "ru"),
        ("how much does it cost", "en"),
        ("Астана қаласында оформить паспорт можно ли и где", "ru"),
        ("قۇجات قاجەت", "kk"),
        ("паспорт", "kk"),
        ("1414", "kk"),
        ("", "kk"),
    ],
)
def test_short_texts(text: str, language: str) -> None:
    assert identify_language(text) == Language(language)


def test_a_long_text_is_told_by_its_beginning() -> None:
    assert identify_language("Құжаттар тізімі берілді. " * 40_000) is Language.KK
