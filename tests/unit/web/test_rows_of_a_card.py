"""How statements become rows: what is merged, what is folded away, what never disappears."""

from dataclasses import replace
from datetime import date

from kb.model import Attribute, Card, Language, SourceKind, Statement, Text
from kb.resolve import only_report, report_year
from kb.web.card_view import card_view
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


def test_other_values_stay_apart_and_are_called_different():
    found = view([KK_TERM, RU_TERM, PORTAL_TERM], KK)
    [dispute] = found.disputes
    assert [row.shown.text for row in dispute] == ["5\xa0жұмыс күні", "7\xa0жұмыс күні"]
    assert found.rows == ()


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
            row for one in views for row in (*one.rows, *sum(one.disputes, ()), *sum((o.rows for o in one.others), ()))
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


def test_link_of_a_quote_in_the_act():
    [row] = value_rows([KK_TERM], KK, day=TODAY)
    assert KK_ACT.digest in row.links[0].href
