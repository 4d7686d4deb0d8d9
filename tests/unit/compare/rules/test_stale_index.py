"""Sums in tenge beside their rate; cards and sums are invented, the index is that of the table."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kb.compare.checking import Checked, check_service
from kb.model import Attribute, Fee, FeeKind, FindingClass, Language, SourceKind, Statement
from kb.norms import show_number
from tests.unit.compare.compared import document, material, stated

CARD = document(["Цена: 2 МРП (7384 тенге).", "Сбор 6900 тенге."], name="card.html", digest="sha256:1")
ACT = document(["Плата – 2 МРП."], name="act.txt", digest="sha256:2")
RATE = Fee(kind=FeeKind.MRP, amount=Decimal(2))
OF_2024, OF_2023 = Decimal(7384), Decimal(6900)  # two indices of 3692 and of 3450 tenge


def _printed(amount: Decimal, *, quote: str = "7384 тенге", since: date = date(2024, 5, 1)) -> Statement:
    fee = Fee(kind=FeeKind.TENGE, amount=amount)
    return stated(CARD, quote, fee, attribute=Attribute.FEE, kind=SourceKind.PORTAL_CARD, since=since)


def _beside() -> Statement:
    return stated(CARD, "2 МРП", RATE, attribute=Attribute.FEE, kind=SourceKind.PORTAL_CARD, since=date(2024, 5, 1))


def _check(*statements: Statement) -> Checked:
    return check_service(material(statements, CARD, ACT), kinds=[FindingClass.STALE_INDEX])


def test_the_sum_of_the_day_and_a_rounded_one_are_right() -> None:
    assert not _check(_beside(), _printed(OF_2024)).findings
    assert not _check(_beside(), _printed(OF_2024 + 1)).findings


def test_a_sum_by_the_index_of_last_year_names_both_indices() -> None:
    (finding,) = _check(_beside(), _printed(OF_2023)).findings
    assert all(show_number(Decimal(index), Language.EN) in finding.why[Language.EN] for index in (3450, 3692))
    assert finding.a.evidence.quote == "2 МРП"


def test_a_sum_by_no_index_is_told_where_its_rate_stands_beside() -> None:
    assert len(_check(_beside(), _printed(Decimal(5000))).findings) == 1


def test_a_card_with_an_old_sum_against_the_rate_of_the_act() -> None:
    act = stated(ACT, "2 МРП", RATE, attribute=Attribute.FEE, act="A1", since=date(2020, 1, 1))
    old = _printed(OF_2023, quote="6900 тенге")
    (finding,) = _check(act, old).findings
    assert finding.b.evidence.quote == "6900 тенге"
    assert not _check(act, _printed(Decimal(5000), quote="6900 тенге")).findings  # another fee: drift, not an index


def test_a_card_in_two_languages_is_told_once() -> None:
    twin = replace(_printed(OF_2023), evidence=replace(_printed(OF_2023).evidence, language=Language.KK))
    assert len(_check(_beside(), _printed(OF_2023), twin).findings) == 1


def test_a_day_outside_the_table_is_an_issue() -> None:
    checked = _check(_beside(), _printed(OF_2023, since=date(2131, 1, 1)))
    assert not checked.findings
    assert {issue.code for issue in checked.issues} == {"fee.no_index"}
