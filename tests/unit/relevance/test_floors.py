import pytest

from kb.relevance import BadData, Row, find_shortfalls, find_unmeasured, read_floors
from kb.relevance.floors import floors_of

ROW = Row(part="questions", name="kk", figures={"queries": 3, "ndcg": 0.9, "empty": 1})


def under(**limits: float) -> list[str]:
    return [one.figure for one in find_shortfalls([ROW], floors_of({"questions": {"kk": limits}}))]


def test_a_figure_below_its_floor_is_found() -> None:
    assert under(ndcg=0.91) == ["ndcg"]
    assert under(ndcg=0.9) == []
    assert under(queries=4, ndcg=0.95) == ["queries", "ndcg"]


def test_of_what_should_be_little_more_is_too_much() -> None:
    assert under(empty=0) == ["empty"]
    assert under(empty=1) == []


def test_a_shortfall_says_both_figures() -> None:
    (found,) = find_shortfalls([ROW], floors_of({"questions": {"kk": {"empty": 0}}}))
    assert str(found) == "questions kk: empty 1, at most 0 is committed"


def test_floors_of_rows_that_were_not_measured_are_told() -> None:
    floors = floors_of({"questions": {"kk": {"ndcg": 0.1}, "ru": {"ndcg": 0.1}}})
    assert find_unmeasured([ROW], floors) == ("questions ru",)


@pytest.mark.parametrize(
    "data", [[], {"questions": 1}, {"questions": {"kk": {"speed": 1}}}, {"questions": {"kk": {"ndcg": "high"}}}]
)
def test_a_file_of_another_shape_is_told(data: object) -> None:
    with pytest.raises(BadData, match=r"floors\.yaml"):
        floors_of(data)


def test_a_floor_for_a_figure_that_the_row_has_not_is_told() -> None:
    with pytest.raises(BadData, match="no figure 'loss'"):
        under(loss=0.1)


def test_the_committed_floors_can_be_read() -> None:
    assert {part for part, _ in read_floors()} <= {"questions", "disturbed", "judged", "topics", "lookups"}
