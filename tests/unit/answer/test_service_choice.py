from datetime import date

import pytest

from kb.answer.service.candidates import Candidate
from kb.answer.service.choice import choose_service
from kb.model import AnswerState, Attribute, Card, FeeKind, Intent
from tests.unit.answer.conftest import fee, service, state
from tests.unit.answer.test_conversation import ask

DAY = date(2017, 10, 1)


def card(number: int, name: str) -> Card:
    key = f"mon2017-{number}"
    statement = state(key, Attribute.FEE, fee(FeeKind.MRP, str(number)), 3, "АЕК")
    return Card(service=service(key, name), statements=(statement,), gaps=(), survey=())


def candidate(*, own: float, units: int, named: int = 0, told: int = 0) -> Candidate:
    return Candidate(
        card=card(81, "Ветеринариялық анықтама беру"),
        score=own * 2,
        own=own,
        named=frozenset(range(named)),
        told=frozenset(range(told)),
        units=units,
        papers=frozenset(),
    )


@pytest.mark.parametrize(
    ("best", "strange", "asks", "meant"),
    [
        (candidate(own=16.0, units=3, told=1), 0.0, True, True),
        (candidate(own=16.0, units=3, told=1), 0.67, True, False),  # two of three words stand nowhere in the base
        (candidate(own=16.0, units=3, told=2), 0.34, True, True),  # more than half of them is told
        (candidate(own=20.0, units=3, told=1), 0.67, True, True),
        (candidate(own=20.0, units=3, told=1), 0.0, False, False),  # nothing is asked of a service
        (candidate(own=33.0, units=9, told=1), 0.67, False, True),  # a long story
    ],
)
def test_everyday_word_is_not_enough(best: Candidate, strange: float, asks: bool, meant: bool) -> None:
    choice = choose_service([best], own=True, strange=strange, asks=asks, intents=(Intent.FEE,), day=DAY)

    assert (choice.card is not None) == meant
    assert meant or choice.state is AnswerState.NO_SERVICE


def test_kind_of_help_alone_is_asked_back_with_those_that_have_it() -> None:
    cards = (card(82, "Атаулы әлеуметтік көмек тағайындау"), card(83, "Тегін заң көмегін көрсету"))
    answer = ask((*cards, card(84, "Балаларға жатақхана беру")), "Маған көмек керек еді")

    assert answer.state is AnswerState.CLARIFY
    assert {choice.service for choice in answer.choices} == {"mon2017-82", "mon2017-83"}
    assert "атаулы" in answer.read_aloud
    assert "тағайындау" not in answer.read_aloud.split("тегін")[1]
    assert len(answer.read_aloud.split()) <= 25


def test_single_service_of_a_kind_is_asked_back_too() -> None:
    answer = ask((card(82, "Атаулы әлеуметтік көмек тағайындау"),), "Көмек алғым келеді")

    assert [choice.service for choice in answer.choices] == ["mon2017-82"]
    assert not answer.read_aloud.endswith(". ?")


def test_no_service_of_a_kind_asks_for_the_name() -> None:
    answer = ask((card(84, "Балаларға жатақхана беру"),), "Өтемақы алғым келеді")

    assert answer.state is AnswerState.CLARIFY
    assert answer.choices == ()


def test_word_in_the_names_of_few_is_not_foreign() -> None:
    named = candidate(own=2.0, units=5, named=1)
    others = [candidate(own=1.0, units=5, named=1) for _ in range(3)]

    few = choose_service([named], own=True, strange=0.8, asks=False, intents=(Intent.FEE,), day=DAY)
    many = choose_service([named, *others], own=True, strange=0.8, asks=False, intents=(Intent.FEE,), day=DAY)

    assert few.card is named.card
    assert many.state is AnswerState.NO_SERVICE
