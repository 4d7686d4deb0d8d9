import pytest

from kb.compare.within_act.schedules import find_schedule_clashes
from tests.unit.compare.within_act.invented_acts import RULES, SCHEDULE, found, table

BODY = "1) комитет – с 9.00 до 18.00 часов, с перерывом на обед с 13.00 до 14.00 часов;"
RECEPTION = "прием заявлений с 9.00 до 17.30 часов, с перерывом на обед с 13.00 часов до {end} часов."


@pytest.mark.parametrize(("end", "told"), [("14.00", []), ("14.30", ["two_breaks"])])
def test_the_break_of_a_body_and_of_its_reception(end: str, told: list[str]) -> None:
    text = RULES + table({SCHEDULE: f"{BODY}\n{RECEPTION.format(end=end)}"})
    assert [one[0] for one in found(find_schedule_clashes, text)] == told


def test_the_breaks_of_two_bodies() -> None:
    other = "2) центр: " + RECEPTION.format(end="14.30")
    assert found(find_schedule_clashes, RULES + table({SCHEDULE: f"{BODY}\n{other}"})) == []
