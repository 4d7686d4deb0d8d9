"""What printed names of bodies mean; the sentences are written for these tests."""

from datetime import date

import pytest

from kb.model import Language
from kb.resolve.bodies import BodyMatch, Doubt, normal_name, resolve_body

KK, RU = Language.KK, Language.RU


def codes(text: str, language: Language, day: date | None = None) -> tuple[str, ...]:
    match = resolve_body(text, language, day)
    assert isinstance(match, BodyMatch), match
    return match.codes


def doubt(text: str, language: Language) -> Doubt:
    match = resolve_body(text, language)
    assert isinstance(match, Doubt), match
    return match


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Қазақстан Республикасы Қаржы министрлігі", KK, "finance-ministry"),
        ("ҚР Қаржы министрлігімен", KK, "finance-ministry"),
        ("Министра юстиции Республики Казахстан", RU, "justice-ministry"),
        ("исполняющего обязанности Министра юстиции", RU, "justice-ministry"),
        ("МИНИСТЕРСТВО ОБОРОНЫ", RU, "defence-ministry"),
        ("Бас прокуратурамен", KK, "general-prosecutor"),
        ("НАО «Государственная корпорация «Правительство для граждан»", RU, "state-corporation"),
        ("ЦОН", RU, "state-corporation"),
        ("әділет департаменттері", KK, "justice-ministry"),
        ("медициналық ұйымдармен", KK, "health-organisations"),
    ],
)
def test_forms_of_a_name(text: str, language: Language, code: str) -> None:
    assert codes(text, language) == (code,)


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("Қаржы министрлiгi", KK, "finance-ministry"),  # Latin look-alikes
        ("Каржы министрлиги", KK, "finance-ministry"),  # without Kazakh letters
        ("Өділет министрлігі", KK, "justice-ministry"),  # a letter read for another
        ("IIM", KK, "interior-ministry"),  # an abbreviation in Latin letters
        ("Министерство нацоинальной экономики", RU, "national-economy-ministry"),
        ("Министерство цифрового развития, инновации и аэрокосмической промышленности", RU, "digital-ministry"),
    ],
)
def test_damaged_prints(text: str, language: Language, code: str) -> None:
    assert codes(text, language) == (code,)


def test_a_name_with_words_left_out_is_less_sure() -> None:
    whole = resolve_body("Еңбек және халықты әлеуметтік қорғау министрлігі", KK)
    cut = resolve_body("Еңбек және әлеуметтік қорғау министрлігі", KK)
    assert isinstance(whole, BodyMatch)
    assert isinstance(cut, BodyMatch)
    assert cut.code == whole.code == "labour-ministry"
    assert cut.kind_of_match == "partial"
    assert cut.confidence < whole.confidence == 1.0


def test_an_abbreviation_of_two_bodies_is_a_doubt_with_both() -> None:
    assert set(doubt("ҚМ", KK).candidates) == {"defence-ministry", "finance-ministry"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Қаржы министрлігі (ҚМ)", "finance-ministry"),
        ("Қорғаныс министрлігі (ҚМ)", "defence-ministry"),
        ("ҚМ Қазынашылық комитеті", "treasury-committee"),
    ],
)
def test_other_words_decide_what_an_abbreviation_means(text: str, code: str) -> None:
    assert codes(text, KK) == (code,)


@pytest.mark.parametrize("text", ["ҚМ және Қаржы министрлігі", "Қаржы министрлігі, ҚМ", "ҚМ мен Қазынашылық комитеті"])
def test_a_neighbour_in_a_list_decides_nothing(text: str) -> None:
    assert {"defence-ministry", "finance-ministry"} <= set(doubt(text, KK).candidates)


def test_a_day_decides_what_an_abbreviation_means() -> None:
    assert set(doubt("СИМ", KK).candidates) == {"foreign-ministry", "trade-ministry"}
    assert codes("СИМ", KK, date(2015, 1, 1)) == ("foreign-ministry",)
    assert codes("СІМ", KK) == ("foreign-ministry",)


def test_a_committee_knows_its_named_parent() -> None:
    kazakh = resolve_body("ІІМ Көші-қон қызметі комитеті", KK)
    russian = resolve_body("Комитет миграционной службы МВД РК", RU)
    for match in (kazakh, russian):
        assert isinstance(match, BodyMatch)
        assert (match.codes, match.parent) == (("migration-service-committee",), "interior-ministry")


