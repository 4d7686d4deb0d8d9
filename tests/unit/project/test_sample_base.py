"""What the samples are there to show, seen through the base that is built from them."""

from decimal import Decimal

import pytest
import yaml

from kb.model import AnswerState, Attribute, Channel, Deadline, Fee, FeeKind, Purpose, SourceKind, Statement
from kb.pipeline import Registry
from tests.unit.project.tracked import ROOT

QUESTIONS = yaml.safe_load((ROOT / "examples" / "questions.yaml").read_text(encoding="utf-8"))
APIARY, CRAFT, TRADE, WATER = (
    "Выдача паспорта пасеки",
    "Выдача удостоверения мастера-ремесленника",
    "Выдача разрешения на место выездной торговли",
    "Согласование отпуска воды для полива дачных участков",
)
LICENCE, FAIR, WELL, BALLOON, TREE, SONGS, LIBRARY = (
    "Выдача лицензии на содержание голубятни",
    "Регистрация участника весенней ярмарки",
    "Выдача разрешения на пользование общественным колодцем",
    "Выдача разрешения на запуск воздушного шара",
    "Выдача паспорта исторического дерева",
    "Регистрация сборника народных песен",
    "Согласование места передвижной библиотеки",
)


def stated(samples: Registry, name: str, attribute: Attribute) -> list[Statement]:
    """Statements of the service with this Russian name."""
    service = next(service for service in samples.services().items if service.name_ru == name)
    return [one for one in samples.card(service.id).statements if one.attribute is attribute]


def terms(statements: list[Statement], *, document: str) -> set[tuple[Decimal | None, str]]:
    """Terms of the service itself as one document states them."""
    return {
        (one.value.value, one.value.unit.value)
        for one in statements
        if isinstance(one.value, Deadline)
        and one.value.purpose is Purpose.SERVICE
        and document in one.evidence.document
        and one.source_kind is not SourceKind.PRACTICE
    }


def amounts(statements: list[Statement], *, document: str) -> set[Decimal | None]:
    """Numbers of the fees that one document states."""
    return {one.value.amount for one in statements if isinstance(one.value, Fee) and document in one.evidence.document}


def test_twelve_services_are_each_joined_from_all_that_names_them(samples: Registry) -> None:
    services = samples.services().items
    assert [service.codes["registry"] for service in services] == [f"99901{number:03d}" for number in range(1, 13)]
    assert all(service.sample and service.name_kk and service.name_ru for service in services)
    for service in services:
        documents = {one.evidence.document.split("/")[0] for one in samples.card(service.id).statements}
        assert documents - {"monitoring", "body_site", "news"} in (
            {"acts", "registry", "egov"},
            {"acts", "registry", "govkz"},
            {"acts", "registry", "elicense"},
        )
        reported = any(name.startswith("mon2019-0") for name in service.ids)
        assert reported == (service.name_ru in (APIARY, CRAFT, TRADE, WATER))


def test_every_act_states_every_field_in_both_languages(samples: Registry) -> None:
    always = {
        Attribute.PROVIDER, Attribute.CHANNEL, Attribute.DEADLINE, Attribute.FORM, Attribute.RESULT, Attribute.FEE,
        Attribute.DOCUMENT, Attribute.REFUSAL_GROUND, Attribute.SCHEDULE, Attribute.RESULT_FORM,
    }  # fmt: skip
    for service in samples.services().items:
        if service.name_ru in (APIARY, CRAFT, TRADE, WATER):
            continue
        for language in ("kaz", "rus"):
            statements = samples.card(service.id).statements
            told = {one.attribute for one in statements if one.evidence.document.endswith(f"/{language}.md")}
            assert always - told == set(), (service.name_ru, language)


def test_nothing_of_the_samples_was_left_unread(samples: Registry) -> None:
    status = samples.status()
    assert status.sample
    assert status.counts["documents"] == 55
    # A few pages of a source are fewer than its whole run brings.
    assert [issue.message for issue in samples.issues() if issue.code != "document_count"] == []


def test_every_quote_stands_where_its_evidence_says(samples: Registry) -> None:
    statements = [statement for statement, _ in samples.all_statements()]
    assert len(statements) > 200
    for statement in statements:
        evidence = statement.evidence
        assert samples.text(evidence.snapshot)[evidence.start : evidence.end] == evidence.quote


