"""The Kazakh and the Russian text of one act set the same values."""

from collections import Counter
from pathlib import Path

import pytest
import yaml

from kb.model import Attribute
from tests.real.language_parity import FIELDS, ActParity, Parity, add_up, compare_texts, compare_values

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))["parity"]


@pytest.fixture(scope="module")
def found(shared: Path) -> list[ActParity]:
    return list(compare_texts(shared / "data" / "acts"))


def test_the_texts_are_paired_and_have_the_same_services(found: list[ActParity]) -> None:
    assert sum(one.services for one in found) >= FLOORS["services"]
    assert [one.act for one in found if one.unpaired][FLOORS["unpaired"] :] == []


@pytest.mark.parametrize("field", [field.value for field in FIELDS])
def test_values_of_both_texts_agree(found: list[ActParity], field: str) -> None:
    parity, floor = add_up(found)[Attribute(field)], FLOORS[field]
    assert parity.equal >= floor["equal"]
    assert parity.share >= floor["share"], "see: python -m tests.real.language_parity"


def test_told_differences_of_the_texts_do_not_count_and_must_be_there() -> None:
    found = Parity(equal=3, kk_only=1, ru_only=2)
    assert found.without(Parity(ru_only=2)) == Parity(equal=3, kk_only=1)
    with pytest.raises(ValueError, match="that are not there"):
        found.without(Parity(kk_only=2))


def test_a_value_that_one_text_lacks_or_sets_otherwise_counts_against_both() -> None:
    ours = {field: Counter[tuple[object, ...]]() for field in FIELDS}
    theirs = {field: Counter[tuple[object, ...]]() for field in FIELDS}
    ours[Attribute.DEADLINE].update([(3,), (3,), (15,)])
    theirs[Attribute.DEADLINE].update([(3,), (14,)])
    parity = compare_values([ours], [theirs])[Attribute.DEADLINE]
    assert parity == Parity(equal=1, kk_only=2, ru_only=1)
    assert parity.share == pytest.approx(2 / 5)
    assert compare_values([ours], [theirs])[Attribute.FEE].share == 1.0
