"""Steps against the term of the whole; the rules, their services and performers are invented."""

import pytest

from kb.compare.checking import check_service
from kb.extract import extract_document
from kb.model import FindingClass
from tests.unit.compare.compared import material
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes
from tests.unit.compare.rules.requirement_tables import act

REVIEW = "6. Ответственный исполнитель в течение 4 (четырех) рабочих дней осматривает пасеку."
SIGNING = "7. Руководитель услугодателя в течение 1 (одного) рабочего дня подписывает карточку."
COMPLAINT = "8. Жалоба рассматривается в течение 5 (пяти) рабочих дней со дня ее регистрации."
REFUSAL = "9. В случае представления неполного пакета услугодатель в течение 2 (двух) рабочих дней отказывает."
BY_PORTAL = "10. При обращении через портал работник в течение 3 (трех) рабочих дней переносит заявление."


def _found(term: str, *points: str) -> list[tuple[str, str]]:
    document = act(*points, term=term)
    statements = extract_document(document).statements
    assert any("рабочих" in one.evidence.quote for one in statements)
    checked = check_service(material(statements, document), kinds=[FindingClass.STEPS_SUM])
    return quotes(list(checked.findings))


def test_steps_that_take_longer_than_the_term() -> None:
    ((whole, longest),) = _found("3 (три) рабочих дня", REVIEW, SIGNING)
    assert whole == "3 (три) рабочих дня"
    assert "4 (четырех) рабочих дней" in longest


def test_steps_that_take_less_than_the_term() -> None:
    assert len(_found("8 (восемь) рабочих дней", REVIEW, SIGNING)) == 1


@pytest.mark.parametrize("others", [(), (COMPLAINT,), (REFUSAL,), (BY_PORTAL,), (COMPLAINT, REFUSAL, BY_PORTAL)])
def test_steps_that_fill_the_term_with_appeals_refusals_and_channels_beside(others: tuple[str, ...]) -> None:
    assert not _found("5 (пять) рабочих дней", REVIEW, SIGNING, *others)


def test_steps_of_which_the_term_is_that_of_one_of_two_cases() -> None:
    cases = "выдача карточки – 5 (пять) рабочих дней; замена карточки – 2 (два) рабочих дня"
    assert not _found(cases, REVIEW, SIGNING)


def test_a_list_of_steps_is_a_procedure_of_its_own() -> None:
    listed = (
        "6. Порядок выдачи:",
        "1) исполнитель осматривает пасеку – в течение 4 (четырех) рабочих дней;",
        "2) руководитель подписывает карточку – в течение 3 (трех) рабочих дней.",
    )
    assert len(_found("6 (шесть) рабочих дней", *listed)) == 1
    assert not _found("7 (семь) рабочих дней", *listed)
    of_cases = (listed[0], "1) при выдаче – 4 (четыре) рабочих дня;", "2) при замене – 3 (три) рабочих дня.")
    assert not _found("4 (четыре) рабочих дня", *of_cases)


def test_a_stage_that_people_tell_of_and_that_is_longer_than_the_whole() -> None:
    ((whole, stage),) = quotes(
        findings(FindingClass.STEPS_SUM, "Сызбада мерзімдер көрсетілген: сарапшының қарау кезеңінде 11 күн.")
    )
    assert "4 жұмыс күні" in whole
    assert stage.endswith("11 күн")
    shorter = "Сызбада мерзімдер көрсетілген: сарапшының қарау кезеңінде 2 күн."
    assert not findings(FindingClass.STEPS_SUM, shorter, information=INFORMATION)
