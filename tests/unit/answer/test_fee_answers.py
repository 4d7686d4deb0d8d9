"""What an answer says of a fee, and of its cases."""

from datetime import date
from decimal import Decimal

import pytest

from kb.model import Card, Fee, FeeKind
from tests.unit.answer.asked import DAY, ask, plain


def test_fee_of_the_norm_first_in_tenge_then_what_people_say(apostille: Card) -> None:
    answer = ask(apostille, "Сот қағазына апостиль қою қанша тұрады?")

    text = plain(answer.answer)
    assert "АЕК-тің 50 %-ы = 1 134,5 теңге" in text
    assert "2 269 теңге (2017 жылғы 1 қаңтардан бастап)" in text
    assert text.index("АЕК-тің 50 %-ы") < text.index("Адамдар басқаша айтады: 10 000 теңге")
    assert "мөлшері дереккөзде көрсетілмеген" not in text
    told = {value.statement.value: value.effective for value in answer.values}
    assert told[Fee(kind=FeeKind.MRP_PERCENT, amount=Decimal(50))]
    assert not told[Fee(kind=FeeKind.TENGE, amount=Decimal(10_000))]
    assert answer.values[0].tenge == pytest.approx(1134.5)
    assert len(answer.citations) == len(answer.values)


def test_no_tenge_outside_the_table(apostille: Card) -> None:
    answer = ask(apostille, "Сколько стоит апостиль на решение суда?", day=date(2027, 2, 1))

    assert "50 % МРП" in answer.answer
    assert "В тенге не пересчитано" in answer.answer
    assert "31 декабря 2026 года" in answer.answer
    percent = next(v for v in answer.values if v.statement.value == Fee(kind=FeeKind.MRP_PERCENT, amount=Decimal(50)))
    assert percent.tenge is None


def test_contested_index_is_shown_as_open(licence: Card) -> None:
    answer = ask(licence, "Сколько стоит лицензия на археологические работы?", day=date(2022, 6, 1))

    text = plain(answer.answer)
    assert "31 800" in text
    assert "30 630" in text
    assert "расходятся" in text


def test_duplicate_alone(licence: Card) -> None:
    answer = ask(licence, "Археологиялық лицензиямды жоғалтып алдым, телнұсқасы қанша тұрады?", day=DAY)

    text = plain(answer.answer)
    assert "1 АЕК = 2 269 теңге — «лицензияның телнұсқасы үшін»" in text
    assert "10 АЕК" not in text
    assert "Қалған мәндері карточкада" in text


def test_share_of_a_fee_has_no_tenge_without_that_fee(licence: Card) -> None:
    answer = ask(licence, "Сколько стоит переоформление лицензии на археологические работы?")

    assert "10 % от ставки основного платежа, но не более 4 МРП" in plain(answer.answer)
    assert "основной платёж" in answer.answer
    assert answer.values[0].tenge is None


def test_issue_comes_before_other_cases(licence: Card) -> None:
    answer = ask(licence, "Сколько стоит лицензия на археологические работы?")

    assert plain(answer.answer).index("10 МРП") < plain(answer.answer).index("1 МРП =")
