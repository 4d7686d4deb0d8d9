"""Fees and terms of a card, each calculated; the texts and services are invented."""

from datetime import date
from decimal import Decimal
from typing import Any

from kb.answer.calculators.calculated_fee import FeeOutcome
from kb.answer.calculators.due_date import DueOutcome
from kb.model import (
    Attribute,
    Bound,
    Card,
    ChannelCode,
    Deadline,
    Document,
    Fee,
    FeeKind,
    Language,
    Purpose,
    Scope,
    ScopeField,
    Service,
    SourceKind,
    Statement,
    Unit,
)
from kb.pipeline.calculating import Calculators
from kb.pipeline.calculating_json import due_dates_to_json, fees_to_json
from kb.pipeline.fitting_values import PersonalCase
from kb.pipeline.ruled_values import Part
from tests.unit.extract.documents import read_act

DAY, FILED = date(2026, 11, 26), date(2026, 11, 26)
TEXT = """> *Приложение 1*

<table>
<tr><td>3.</td><td>Срок оказания</td><td>10 рабочих дней; в Госкорпорации – 8 рабочих дней.
День приема в Госкорпорацию не входит в срок.
Результат доставляется в Госкорпорацию не позднее чем за сутки до истечения срока.
При проверке срок продлевается на 5 рабочих дней.</td></tr>
<tr><td>6.</td><td>Плата</td><td>выдача в городе – 100 МРП
выдача в селе – 30 МРП
переоформление – 10 %
юридическим лицам – бесплатно</td></tr>
</table>
"""
STANDARD = read_act(TEXT, Language.RU)


def scope(**words: tuple[str, str | None]) -> Scope:
    return Scope(**{name: ScopeField(text=text, code=code) for name, (text, code) in words.items()})


def stated(value: Fee | Deadline, quote: str, text: Document = STANDARD, **rest: Any) -> Statement:
    attribute = Attribute.FEE if isinstance(value, Fee) else Attribute.DEADLINE
    start = text.text.index(quote)
    clause = next(one.id for one in text.clauses if "row" in one.id and one.start <= start < one.end)
    told = {"source_kind": SourceKind.STANDARD, **rest}
    evidence = text.cite(start, start + len(quote), clause)
    return Statement(service="nest", attribute=attribute, value=value, evidence=evidence, **told)


def days(number: int, purpose: Purpose = Purpose.SERVICE, unit: Unit = Unit.WORKING_DAY) -> Deadline:
    return Deadline(value=Decimal(number), unit=unit, bound=Bound.EXACT, purpose=purpose)


def mrp(number: int) -> Fee:
    return Fee(kind=FeeKind.MRP, amount=Decimal(number))


CITY = stated(mrp(100), "выдача в городе – 100 МРП", scope=scope(case=("выдача в городе", None)))
VILLAGE = stated(mrp(30), "выдача в селе – 30 МРП", scope=scope(case=("выдача в селе", None)))
SHARE = stated(
    Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(10)), "переоформление – 10 %",
    scope=scope(case=("переоформление", None)),
)  # fmt: skip
FREE = stated(
    Fee(kind=FeeKind.FREE), "юридическим лицам – бесплатно",
    scope=scope(recipient=("юридическим лицам", "legal_entity")),
)  # fmt: skip
TEN = stated(days(10), "10 рабочих дней")
EIGHT = stated(days(8), "8 рабочих дней", scope=scope(channel=("Госкорпорации", "state_corporation")))
AHEAD = stated(days(1, Purpose.RESULT_PICKUP, Unit.CALENDAR_DAY), "за сутки до истечения")
LONGER = stated(days(5, Purpose.EXTENSION), "на 5 рабочих дней")
QUEUE = stated(days(15, Purpose.QUEUE, Unit.MINUTE), "Срок оказания")


def calculators(*statements: Statement) -> Calculators:
    service = Service(
        id="nest", ids=("nest",), name_kk="Ұя", name_ru="Гнездо", owner=None, codes={}, channels=(), paid=None,
        forms=(), recipients=(), sources=(),
    )  # fmt: skip
    card = Card(service=service, statements=statements, gaps=(), survey=())
    texts = {STANDARD.snapshot.digest: STANDARD}
    return Calculators(card=lambda _name: card, acts=lambda _card: (), document=texts.get)


def sums(found: Any) -> list[tuple[int, str | None]]:
    return [(row.fee.amount, row.base and row.base.scope.case.text) for row in found.rows]


def test_every_fee_that_fits_is_calculated_and_a_share_of_every_rate_it_may_be_of() -> None:
    found = calculators(CITY, VILLAGE, SHARE, FREE).fees("nest", day=DAY)

    assert sums(found) == [
        (432_500, None), (129_750, None), (43_250, "выдача в городе"), (12_975, "выдача в селе"), (0, None),
    ]  # fmt: skip
    assert [row.fee.warnings[-1].code for row in found.rows[2:4]] == ["fee_base_of_case"] * 2
    assert [row.payer.words[Language.RU] for row in found.rows[-2:]] == ["услугополучатель", "юридическое лицо"]


