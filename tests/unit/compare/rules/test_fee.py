"""Fees that cannot both be paid, and those that can; services and sums are invented."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kb.compare.checking import Checked, check_service
from kb.extract import extract_document
from kb.model import Attribute, Fee, FeeKind, FindingClass, Scope, ScopeField, SourceKind, Statement
from tests.unit.compare.compared import document, material, stated
from tests.unit.compare.rules.report_texts import INFORMATION
from tests.unit.extract.documents import read_report

TABLE = document(["Плата – одна.", "Другая плата."], name="table.txt", digest="sha256:1")
RULES = document(["Сбор – третий.", "Иной сбор."], name="rules.txt", digest="sha256:2")
SINCE = date(2024, 2, 1)  # the MRP of 2024 was 3692 tenge


def _mrp(number: str, *, cap: str | None = None) -> Fee:
    return Fee(kind=FeeKind.MRP, amount=Decimal(number), cap_mrp=Decimal(cap) if cap else None)


def _tenge(number: str) -> Fee:
    return Fee(kind=FeeKind.TENGE, amount=Decimal(number))


def _percent(number: str) -> Fee:
    return Fee(kind=FeeKind.MRP_PERCENT, amount=Decimal(number))


FREE, PAID = Fee(kind=FeeKind.FREE), Fee(kind=FeeKind.PAID_UNSPECIFIED)


def _one(fee: Fee) -> Statement:
    return stated(TABLE, "одна", fee, attribute=Attribute.FEE, act="A1", since=SINCE)


def _other(fee: Fee, *, scope: Scope | None = None) -> Statement:
    return stated(RULES, "третий", fee, attribute=Attribute.FEE, act="A2", since=SINCE, scope=scope)


def _check(*statements: Statement) -> Checked:
    return check_service(material(statements, TABLE, RULES), kinds=[FindingClass.FEE])


@pytest.mark.parametrize(
    ("fee", "price"),
    [
        (_mrp("2"), _mrp("3")),
        (_mrp("2"), _percent("20")),
        (FREE, _mrp("2")),
        (FREE, PAID),
        (_mrp("2"), _tenge("3692")),
        (_mrp("5", cap="4"), _mrp("5", cap="6")),
    ],
)
def test_two_fees_for_one_case(fee: Fee, price: Fee) -> None:
    (finding,) = _check(_one(fee), _other(price)).findings
    assert (finding.a.evidence.quote, finding.b.evidence.quote) == ("одна", "третий")


@pytest.mark.parametrize(
    ("fee", "price"),
    [
        (_mrp("0.5"), _percent("50")),
        (_mrp("2"), _tenge("7384")),
        (PAID, _mrp("2")),
        (_mrp("5", cap="4"), _mrp("5")),
        (replace(_mrp("5"), least=Decimal(1)), _mrp("3")),
        (replace(_mrp("5"), per="document"), _mrp("3")),
        (Fee(kind=FeeKind.PERCENT_OF_FEE, amount=Decimal(10)), _mrp("1")),
    ],
)
def test_one_fee_in_two_notations_and_what_leaves_room_stay_silent(fee: Fee, price: Fee) -> None:
    assert not _check(_one(fee), _other(price)).findings


def test_fees_of_other_cases_do_not_meet() -> None:
    case = Scope(case=ScopeField(text="дубликат"))
    assert not _check(_one(_mrp("2")), _other(_mrp("1"), scope=case)).findings


def test_a_day_that_the_table_of_the_index_does_not_know_is_an_issue() -> None:
    late = [replace(one, valid_from=date(2131, 1, 1)) for one in (_one(_mrp("2")), _other(_tenge("9000")))]
    checked = _check(*late)
    assert not checked.findings
    assert [issue.code for issue in checked.issues] == ["fee.no_index"]


def test_a_fee_told_by_people_that_no_text_sets() -> None:
    told = stated(RULES, "Иной", _tenge("20000"), attribute=Attribute.FEE, kind=SourceKind.PRACTICE, since=SINCE)
    (finding,) = _check(_one(_mrp("2")), told).findings
    assert finding.rule == "normative_text"
    assert not _check(_one(PAID), told).findings
    assert not _check(_one(_mrp("2")), replace(told, value=_mrp("2"))).findings


def _in_report(row: str) -> list[tuple[str, str]]:
    """The findings of the first of two services of a report; the second tells its fee in `row`."""
    case = "Үй тіркеу кітабындағы жазбаны түзетуге байланысты көшірме беру кезінде"
    missing = f"Мемлекеттік қызмет тегін ұсынылады. {case} АЕК мөлшерінде мемлекеттік баж алынады."
    general, results = "Мемлекеттік қызмет көрсету жөнінде жалпы ақпарат", "Зерттеудің негізгі нәтижелері"
    document = read_report(
        "\n\n".join(
            (
                "МЕМЛЕКЕТТІК КӨРСЕТІЛЕТІН ҚЫЗМЕТТЕР САПАСЫНЫҢ ҚОҒАМДЫҚ МОНИТОРИНГІ НӘТИЖЕЛЕРІ", "2031 жыл",
                "1. Үй кітабын түзету", general, *INFORMATION, missing, results, "Пікірлер жақсы.",
                "2. Кілем тоқуға рұқсат беру", general, *INFORMATION, row, results, "Пікірлер жақсы.", "",
            )
        )
    )  # fmt: skip
    read = [one for one in extract_document(document).statements if one.service == "mon2031-01"]
    checked = check_service(material(read, document), kinds=[FindingClass.FEE])
    return [(one.a.evidence.quote, one.b.evidence.quote) for one in checked.findings]


def test_a_number_left_out_stands_in_another_record_of_the_text() -> None:
    alike = "Қызмет құны: үй тіркеу кітабындағы жазбаны түзетуге көшірме беру үшін – 0,7 АЕК; өзгесі – 2 АЕК."
    ((bare, number),) = _in_report(alike)
    assert bare.endswith("АЕК мөлшерінде")
    assert number.endswith("0,7 АЕК")
    assert not _in_report("Қызмет құны: кілем тоқу цехын тіркеу үшін – 0,7 АЕК.")
