"""The table of codes and laws that later ones repealed."""

from datetime import date

import pytest

from kb.model import ActReference, ActType
from kb.norms.repealed_acts import Repeal, repeal_of, repeals


@pytest.mark.parametrize("repeal", repeals(), ids=lambda one: one.number)
def test_each_act_holds_until_its_day_and_was_adopted_before(repeal: Repeal) -> None:
    named = ActReference(type=repeal.type, number=repeal.number, date=repeal.adopted)
    assert repeal.adopted < repeal.on
    assert repeal_of(named) == repeal


def test_numbers_are_unique_of_a_type() -> None:
    assert len({(one.type, one.number) for one in repeals()}) == len(repeals())


@pytest.mark.parametrize("number", ["99-IV", "99-IV ЗРК", "99-iv"])
def test_a_number_is_known_however_it_is_printed(number: str) -> None:
    found = repeal_of(ActReference(type=ActType.CODE, number=number))
    assert found is not None
    assert found.adopted == date(2008, 12, 10)


def test_another_number_date_or_type_is_another_act() -> None:
    assert repeal_of(ActReference(type=ActType.CODE, number="100-IV")) is None
    assert repeal_of(ActReference(type=ActType.CODE, number="99-IV", date=date(2009, 12, 10))) is None
    assert repeal_of(ActReference(type=ActType.LAW, number="99-IV")) is None
    assert repeal_of(ActReference(type=ActType.CODE, number=None, title=None)) is None


def test_a_date_alone_means_no_law_and_a_title_must_fit() -> None:
    """Several laws are adopted on one day."""
    day = date(2007, 1, 11)
    assert repeal_of(ActReference(type=ActType.LAW, date=day)) is None
    found = repeal_of(ActReference(type=ActType.LAW, date=day, title="О лицензировании"))
    assert found is not None
    assert found.number == "214-III"
    assert repeal_of(ActReference(type=ActType.LAW, date=day, title="О другом предмете")) is None


def test_two_codes_of_one_day_are_told_by_number_only() -> None:
    assert repeal_of(ActReference(type=ActType.CODE, date=date(1997, 12, 13))) is None
    assert repeal_of(ActReference(type=ActType.CODE, date=date(2007, 5, 15))) is not None
