"""Contradicting terms, and what only looks like one; services, acts and people are invented."""

from dataclasses import replace

import pytest

from kb.compare.checking import check_service
from kb.model import Finding, FindingClass, Purpose, Scope, ScopeField, SourceKind, Statement, Unit
from tests.unit.compare.compared import document, material, stated, term
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes

TABLE = document(["Срок – шесть рабочих дней.", "Срок: шесть дней; девять дней."], name="table.txt", digest="sha256:1")
RULES = document(["Решение – за девять дней.", "Срок – шесть рабочих дней."], name="rules.txt", digest="sha256:2")
KAZAKH = document(["Мерзімі – алты жұмыс күні."], name="kesте.txt", digest="sha256:3")
QUEUE = "Кезекте күту уақыты – 12 минут."


def _found(*statements: Statement) -> list[Finding]:
    checked = check_service(material(statements, TABLE, RULES, KAZAKH), kinds=[FindingClass.DEADLINE])
    return list(checked.findings)


def _case(words: str) -> Scope:
    return Scope(case=ScopeField(text=words))


def _told(*paragraphs: str, information: tuple[str, ...] = INFORMATION) -> list[tuple[str, str]]:
    return quotes(findings(FindingClass.DEADLINE, *paragraphs, information=information))


def test_two_texts_with_two_terms_contradict_and_explain_themselves() -> None:
    one = stated(TABLE, "шесть рабочих дней", term(6), act="A1")
    other = stated(RULES, "девять дней", term(9), act="A2")
    (finding,) = _found(one, other)
    assert (finding.a.evidence.quote, finding.b.evidence.quote) == ("шесть рабочих дней", "девять дней")
    assert all("6" in words and "9" in words for words in finding.why.values())


def test_terms_of_other_cases_purposes_and_what_a_repealed_text_said_do_not_meet() -> None:
    one = stated(TABLE, "шесть рабочих дней", term(6), act="A1", scope=_case("при выдаче карточки"))
    other = stated(RULES, "девять дней", term(9), act="A2", scope=_case("при утере карточки"))
    refusal = stated(RULES, "шесть рабочих дней", term(3, purpose=Purpose.REFUSAL), act="A2")
    assert not _found(one, other, refusal)


def test_one_contradiction_of_an_act_in_two_languages_comes_out_once() -> None:
    one = stated(TABLE, "шесть рабочих дней", term(6), act="A1")
    twin = stated(KAZAKH, "алты жұмыс күні", term(6), act="A1")
    other = stated(RULES, "девять дней", term(9), act="A2")
    (finding,) = _found(twin, one, other)
    assert finding.a.evidence.language is finding.b.evidence.language


def test_two_languages_and_two_tables_of_one_act_are_left_to_other_rules() -> None:
    one = stated(TABLE, "шесть рабочих дней", term(6), act="A1")
    assert not _found(one, stated(KAZAKH, "алты жұмыс күні", term(9), act="A1"))
    assert not _found(one, stated(RULES, "девять дней", term(9), act="A1"))


def test_cases_of_one_line_are_one_rule_unless_a_case_is_the_service_itself() -> None:
    general = stated(TABLE, "шесть дней", term(6))
    special = stated(TABLE, "девять дней", term(9), scope=_case("при вывозе птиц"))
    itself = replace(special, scope=_case("при обращении за регистрацией птиц"))
    assert not _found(general, special)
    (finding,) = _found(general, itself)
    assert "9" in finding.why[finding.a.evidence.language]


def test_a_card_against_an_act_is_left_to_the_rule_of_portal_drift() -> None:
    card = stated(RULES, "девять дней", term(9), kind=SourceKind.PORTAL_CARD, service="egov/card-7")
    assert not _found(stated(TABLE, "шесть рабочих дней", term(6), act="A1"), card)


