"""Fees in all their notations: rates, shares, sums, ranges, units, payers and ways of payment."""

from decimal import Decimal

import pytest

from kb.model import Fee, FeeKind, PaymentWay, ScopeField
from tests.unit.extract.term_reading import fees_of, statements_of

NOTATIONS = [
    ("Төлем мөлшері: 1,25 АЕК.", FeeKind.MRP, "1.25"),
    ("Төлем мөлшері: АЕК-тің 125 пайызы.", FeeKind.MRP_PERCENT, "125"),
    ("Размер оплаты: 1000 % МРП.", FeeKind.MRP_PERCENT, "1000"),
    ("Размер оплаты: двукратный размер МРП.", FeeKind.MRP, "2"),
    ("Размер оплаты: 2-кратный размер месячного расчетного показателя.", FeeKind.MRP, "2"),
    ("Төлем мөлшері: екі еселенген АЕК.", FeeKind.MRP, "2"),
    ("Төлем мөлшері: АЕК-тің 2 еселенген мөлшері.", FeeKind.MRP, "2"),
    ("Төлем мөлшері: 5 АЕК мөлшерінде.", FeeKind.MRP, "5"),
    ("Төлем мөлшері: 24 мың 504 теңге.", FeeKind.TENGE, "24504"),
    ("Құны: 612 теңге 60 тиын.", FeeKind.TENGE, "612.6"),
    ("Құны: 200 мың.", FeeKind.TENGE, "200000"),
    ("Размер оплаты: 200 тыс.", FeeKind.TENGE, "200000"),
    ("Стоимость: 1 500 тг.", FeeKind.TENGE, "1500"),
    ("Төлем мөлшері: алым сомасының 50 пайызы.", FeeKind.PERCENT_OF_FEE, "50"),
    ("Размер оплаты: 30 процентов от стоимости услуги.", FeeKind.PERCENT_OF_FEE, "30"),
    ("Размер оплаты: 0,5 МРП (2 163 тенге).", FeeKind.MRP, "0.5"),
]


@pytest.mark.parametrize(("text", "kind", "amount"), NOTATIONS)
def test_a_fee_keeps_the_notation_of_its_text(text: str, kind: FeeKind, amount: str) -> None:
    (fee,) = fees_of(text)
    assert (fee.kind, fee.amount, fee.least, fee.cap_mrp) == (kind, Decimal(amount), None, None)


@pytest.mark.parametrize(
    "text",
    [
        "Размер оплаты: 1-5 МРП.",
        "Размер оплаты: от 1 до 5 МРП.",
        "Размер оплаты: от 1 МРП до 5 МРП.",
        "Төлем мөлшері: 1 АЕК-тен 5 АЕК-ке дейін.",
    ],
)
def test_both_ends_of_a_range_are_one_fee(text: str) -> None:
    assert fees_of(text) == [Fee(kind=FeeKind.MRP, least=Decimal(1), amount=Decimal(5))]


UNITS = [
    ("Размер оплаты: за каждый документ – 0,5 МРП.", "document"),
    ("Размер оплаты: 300 тенге за один лист.", "sheet"),
    ("Құны: әр парақ үшін 20 теңге.", "sheet"),
    ("Размер оплаты: 20 тенге за каждую страницу.", "page"),
    ("Төлем мөлшері: әрбір адам үшін 1 АЕК.", "person"),
    ("Размер оплаты: 2 МРП за одно транспортное средство.", "vehicle"),
    ("Құны: бір сағат үшін 900 теңге.", "hour"),
    ("Размер оплаты: 0,2 МРП за каждую единицу.", "unit"),
    ("Размер оплаты: 2 МРП.", None),
]


@pytest.mark.parametrize(("text", "per"), UNITS)
def test_the_unit_that_is_paid_for_is_told(text: str, per: str | None) -> None:
    assert [fee.per for fee in fees_of(text)] == [per]


def _payers(text: str) -> list[tuple[str, str | None]]:
    found = statements_of(text)
    return [
        (item.value.kind.value, item.scope.recipient.code if item.scope.recipient else None)
        for item in found
        if isinstance(item.value, Fee)
    ]


def test_each_payer_has_his_fee() -> None:
    text = "Размер оплаты: для физических лиц – 1 МРП, для юридических лиц – 3 МРП, для иностранцев – бесплатно."
    assert _payers(text) == [("mrp", "individual"), ("mrp", "legal_entity"), ("free", "foreigner")]


