"""Ids, codes and acts that a query names."""

from datetime import date

import pytest

from kb.search.references import act_keys, act_number_ids, read_references


def test_ids_are_the_whole_text_and_words_with_a_digit() -> None:
    found = read_references("Что такое Mon2099-01, скажите?", "Что такое Mon2099-01, скажите?")

    assert found == ("что такое mon2099-01, скажите", "mon2099-01")


@pytest.mark.parametrize(
    ("text", "looked_up"),
    [
        ("№ 951", "nr:951"),
        ("приказ 951", "nr:951"),
        ("951 бұйрық", "nr:951"),
        ("приказ 951 от 05.07.2031", "nr:951:2031-07-05"),
        ("приказ от 5 июля 2031 года № 951", "nr:951:2031-07-05"),
        ("2031 жылғы 5 шілдедегі № 951 бұйрық", "nr:951:2031-07-05"),
        ("постановление № 11-1-2/951", "nr:11-1-2/951"),
        ("ҚР ДСМ-951 бұйрығы", "nr:крдсм-951"),
    ],
)
def test_an_act_is_named_by_its_number_and_date(text: str, looked_up: str) -> None:
    assert looked_up in read_references(text, text)


@pytest.mark.parametrize("text", ["10 күнде бере ме", "за 10 дней", "50 % МРП", "2,5 АЕК", "справка для ребёнка 5 лет"])
def test_an_amount_names_no_act(text: str) -> None:
    assert not [one for one in read_references(text, text) if one.startswith("nr:")]


def test_an_act_is_looked_up_as_it_is_asked_for() -> None:
    assert act_number_ids("ҚР ДСМ-951", date(2031, 7, 5)) == ("nr:крдсм-951", "nr:крдсм-951:2031-07-05")
    assert act_number_ids("951", None) == ("nr:951",)
    assert act_number_ids(None, date(2031, 7, 5)) == ()


def test_acts_are_narrowed_to_by_code_or_number() -> None:
    assert act_keys(["V1500000001", "nr:ҚР ДСМ-951", "№ 951"]) == ("v1500000001", "nr:крдсм-951", "nr:951")
