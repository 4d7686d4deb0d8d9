import pytest

from kb.text import swap_layout


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("gfcgjhn", "паспорт"),
        ("crjkmrj cnjbn cghfdrf?", "сколько стоит справка?"),
        ("rf;tn rthtr gt", "кажет керек пе"),
        ("09;fn 3itylt", "құжат ішенде"),
        ("Rehm gjkexbnm? Ult", "Курь получить? Где"),
        ("gfcgjhn? ltrhtn, vthpbv", "паспорт? декрет, мерзим"),
        ("упщм", "egov"),
        ("wjy", "цон"),
    ],
)
def test_typed_on_the_other_layout(typed: str, meant: str) -> None:
    assert swap_layout(typed) == meant


@pytest.mark.parametrize(
    "text",
    [
        "паспорт алу", "сколько стоит", "egov", "egov.kz", "SMS PDF", "hello world", "pasport alu", "kuälık alu",
        "Jeke kuzhat kaida", "how long does it take", "ҚР ДСМ-180/2020", "B2B", "1414", "цон", "", "?",
    ],
)  # fmt: skip
def test_left_alone(text: str) -> None:
    assert swap_layout(text) is None
