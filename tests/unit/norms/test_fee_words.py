from decimal import Decimal

import pytest

from kb.model import Fee, FeeKind
from kb.norms import show_fee


@pytest.mark.parametrize(
    ("fee", "kk", "ru"),
    [
        (Fee(kind=FeeKind.MRP, amount=Decimal(4), cap_mrp=Decimal(4)), "4 АЕК-тен аспайды", "не более 4 МРП"),
        (
            Fee(kind=FeeKind.MRP, amount=Decimal(2), cap_mrp=Decimal(4), per="document"),
            "2 АЕК, бірақ 4 АЕК-тен аспайды, бір құжат үшін",
            "2 МРП, но не более 4 МРП, за один документ",
        ),
        (Fee(kind=FeeKind.TENGE, amount=Decimal(70), per="бет"), "70 теңге, бет үшін", "70 тенге, за бет"),
        (Fee(kind=FeeKind.MRP), "мөлшері көрсетілмеген", "сумма не указана"),
        (Fee(kind=FeeKind.FREE), "тегін", "бесплатно"),
    ],
)
def test_a_fee_in_words(fee: Fee, kk: str, ru: str) -> None:
    assert [show_fee(fee, language) for language in ("kk", "ru")] == [kk, ru]


@pytest.mark.parametrize("kind", FeeKind)
def test_every_kind_has_words(kind: FeeKind) -> None:
    assert all(show_fee(Fee(kind=kind), language) for language in ("kk", "ru", "en"))
