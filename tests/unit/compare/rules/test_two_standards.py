"""Two standards of one service, by two acts or in words; acts and services are invented."""

from dataclasses import replace
from datetime import date

from kb.compare.checking import check_service
from kb.model import Act, ActStatus, ActType, FindingClass, Statement
from tests.unit.compare.compared import document, material, stated, term
from tests.unit.compare.rules.report_texts import findings, quotes

FIRST = document(["Шесть рабочих дней."], name="first.txt", digest="sha256:1")
SECOND = document(["Девять рабочих дней."], name="second.txt", digest="sha256:2")


def _act(code: str, status: ActStatus) -> Act:
    return Act(
        id=code, ids=(code,), type=ActType.ORDER, number=None, date=None, title_kk=None, title_ru=None, status=status
    )


def _found(*statements: Statement, status: ActStatus = ActStatus.IN_FORCE) -> list[tuple[str, str]]:
    acts = {"A1": _act("A1", ActStatus.IN_FORCE), "A2": _act("A2", status)}
    ground = replace(material(statements, FIRST, SECOND), acts=acts)
    return quotes(list(check_service(ground, kinds=[FindingClass.TWO_STANDARDS]).findings))


ONE = stated(FIRST, "Шесть рабочих дней", term(6), act="A1")
OTHER = stated(SECOND, "Девять рабочих дней", term(9), act="A2", service="rules/annex-4")


def test_two_acts_in_force_with_a_standard_of_one_service() -> None:
    assert _found(ONE, OTHER) == [("Шесть рабочих дней", "Девять рабочих дней")]


def test_a_repealed_act_an_ended_one_and_one_act_twice_stay_silent() -> None:
    assert not _found(ONE, OTHER, status=ActStatus.REPEALED)
    assert not _found(ONE, replace(OTHER, valid_to=date(2020, 1, 1)))
    assert not _found(ONE, replace(OTHER, evidence=replace(OTHER.evidence, act="A1")))


def test_a_text_that_tells_of_two_standards() -> None:
    ((provider, told),) = quotes(
        findings(FindingClass.TWO_STANDARDS, "Бұл қызмет бойынша екі түрлі стандарт бар, қайсысы дұрыс?")
    )
    assert "Мәдениет және спорт министрлігі" in provider
    assert told == "екі түрлі стандарт"
    assert not findings(FindingClass.TWO_STANDARDS, "Бұл қызмет бойынша стандарт екі жылда бір жаңарады.")
