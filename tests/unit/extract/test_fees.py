"""Fees as standards write them, in sentences made for these tests."""

import pytest

from kb.extract.free_text import extract_text
from kb.model import Fee, Language

KK, RU, EN = Language.KK, Language.RU, Language.EN
Wanted = list[tuple[str, str | None, str | None]]


def read(text: str, language: Language) -> Wanted:
    found = [item.value for item in extract_text(text, language).statements]
    return [(fee.kind.value, _text(fee.amount), _text(fee.cap_mrp)) for fee in found if isinstance(fee, Fee)]


def _text(number: object) -> str | None:
    return None if number is None else str(number)


CASES: list[tuple[str, Language, Wanted]] = [
    ("Қызмет құны: тегін.", KK, [("free", None, None)]),
    ("Мемлекеттік қызмет жеке тұлғаларға ақылы негізде көрсетіледі.", KK, [("paid_unspecified", None, None)]),
    ("Қызмет құны: ақылы: 0,3 АЕК.", KK, [("mrp", "0.3", None)]),
    ("Құны: мемлекеттік баж – АЕК 15 пайызы.", KK, [("mrp_percent", "15", None)]),
    ("Төлем мөлшері: айлық есептік көрсеткіштің 25 пайызы.", KK, [("mrp_percent", "25", None)]),
    (
        "Қызмет құны: лицензия беру – 20 АЕК, қайта рәсімдеу – мөлшерлеменің 10%-ы, бірақ 3 АЕК аспауы керек.",
        KK,
        [("mrp", "20", None), ("percent_of_fee", "10", "3")],
    ),
    ("Қызмет құны: қайта рәсімдеу үшін 5 АЕК көп емес.", KK, [("mrp", "5", "5")]),
    ("Қызмет құны: ақылы және (немесе) тегін.", KK, [("paid_unspecified", None, None), ("free", None, None)]),
    ("Құны: көшірме жасағанда АЕК мөлшерінде алым төленеді.", KK, [("mrp", None, None)]),
    ("Размер оплаты: бесплатно.", RU, [("free", None, None)]),
    ("Размер оплаты: за выдачу – 10 МРП; за выдачу дубликата – 1 МРП.", RU, [("mrp", "10", None), ("mrp", "1", None)]),
    ("Размер оплаты: 50 процентов от МРП.", RU, [("mrp_percent", "50", None)]),
    (
        "Размер оплаты: за переоформление – 10 % от ставки при выдаче, но не более 4 МРП.",
        RU,
        [("percent_of_fee", "10", "4")],
    ),
    ("Размер оплаты: 24 тысячи 500 тенге.", RU, [("tenge", "24500", None)]),
    ("Стоимость услуги – 1 250,50 тенге.", RU, [("tenge", "1250.50", None)]),
    ("The payment amount is 900 tenge.", EN, [("tenge", "900", None)]),
]


@pytest.mark.parametrize(("text", "language", "wanted"), CASES)
def test_fees_are_read(text: str, language: Language, wanted: Wanted) -> None:
    assert read(text, language) == wanted


NOT_FEES = [
    ("Нәтижесі: атын, әкесінің атын, тегін өзгерту туралы куәлік.", KK),
    ("Қызмет құны көрсетілмеген; балаларды тегін тасымалдау туралы анықтама.", KK),
    ("Размер МРП – 3 692 тенге.", RU),
    ("Ставка зависит от МРП; скидка – 7 %.", RU),
]


@pytest.mark.parametrize(("text", "language"), NOT_FEES)
def test_false_friends_are_not_fees(text: str, language: Language) -> None:
    assert read(text, language) == []


def test_a_share_points_at_the_only_full_fee_of_its_source() -> None:
    text = "Размер оплаты: за выдачу – 20 МРП; за переоформление – 10 % от ставки при выдаче, но не более 4 МРП."
    full, share = extract_text(text, RU).statements
    assert isinstance(share.value, Fee)
    assert share.value.of == full.id
