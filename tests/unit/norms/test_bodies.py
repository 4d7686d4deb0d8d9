"""Bodies over the years: names, followers and the days that the tables speak for."""

from datetime import date, timedelta

import pytest

from kb.model import Language
from kb.norms import NormsError
from kb.norms.bodies import (
    BodyDayError,
    UnknownBodyError,
    ancestors,
    bodies,
    bodies_period,
    body_on,
    names_of,
    same_body,
    successor_of,
)


@pytest.mark.parametrize(
    ("code", "day", "words"),
    [
        ("civil-service-agency", "2015-06-01", "противодействию коррупции"),
        ("civil-service-agency", "2016-02-01", "Министерство"),
        ("civil-service-agency", "2017-10-01", "противодействию коррупции"),
        ("digital-ministry", "2019-03-01", "оборонной"),
        ("digital-ministry", "2021-03-01", "инноваций"),
        ("employment-centre", "2024-01-01", "Карьерный"),
    ],
)
def test_a_name_of_a_day(code: str, day: str, words: str) -> None:
    assert words in body_on(code, date.fromisoformat(day)).ru


def test_the_last_day_of_a_name_is_the_one_before_the_next() -> None:
    changed = date(2019, 6, 17)
    before = body_on("digital-ministry", changed - timedelta(days=1))
    assert before.until == changed == body_on("digital-ministry", changed).since
    assert before.ru != body_on("digital-ministry", changed).ru


@pytest.mark.parametrize(
    ("code", "day", "message"),
    [
        ("investments-ministry", "2018-12-26", "from 2014-08-06 to 2018-12-26"),
        ("health-ministry", "2016-01-01", "no health-ministry on 2016-01-01"),
        ("finance-ministry", "2012-12-31", "the tables run from"),
        ("finance-ministry", "2050-01-01", "the tables run from"),
    ],
)
def test_no_body_on_a_day_without_one(code: str, day: str, message: str) -> None:
    with pytest.raises(BodyDayError, match=message):
        body_on(code, date.fromisoformat(day))


def test_an_unknown_code_says_where_codes_stand() -> None:
    with pytest.raises(UnknownBodyError, match="kb/norms/data/bodies"):
        successor_of("ministry-of-games")
    assert issubclass(UnknownBodyError, NormsError)
    assert issubclass(BodyDayError, NormsError)


def test_the_official_name_comes_first_then_aliases_and_abbreviations() -> None:
    names = names_of("local-body", date(2020, 1, 1), Language.KK)
    assert names[0] == "Жергілікті атқарушы орган"
    assert {"әкімдік", "ЖАО"} <= set(names[1:])


def test_a_split_has_several_followers_and_is_no_other_body() -> None:
    assert {item.code for item in successor_of("education-science-ministry")} == {
        "enlightenment-ministry",
        "science-ministry",
    }
    assert not same_body("education-science-ministry", "science-ministry")


def test_a_ministry_under_a_new_name_is_the_same_body() -> None:
    assert same_body("investments-ministry", "industry-infrastructure-ministry")
    assert same_body("industry-infrastructure-ministry", "investments-ministry")
    assert same_body("finance-ministry", "finance-ministry")
    assert not same_body("investments-ministry", "transport-ministry")


def test_what_a_larger_body_took_over_is_not_that_body() -> None:
    assert [item.code for item in successor_of("oil-gas-ministry")] == ["energy-ministry"]
    assert not same_body("oil-gas-ministry", "energy-ministry")


def test_a_body_lies_in_all_above_it() -> None:
    assert ancestors("textbook-centre") >= {"education-control-committee", "education-science-ministry", "government"}
    assert ancestors("government") == frozenset()


def test_followers_begin_when_a_body_ends() -> None:
    for body in bodies().values():
        for follower in body.became:
            assert follower.day == body.names[-1].until, (body.code, follower.code)
            assert body_on(follower.code, follower.day), follower.code
            assert follower.citation


def test_names_lie_within_the_days_of_the_tables() -> None:
    first, last = bodies_period()
    for body in bodies().values():
        for name in body.names:
            assert first <= name.since <= last, body.code
            assert name.until is None or name.since < name.until <= last, body.code


def test_no_two_bodies_share_a_name() -> None:
    owners: dict[str, set[str]] = {}
    for body in bodies().values():
        for name in body.names:
            for words in (name.kk, name.ru):
                owners.setdefault(words.casefold(), set()).add(body.code)
    assert len(owners) > 250
    assert {words for words, codes in owners.items() if len(codes) > 1} == set()
