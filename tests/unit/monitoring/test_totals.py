"""Rows of totals beside their parts are refused: their people would be counted twice."""

import pytest

from kb.monitoring import BadMarks
from tests.unit.monitoring.conftest import Bring, Written, table

MARKED = "service,body,region,channel,question,1,2,3,4,5,none"


@pytest.mark.parametrize(
    ("rows", "column"),
    [
        (["s-1,,,egov_portal,satisfaction,1,0,0,2,3,1", "s-1,,,state_corporation,satisfaction,0,0,1,2,5,0",
          "s-1,,,,satisfaction,1,0,1,4,8,1"], "channel"),
        (["s-1,,KZ-71,,satisfaction,1,0,0,2,3,1", "s-1,,KZ-75,,satisfaction,0,0,1,2,5,0",
          "s-1,,,,satisfaction,1,0,1,4,8,1"], "region"),
        (["s-1,finance-ministry,KZ-71,,satisfaction,1,0,0,2,3,1", "s-1,health-ministry,KZ-71,,satisfaction,0,0,1,2,5,0",
          "s-1,,KZ-71,,satisfaction,1,0,1,4,8,1"], "body"),
    ],
)  # fmt: skip
def test_a_total_beside_its_parts_is_refused(bring: Bring, written: Written, rows: list[str], column: str) -> None:
    with pytest.raises(BadMarks) as problem:
        bring(written("marks.csv", table(MARKED, *rows)))
    assert problem.value.problems == (
        f"marks.csv: row 4 is the total of 2 other rows by {column} («satisfaction» of s-1); leave it out, its people "
        "would be counted twice",
    )


@pytest.mark.parametrize(
    "rows",
    [
        # another number of one mark, another number of silent people, one part alone, another question
        ["s-1,,,egov_portal,satisfaction,1,0,0,2,3,1", "s-1,,,state_corporation,satisfaction,0,0,1,2,5,0",
         "s-1,,,,satisfaction,1,0,1,4,9,1"],
        ["s-1,,,egov_portal,satisfaction,1,0,0,2,3,1", "s-1,,,state_corporation,satisfaction,0,0,1,2,5,0",
         "s-1,,,,satisfaction,1,0,1,4,8,0"],
        ["s-1,,,egov_portal,satisfaction,1,0,0,2,3,1", "s-1,,,,satisfaction,1,0,0,2,3,1"],
        ["s-1,,,egov_portal,satisfaction,1,0,0,2,3,1", "s-1,,,state_corporation,satisfaction,0,0,1,2,5,0",
         "s-1,,,,trust,1,0,1,4,8,1"],
        ["s-1,,,egov_portal,satisfaction,1,0,0,2,3,1", "s-1,,,state_corporation,satisfaction,0,0,1,2,5,0",
         "s-1,,,,satisfaction,0,0,0,0,8,0"],
    ],
)  # fmt: skip
def test_rows_of_which_the_channel_is_not_known_stay(bring: Bring, written: Written, rows: list[str]) -> None:
    assert bring(written("marks.csv", table(MARKED, *rows))).rows == len(rows)
