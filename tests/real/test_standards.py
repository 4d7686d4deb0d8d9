"""The values of real standards are read as people read them."""

from pathlib import Path

import pytest
import yaml

from kb.model import Attribute
from tests.real.standard_labels import Standard, Value
from tests.real.standard_score import Scores, compare, score_half, score_standard

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))["standards"]


@pytest.fixture(scope="module")
def scores(shared: Path) -> dict[str, Scores]:
    """Each half that has floors, read once."""
    return {half: score_half(half, shared / "data" / "acts") for half in FLOORS}


@pytest.mark.parametrize(("half", "field"), [(half, field) for half, fields in FLOORS.items() for field in fields])
def test_fields_stand_above_their_floor(scores: dict[str, Scores], half: str, field: str) -> None:
    score, floor = scores[half][Attribute(field)], FLOORS[half][field]
    assert score.labelled >= floor["labels"]
    assert score.f1 >= floor["f1"], f"see: python -m tests.real.standard_score {half} --field {field} --misses"


def deadline(*, line: int, days: int, doubtful: bool = False) -> Value:
    return Value(field=Attribute.DEADLINE, key=(days,), line=line, doubtful=doubtful)


def ground(start: int, end: int) -> Value:
    return Value(field=Attribute.REFUSAL_GROUND, line=1, span=(start, end))


def test_values_pair_when_they_are_equal_and_near() -> None:
    labels = [deadline(line=4, days=5), deadline(line=9, days=3), deadline(line=11, days=3)]
    found = [deadline(line=5, days=5), deadline(line=10, days=7), deadline(line=13, days=3)]
    score = compare(labels, found)
    assert (score.right, score.missed, score.extra) == (1, tuple(labels[1:]), tuple(found[1:]))
    assert score.f1 == score.precision == score.recall == pytest.approx(1 / 3)


def test_each_value_pairs_once_and_with_the_likest() -> None:
    labels = [deadline(line=4, days=5), deadline(line=5, days=5)]
    found = [deadline(line=5, days=5)]
    score = compare(labels, found)
    assert (score.right, score.missed, score.extra) == (1, (labels[0],), ())


def test_a_doubtful_label_is_neither_missed_nor_too_much() -> None:
    doubtful = deadline(line=4, days=5, doubtful=True)
    assert compare([doubtful], []).f1 == 1.0
    assert compare([doubtful], [deadline(line=4, days=5)]).extra == ()
    assert compare([doubtful, deadline(line=5, days=5)], [deadline(line=4, days=5)]).missed == ()
    assert compare([doubtful], [deadline(line=4, days=6)]).precision == 0.0


def test_items_pair_when_they_share_four_fifths() -> None:
    assert compare([ground(0, 100)], [ground(0, 80)]).right == 1
    assert compare([ground(0, 100)], [ground(0, 79)]).right == 0
    assert compare([ground(0, 100)], [ground(20, 110)]).right == 0


def test_only_the_values_within_a_standard_count_and_a_channel_once() -> None:
    asked = Value(field=Attribute.CHANNEL, key=("post",))
    standard = Standard(first=3, last=8, values=(asked, deadline(line=8, days=2)))
    at = [Value(field=Attribute.CHANNEL, key=("post",), line=line) for line in (3, 5, 9)]
    scores = score_standard(standard, [*at, deadline(line=9, days=2)])
    assert scores[Attribute.CHANNEL].f1 == 1.0
    assert (scores[Attribute.DEADLINE].right, len(scores[Attribute.DEADLINE].extra)) == (0, 0)
