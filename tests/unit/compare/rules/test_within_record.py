"""What one record says against itself; the records are invented."""

from dataclasses import replace
from decimal import Decimal

import pytest

from kb.compare.checking import check_service
from kb.compare.records.rows import records
from kb.model import Attribute, Fee, FeeKind, Finding, FindingClass, Gap, Scope, ScopeField, Statement
from tests.unit.compare.compared import document, material, stated, term
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes

PROVIDER, OFFICE, TERM, FORM = INFORMATION
PORTAL = "Өтініштерді қабылдау және нәтижелерді беру www.egov.kz порталы арқылы жүзеге асырылады."
PAPER_RESULT = "Мемлекеттік қызметті көрсету нәтижесін ұсыну нысаны: қағаз түрінде."


def _told(*information: str, told: str = "Пікірлер әртүрлі болды.") -> list[tuple[str, str]]:
    return quotes(findings(FindingClass.WITHIN_RECORD, told, information=information))


def test_free_and_paid_without_a_case() -> None:
    ((free, paid),) = _told(*INFORMATION, "Мемлекеттік қызмет ақылы және (немесе) тегін көрсетіледі.")
    assert "тегін" in free
    assert "ақылы" in paid


@pytest.mark.parametrize(
    "row",
    [
        "Мемлекеттік қызмет мүгедектерге тегін, заңды тұлғаларға ақылы көрсетіледі.",
        "Мемлекеттік қызмет тегін көрсетіледі.",
        "Мемлекеттік қызмет ақылы: рұқсат беру – 2 АЕК; телнұсқасын беру – 1 АЕК.",
    ],
)
def test_who_pays_or_one_kind_alone_is_no_contradiction(row: str) -> None:
    assert not _told(*INFORMATION, row)


def test_a_fee_without_its_number_beside_free() -> None:
    row = "Мемлекеттік қызмет тегін ұсынылады. Телнұсқа беру кезінде АЕК мөлшерінде мемлекеттік баж алынады."
    ((_, paid),) = _told(*INFORMATION, row)
    assert "АЕК мөлшерінде" in paid


def test_a_term_without_its_number_that_people_wish_to_be_shorter() -> None:
    bare = "Мемлекеттік қызмет көрсету мерзімі жұмыс күні."
    ((term_row, wish),) = _told(PROVIDER, OFFICE, bare, FORM, told="«Мерзімін 6 жұмыс күніне қысқартса екен».")
    assert term_row == "жұмыс күні"
    assert wish.startswith("6 жұмыс күніне")
    assert not _told(PROVIDER, OFFICE, bare, FORM)  # left out everywhere is a gap, told elsewhere


def test_a_portal_alone_with_a_paper_result() -> None:
    ((portal, paper),) = _told(PROVIDER, PORTAL, TERM, PAPER_RESULT)
    assert (portal, paper) == ("www.egov.kz", "қағаз түрінде")
    assert not _told(PROVIDER, OFFICE, PORTAL, TERM, PAPER_RESULT)
    electronic = "Мемлекеттік қызметті көрсету нәтижесін ұсыну нысаны: электрондық."
    assert not _told(PROVIDER, PORTAL, TERM, electronic)


def test_an_office_of_a_service_in_electronic_form_alone() -> None:
    electronic = "Мемлекеттік қызметті көрсету нысаны: электрондық."
    ((office, form),) = _told(PROVIDER, OFFICE, TERM, electronic)
    assert (office, form) == ("қызмет берушінің", "электрондық")
    assert not _told(PROVIDER, PORTAL, TERM, electronic)
    assert not _told(PROVIDER, OFFICE, TERM, electronic.replace(".", " /"))  # what the slash opens is lost
    partly = "Мемлекеттік қызметті көрсету нысаны: электрондық (жартылай автоматтандырылған)."
    assert not _told(PROVIDER, OFFICE, TERM, partly)


def test_a_term_in_the_row_of_the_form() -> None:
    ((form, other),) = _told(PROVIDER, OFFICE, TERM, "Мемлекеттік қызметті көрсету нысаны: жұмыс күні.", PAPER_RESULT)
    assert form.startswith("жұмыс күні")
    assert other.startswith("қағаз")


def test_a_place_with_the_words_of_the_service() -> None:
    words = "киіз үй тігу жөніндегі кеңес беру қызметі"
    ((one, other),) = _told(f"Қызмет: {words}", f"Қызмет ұсыну орны: {words}", TERM, FORM)
    assert one == other == words
    assert not _told(f"Қызмет: {words}", "Қызмет ұсыну орны: аудан әкімдігінің ғимараты", TERM, FORM)


TABLE = document(["7 (сегіз) жұмыс күні"], name="table.txt", digest="sha256:1")


def _checked(*statements: Statement, gaps: tuple[Gap, ...] = ()) -> list[Finding]:
    ground = replace(material(statements, TABLE), gaps=gaps)
    return list(check_service(ground, kinds=[FindingClass.WITHIN_RECORD]).findings)


def test_a_number_unlike_its_words_is_told_from_its_gap() -> None:
    one = stated(TABLE, "7 (сегіз) жұмыс күні", term(None))
    gap = Gap(service=one.service, attribute="deadline", evidence=one.evidence, reason="contradictory")
    (finding,) = _checked(one, gaps=(gap,))
    assert finding.a.evidence == finding.b.evidence
    assert not _checked(one, gaps=(replace(gap, reason=None),))


def test_fees_of_two_texts_are_no_matter_of_one_record() -> None:
    case = Scope(case=ScopeField(text="телнұсқа"))
    free = stated(TABLE, "7", Fee(kind=FeeKind.FREE), attribute=Attribute.FEE)
    paid = stated(TABLE, "сегіз", Fee(kind=FeeKind.MRP, amount=Decimal(2)), attribute=Attribute.FEE, scope=case)
    assert not _checked(free, paid)
    assert list(records(material([free], TABLE))) == []