@pytest.mark.parametrize(
    ("paragraph", "cited"),
    [
        ("1414 операторы мерзімді 9 жұмыс күні деп айтты.", "9 жұмыс күні"),
        ("Кеңсенің мерзім туралы жауабы «апта» болды.", "«апта»"),
        ("«Құжатымды бір айға жуық күттім, еш жауап болмады».", "айға жуық күттім"),
        ("«Екі ай бойы рұқсат ала алмай жүрміз».", "ай бойы рұқсат ала алмай"),
        ("«Өтінішімді тек 5 күннен кейін ғана жүйе қабылдады».", "5 күннен кейін ғана жүйе қабылдады"),
        ("Қызмет көрсету мерзімі – 4 күн.", "4 күн"),
    ],
)
def test_what_is_told_or_was_met_is_held_against_the_standard(paragraph: str, cited: str) -> None:
    (pair,) = _told(paragraph)
    assert "4 жұмыс күні" in pair[0]
    assert cited in pair[1]


@pytest.mark.parametrize(
    "paragraph",
    [
        "«Бір күнде дайын болды, рахмет».",
        "«Мерзімді 2 күнге дейін қысқарту керек».",
        "«Мерзімі 4 күн ғой, соны күттік».",
        "«Құжатты 4 жұмыс күнінен кейін берді».",
        "«Шағымға екі ай бойы жауап ала алмай жүрміз».",
        "1414 операторы мерзімді 4 жұмыс күні деп айтты.",
    ],
)
def test_faster_work_wishes_and_the_term_itself_are_no_contradiction(paragraph: str) -> None:
    assert not _told(paragraph)


def test_what_one_case_allows_is_not_late() -> None:
    cases = (*INFORMATION[:2], "Мерзімдері: қалада – 4 жұмыс күні; ауылда – 60 күнтізбелік күн.", INFORMATION[3])
    assert not _told("«Құжатымды бір айға жуық күттім».", information=cases)


@pytest.mark.parametrize(
    ("paragraph", "reported"),
    [
        ("Құжаттарды тапсыру кезінде кезекте орташа 14 минут жұмсалды.", True),
        ("Құжаттарды тапсыру кезінде кезекте орташа 9 минут жұмсалды.", False),
        ("Келгендердің 12,5%-ы кезекте 20 минуттан артық күткен.", True),
        ("Келгендердің 12,5%-ы кезекте 10 минуттан артық күткен.", False),
        ("«Мен кезекте бір жарым сағат отырдым, халық көп».", True),
    ],
)
def test_waiting_is_held_against_the_longest_queue_allowed(paragraph: str, reported: bool) -> None:
    assert bool(_told(paragraph, information=(*INFORMATION, QUEUE))) is reported


def test_a_share_that_waited_longer_than_the_text_says_is_allowed() -> None:
    ((promised, longer),) = _told("Келгендердің 9,5%-ы кезекте 30 минуттан артық күткен (ережеде 20 минут).")
    assert promised == "ережеде 20 минут"
    assert longer.startswith("9,5%")
    over = "Келгендердің 9,5%-ының кезекте күткен уақыты стандартта белгіленген уақыттан 20 минутқа асып кеткен."
    assert len(_told(over)) == 1
    assert not _told("Келгендердің 9,5%-ы кезекте 10 минуттан артық күткен (ережеде 20 минут).")


def test_units_are_told_apart_where_only_the_calendar_differs() -> None:
    one = stated(TABLE, "шесть рабочих дней", term(6), act="A1")
    other = stated(RULES, "шесть рабочих дней", term(6, Unit.CALENDAR_DAY), act="A2")
    (finding,) = _found(one, other)
    assert finding.correction is not None


def test_a_claim_for_all_services_against_the_waiting_at_one() -> None:
    claim = "Барлық қызметтер бойынша орташа күту уақыты стандартқа сәйкес келеді."
    for minutes, reported in (("14", True), ("9", False)):
        waited = f"Құжаттарды тапсыру кезінде кезекте орташа {minutes} минут жұмсалды."
        found = findings(FindingClass.DEADLINE, waited, information=(*INFORMATION, QUEUE), tables=(claim,))
        assert any("стандартқа сәйкес" in one.b.evidence.quote for one in found) is reported
