"""Which statements hold on a day, and which hold in place of others."""

from datetime import date

from kb.model import Act, ActStatus, ActType, ChannelCode, Edition, Language, SourceKind, Standing
from kb.resolve import ActHistory, RuledStanding, Ruling, date_statements, precedence_rules, rule_statements, supersede
from tests.unit.resolve.stated import CITY, NEW_ORDER, OTHER_CITY, REISSUE, channel, days, stated

DAY = date(2031, 6, 1)
OFFICE, CENTRE, PORTAL = ChannelCode.PROVIDER_OFFICE, ChannelCode.STATE_CORPORATION, ChannelCode.EGOV_PORTAL
SINCE = date(2031, 4, 1)


def unknown(one, other):
    return None


def equal(one, other):
    return 0


def rule(*statements, day=DAY, force=unknown, history=None) -> tuple[Ruling, ...]:
    return rule_statements(statements, day, force=force, history=history)


def overlay(value, **rest):
    return stated(value, standing=Standing.OVERLAY, by=NEW_ORDER, since=SINCE, **rest)


def effective(rulings):
    return [ruling.statement.value for ruling in rulings if ruling.effective]


def test_an_overlay_holds_in_place_of_the_general_value_and_is_named() -> None:
    general, pilot = stated(days(15)), overlay(days(6))
    before, now = rule(general, pilot, day=date(2031, 3, 31)), rule(general, pilot)
    assert [one.standing for one in before] == [RuledStanding.IN_FORCE, RuledStanding.NOT_YET]
    assert effective(before) == [days(15)]
    assert now[0].standing is RuledStanding.OVERRIDDEN
    assert (now[0].overridden_by, now[0].since, now[0].rule) == (pilot, SINCE, "overlay")
    assert effective(now) == [days(6)]
    assert {ruling.rule for ruling in now if ruling.rule} <= set(precedence_rules())


def test_an_overlay_whose_period_is_over_gives_the_value_back() -> None:
    general, pilot = stated(days(15)), overlay(days(6), until=date(2031, 5, 1))
    rulings = rule(general, pilot)
    assert effective(rulings) == [days(15)]
    assert rulings[1].standing is RuledStanding.EXPIRED


def test_an_only_channel_leaves_no_other_even_of_its_own_line() -> None:
    office, centre = stated(channel(OFFICE), line=5), stated(channel(CENTRE), line=5)
    rulings = rule(office, centre, overlay(channel(CENTRE, only=True), line=5))
    assert [ruling.effective for ruling in rulings] == [False, True, True]


def test_an_added_channel_overrides_nothing() -> None:
    assert all(ruling.effective for ruling in rule(stated(channel(OFFICE)), overlay(channel(CENTRE))))
    only_office = stated(channel(OFFICE, only=True))
    rulings = rule(only_office, overlay(channel(CENTRE)))
    assert [(ruling.effective, ruling.disputed) for ruling in rulings] == [(True, False), (True, False)]


def test_a_closed_channel_is_overridden() -> None:
    rulings = rule(stated(channel(OFFICE)), overlay(channel(OFFICE, offered=False)))
    assert effective(rulings) == [channel(OFFICE, offered=False)]


def test_a_regional_overlay_leaves_the_general_value_elsewhere() -> None:
    general, city, other = stated(days(15)), overlay(days(6), scope=CITY), stated(days(15), scope=OTHER_CITY)
    rulings = rule(general, city, other)
    assert [ruling.effective for ruling in rulings] == [True, True, True]
    assert rulings[0].narrowed_by == (city,)
    assert rulings[2].narrowed_by == ()


def test_an_overlay_leaves_special_cases_and_later_texts_alone() -> None:
    special = rule(stated(days(2), scope=REISSUE), overlay(days(6)))
    assert effective(special) == [days(2), days(6)]
    later = rule(stated(days(9), edition=date(2031, 5, 1), since=date(2031, 5, 1)), overlay(days(6)))
    assert [ruling.disputed for ruling in later] == [True, True]
    assert effective(later) == [days(9), days(6)]


def test_a_planned_value_never_holds_and_a_former_one_only_before_its_end() -> None:
    planned = stated(days(1), standing=Standing.PLANNED, since=SINCE)
    former = stated(days(20), standing=Standing.FORMER, until=SINCE)
    undated = stated(days(30), standing=Standing.FORMER)
    now = rule(planned, former, undated)
    assert [one.standing for one in now] == [RuledStanding.PLANNED, RuledStanding.FORMER, RuledStanding.FORMER]
    assert effective(now) == []
    assert effective(rule(planned, former, undated, day=date(2031, 1, 1))) == [days(20)]


