import pytest

from kb.text import word_languages


@pytest.mark.parametrize(
    ("text", "languages"),
    [
        ("Анықтама алу", ["kk", "kk"]),
        ("справка алу үшін", ["ru", "kk", "kk"]),
        ("spravka алу", ["ru", "kk"]),
        ("анықтама получить egov 12", ["kk", "ru", None, None]),
        ("паспорт", [None]),
        ("how much", ["en", "en"]),
        ("Silverlight орнату үшін", ["en", None, "kk"]),
        ("قۇجات", ["kk"]),
        ("", []),
    ],
)
def test_each_word_has_its_language(text: str, languages: list[str | None]) -> None:
    assert [word.language for word in word_languages(text)] == languages


def test_places_are_those_of_the_text() -> None:
    text = "Қайдан spravka аламын, ӨТІНІШ?"
    words = word_languages(text)
    assert [text[word.start : word.end] for word in words] == [word.text for word in words]
    assert [word.text for word in words] == ["Қайдан", "spravka", "аламын", "ӨТІНІШ"]