EXEMPT = [
    ("Размер оплаты: 1 МРП; от уплаты пошлины освобождаются: ветераны труда.", "ветераны труда"),
    ("Размер оплаты: 1 МРП; ветераны труда освобождаются от уплаты сбора.", "ветераны труда"),
    ("Төлем мөлшері: 1 АЕК; алымнан босатылады: еңбек ардагерлері.", "еңбек ардагерлері"),
]


@pytest.mark.parametrize(("text", "who"), EXEMPT)
def test_an_exemption_is_free_for_those_it_names(text: str, who: str) -> None:
    paid, exempt = [item for item in statements_of(text) if isinstance(item.value, Fee)]
    assert isinstance(exempt.value, Fee)
    assert exempt.value.kind is FeeKind.FREE
    assert exempt.scope.recipient == ScopeField(text=who)
    assert paid.scope.recipient is None


def test_an_exemption_above_its_list_names_all_of_it_and_alone_nobody() -> None:
    (exempt,) = statements_of("Размер оплаты: освобождаются от уплаты сбора:\n1) ветераны труда;\n2) доноры.")
    assert exempt.scope.recipient is not None
    assert exempt.scope.recipient.text == "1) ветераны труда; 2) доноры"
    assert fees_of("Размер оплаты: освобождаются от уплаты сбора.") == []


def test_ways_of_payment_go_with_the_fee_and_not_with_what_is_free() -> None:
    text = "Төлем мөлшері: 2 АЕК, қолма-қол және қолма-қол ақшасыз нысанда банктер арқылы төленеді; көшірме – тегін."
    paid, free = fees_of(text)
    assert paid.ways == (PaymentWay.CASH, PaymentWay.NONCASH, PaymentWay.BANK)
    assert free.ways == ()


@pytest.mark.parametrize(
    ("text", "ways"),
    [
        ("Размер оплаты: 2 МРП безналичным способом через платежный шлюз.", ["noncash", "payment_gateway"]),
        ("Размер оплаты: 2 МРП наличными.", ["cash"]),
        ("Размер оплаты: 2 МРП.", []),
    ],
)
def test_only_the_ways_that_are_named_are_told(text: str, ways: list[str]) -> None:
    assert [way.value for fee in fees_of(text) for way in fee.ways] == ways


def test_a_list_of_rates_takes_its_currency_from_its_heading() -> None:
    text = "Размер оплаты (в тенге):\n1) выдача билета – 1 073,7;\n2) замена – 536,8."
    assert [fee.amount for fee in fees_of(text)] == [Decimal("1073.7"), Decimal("536.8")]


@pytest.mark.parametrize(
    "text",
    [
        "Размер оплаты: слух о сборе 5 МРП не соответствует действительности.",
        "Размер МРП составляет 4 325 тенге.",
        "Размер оплаты: штраф 10 МРП.",
        "Размер оплаты для лиц с доходом до 30 МРП указан в приложении.",
        "Құны: тегін тамақ беру туралы анықтама.",
        "Төлем мөлшері: табысы 30 АЕК-тен аспайтындар туралы.",
    ],
)
def test_false_friends_are_no_fees(text: str) -> None:
    assert fees_of(text) == []


def test_pensioners_pay_a_fee_and_a_pension_is_none() -> None:
    assert [fee.amount for fee in fees_of("Размер оплаты: пенсионеры платят 0,5 МРП.")] == [Decimal("0.5")]
    assert fees_of("Размер оплаты: при пенсии до 30 МРП см. приложение.") == []


def test_free_before_a_comma_is_no_surname_behind_its_payer() -> None:
    text = "Төлем мөлшері: электрондық билет үшін – тегін, қағаз билет – 500 теңге."
    assert [fee.kind for fee in fees_of(text)] == [FeeKind.FREE, FeeKind.TENGE]
    assert fees_of("Құны: атын, тегін, әкесінің атын өзгерту туралы.") == []


def test_what_is_registered_is_a_case_of_the_fee() -> None:
    text = "Размер оплаты: за регистрацию лодки – 1 МРП, за выдачу копии – 2 МРП."
    cases = [item.scope.case.text for item in statements_of(text) if item.scope.case]
    assert cases == ["за регистрацию лодки", "за выдачу копии"]


@pytest.mark.parametrize("text", ["Қызмет ақысыз көрсетіледі.", "Размер оплаты: сбор не взимается."])
def test_free_has_several_words(text: str) -> None:
    assert fees_of(text) == [Fee(kind=FeeKind.FREE)]


def test_a_case_behind_the_fee_is_its_case() -> None:
    (statement,) = statements_of("Размер оплаты: бесплатно для многодетных семей.")
    assert statement.scope.case == ScopeField(text="для многодетных семей")
