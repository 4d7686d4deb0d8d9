"""How statements become rows: what is merged, what is folded away, what never disappears."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from kb.model import Attribute, Card, Language, SourceKind, Standing, StartEvent, Statement, Text
from kb.pipeline.ruled_values import Part
from kb.resolve import only_report, report_year
from kb.web.card_view import card_view
from kb.web.glance import glance
from kb.web.value_row import value_rows
from kb.web.words import words_in
from tests.web.memory_texts import CARD, KK_ACT, RU_ACT, STATEMENTS, TODAY

KK, RU = words_in(Language.KK), words_in(Language.RU)
KK_TERM, RU_TERM, PORTAL_TERM = STATEMENTS[:3]


def view(statements, words, attribute=Attribute.DEADLINE):
    card = Card(service=CARD.service, statements=tuple(statements), gaps=(), survey=())
    [found] = [one for one in card_view(card, words, day=TODAY) if one.code == attribute.value]
    return found


def test_equal_values_of_two_languages_are_one_row_with_both_places():
    [row] = value_rows([KK_TERM, RU_TERM], RU, day=TODAY)
    [telling] = row.told
    assert [link.language for link in telling.links] == [Language.KK, Language.RU]
    assert not row.differs


def test_equal_values_of_two_speakers_are_one_row_with_both_speakers():
    copy = replace(KK_TERM, source_kind=SourceKind.PORTAL_CARD)
    [row] = value_rows([KK_TERM, copy], KK, day=TODAY)
    assert [telling.speaker for telling in row.told] == ["нормативтік құқықтық акт", "портал картасы"]


def test_a_card_that_departs_from_the_act_stays_visible_with_what_holds_instead():
    found = view([KK_TERM, RU_TERM, PORTAL_TERM], KK)
    [row] = found.rows
    [part] = found.parts
    [other] = part.rows
    assert (row.shown.text, other.shown.text) == ("5\xa0жұмыс күні", "7\xa0жұмыс күні")
    assert (part.folded, other.part, found.disputes) == (False, Part.OVERRIDDEN, ())
    assert other.overridden.shown.text == row.shown.text
    assert other.overridden.link in row.links
    assert (other.overridden.since, bool(other.overridden.basis)) == ("10.01.2026 бастап", True)


def test_planned_coming_and_former_values_stand_apart():
    planned = replace(KK_TERM, value=replace(KK_TERM.value, value=Decimal(2)), standing=Standing.PLANNED)
    coming = replace(KK_TERM, value=replace(KK_TERM.value, value=Decimal(3)), valid_from=date(2027, 1, 1))
    former = replace(KK_TERM, value=replace(KK_TERM.value, value=Decimal(9)), valid_to=date(2026, 3, 1))
    found = view([former, planned, coming, KK_TERM], KK)
    assert [row.shown.text for row in found.rows] == ["5\xa0жұмыс күні"]
    assert [[row.part for row in one.rows] for one in found.parts] == [[Part.PLANNED], [Part.NOT_YET], [Part.PAST]]
    assert [one.folded for one in found.parts] == [False, False, True]


def test_a_term_told_with_and_without_its_start_is_one_row_unless_texts_tell_different_starts():
    filing, decision = (
        replace(RU_TERM, value=replace(RU_TERM.value, starts=one)) for one in (StartEvent.FILING, StartEvent.DECISION)
    )
    [row] = value_rows([KK_TERM, filing], RU, day=TODAY)
    assert row.notes == ("со дня сдачи документов",)
    assert len(value_rows([filing, decision], RU, day=TODAY)) == 2


def test_the_first_questions_are_answered_at_a_glance():
    lines = glance(card_view(CARD, KK, day=TODAY), KK)
    assert [line.code for line in lines] == ["deadline", "fee", "channel", "document"]
    assert [entry.shown.text for entry in lines[0].entries] == ["5\xa0жұмыс күні"]
    assert lines[1].entries[0].tenge == "2\xa0162,5 теңге"
    assert all(entry.link.href for line in lines for entry in line.entries)


def test_a_number_that_differs_between_languages_is_never_folded_away():
    changed = replace(RU_TERM, value=replace(RU_TERM.value, value=RU_TERM.value.value + 1))
    found = view([KK_TERM, changed], KK)
    [dispute] = found.disputes
    assert len(dispute) == 2
    assert found.others == ()


def test_words_of_a_speaker_silent_in_the_pages_language_are_shown():
    only_russian = [
        Statement(
            service="nest",
            attribute=Attribute.RESULT,
            value=Text(text="паспорт гнезда"),
            source_kind=SourceKind.ACT,
            evidence=RU_ACT.cite("паспорт гнезда"),
        )
    ]
    [row] = view(only_russian, KK, Attribute.RESULT).rows
    assert row.shown.language is Language.RU


def test_past_edition_is_said_to_be_past_and_stands_last():
    past = replace(PORTAL_TERM, valid_from=date(2015, 1, 1), valid_to=date(2016, 1, 1))
    rows = value_rows([past, KK_TERM], KK, day=TODAY)
    assert [row.in_force for row in rows] == [True, False]
    assert rows[1].told[0].validity == "01.01.2015 бастап 01.01.2016 дейін"
    assert not any(row.differs for row in rows)
    assert [row.in_force for row in value_rows([past], KK, day=date(2015, 6, 1))] == [True]


def test_nothing_of_a_card_is_lost():
    for words in (KK, RU, words_in(Language.EN)):
        views = card_view(CARD, words, day=TODAY)
        rows = [
            row
            for one in views
            for row in (*one.rows, *sum(one.disputes, ()), *sum((o.rows for o in (*one.others, *one.parts)), ()))
        ]
        links = {link.href for row in rows for link in row.links} | {gap.href for one in views for gap in one.gaps}
        cited = {(one.evidence.snapshot, one.evidence.start, one.evidence.end) for one in (*STATEMENTS, *CARD.gaps)}
        assert len(links) == len(cited)


def test_values_of_a_report_carry_its_year():
    told = replace(KK_TERM, service="mon2017-03")
    assert report_year(told.service) == 2017
    assert report_year(KK_TERM.service) is None
    assert only_report([told]) == 2017
    assert only_report([told, KK_TERM]) is None
    assert only_report([]) is None
    [row] = value_rows([told], RU, day=TODAY)
    assert row.told[0].report == "из отчёта за 2017 год"
    assert row.unconfirmed == "по отчёту за 2017 год, позднее не подтверждено"
    [confirmed] = value_rows([told, KK_TERM], RU, day=TODAY)
    assert confirmed.unconfirmed is None


def test_link_of_a_quote_in_the_act():
    [row] = value_rows([KK_TERM], KK, day=TODAY)
    assert KK_ACT.digest in row.links[0].href
