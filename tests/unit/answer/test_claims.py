from decimal import Decimal

import pytest

from kb.answer.asking import Claim
from kb.answer.reading.claims import read_claim
from kb.model import Attribute, Bound, ChannelCode, Deadline, Intent, Unit


def ready(value: int, unit: Unit) -> Claim:
    return Claim(attribute=Attribute.DEADLINE, term=Deadline(value=Decimal(value), unit=unit, bound=Bound.MAX))


@pytest.mark.parametrize(
    ("text", "intent", "claim"),
    [
        ("Анықтама тегін бе?", Intent.FEE, Claim(attribute=Attribute.FEE, free=True)),
        ("Справка бесплатная?", Intent.FEE, Claim(attribute=Attribute.FEE, free=True)),
        ("Лицензия ақылы ма?", Intent.FEE, Claim(attribute=Attribute.FEE, free=False)),
        ("Надо ли платить за дубликат?", Intent.FEE, Claim(attribute=Attribute.FEE, free=False)),
        ("10 жұмыс күнінде дайын бола ма?", Intent.DEADLINE, ready(10, Unit.WORKING_DAY)),
        ("За два дня сделают?", Intent.DEADLINE, ready(2, Unit.DAY)),
        ("Хватит ли 20 минут?", Intent.DEADLINE, ready(20, Unit.MINUTE)),
        ("Бүгін дайын бола ма?", Intent.DEADLINE, ready(1, Unit.DAY)),
        ("Заключение бумажное?", Intent.FORM, Claim(attribute=Attribute.FORM, code="paper")),
        ("Юрлицам тоже можно?", Intent.RECIPIENT, Claim(attribute=Attribute.RECIPIENT, code="legal_entity")),
    ],
)
def test_what_a_yes_or_no_question_supposes(text: str, intent: Intent, claim: Claim) -> None:
    assert read_claim(text, intent) == claim


def test_channels_of_a_claim() -> None:
    claim = read_claim("Через ЦОН можно подать?", Intent.CHANNEL)

    assert claim is not None
    assert claim.channels == {ChannelCode.STATE_CORPORATION}


@pytest.mark.parametrize(
    ("text", "intent"),
    [
        ("Апостиль қанша тұрады?", Intent.FEE),
        ("Тегін бе, әлде ақылы ма?", Intent.FEE),
        ("Бесплатно или платно?", Intent.FEE),
        ("Неше күнде дайын болады?", Intent.DEADLINE),
        ("Куда сдать документы?", Intent.CHANNEL),
        ("ЦОНға ма, әлде порталға ма?", Intent.CHANNEL),
        ("Қағаз ба, әлде электронды ма?", Intent.FORM),
        ("Апостиль", Intent.CARD),
    ],
)
def test_questions_that_yes_and_no_do_not_answer(text: str, intent: Intent) -> None:
    assert read_claim(text, intent) is None
