"""Forms set and asked for; the services are invented."""

import pytest

from kb.compare.checking import check_service
from kb.model import Attribute, FindingClass, Text
from tests.unit.compare.compared import document, material, stated
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes

ELECTRONIC = (*INFORMATION[:3], "Мемлекеттік қызметті көрсету нысаны: электрондық (ішінара автоматтандырылған).")
EITHER = (*INFORMATION[:3], "Мемлекеттік қызметті көрсету нысаны: электрондық және (немесе) қағаз түрінде.")


def test_taken_in_electronic_form_only_though_paper_is_set() -> None:
    found = findings(FindingClass.FORM, "«Өтінішті тек электрондық түрде қабылдады».", information=EITHER)
    ((form, told),) = quotes(found)
    assert (form, "тек электрондық түрде қабылдады" in told) == ("қағаз түрінде", True)


def test_asked_for_on_paper_as_well_though_one_form_is_set() -> None:
    told = "«Қағаз түрінде және де электрондық түрде барлығын талап етеді»."
    (found,) = findings(FindingClass.FORM, told)
    assert found.a.evidence.quote == "қағаз түрінде"
    assert findings(FindingClass.FORM, told, information=EITHER) == []


def test_paper_asked_for_where_the_form_is_electronic() -> None:
    told = "«Құжаттарды тек қағаз түрінде қабылдады»."
    assert len(findings(FindingClass.FORM, told, information=ELECTRONIC)) == 1
    assert findings(FindingClass.FORM, told) == []


@pytest.mark.parametrize(
    "told", ["«Өтінішті электрондық түрде қабылдады».", "Қызметті тек электрондық түрде ұсыну керек деген пікір бар."]
)
def test_the_form_that_is_set_and_wishes_are_silent(told: str) -> None:
    assert findings(FindingClass.FORM, told, information=EITHER) == []


@pytest.mark.parametrize(
    ("one", "other", "number"),
    [
        ("paper", "electronic", 1),
        ("electronic_partial", "electronic_full", 0),
        ("electronic", "one_application", 0),
        ("paper", "paper", 0),
    ],
)
def test_the_forms_of_two_acts(one: str, other: str, number: int) -> None:
    left = document(["форма первая"], name="a.txt", digest="sha256:1")
    right = document(["форма вторая"], name="b.txt", digest="sha256:2")
    statements = [
        stated(left, "первая", Text(text="первая", code=one), attribute=Attribute.FORM, act="V1"),
        stated(right, "вторая", Text(text="вторая", code=other), attribute=Attribute.FORM, act="V2"),
    ]
    found = check_service(material(statements, left, right), kinds=[FindingClass.FORM]).findings
    assert len(found) == number


def test_originals_asked_for_where_the_form_is_electronic() -> None:
    told = "«Маман құжаттардың түпнұсқасын талап етті»."
    assert len(findings(FindingClass.FORM, told, information=ELECTRONIC)) == 1
    assert findings(FindingClass.FORM, told, information=EITHER) == []


def test_handed_in_electronically_where_the_form_is_paper() -> None:
    told = "«Өтінішті онлайн тапсырдық»."
    assert len(findings(FindingClass.FORM, told)) == 1
    assert findings(FindingClass.FORM, told, information=EITHER) == []


def test_a_paper_result_beside_what_the_portal_gives() -> None:
    both = "Өтініштерді қабылдау және нәтижелерді беру кеңсе, www.egov.kz порталы арқылы жүзеге асырылады."
    result = "Мемлекеттік қызмет нәтижесін ұсыну нысаны: қағаз түрінде."
    told = (INFORMATION[0], both, INFORMATION[2], EITHER[3], result)
    assert len(findings(FindingClass.FORM, "Пікір әртүрлі.", information=told)) == 1
    portal = "Порталда – қарау күні туралы хабарлама."
    assert findings(FindingClass.FORM, "Пікір әртүрлі.", information=(*told, portal)) == []


def test_two_texts_of_one_act_tell_a_paper_result_once() -> None:
    told = (
        (Attribute.FORM, "электронная форма", "electronic"),
        (Attribute.FORM, "бумажная форма", "paper"),
        (Attribute.RESULT, "ответ на портале в личном кабинете", None),
        (Attribute.RESULT_FORM, "результат бумажный", "paper"),
    )
    texts = [
        document([f"{words} ({name})" for _, words, _ in told], name=name, digest=f"sha256:{name}")
        for name in ("1", "2")
    ]
    statements = [
        stated(text, words, Text(text=words, code=code), attribute=attribute, act="V1")
        for text in texts
        for attribute, words, code in told
    ]
    assert len(check_service(material(statements, *texts), kinds=[FindingClass.FORM]).findings) == 1
