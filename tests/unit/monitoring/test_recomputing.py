"""Damage of reports is told with its place and its reason; nothing is put right."""

import pytest

from kb.model.monitoring import Recomputed, Standing
from kb.monitoring import MonitoringError, Recomputation, recompute
from tests.unit.monitoring.reports import CRAFT, SAMPLE, TRADE, WATER, read_text, sample_with

PLACES = "8-кесте. Қызмет алынған орын бойынша іріктеу\n\n\t\tМеморган\tМемлекеттік корпорация\tБарлығы\n"
MARKS = "\t1 балл\t2 балл\t3 балл\t4 балл\t5 балл\n"


def of_rule(found: Recomputation, rule: str) -> list[Recomputed]:
    return [one for one in found.figures if one.rule == rule]


def told(one: Recomputed) -> tuple[str, str, str, str | None]:
    return str(one.printed), one.standing.value, str(one.low), one.reason


def test_the_sample_has_one_planted_difference() -> None:
    found = recompute(read_text(SAMPLE.read_text(encoding="utf-8")))
    (planted,) = (one for one in found.figures if one.standing is Standing.DIFFERS)
    assert told(planted) == ("4.48", "differs", "4.50", "counts_say_otherwise")
    assert planted.ground[0].quote.endswith("\t100")
    assert found.lost == ()


def test_slipped_labels_are_told_as_such() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    first, second = f"{CRAFT}\t96\t75,0%\t4,71", f"{WATER}\t132\t75,0%\t4,68"
    assert first in text
    assert second in text
    slipped = text.replace(first, f"{WATER}\t96\t75,0%\t4,71").replace(second, f"{CRAFT}\t132\t75,0%\t4,68")
    found = recompute(read_text(slipped))
    shifted = {(str(one.printed), str(one.low)) for one in found.figures if one.reason == "labels_shifted"}
    assert shifted == {("4.71", "4.68"), ("4.68", "4.71"), ("96", "132"), ("132", "96")}


def test_totals_that_do_not_add_up_are_told_with_the_sum() -> None:
    rows = f"1\t{TRADE}\t60\t64\t124\n2\t{WATER}\t80\t52\t131\n\tБарлығы\t140\t116\t255\n"
    found = recompute(read_text(sample_with(PLACES + rows)))
    assert [told(one) for one in of_rule(found, "row_total")] == [
        ("124", "equal", "124", None),
        ("131", "differs", "132", "does_not_add_up"),
        ("255", "differs", "256", "does_not_add_up"),
    ]
    assert [told(one)[:3] for one in of_rule(found, "column_total")] == [
        ("140", "equal", "140"), ("116", "equal", "116"), ("255", "equal", "255"),
    ]  # fmt: skip
    people = {str(one.printed): one.standing for one in of_rule(found, "people")}
    assert people["131"] is Standing.DIFFERS


def test_a_lost_cell_is_reported_and_never_placed() -> None:
    rows = f"1\t{TRADE}\t60\t124\n2\t{WATER}\t80\t52\t132\n\tБарлығы\t140\t116\t256\n"
    found = recompute(read_text(sample_with(PLACES + rows)))
    (row,) = found.lost
    assert [str(value) for value in row.values] == ["60", "124"]
    assert ("124", "differs", "60", "cells_lost") in [told(one) for one in of_rule(found, "row_total")]
    assert {one.reason for one in of_rule(found, "column_total")} == {"cells_lost"}
    assert {one.standing for one in of_rule(found, "column_total")} == {Standing.OPEN}


@pytest.mark.parametrize(
    ("shares", "standing"),
    [
        ("0,5\t0,8\t6,1\t26,7\t65,9", Standing.WITHIN),
        ("0,5\t0,8\t6,1\t26,7\t62,9", Standing.DIFFERS),
        ("0,5\t0,8\t6,1\t26,7\t68,9", Standing.DIFFERS),
        (",5\t,8\t6,1\t26,7\t65,9", Standing.WITHIN),
    ],
)
def test_shares_must_add_up(shares: str, standing: Standing) -> None:
    caption = "9-кесте. Қызмет сапасымен қанағаттану бағалары, %\n\n"
    found = recompute(read_text(sample_with(f"{caption}{MARKS}Мемлекеттік корпорация, N=200\t{shares}\n")))
    assert [one.standing for one in of_rule(found, "hundred")] == [standing]


def test_an_impossible_mean_is_told() -> None:
    caption = "9-кесте. Мемлекеттік органдар бойынша\n\n\tҚанағаттанушылық\tОрташа балл\tN\n"
    rows = "Әділет министрлігі\t50,0%\t4,85\t40\nЭнергетика министрлігі\t50,0%\t4,45\t40\n"
    found = recompute(read_text(sample_with(caption + rows)))
    by_mean = {str(one.printed): told(one) for one in of_rule(found, "mean_possible")}
    assert by_mean["4.85"][1:] == ("differs", "3.00", "mean_impossible_for_share")
    assert by_mean["4.45"][1] == "within"


def test_a_heading_that_lost_a_label_leaves_its_rows_unread() -> None:
    caption = "9-кесте. Қызмет сапасының аспектілері, орташа балл\n\n"
    heading = "\tАқпараттың қолжетімділігі мен ашықтығы\tҚызмет көрсету мерзімдері\tҚызметкердің біліктілігі\n"
    rows = "Әділет министрлігі\t4,5\t4,6\t4,7\t4,8\nЭнергетика министрлігі\t4,1\t4,2\t4,3\t4,4\n"
    found = recompute(read_text(sample_with(caption + heading + rows)))
    assert [row.columns for row in found.lost] == [3, 3]
    assert [len(row.values) for row in found.lost] == [4, 4]


LIST = """Сауалнама нәтижелері

Бірінші орында энергетика министрлігі (4,87 немесе 88,1 пайыз), кейін әділет министрлігі (4,90 немесе 60 пайыз) тұр.

Орташа балл (2020 жыл):

1. Энергетика министрлігі – 4,87
2. Қорғаныс министрлігі – 4,81
3. Әділет министрлігі – 4,81
4. Қаржы министрлігі – 4,85.
"""


def test_a_list_of_bodies_is_held_against_its_own_order_and_text() -> None:
    found = recompute(read_text(LIST, "news.txt"))
    places = {str(one.printed): one.standing for one in of_rule(found, "place")}
    assert places == {
        "1": Standing.EQUAL, "2": Standing.DIFFERS, "3": Standing.WITHIN, "4": Standing.DIFFERS,
    }  # fmt: skip
    assert [told(one) for one in of_rule(found, "mean_in_list")] == [
        ("4.87", "equal", "4.87", None),
        ("4.90", "differs", "4.81", "list_says_otherwise"),
    ]
    assert [one.standing for one in of_rule(found, "mean_possible")] == [Standing.WITHIN, Standing.DIFFERS]


def test_another_document_is_told_what_was_expected() -> None:
    with pytest.raises(MonitoringError, match=r"plain\.txt: no report with figures of a survey.*tables of marks"):
        recompute(read_text("Құдық туралы хабар.\n", "plain.txt"))
