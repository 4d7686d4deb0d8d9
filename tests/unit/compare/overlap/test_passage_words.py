"""How a text is cut into passages of words."""

from kb.compare.overlap.passage_words import digest_words, divide_words, read_words
from kb.model import Language
from tests.unit.compare.overlap.clauses import BUOY, LAMP


def _passages(text: str, *, origin: int = 0) -> list[str]:
    words = read_words(text, Language.RU, origin=origin)
    return [
        text[int(part["start"][0]) - origin : int(part["end"][-1]) - origin]
        for part in divide_words(words, text, origin=origin)
    ]


def test_sentences_and_lines_are_passages() -> None:
    assert _passages(f"{LAMP} {BUOY}") == [LAMP.rstrip("."), BUOY.rstrip(".")]
    lamp, buoy = LAMP.rstrip("."), BUOY.rstrip(".")
    assert _passages(f"{lamp}\n{buoy}", origin=70) == [lamp, buoy]


def test_short_pieces_join_what_follows_and_a_short_end_what_is_before() -> None:
    assert _passages(f"Порядок осмотра: {LAMP} Всё.") == [f"Порядок осмотра: {LAMP} Всё"]


def test_a_point_inside_an_address_or_a_number_parts_nothing() -> None:
    text = "Снимок маяка подаётся на сайте www.example.kz в размере 2.5 на 3.5 метра для журнала начальника пристани"
    assert _passages(text) == [text]


def test_quotes_that_follow_one_another_are_passages() -> None:
    text = f"«{LAMP.rstrip('.')}», «{BUOY.rstrip('.')}»"
    assert _passages(text) == [LAMP.rstrip("."), BUOY.rstrip(".")]


def test_a_text_of_few_words_has_none() -> None:
    assert _passages("Маяк светит бесплатно.") == []
    assert _passages("") == []


def test_languages_share_no_word() -> None:
    one, other = (digest_words(read_words("маяк 5", language)) for language in (Language.KK, Language.RU))
    assert one != other
