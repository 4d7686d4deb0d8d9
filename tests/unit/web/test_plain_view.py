"""A card in plain words: every question has its place, what is not said is said so, long lists are counted."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from kb.model import Attribute, Card, Fee, FeeKind, Language, RequiredDocument, Scope, ScopeField, SourceKind, Statement
from kb.pipeline.dating import rule_card
from kb.web.card_view import card_view
from kb.web.leaflet_lines import COLUMN_LINES, printed_lines
from kb.web.leaflet_view import leaflet_side
from kb.web.page_room import PageRoom
from kb.web.plain_view import QUESTIONS, PlainSection, plain_view
from kb.web.words import words_in
from tests.web.memory_texts import CARD, KK, KK_ACT, NEST, PORTAL, RU, RU_ACT, STATEMENTS, TODAY

ALWAYS = Scope()
FIVE, SEVEN = "5\N{NO-BREAK SPACE}жұмыс күні", "7\N{NO-BREAK SPACE}жұмыс күні"


def sections(card: Card, language: Language = KK, day: date = TODAY, **rest) -> dict[str, PlainSection]:
    views = card_view(card, words_in(language), day=day, rulings=rule_card(card, day))
    return {section.code: section for section in plain_view(views, words_in(language), **rest)}


def paper(text: str, *, kind: SourceKind = SourceKind.ACT, scope: Scope = ALWAYS, **more) -> Statement:
    evidence = (PORTAL if kind is SourceKind.PORTAL_CARD else KK_ACT).cite(
        "жеке куәлік" if kind is SourceKind.ACT else "Стоимость"
    )
    return replace(
        STATEMENTS[8], value=RequiredDocument(text=text, **more), evidence=evidence, source_kind=kind, scope=scope
    )  # fmt: skip


def with_papers(*papers: Statement) -> Card:
    others = [one for one in STATEMENTS if one.attribute is not Attribute.DOCUMENT]
    return replace(CARD, statements=(*others, *papers))


def test_questions_stand_in_their_order_whether_answered_or_not():
    assert tuple(sections(CARD)) == tuple(QUESTIONS)
    empty = sections(Card(service=NEST, statements=(), gaps=(), survey=()))
    assert all(section.silent for section in empty.values())
    assert {code for code, section in sections(CARD).items() if section.silent} == {"get", "who", "refusal", "appeal"}


def test_a_value_has_its_tenge_and_the_clause_in_the_language_of_the_page():
    fee = sections(CARD)["fee"].groups[0].lines[0]
    assert fee.shown.text == "0,5 АЕК"
    assert fee.tenge.amount == "2\N{NO-BREAK SPACE}162,5 теңге"
    assert [one.text for one in fee.conditions] == ["балапан болса"]
    assert fee.link.href.startswith(f"/source/{KK_ACT.digest}?start=")
    provider = sections(CARD, RU)["where"].groups[1]
    assert provider.title == "Услугодатель"
    assert provider.lines[0].link.href.startswith(f"/source/{RU_ACT.digest}?start=")


def fee_of(card: Card, value: Fee) -> Card:
    """The card with this fee, told by its act, and by no other."""
    first = next(one for one in STATEMENTS if one.attribute is Attribute.FEE)
    others = [one for one in card.statements if one.attribute is not Attribute.FEE]
    return replace(card, statements=(*others, replace(first, value=value, scope=ALWAYS)))


def test_a_sum_printed_in_tenge_says_that_it_is_as_old_as_its_text():
    card = fee_of(CARD, Fee(kind=FeeKind.TENGE, amount=Decimal("1134.5")))
    (line,) = sections(card, RU)["fee"].groups[0].lines
    assert (line.tenge.amount, line.tenge.basis) == (None, "сумма из текста, по МРП не пересчитана")


def test_an_amount_stands_before_paid_whoever_says_it():
    amount = fee_of(CARD, Fee(kind=FeeKind.MRP, amount=Decimal("0.5"))).statements[-1]
    register = replace(amount, value=Fee(kind=FeeKind.PAID_UNSPECIFIED), source_kind=SourceKind.ACT)
    told = replace(amount, source_kind=SourceKind.PORTAL_CARD, evidence=PORTAL.cite("Стоимость"))
    others = [one for one in STATEMENTS if one.attribute is not Attribute.FEE]
    fee = sections(replace(CARD, statements=(*others, register, told)))["fee"]
    first = fee.disputes[0][0] if fee.disputes else fee.groups[0].lines[0]
    assert first.shown.text == "0,5 АЕК"


def test_what_sources_say_differently_stands_together_with_their_speakers():
    seven = replace(STATEMENTS[2], source_kind=SourceKind.ACT, evidence=RU_ACT.cite("5 (пять) рабочих дней"))
    card = replace(CARD, statements=(*(one for one in STATEMENTS if one is not STATEMENTS[2]), seven))
    term = sections(card)["term"]
    (values,) = term.disputes
    assert {value.shown.text for value in values} == {FIVE, SEVEN}
    assert all(value.speakers for value in values)
    assert all(line.shown.text not in (FIVE, SEVEN) for one in term.groups for line in one.lines)
    assert len(term.beside) == 1  # the time in a queue is not the term of the service


def test_what_another_source_overrides_is_only_pointed_at():
    term = sections(CARD)["term"]
    assert [line.shown.text for group in term.groups for line in group.lines] == [FIVE]
    assert term.disputes == ()
    assert term.changes
    assert not sections(CARD)["fee"].changes


def test_papers_are_sorted_by_case_and_what_the_state_gets_stands_apart():
    child, portal = Scope(case=ScopeField(text="балапан болса")), SourceKind.PORTAL_CARD
    card = with_papers(
        paper("туу туралы куәлік", scope=child), paper("өтініш"), paper("сызба"), paper("өтініш"),
        paper("мекенжай туралы мәлімет", obtained_by_state=True),
        paper("мекенжай туралы мәлімет", obtained_by_state=True, scope=child), paper("заявление", kind=portal),
    )  # fmt: skip
    made = sections(card)["documents"].checklist
    cases = [([one.text for one in case.conditions], [line.shown.text for line in case.lines]) for case in made.cases]
    assert cases == [([], ["өтініш", "сызба"]), (["балапан болса"], ["туу туралы куәлік"])]
    assert [line.shown.text for line in made.obtained] == ["мекенжай туралы мәлімет"]
    assert (made.left, made.obtained_left) == (0, 0)
    assert len(made.others) == 1


def test_a_list_that_is_too_long_for_the_page_says_how_much_is_left():
    papers = [paper(f"{number} құжат " + "ұзақ атау " * 30) for number in range(300)]
    made = sections(with_papers(*papers))
    kept = sum(len(case.lines) for case in made["documents"].checklist.cases)
    assert 20 < kept < 100
    assert made["documents"].checklist.left == 300 - kept
    assert made["fee"].groups
    assert made["fee"].left == 0


def test_a_question_that_was_cut_to_nothing_is_not_called_silent():
    made = sections(CARD, rooms=lambda _code: PageRoom(left=0))
    assert not made["fee"].silent
    assert made["fee"].left == 1
    assert made["appeal"].silent


@pytest.mark.parametrize("language", [KK, RU])
@pytest.mark.parametrize("number", [0, 3, 40])
def test_a_side_of_the_leaflet_is_never_longer_than_its_column(language, number):
    card = with_papers(*(paper(f"{one} құжат " + "ұзақ атау " * 12) for one in range(number)))
    side = leaflet_side(card, language, day=TODAY, rulings=rule_card(card, TODAY), rules=())
    lines = [line for section in side.sections for group in section.groups for line in group.lines]
    listed = next(section.checklist for section in side.sections if section.code == "documents")
    printed = sum(printed_lines(line) for line in lines)
    if listed:
        kept = [line for case in listed.cases for line in case.lines]
        assert len(kept) + listed.left == number
        printed += 3 * len(kept)  # a text of 110 letters in a column of 46
    assert 0 < printed <= COLUMN_LINES
    assert next(section for section in side.sections if section.code == "fee").groups
