import pytest

from kb.model import Intent
from kb.search.question_reading import read_question


@pytest.mark.parametrize(
    ("text", "intents"),
    [
        ("Лицензияны қайда тапсырамын және неше күн күтемін?", (Intent.CHANNEL, Intent.DEADLINE)),
        ("Анықтама неше күнде беріледі, тегін бе?", (Intent.DEADLINE, Intent.FEE)),
        ("Анықтама тегін бе және неше күнде беріледі?", (Intent.FEE, Intent.DEADLINE)),
        ("Что выдадут и сколько дней ждать?", (Intent.RESULT, Intent.DEADLINE)),
        ("Перевод на другой участок: акимат или ЦОН, платно?", (Intent.CHANNEL, Intent.FEE)),
        ("Какие документы нужны и где подать?", (Intent.DOCUMENTS, Intent.CHANNEL)),
        # a condition does not ask
        ("Что выдадут, когда долго рассмотрят?", (Intent.RESULT,)),
        ("Куда идти, чтобы бесплатно лечили?", (Intent.CHANNEL,)),
        # a noun names the thing, the question is another
        ("Тест нәтижесін кім береді?", (Intent.PROVIDER,)),
        ("Кадастровая стоимость: сколько дней считают?", (Intent.DEADLINE,)),
        # complaints lead
        ("Жалоба на инспектора: сколько дней рассматривают?", (Intent.APPEAL,)),
        # a looser phrase over the same word
        ("Рұқсат қағазы қанша тұрады?", (Intent.FEE,)),
        ("До скольки дней могут продлить?", (Intent.DEADLINE,)),
        # letters left out in some words only
        ("Мәлімет туралы анықтаманы канша уакыт кутем?", (Intent.DEADLINE,)),
        ("Апостиль", (Intent.CARD,)),
        # what another question supposes is not asked
        ("По какому приказу апостиль принимают только в ЦОНе?", (Intent.LEGAL_BASIS,)),
        ("Қанша тұрады онлайн бола ма", (Intent.FEE, Intent.CHANNEL)),
        # the nearest words of a phrase are its own
        ("Рұқсат неше АЕК, неше күн?", (Intent.FEE, Intent.DEADLINE)),
        ("А документы на апостиль проверяют долго?", (Intent.DEADLINE,)),
        ("Какой стаж нужен для лицензии?", (Intent.DOCUMENTS,)),
        ("Неше жыл өтіл керек?", (Intent.DOCUMENTS,)),
        ("Какую справку выдают?", (Intent.RESULT,)),
        ("Какую справку надо принести?", (Intent.DOCUMENTS,)),
        ("Сколько делают апостиль?", (Intent.DEADLINE,)),
        ("Есть ли госпошлина?", (Intent.FEE,)),
        ("Насколько люди довольны?", (Intent.QUALITY,)),
    ],
)
def test_everything_that_is_asked_in_its_order(text: str, intents: tuple[Intent, ...]) -> None:
    reading = read_question(text)

    assert reading.intents == intents
    assert reading.intent is intents[0]
