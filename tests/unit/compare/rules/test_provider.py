"""Who is said to provide; the services are invented."""

import pytest

from kb.compare.checking import check_service
from kb.model import Attribute, FindingClass, Language, SourceKind, Text
from tests.unit.compare.compared import document, material, stated
from tests.unit.compare.rules.report_texts import INFORMATION, findings

TABLE = ("4-кесте. Меморгандар бойынша қызметтер", "", "	Меморган атауы	Тарау	Мемлекеттік қызмет атауы")
LOCAL_ROW = "22	ЖАО	14	Киіз үй тігуге рұқсат беру"


def test_two_ministries_that_are_each_said_to_give_the_service() -> None:
    (found,) = findings(
        FindingClass.PROVIDER,
        information=(
            "Мемлекеттік қызметті ұсынатын мемлекеттік орган: ҚР Сыртқы істер министрлігі. Мемлекеттік қызмет "
            "Қазақстан Республикасының Ішкі істер министрлігімен көрсетіледі.",
            *INFORMATION[1:],
        ),
    )
    assert {"Сыртқы" in found.a.evidence.quote, "Ішкі" in found.b.evidence.quote} == {True}


@pytest.mark.parametrize(
    "information",
    [
        "Мемлекеттік орган: ҚР Ішкі істер министрлігі. Мемлекеттік қызмет ҚР ІІМ аумақтық бөлімшелерімен ұсынылады.",
        "Мемлекеттік орган: ҚР Ауыл шаруашылығы министрлігі. Қызметті жергілікті атқарушы органдар көрсетеді.",
        "Мемлекеттік қызметті ҚР Қаржы министрлігінің Мемлекеттік кірістер комитеті көрсетеді.",
    ],
)
def test_a_body_of_a_ministry_and_the_ministry_that_answers_are_no_second_provider(information: str) -> None:
    assert findings(FindingClass.PROVIDER, information=(information, *INFORMATION[1:])) == []


def test_the_general_table_has_the_local_bodies() -> None:
    (found,) = findings(FindingClass.PROVIDER, tables=(*TABLE, LOCAL_ROW))
    assert (found.a.source_kind, found.b.source_kind) == (SourceKind.STANDARD, SourceKind.SURVEY)
    assert found.b.evidence.quote == LOCAL_ROW
    assert "ЖАО" in found.why[Language.EN]


def test_a_table_under_the_ministry_or_over_a_local_provider_is_silent() -> None:
    own = LOCAL_ROW.replace("ЖАО", "Мәдениет және спорт министрлігі")
    local = ("Мемлекеттік қызметті жергілікті атқарушы органдар көрсетеді.", *INFORMATION[1:])
    answers = ("Мемлекеттік орган: ҚР Мәдениет және спорт министрлігі.", *INFORMATION[1:])
    school = ("Мемлекеттік қызмет орта мектептермен көрсетіледі.", *INFORMATION[1:])
    assert findings(FindingClass.PROVIDER, tables=(*TABLE, own)) == []
    for information in (local, answers, school):
        assert findings(FindingClass.PROVIDER, information=information, tables=(*TABLE, LOCAL_ROW)) == []


def test_a_list_of_places_with_a_body_of_another_branch() -> None:
    information = (
        "Мемлекеттік қызметті «Мемлекеттік әлеуметтік сақтандыру қоры» акционерлік қоғамының филиалдары көрсетеді.",
        "Қызмет ұсынатын орындар:",
        "- 1) аудандардың жергілікті атқарушы органдары;",
        "- 2) Мемлекеттік корпорация.",
        *INFORMATION[1:],
    )
    (found,) = findings(FindingClass.PROVIDER, information=information)
    assert found.b.evidence.quote == "аудандардың жергілікті атқарушы органдары"


def providers(one: str, other: str) -> int:
    left = document([f"Услугодатель: {one}"], name="a.txt", digest="sha256:1")
    right = document([f"Услугодатель: {other}"], name="b.txt", digest="sha256:2")
    statements = [
        stated(left, one, Text(text=one), attribute=Attribute.PROVIDER, act="V1"),
        stated(right, other, Text(text=other), attribute=Attribute.PROVIDER, act="V2"),
    ]
    return len(check_service(material(statements, left, right), kinds=[FindingClass.PROVIDER]).findings)


def test_the_providers_of_two_acts() -> None:
    assert providers("Министерство юстиции", "Министерство финансов") == 1
    assert providers("Министерство юстиции", "Министерство юстиции Республики Казахстан") == 0
    assert providers("акиматы районов", "Министерство сельского хозяйства") == 1
    assert providers("Общество любителей степи", "Министерство финансов") == 0


def test_a_provider_that_one_act_has_in_addition_is_no_contradiction() -> None:
    joint = "Министерство юстиции, Министерство финансов"
    assert providers("Министерство юстиции", joint) == 0
    assert providers(joint, "Министерство финансов, Министерство сельского хозяйства") == 1


def test_a_name_of_two_bodies_that_do_not_belong_together() -> None:
    odd = "Комитет казначейства Министерства юстиции"
    assert providers("Комитет казначейства Министерства финансов", odd) == 0  # the committee itself is named
    assert providers("Комитет казначейства Министерства финансов", "Министерство транспорта Министерства финансов") == 1