def test_a_committee_of_a_ministry_that_never_had_it_is_a_doubt() -> None:
    assert set(doubt("Қаржы министрлігінің Дін істері комитеті", KK).candidates) == {
        "finance-ministry",
        "religion-committee",
    }


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Министерство обороны, МВД и КНБ", RU, ("defence-ministry", "interior-ministry", "security-committee")),
        ("Ішкі істер министрлігі мен шетелдегі мекемелер", KK, ("interior-ministry", "foreign-missions")),
        ("астананың, аудандардың ЖАО", KK, ("local-body-republic-city", "local-body-district")),
        ("аппараты акимов сел, поселков, сельских округов", RU, ("local-body-village",)),
        ("местные исполнительные органы областей и столицы", RU, ("local-body-region", "local-body-republic-city")),
        ("Алматы облысының әкімдігі", KK, ("local-body-region",)),
        ("әкімдіктер", KK, ("local-body",)),
    ],
)  # fmt: skip
def test_joint_names_give_every_body(text: str, language: Language, expected: tuple[str, ...]) -> None:
    assert codes(text, language) == expected


@pytest.mark.parametrize(
    ("text", "language", "part"),
    [
        ("Қаржы министрлігі және оның аумақтық бөлімшелері", KK, "territorial"),
        ("Территориальные органы Комитета казначейства", RU, "territorial"),
        ("департаменты юстиции областей", RU, "territorial"),
        ("Мемлекеттік әлеуметтік сақтандыру қорының филиалдары", KK, "branch"),
        ("Қаржы министрлігі", KK, None),
    ],
)
def test_units_beside_a_body(text: str, language: Language, part: str | None) -> None:
    match = resolve_body(text, language)
    assert isinstance(match, BodyMatch)
    assert match.part == part


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Қарапайым министрлігі", KK),
        ("Қорғау министрлігі", KK),
        ("Министерство экономики", RU),
        ("Министерство оборонной промышленности", RU),
        ("Министерство финансов и игр", RU),
        ("Комитет песочниц Министерства финансов", RU),
        ("Қаржы министрлігінің құм ойындары", KK),
        ("ІІМ-нің құм ойындары", KK),
        ("Қаржы министрлігінің Құмсалғыш комитеті", KK),
        ("Предприятие песочниц при Министерстве финансов", RU),
        ("прокуратурамен", KK),
        ("жеке тұлғалар", KK),
        ("", KK),
        ("қ" * 5_000, KK),
    ],
)
def test_what_is_not_known_is_a_doubt(text: str, language: Language) -> None:
    assert doubt(text, language).reason


def test_the_ministry_alone_is_the_one_of_the_text() -> None:
    bare = "Министрліктің аумақтық бөлімшелері"
    assert "which ministry" in doubt(bare, KK).reason
    match = resolve_body(bare, KK, within="interior-ministry")
    assert isinstance(match, BodyMatch)
    assert (match.code, match.part) == ("interior-ministry", "territorial")


def test_the_short_name_for_the_rest_of_a_text_is_no_second_body() -> None:
    assert codes("Комитет казначейства (далее – Комитет)", RU) == ("treasury-committee",)
    assert codes("Қазынашылық комитеті (бұдан әрі – Комитет)", KK) == ("treasury-committee",)


@pytest.mark.parametrize(
    ("text", "language", "shown"),
    [
        ("ҚР Қаржы министрлігімен", KK, "Қаржы министрлігі"),
        ("ІІМ Көші-қон қызметі комитетімен", KK, "Көші-қон қызметі комитеті (Ішкі істер министрлігі)"),
        ("территориальными органами Комитета казначейства", RU, "Комитет казначейства (территориальные органы)"),
        ("МВД и Минобороны", RU, "Министерство внутренних дел, Министерство обороны"),
    ],
)
def test_names_are_shown_in_nominative(text: str, language: Language, shown: str) -> None:
    match = resolve_body(text, language)
    assert isinstance(match, BodyMatch)
    assert normal_name(match, language) == shown


def test_the_name_of_a_day_is_shown() -> None:
    match = resolve_body("АДГС", RU)
    assert isinstance(match, BodyMatch)
    assert normal_name(match, RU, date(2016, 3, 1)) == "Министерство по делам государственной службы"
    assert normal_name(match, RU) == "Агентство по делам государственной службы"
