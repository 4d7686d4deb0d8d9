from datetime import date
from decimal import Decimal

import pytest

from kb.model import Language
from kb.norms import NormsError, mrp_on, mrp_period


@pytest.mark.parametrize(
    ("day", "value"),
    [
        ("2014-01-01", "1852"),
        ("2015-06-30", "1982"),
        ("2016-12-31", "2121"),
        ("2017-10-01", "2269"),
        ("2018-01-01", "2405"),
        ("2019-02-28", "2525"),
        ("2020-03-31", "2651"),
        ("2020-04-01", "2778"),
        ("2021-07-01", "2917"),
        ("2022-03-31", "3063"),
        ("2022-04-01", "3180"),
        ("2023-05-05", "3450"),
        ("2024-02-29", "3692"),
        ("2025-12-31", "3932"),
        ("2026-12-31", "4325"),
    ],
)
def test_value_of_a_day(day: str, value: str) -> None:
    row = mrp_on(date.fromisoformat(day))

    assert row.value == Decimal(value)
    assert row.valid_from <= date.fromisoformat(day)
    assert row.citation
    assert row.act.number
    assert row.act.number in row.citation


@pytest.mark.parametrize("day", ["2013-12-31", "2027-01-01", "1999-01-01"])
def test_no_value_outside_the_table(day: str) -> None:
    with pytest.raises(NormsError, match="2014-01-01 to 2026-12-31"):
        mrp_on(date.fromisoformat(day))


def test_period_is_what_the_table_speaks_for() -> None:
    assert mrp_period() == (date(2014, 1, 1), date(2026, 12, 31))


@pytest.mark.parametrize(("day", "earlier"), [("2020-05-01", "2651"), ("2022-12-31", "3063")])
def test_contested_rows_say_what_is_open(day: str, earlier: str) -> None:
    row = mrp_on(date.fromisoformat(day))

    assert row.contested == Decimal(earlier)
    assert row.purpose == "benefits"
    assert row.question is not None
    assert set(row.question) == set(Language)


def test_settled_rows_have_no_open_question() -> None:
    assert mrp_on(date(2017, 1, 1)).contested is None
    assert mrp_on(date(2023, 1, 1)).question is None
