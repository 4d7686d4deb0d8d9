import pytest

from kb.model import Intent, Purpose
from kb.search.question_reading import read_question


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Апостиль қою қанша тұрады?", Intent.FEE),
        ("апостиль кою канша турады", Intent.FEE),
        ("Бұл анықтама тегін бе?", Intent.FEE),
        ("Сколько стоит дубликат?", Intent.FEE),
        ("Справка бесплатная?", Intent.FEE),
        ("Куәлік неше күнде дайын болады?", Intent.DEADLINE),
        ("Қанша жұмыс күн күтем?", Intent.DEADLINE),
        ("Когда будет готово разрешение, если сдать в ЦОН через портал?", Intent.DEADLINE),
        ("За сколько дней сделают паспорт?", Intent.DEADLINE),
        ("Өтінішті қайда тапсырамын?", Intent.CHANNEL),
        ("Можно онлайн подать заявление?", Intent.CHANNEL),
        ("Лицензияны қай министрлік береді?", Intent.PROVIDER),
        ("Кто оказывает эту услугу?", Intent.PROVIDER),
        ("Қандай құжаттар керек?", Intent.DOCUMENTS),
        ("Какие документы нужны для паспорта?", Intent.DOCUMENTS),
        ("Қолыма не береді?", Intent.RESULT),
        ("Какой документ выдадут на руки?", Intent.RESULT),
        ("На каком основании принимают только в ЦОНе?", Intent.LEGAL_BASIS),
        ("Қандай бұйрықпен бекітілген?", Intent.LEGAL_BASIS),
        ("Бұл қай заңның қай бабында жазылған?", Intent.LEGAL_BASIS),
        ("На основании чего ждать десять дней?", Intent.LEGAL_BASIS),
        ("Кезекте қанша тұрады?", Intent.DEADLINE),
        ("Сколько стоять в ЦОНе?", Intent.DEADLINE),
        ("Сколько стоит апостиль из суда?", Intent.FEE),
        ("Кто имеет право на пособие?", Intent.RECIPIENT),
        ("Сенбі күні жұмыс істей ме?", Intent.SCHEDULE),
        ("Почему мне пришел отказ?", Intent.REFUSAL),
        ("Халық бұл қызметке қанағаттана ма?", Intent.QUALITY),
        ("Куда пожаловаться?", Intent.APPEAL),
        ("Статус моей заявки", Intent.STATUS),
        ("Апостиль", Intent.CARD),
    ],
)
def test_intent(text: str, intent: Intent) -> None:
    assert read_question(text).intent is intent


def test_phrase_inside_a_longer_one_does_not_count() -> None:
    reading = read_question("Какой документ выдадут?")

    assert reading.intent is Intent.RESULT
    assert reading.scores[Intent.RESULT] > reading.scores.get(Intent.DOCUMENTS, (0, 0))


@pytest.mark.parametrize(
    ("text", "purpose"),
    [
        ("Кезекте қанша тұрамын?", Purpose.QUEUE),
        ("Сколько стоять в очереди?", Purpose.QUEUE),
        ("Могут ли продлить срок?", Purpose.EXTENSION),
    ],
)
def test_other_terms_are_asked_for_by_their_words(text: str, purpose: Purpose) -> None:
    assert purpose in read_question(text).purposes


def test_topic_keeps_what_tells_the_service() -> None:
    topic = {word.surface for word in read_question("Сколько стоит апостиль на решение суда?").topic.items}

    assert {"апостиль", "суда"} <= topic
    assert not {"сколько", "стоит", "на"} & topic


@pytest.mark.parametrize("number", ["7", "12"])
def test_topic_keeps_the_number_that_tells_services_apart(number: str) -> None:
    kazakh = read_question(f"{number}-орынды қайыққа рұқсат неше күнде беріледі?")
    russian = read_question(f"Сколько стоит разрешение на {number}-местную лодку?")

    assert all(number in {word.surface for word in one.topic.items} for one in (kazakh, russian))
