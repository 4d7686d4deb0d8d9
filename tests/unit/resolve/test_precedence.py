"""By the texts of better speakers, only values for the same or fewer conditions are overridden."""

from datetime import date

import pytest

from kb.model import ChannelCode, Scope, ScopeField, SourceKind, Statement, Value
from kb.resolve import Ruling, rule_statements
from tests.unit.resolve.stated import CITY, REISSUE, channel, days, stated

DAY = date(2031, 6, 1)
FIRST_ISSUE = Scope(case=ScopeField(text="алғаш беру"))
REISSUE_IN_OTHER_WORDS = Scope(case=ScopeField(text="телнұсқа"))


def on_card(value: Value, scope: Scope | None = None) -> Statement:
    return stated(value, scope=scope, kind=SourceKind.PORTAL_CARD)


def unknown(_one: Statement, _other: Statement) -> None:
    return None


def rule(*statements: Statement) -> tuple[Ruling, ...]:
    return rule_statements(statements, DAY, force=unknown)


@pytest.mark.parametrize(
    ("act", "card"),
    [(REISSUE, FIRST_ISSUE), (REISSUE, None), (CITY, None), (REISSUE, CITY)],
    ids=["other_case", "case_of_all", "region_of_all", "crossing"],
)
def test_a_text_leaves_a_card_what_it_says_of_other_cases(act: Scope, card: Scope | None) -> None:
    assert [one.effective for one in rule(stated(days(3), scope=act), on_card(days(15), card))] == [True, True]


def test_a_special_case_of_a_text_narrows_the_general_value_of_a_card() -> None:
    text = stated(days(3), scope=REISSUE)
    assert rule(on_card(days(15)), text)[0].narrowed_by == (text,)


@pytest.mark.parametrize("scope", [None, REISSUE], ids=["equal", "wider"])
def test_a_text_holds_over_a_card_on_the_same_case_and_on_a_case_of_its_own(scope: Scope | None) -> None:
    text = stated(days(3), scope=scope)
    ruling = rule(text, on_card(days(15), REISSUE))[1]
    assert (ruling.overridden_by, ruling.rule) == (text, "normative_text")


@pytest.mark.parametrize("words", [REISSUE, REISSUE_IN_OTHER_WORDS], ids=["same_words", "other_words"])
def test_a_general_value_leaves_a_card_that_repeats_a_case_of_the_text(words: Scope) -> None:
    rulings = rule(stated(days(15)), stated(days(3), scope=REISSUE), on_card(days(3), words))
    assert [one.effective for one in rulings] == [True, True, True]
    assert not any(one.disputed for one in rulings)


def test_a_worse_speaker_agreeing_saves_no_value() -> None:
    told = stated(days(3), scope=REISSUE, kind=SourceKind.CONTACT_CENTRE)
    assert rule(stated(days(15)), told, on_card(days(3), REISSUE))[2].rule == "normative_text"


def test_the_value_of_the_very_case_is_named_before_the_general_one() -> None:
    own = stated(days(4), scope=REISSUE)
    assert rule(stated(days(15)), own, on_card(days(3), REISSUE))[2].overridden_by == own


def test_another_channel_of_the_case_saves_no_channel() -> None:
    portal, post = ChannelCode.EGOV_PORTAL, ChannelCode.POST
    text = (stated(channel(portal, only=True)), stated(channel(post), scope=REISSUE))
    assert rule(*text, on_card(channel(ChannelCode.PROVIDER_OFFICE), REISSUE))[2].rule == "normative_text"
    assert rule(*text, on_card(channel(post), REISSUE))[2].effective
