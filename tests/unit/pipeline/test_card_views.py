"""A card over time, between two days, and speaker by speaker."""

from dataclasses import replace
from datetime import date

from kb.model import Card, ChannelCode, Language, Service, SourceKind, Standing, StartEvent, Statement
from kb.pipeline.card_difference import CardChangeKind, card_difference
from kb.pipeline.card_history import card_history
from kb.pipeline.dating import dated_card, rule_card
from kb.pipeline.ruled_values import Part, ruled_values
from kb.pipeline.side_by_side import compare_sides
from kb.pipeline.spoken_language import in_language
from kb.resolve import RuledStanding
from tests.unit.resolve.stated import CITY, NEW_ORDER, channel, days, stated

FIRST, SECOND, TODAY = date(2030, 1, 1), date(2031, 1, 1), date(2032, 6, 1)
OFFICE, CENTRE = ChannelCode.PROVIDER_OFFICE, ChannelCode.STATE_CORPORATION


def card_of(*statements: Statement) -> Card:
    service = Service(
        id="s", ids=("s",), name_kk="Кеме", name_ru="Корабль", owner=None, codes={}, channels=(), paid=None, forms=(),
        recipients=(), sources=(),
    )  # fmt: skip
    return Card(service=service, statements=statements, gaps=(), survey=())


def edition(value, since, until=None, **rest):
    return stated(value, act="ship", edition=since, since=since, until=until, **rest)


OLD, NEW = edition(days(15), FIRST, SECOND), edition(days(10), SECOND)


def values_on(card, day):
    return {one.part: [each.value for each in one.statements] for one in ruled_values(rule_card(card, day), day)}


def test_the_edition_of_the_day_holds_and_the_others_stand_apart() -> None:
    card = card_of(OLD, NEW)
    assert values_on(card, FIRST) == {Part.CURRENT: [days(15)], Part.NOT_YET: [days(10)]}
    assert values_on(card, TODAY) == {Part.CURRENT: [days(10)], Part.PAST: [days(15)]}


def test_a_card_of_a_portal_that_says_the_same_confirms_and_another_is_overridden() -> None:
    same, other = (stated(days(number), kind=SourceKind.PORTAL_CARD) for number in (10, 4))
    found = ruled_values(rule_card(card_of(NEW, same, other), TODAY), TODAY)
    assert [(one.part, len(one.statements)) for one in found] == [(Part.CURRENT, 2), (Part.OVERRIDDEN, 1)]
    assert found[0].overridden is None
    assert found[1].overridden.overridden_by == NEW


def test_an_edition_that_repeats_a_value_shares_its_place() -> None:
    again = edition(days(15), SECOND)
    for day in (FIRST, TODAY):
        assert values_on(card_of(OLD, again), day) == {Part.CURRENT: [days(15), days(15)]}


def test_what_only_a_report_tells_carries_its_year_until_a_text_confirms_it() -> None:
    told = stated(days(10), service="mon2030-07")
    [alone] = ruled_values(rule_card(card_of(told), TODAY), TODAY)
    assert alone.unconfirmed == 2030
    [in_its_year] = ruled_values(rule_card(card_of(told), date(2030, 5, 5)), date(2030, 5, 5))
    assert in_its_year.unconfirmed is None
    [confirmed] = ruled_values(rule_card(card_of(told, NEW), TODAY), TODAY)
    assert confirmed.unconfirmed is None
    line = dated_card(card_of(told), TODAY)["statements"]["deadline"][0]
    assert (line["effective"], line["unconfirmed_since"]) == (True, 2030)


def test_json_of_a_card_puts_what_holds_first_and_explains_the_rule() -> None:
    pilot = stated(days(3), standing=Standing.OVERLAY, by=NEW_ORDER, since=date(2031, 4, 1), act="pilot")
    shape = dated_card(card_of(NEW, pilot), TODAY)
    first, second = shape["statements"]["deadline"]
    assert (first["id"], first["effective"], first["by"]["number"]) == (pilot.id, True, NEW_ORDER.number)
    assert (second["overridden_by"], second["overridden_since"]) == (pilot.id, "2031-04-01")
    assert (second["day_standing"], second["standing"]) == ("overridden", "stated")
    assert set(shape["rules"]) == {second["rule"]}


def test_history_has_a_row_for_each_value_with_its_period() -> None:
    entries = card_history(card_of(NEW, OLD), today=TODAY)
    assert [(one.statements[0].value, one.since, one.until) for one in entries] == [
        (days(15), FIRST, SECOND),
        (days(10), SECOND, None),
    ]
    assert [one.standing for one in entries] == [RuledStanding.EXPIRED, RuledStanding.IN_FORCE]


