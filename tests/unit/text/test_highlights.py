import pytest

from kb.text import highlight


def marked(text: str, query: str) -> list[str]:
    return [text[start:end] for start, end in highlight(text, query)]


@pytest.mark.parametrize(
    ("text", "query", "words"),
    [
        ("Құжаттарды қабылдау мерзімі", "құжат мерзім", ["Құжаттарды", "мерзімі"]),
        ("Құжаттарды қабылдау мерзімі", "кужат", ["Құжаттарды"]),
        ("Мeмлeкеттiк қы\u00adзмет тегін", "мемлекеттік қызмет", ["Мeмлeкеттiк", "қы\u00adзмет"]),
        ("Выдача справки о несудимости", "справка несудимость", ["справки", "несудимости"]),
        ("Анықтаманы беру тәртібі", "анқытама", ["Анықтаманы"]),
        ("Куәлік қалай беріледі", "куәлікті қалай алуға болады", ["Куәлік"]),
        ("Қалай болады", "қалай", ["Қалай"]),
        ("Тегін", "ақылы", []),
        ("", "құжат", []),
        ("Құжат", "", []),
    ],
)
def test_words_of_the_query_are_shown(text: str, query: str, words: list[str]) -> None:
    assert marked(text, query) == words


def test_a_pasted_query_of_any_length_is_answered() -> None:
    query = " ".join(f"сөз{number}" for number in range(15_000)) + " құжат"
    assert marked("Құжаттарды қабылдау " * 200, query) == ["Құжаттарды"] * 200