def test_higher_force_holds_over_a_later_act_and_over_an_overlay() -> None:
    law = stated(days(5), act="law", edition=date(2020, 1, 1))
    order = stated(days(9), act="order", edition=date(2030, 1, 1))
    pilot = overlay(days(3))
    rulings = rule(law, order, pilot, force=lambda one, other: (one is law) - (other is law))
    assert [ruling.rule for ruling in rulings] == [None, "higher_force", "higher_force"]
    assert effective(rulings) == [days(5)]


def test_of_equal_force_the_later_act_holds_and_without_known_force_both_are_disputed() -> None:
    old = stated(days(9), act="a", edition=date(2020, 1, 1))
    new = stated(days(7), act="b", edition=date(2030, 1, 1))
    assert rule(old, new, force=equal)[0].rule == "later"
    assert [(one.effective, one.disputed) for one in rule(old, new)] == [(True, True), (True, True)]


def test_the_two_texts_of_one_act_are_disputed_not_ranked() -> None:
    kazakh = stated(days(9), act="a", edition=date(2030, 1, 1))
    russian = stated(days(7), act="a", edition=date(2030, 1, 2), language=Language.RU)
    assert [(one.effective, one.disputed) for one in rule(kazakh, russian, force=equal)] == [(True, True)] * 2


def test_cases_of_one_line_are_one_rule() -> None:
    assert not any(ruling.disputed for ruling in rule(stated(days(9), line=3), stated(days(7), line=3)))


def test_texts_hold_over_cards_and_over_what_is_told() -> None:
    text, card = stated(days(9)), stated(days(7), kind=SourceKind.PORTAL_CARD)
    call = stated(days(5), kind=SourceKind.CONTACT_CENTRE, scope=CITY)
    rulings = rule(call, card, text)
    assert [ruling.rule for ruling in rulings] == ["normative_text", "normative_text", None]
    assert {ruling.overridden_by for ruling in rulings[:2]} == {text}


def test_what_is_told_counts_where_nothing_better_is_known() -> None:
    call = stated(days(5), kind=SourceKind.CONTACT_CENTRE)
    alone = rule(call, stated(days(None)))[0]
    assert (alone.effective, alone.standing) == (True, RuledStanding.PRACTICE)
    portal = stated(channel(PORTAL), kind=SourceKind.PRACTICE)
    beside = rule(portal, stated(channel(OFFICE)))[0]
    assert (beside.effective, beside.standing) == (False, RuledStanding.PRACTICE)


def test_a_later_report_holds_over_an_earlier_one_and_a_text_over_both() -> None:
    first, second = stated(days(9), service="mon2030-01"), stated(days(7), service="mon2031-04")
    text = stated(days(4), act="a", edition=date(2029, 1, 1))
    assert [one.rule for one in rule(first, second)] == ["later_report", None]
    assert effective(rule(first, second, text)) == [days(4)]


def test_a_ring_of_rules_decides_nothing() -> None:
    places = {"a": 0, "b": 1, "c": 2}

    def ring(one, other):
        step = (places[other.evidence.act] - places[one.evidence.act]) % 3
        return {0: 0, 1: 1, 2: -1}[step]

    rulings = rule(*(stated(days(number), act=act) for number, act in enumerate(places, 3)), force=ring)
    assert [(ruling.effective, ruling.disputed) for ruling in rulings] == [(True, True)] * 3


def test_a_repealed_act_supplies_nothing_from_its_repeal() -> None:
    acts = [
        Act(
            id="a", ids=("a",), type=ActType.ORDER, number="1", date=date(2029, 1, 1), title_kk="x", title_ru=None,
            status=ActStatus.REPEALED, repealed_on=date(2031, 2, 1),
        )
    ]  # fmt: skip
    history = ActHistory(acts, [Edition(act="a", date=date(2029, 1, 1), language=Language.KK, snapshot="sha256:0")])
    dated = tuple(date_statements([stated(days(9), act="a", edition=date(2029, 1, 1))], history))
    assert rule(*dated, history=history)[0].standing is RuledStanding.REPEALED
    assert rule(*dated, day=date(2031, 1, 1), history=history)[0].effective
    assert effective(rule(*dated, history=history)) == []


def test_superseded_statements_name_the_one_that_holds() -> None:
    general, pilot = stated(days(15)), overlay(days(6))
    found = supersede([general, pilot], DAY, force=unknown)
    assert [one.superseded_by for one in found] == [pilot.id, None]
    assert [one.superseded_by for one in supersede(found, date(2031, 1, 1), force=unknown)] == [None, None]