def test_the_portal_promises_another_term_than_the_rules(samples: Registry) -> None:
    found = stated(samples, CRAFT, Attribute.DEADLINE)
    for language in ("kaz", "rus"):
        assert (Decimal(5), "working_day") in terms(found, document=f"990002/{language}")
    for language in ("kk", "ru"):
        assert terms(found, document=f"egov/{language}") == {(Decimal(3), "working_day")}


def test_the_fee_in_tenge_on_the_portal_is_stale(samples: Registry) -> None:
    found = [one for one in stated(samples, APIARY, Attribute.FEE) if isinstance(one.value, Fee)]
    acts = {(one.value.kind, one.value.amount) for one in found if "990001" in one.evidence.document}
    assert (FeeKind.MRP, Decimal(2)) in acts
    cards = {(one.value.kind, one.value.amount) for one in found if "egov" in one.evidence.document}
    assert (FeeKind.TENGE, Decimal(4242)) in cards


def test_the_russian_text_names_a_channel_that_the_kazakh_text_does_not(samples: Registry) -> None:
    found = [one for one in stated(samples, WATER, Attribute.CHANNEL) if isinstance(one.value, Channel)]
    by_language = {
        language: {one.value.code.value for one in found if f"990004/{language}" in one.evidence.document}
        for language in ("kaz", "rus")
    }
    assert by_language == {
        "kaz": {"provider_office", "egov_portal"},
        "rus": {"provider_office", "egov_portal", "state_corporation"},
    }


def test_one_language_asks_for_a_notarised_copy(samples: Registry) -> None:
    found = stated(samples, CRAFT, Attribute.DOCUMENT)
    quotes = [one.evidence.quote for one in found]
    assert any("нотариат куәландырған" in quote for quote in quotes)
    assert not any("нотариальн" in quote for quote in quotes)


def test_the_report_tells_an_older_term(samples: Registry) -> None:
    found = stated(samples, TRADE, Attribute.DEADLINE)
    assert terms(found, document="990003") == {(Decimal(7), "working_day"), (Decimal(3), "working_day")}
    assert terms(found, document="monitoring") == {(Decimal(10), "working_day")}


def test_a_fee_without_an_amount_is_a_gap(samples: Registry) -> None:
    found = [one for one in stated(samples, TRADE, Attribute.FEE) if "monitoring" in one.evidence.document]
    assert [one.value.kind for one in found if isinstance(one.value, Fee)] == [FeeKind.PAID_UNSPECIFIED]
    service = next(service for service in samples.services().items if service.name_ru == TRADE)
    gaps = [gap for gap in samples.card(service.id).gaps if "monitoring" in gap.evidence.document]
    assert [gap.attribute for gap in gaps] == ["fee"]


def test_a_licence_has_its_terms_fees_and_requisites(samples: Registry) -> None:
    found = stated(samples, LICENCE, Attribute.FEE)
    for place in ("990007/kaz", "990007/rus", "elicense/kk", "elicense/ru"):
        here = [one.value for one in found if place in one.evidence.document and isinstance(one.value, Fee)]
        kinds = [(fee.kind, fee.amount) for fee in here]
        assert kinds == [
            (FeeKind.MRP, Decimal(10)),
            (FeeKind.PERCENT_OF_FEE, Decimal(10)),
            (FeeKind.MRP, Decimal(1)),
        ]
    words = [one.evidence.quote for one in stated(samples, LICENCE, Attribute.REQUISITES)]
    assert words.count("990140000777") == 2
    assert not any(one.evidence.quote == "1414" for one in stated(samples, LICENCE, Attribute.REQUISITES))


def test_the_portal_asks_twice_the_fee_of_the_rules(samples: Registry) -> None:
    found = stated(samples, WELL, Attribute.FEE)
    for language in ("kaz", "rus"):
        acts = amounts(found, document=f"990012/{language}")
        assert acts == {Decimal(1), Decimal("0.5")}
    for language in ("kk", "ru"):
        cards = amounts(found, document=f"egov/{language}")
        assert cards == {Decimal(2), Decimal("0.5")}


