"""Terms and fees in other scripts and in damaged texts: read where they can be, otherwise reported."""

from decimal import Decimal

import pytest

from kb.extract.free_text import extract_text
from kb.extract.gap_reasons import GapReason
from kb.model import Attribute, Bound, FeeKind, Language, StartEvent, Unit
from kb.text import to_cyrillic
from tests.unit.extract.term_reading import deadlines_of, fees_of, gaps_of

OTHER_SCRIPTS = [
    ("Kórsetý merzimi: ótinish berilgen kúnnen bastap 5 jumys kúni.", "5", Unit.WORKING_DAY, StartEvent.FILING),
    ("Körsetu merzımı: 5 jūmys künı ışınde.", "5", Unit.WORKING_DAY, None),
    ("Körsetu merzımı: ekı apta.", "2", Unit.WEEK, None),
    ("Kórsetý merzimi: 20 mınýttan aspaýy kerek.", "20", Unit.MINUTE, None),
    ("كورسەتۋ مەرزىمى: 5 جۇمىس كۇنى.", "5", Unit.WORKING_DAY, None),
    ("كورسەتۋ مەرزىمى: ەكى اپتا ىشىندە.", "2", Unit.WEEK, None),
]


@pytest.mark.parametrize(("text", "value", "unit", "starts"), OTHER_SCRIPTS)
def test_terms_of_other_scripts_are_read_once_they_are_cyrillic(
    text: str, value: str, unit: Unit, starts: StartEvent | None
) -> None:
    (term,) = deadlines_of(to_cyrillic(text))
    assert (term.value, term.unit, term.starts) == (Decimal(value), unit, starts)


@pytest.mark.parametrize(
    ("text", "kind"), [("Qyzmet kórsetý quny: tegin.", FeeKind.FREE), ("Qyzmet qūny: 2 AEK.", FeeKind.MRP)]
)
def test_fees_of_other_scripts_are_read_once_they_are_cyrillic(text: str, kind: FeeKind) -> None:
    assert [fee.kind for fee in fees_of(to_cyrillic(text))] == [kind]


QUOTED = [
    ("Kórsetý merzimi: 5 jumys kúni. Qujattardy qabyldaý: Memlekettik korporatsııa.",
     {Attribute.DEADLINE: "5 jumys kúni", Attribute.CHANNEL: "Memlekettik korporatsııa"}),
    ("Körsetu merzımı: 5 jūmys künı. Qūjattardy qabyldau: Memlekettık korporatsia.",
     {Attribute.DEADLINE: "5 jūmys künı", Attribute.CHANNEL: "Memlekettık korporatsia"}),
    ("Körsetu merzımı: 5 jūmys künı. Qūjattardy qabyldau: Memlekettık korporasia.",
     {Attribute.DEADLINE: "5 jūmys künı", Attribute.CHANNEL: "Memlekettık korporasia"}),
    ("كورسەتۋ مەرزىمى: 5 جۇمىس كۇنى.\nقىزمەت كورسەتۋ قۇنى: تەگىن.",
     {Attribute.DEADLINE: "5 جۇمىس كۇنى", Attribute.FEE: "تەگىن"}),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes"), QUOTED)
def test_values_of_other_scripts_are_quoted_as_printed(text: str, quotes: dict[Attribute, str]) -> None:
    found = extract_text(text, Language.KK).statements
    assert {item.attribute: item.evidence.quote for item in found} == quotes
    assert all(text[item.evidence.start : item.evidence.end] == item.evidence.quote for item in found)


DAMAGED = [
    ("Мерзімі: 1О жұмыс күні.", "10", Unit.WORKING_DAY),
    ("Мерзімі: 3О (отыз) минут.", "30", Unit.MINUTE),
    ("Срок oкaзaния: нe бoлee 5 paбoчиx днeй.", "5", Unit.WORKING_DAY),
    ("Мepзімі: 7 жұмыc күнi ішіндe.", "7", Unit.WORKING_DAY),
    ("Мерзимi: 5 жумыс куни ишинде.", "5", Unit.WORKING_DAY),
    ("Мерзімі: 20 (жырма) жұмыс күні.", "20", Unit.WORKING_DAY),
    ("Мерзімі: 12 жұмыскүні.", "12", Unit.WORKING_DAY),
    ("Срок оказания: 4 рабочих¹ дня.", "4", Unit.WORKING_DAY),
    ("Срок оказания: 4 рабочих\x9b31m дня.", "4", Unit.WORKING_DAY),
    ("Мерзімі:\t12\tжұмыс\tкүні.", "12", Unit.WORKING_DAY),
    ("Срок оказания:   4   рабочих\nдня.", "4", Unit.WORKING_DAY),
]


@pytest.mark.parametrize(("text", "value", "unit"), DAMAGED)
def test_damage_that_leaves_the_number_certain_is_read_over(text: str, value: str, unit: Unit) -> None:
    (term,) = deadlines_of(text)
    assert (term.value, term.unit) == (Decimal(value), unit)


@pytest.mark.parametrize("text", ["Мерзімі: З жұмыс күні.", "Срок оказания: 5 рабо чих дней."])
def test_damage_that_leaves_it_uncertain_is_reported(text: str) -> None:
    assert [term.value for term in deadlines_of(text) if term.value is not None] == []
    assert [gap[:2] for gap in gaps_of(text)] == [("deadline", GapReason.NO_NUMBER)]


def test_several_cases_survive_one_damaged_line() -> None:
    text = "Қызмeт көpceтy мepзімі: билeт бepy – 5 жұмыс күнi iшiндe, тeлнұсқа – 1 жұмыc күні, ұзapтy – 1О күн."
    assert [(term.value, term.bound) for term in deadlines_of(text)] == [
        (Decimal(5), Bound.MAX), (Decimal(1), Bound.EXACT), (Decimal(10), Bound.EXACT)
    ]  # fmt: skip