def test_a_value_that_comes_back_has_two_periods() -> None:
    pilot = stated(
        days(3), standing=Standing.OVERLAY, by=NEW_ORDER, since=date(2031, 4, 1), until=date(2031, 9, 1), act="pilot"
    )
    entries = card_history(card_of(NEW, pilot), today=TODAY)
    assert [(one.statements[0], one.since, one.until) for one in entries] == [
        (NEW, SECOND, date(2031, 4, 1)),
        (pilot, date(2031, 4, 1), date(2031, 9, 1)),
        (NEW, date(2031, 9, 1), None),
    ]


def test_a_value_that_never_held_is_in_the_history_too() -> None:
    planned = stated(days(1), standing=Standing.PLANNED, since=date(2040, 1, 1))
    portal = stated(days(4), kind=SourceKind.PORTAL_CARD)
    entries = card_history(card_of(NEW, planned, portal), today=TODAY)
    assert {one.statements[0].value: (one.held, one.standing) for one in entries} == {
        days(10): (True, RuledStanding.IN_FORCE),
        days(1): (False, RuledStanding.PLANNED),
        days(4): (False, RuledStanding.OVERRIDDEN),
    }


def test_history_of_one_attribute() -> None:
    office = edition(channel(OFFICE), FIRST)
    entries = card_history(card_of(NEW, office), today=TODAY, attribute=office.attribute)
    assert [one.statements for one in entries] == [(office,)]
    assert card_history(card_of(), today=TODAY) == ()


def test_difference_pairs_the_values_of_one_case_and_names_what_came_and_went() -> None:
    gone, kept, come = (
        edition(channel(OFFICE), FIRST, SECOND),
        edition(channel(CENTRE), FIRST),
        edition(channel(ChannelCode.EGOV_PORTAL), SECOND),
    )
    changes = card_difference(card_of(OLD, NEW, gone, kept, come), FIRST, TODAY)
    assert [(one.kind, one.before, one.after) for one in changes] == [
        (CardChangeKind.CHANGED, (OLD,), (NEW,)),
        (CardChangeKind.REMOVED, (gone,), ()),
        (CardChangeKind.ADDED, (), (come,)),
    ]


def test_no_difference_where_another_text_says_the_same() -> None:
    again = edition(days(15), SECOND)
    assert card_difference(card_of(OLD, again), FIRST, TODAY) == ()
    back = card_difference(card_of(OLD, NEW), TODAY, FIRST)
    assert [(one.before, one.after) for one in back] == [((NEW,), (OLD,))]


def test_sides_put_every_speaker_in_its_column_and_mark_what_differs() -> None:
    portal = stated(days(4), kind=SourceKind.PORTAL_CARD)
    report = stated(days(10), service="mon2030-07")
    regional = stated(days(20), scope=CITY, kind=SourceKind.PRACTICE)
    sides = compare_sides(card_of(NEW, portal, report, regional), TODAY)
    assert [(one.kind, one.report) for one in sides.speakers] == [
        (SourceKind.STANDARD, 0),
        (SourceKind.STANDARD, 2030),
        (SourceKind.PORTAL_CARD, 0),
        (SourceKind.PRACTICE, 0),
    ]
    general, special = sides.rows
    assert general.cells == ((NEW,), (report,), (portal,), ())
    assert (general.differs, special.differs) == (True, False)


def test_sides_compare_numbers_and_neither_starts_nor_missing_numbers() -> None:
    from_filing = replace(NEW.value, starts=StartEvent.FILING)
    portal = stated(from_filing, kind=SourceKind.PORTAL_CARD)
    untold = stated(days(None), kind=SourceKind.NEWS)
    [row] = compare_sides(card_of(NEW, portal, untold), TODAY).rows
    assert not row.differs
    closed = stated(channel(OFFICE, offered=False), kind=SourceKind.PORTAL_CARD)
    [row] = compare_sides(card_of(edition(channel(OFFICE), FIRST), closed), TODAY).rows
    assert row.differs


def test_a_difference_between_two_languages_is_never_left_out() -> None:
    russian_same = edition(days(10), SECOND, language=Language.RU)
    russian_other = edition(days(11), SECOND, language=Language.RU)
    told = [(NEW,), (russian_same,), (russian_other,)]
    assert in_language(told, Language.KK, lambda one: one) == ((NEW,), (russian_other,))
    assert in_language(told, Language.EN, lambda one: one) == ((NEW,), (russian_other,))
    assert in_language([(russian_other,)], Language.KK, lambda one: one) == ((russian_other,),)