def test_the_news_tell_what_holds_and_not_what_is_planned(samples: Registry) -> None:
    found = [one for one in stated(samples, FAIR, Attribute.DEADLINE) if one.source_kind is SourceKind.NEWS]
    assert {(one.value.value, one.value.unit.value) for one in found if isinstance(one.value, Deadline)} == {
        (Decimal(1), "working_day")
    }
    assert {one.evidence.document for one in found} == {"news/kk.html", "news/ru.html"}


def test_section_and_table_of_the_report_give_different_means(samples: Registry) -> None:
    service = next(service for service in samples.services().items if service.name_ru == APIARY)
    means = {row.source.value: row.mean for row in samples.card(service.id).survey}
    assert means == {"section": 4.5, "table": 4.48}


@pytest.mark.parametrize(
    ("question", "name", "figures"),
    [
        (QUESTIONS["kk"][0], APIARY, ("10 жұмыс күні", "5 жұмыс күні")),
        (QUESTIONS["kk"][1], CRAFT, ("5 жұмыс күні", "3 жұмыс күні")),
        (QUESTIONS["kk"][2], TRADE, ("12\N{NO-BREAK SPACE}975", "4\N{NO-BREAK SPACE}325")),
        (QUESTIONS["ru"][0], APIARY, ("8\N{NO-BREAK SPACE}650", "4\N{NO-BREAK SPACE}242")),
        (QUESTIONS["ru"][1], CRAFT, ("5 рабочих дней", "3 рабочих дня")),
        (QUESTIONS["ru"][2], WATER, ("egov.kz",)),
    ],
)
def test_the_suggested_questions_are_answered(
    samples: Registry, question: str, name: str, figures: tuple[str, ...]
) -> None:
    answer = samples.ask(question)
    assert answer.state is AnswerState.ANSWERED
    assert answer.service is not None
    assert answer.service.name_ru == name
    assert len(answer.citations) >= 2
    plain = answer.answer.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ")
    for figure in figures:
        assert figure.replace("\N{NO-BREAK SPACE}", " ") in plain


@pytest.mark.parametrize(
    ("question", "name", "figures"),
    [
        ("Сколько стоит лицензия на содержание голубятни?", LICENCE, ("43 250",)),
        ("Көгершінхана ұстауға лицензия неше күнде беріледі?", LICENCE, ("15 жұмыс күні",)),
        ("Сколько дней регистрируют участника весенней ярмарки?", FAIR, ("1 рабочий день",)),
        ("Көктемгі жәрмеңкеге тіркелу тегін бе?", FAIR, ("тегін",)),
        ("Сколько стоит разрешение на пользование колодцем?", WELL, ("4 325", "8 650")),
        ("Әуе шарын ұшыруға рұқсат қанша тұрады?", BALLOON, ("30 275", "6 487,5")),
        ("За сколько дней выдают паспорт исторического дерева?", TREE, ("30 календарных дней",)),
        ("Халық әндері жинағын тіркеу қанша күн?", SONGS, ("4 жұмыс күні", "6 жұмыс күні")),
        ("Где согласовать место передвижной библиотеки?", LIBRARY, ("egov.kz",)),
        ("Какие документы нужны для запуска воздушного шара?", BALLOON, ("схема маршрута полёта",)),
    ],
)
def test_other_questions_are_answered(samples: Registry, question: str, name: str, figures: tuple[str, ...]) -> None:
    answer = samples.ask(question)
    assert answer.state is AnswerState.ANSWERED
    assert answer.service is not None
    assert answer.service.name_ru == name
    plain = answer.answer.replace("\N{NO-BREAK SPACE}", " ").replace("\N{NARROW NO-BREAK SPACE}", " ").lower()
    for figure in figures:
        assert figure in plain


def test_all_suggested_questions_are_checked() -> None:
    assert sum(len(asked) for asked in QUESTIONS.values()) == 6


@pytest.mark.parametrize("question", ["Сколько стоит паспорт пасеки?", "Омарта паспорты қанша тұрады?"])
def test_the_usual_case_is_told_before_the_duplicate(samples: Registry, question: str) -> None:
    first = samples.ask(question).values[0].statement.value
    assert isinstance(first, Fee)
    assert (first.kind, first.amount) == (FeeKind.MRP, 2)