def test_case_and_recipient_narrow_and_what_is_left_out_is_counted() -> None:
    door = calculators(CITY, VILLAGE, SHARE, FREE)
    village = door.fees("nest", day=DAY, person=PersonalCase(case="в селе"))
    person = door.fees("nest", day=DAY, person=PersonalCase(recipient="individual"))
    reissue = door.fees("nest", day=DAY, person=PersonalCase(case="қайта рәсімдеу"))
    unknown = door.fees("nest", day=DAY, person=PersonalCase(case="телнұсқа"))

    assert (sums(village), village.left_out) == ([(129_750, None), (0, None)], 2)
    assert (len(person.rows), person.left_out) == (4, 1)
    assert [amount for amount, _ in sums(reissue)] == [43_250, 12_975, 0]
    assert (len(unknown.rows), [one.code for one in unknown.warnings]) == (5, ["case_unknown"])


def test_a_named_base_is_used_and_a_former_sum_is_not_repeated() -> None:
    named = stated(
        Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(10), of=VILLAGE.id), "переоформление – 10 %",
        scope=scope(case=("переоформление", None)),
    )  # fmt: skip
    old = stated(Fee(kind=FeeKind.TENGE, amount=Decimal(117_960)), "бесплатно", source_kind=SourceKind.PORTAL_CARD)
    found = calculators(VILLAGE, named, old).fees("nest", day=DAY)

    assert [(row.fee.outcome, row.fee.amount) for row in found.rows] == [
        (FeeOutcome.AMOUNT, 129_750), (FeeOutcome.AMOUNT, 12_975), (FeeOutcome.OUTDATED, None),
    ]  # fmt: skip
    assert found.rows[1].base == VILLAGE


def test_what_is_only_told_stands_beside_what_holds() -> None:
    heard = stated(mrp(2), "бесплатно", source_kind=SourceKind.PRACTICE)
    found = calculators(CITY, heard).fees("nest", day=DAY)

    assert [(row.value.part, row.fee.amount) for row in found.rows] == [(Part.CURRENT, 432_500), (Part.HEARD, 8650)]


def test_nothing_stated_is_told() -> None:
    door = calculators()

    assert [one.code for one in door.fees("nest", day=DAY).warnings] == ["no_fee"]
    found = door.due_dates("nest", filed=FILED, extended=True)
    assert [one.code for one in found.warnings] == ["no_term", "no_extension"]


def test_terms_follow_the_channel_and_what_the_text_says_of_counting() -> None:
    found = calculators(TEN, EIGHT, AHEAD, QUEUE).due_dates("nest", filed=FILED)

    plain, centre = found.rows
    assert (plain.due.day, plain.due.handed_over) == (date(2026, 12, 10), None)
    assert (centre.due.day, centre.due.handed_over) == (date(2026, 12, 8), date(2026, 12, 7))
    assert [one.quote for one in centre.due.cited] == [
        "День приема в Госкорпорацию не входит", "за сутки до истечения",
    ]  # fmt: skip


def test_a_term_of_another_channel_is_left_out() -> None:
    person = PersonalCase(channel=ChannelCode.EGOV_PORTAL)
    found = calculators(TEN, EIGHT).due_dates("nest", filed=FILED, person=person)

    assert ([row.due.day for row in found.rows], found.left_out) == ([date(2026, 12, 10)], 1)


def test_an_extension_gives_a_row_of_its_own() -> None:
    found = calculators(TEN, LONGER).due_dates("nest", filed=FILED, extended=True)

    assert [(row.due.day, row.extension) for row in found.rows] == [
        (date(2026, 12, 10), None), (date(2026, 12, 18), LONGER),
    ]  # fmt: skip


def test_a_term_of_another_step_says_so() -> None:
    other = stated(days(2, Purpose.REFUSAL), "Срок оказания")
    found = calculators(other).due_dates("nest", filed=FILED)

    assert found.rows[0].due.warnings[-1].code == "due_other_purpose"


def test_json_says_the_same() -> None:
    door = calculators(CITY, FREE, EIGHT, LONGER)
    fee = fees_to_json(door.fees("nest", day=DAY, copies=2))
    due = due_dates_to_json(door.due_dates("nest", filed=date(2026, 12, 29)))

    assert [one["amount"] for one in fee["items"]] == [865_000, 0]
    assert fee["items"][0]["formula"]["kk"] == "(100 × АЕК) × 2"
    assert fee["items"][0]["index"]["act"]["number"] == "239-VIII"
    assert fee["items"][0]["evidence"][0]["quote"] == "выдача в городе – 100 МРП"
    assert due["items"][0]["outcome"] == DueOutcome.OUTSIDE_TABLE
    assert due["items"][0]["day"] is None
