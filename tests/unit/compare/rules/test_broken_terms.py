"""Terms told in words not to be kept, in reports of an invented service."""

from dataclasses import replace

import pytest

from kb.compare.checking import check_service
from kb.compare.terms.broken_terms import between_broken
from kb.model import Finding, FindingClass, Language, Remark, RemarkKind, Scope, ScopeField, SourceKind
from tests.unit.compare.compared import document, material, stated, term
from tests.unit.compare.rules.report_texts import INFORMATION, findings, quotes

MINUTES = (
    *INFORMATION[:2],
    "Мемлекеттік қызмет көрсету мерзімі: 25 минут.",
    *INFORMATION[3:],
)


def _found(*paragraphs: str, information: tuple[str, ...] = INFORMATION) -> list[Finding]:
    return findings(FindingClass.DEADLINE, *paragraphs, information=information)


@pytest.mark.parametrize(
    ("paragraph", "words"),
    [
        ("Бақылау кезінде рұқсат беру мерзімдері сақталмады.", "сақталмады"),
        ("«Мерзімдер стандартқа сай келмейді», – дейді бірі.", "сай келмейді"),
        ("«Рұқсат ешқашан мерзімінде берілмейді».", "берілмейді"),
        ("«Қызметкерлер сәл кешіктірді, бірақ берді».", "кешіктірді"),
        ("Адамдардың 7,5%-ы ережеде көрсетілген мерзімнен көп уақыт жұмсағанын айтты.", "жұмсағанын"),
        ("«Рұқсатты не выдают в срок».", "в срок"),
    ],
)
def test_a_term_told_to_be_broken_meets_the_term_of_the_standard(paragraph: str, words: str) -> None:
    ((term_line, told),) = quotes(_found(paragraph))
    assert "4 жұмыс күні" in term_line
    assert words in told


@pytest.mark.parametrize(
    "paragraph",
    [
        "Мерзімі бұзылған жағдайда тексеріс жүргізіледі.",
        "Барлық рұқсаттар мерзімінде берілді.",
        "Рұқсат 4 жұмыс күнінен кешіктірілмей беріледі.",
        "«Маған қажет мерзімнен ұзақ күтуге тура келді».",
        "Бағдарлама өтінішті дер кезінде жіберуге мүмкіндік бермейді.",
        "Кейбір анықтамалардың жарамдылық мерзімі өтіп кетеді.",
    ],
)
def test_what_is_no_broken_term(paragraph: str) -> None:
    assert not _found(paragraph)


def test_come_tomorrow_breaks_a_term_of_minutes_and_none_of_days() -> None:
    told = "Маман тексерушіге келесі күні келіңіз деді."
    ((term_line, answer),) = quotes(_found(told, information=MINUTES))
    assert "25 минут" in term_line
    assert "келесі күні келіңіз" in answer
    assert not _found(told)


def test_more_than_the_term_is_needed_as_the_report_says() -> None:
    told = "Мұндай жағдайларда 25 минуттан артық талап етіледі."
    ((term_line, _),) = quotes(_found(told, information=MINUTES))
    assert "25 минут" in term_line
    assert not _found(told)


def test_at_least_so_long_is_longer_than_the_same_in_days() -> None:
    sixty = (*INFORMATION[:2], "Мемлекеттік қызмет көрсету мерзімі: күнтізбелік 60 күн.", *INFORMATION[3:])
    ((_, told),) = quotes(_found("«Ең аз дегенде 2 ай күттік».", information=sixty))
    assert "2 ай" in told
    assert not _found("«2 ай күттік».", information=sixty)


def test_two_acts_are_named_apart_in_the_explanation() -> None:
    table = document(["Срок – шесть рабочих дней."], name="table.txt", digest="sha256:1")
    rules = document(["Решение – за девять дней."], name="rules.txt", digest="sha256:2")
    one = stated(table, "шесть рабочих дней", term(6), act="A1")
    other = stated(rules, "девять дней", term(9), act="A2")
    (finding,) = check_service(material((one, other), table, rules), kinds=[FindingClass.DEADLINE]).findings
    assert all("A1" in finding.why[each] and "A2" in finding.why[each] for each in Language)


def test_an_overview_of_all_services_is_denied_by_a_mean_where_the_standard_sets_no_wait() -> None:
    overview = "Барлық қызметтер бойынша орташа күту уақыты стандартқа сәйкес келеді, яғни 18 минутты құрады."
    slow = findings(FindingClass.DEADLINE, "Кезекте орташа күту уақыты 29 минутты құрайды.", tables=(overview,))
    ((mean, _),) = quotes(slow)
    assert "29 минут" in mean
    assert not findings(FindingClass.DEADLINE, "Кезекте орташа күту уақыты 9 минутты құрайды.", tables=(overview,))


def test_of_several_cases_the_one_that_the_tale_names_is_meant_else_the_longest() -> None:
    told = "Киіз үй үлкен болған кезде мерзімі сақталмады."
    text = document(["6 күн", "9 күн", told], name="report.txt", digest="sha256:4")
    large = stated(text, "6 күн", term(6), scope=Scope(case=ScopeField(text="киіз үй үлкен болған кезде")))
    small = stated(text, "9 күн", term(9), scope=Scope(case=ScopeField(text="киіз үй шағын болған кезде")))
    for words, expected in ((told, "6 күн"), ("9 күн", "9 күн")):
        remark = Remark(
            service=large.service,
            kind=RemarkKind.COMPLAINT,
            source_kind=SourceKind.PRACTICE,
            evidence=stated(text, words, term(1)).evidence,
            subject="broken_term",
        )
        (clash,) = between_broken(replace(material((large, small), text), remarks=(remark,)))
        assert clash.a.evidence.quote == expected
