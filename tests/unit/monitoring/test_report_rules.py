"""Rules of recomputed figures on tables of our own: right figures pass, one changed digit is told."""

import pytest

from kb.model.monitoring import Recomputed, Standing
from kb.monitoring import recompute
from kb.monitoring.report.names import glued_aspects
from tests.unit.monitoring.reports import APIARY, CRAFT, SAMPLE, TRADE, WATER, read_text, sample_with

PLACES = (
    "8-кесте. Қызмет алынған орын бойынша іріктеу\n\n\t\tМеморган\tМемлекеттік корпорация\tБарлығы\n"
    f"1\t{TRADE}\t3\t121\t124\n2\t{WATER}\t132\t0\t132\n3\t{APIARY}\t160\t0\t160\n4\t{CRAFT}\t0\t96\t96\n"
    "\tБарлығы\t295\t217\t512\n"
)
BY_PLACE, RIGHT = "44,0%\t3,96\t55,7%\t4,21", "100,0%\t5,00\t48,7%\t4,08"
EVENTS = (
    "9-кесте. Тамыр-таныстар мен шағымдар\n\n\t\tТамыр-таныстарды пайдалану\tБейресми сыйақылар\tШағымдар\n"
    f"1\t{TRADE}\t0,8\t0,0\t2,4\n2\t{WATER}\t0,0\t0,0\t0,8\n3\t{APIARY}\t0,6\t0,0\t0,0\n4\t{CRAFT}\t1,0\t0,0\t2,1\n"
    "\tБарлығы\t0,6\t0,0\t1,2\n"
)
CHANNELS = (
    "10-кесте. Қанағаттану бағалары, %\n\n\t1 балл\t2 балл\t3 балл\t4 балл\t5 балл\n"
    "Меморган, N=295\t0,7\t1,4\t5,2\t24,2\t68,4\nМемлекеттік корпорация, N=217\t2,8\t2,8\t10,3\t23,5\t60,6\n"
)
GROUPS = (
    "11-кесте. ОМО мен ЖАО қызметтері бойынша Мемкорпорация қызметтерінің жеке параметрлері\n\n"
    "\t\tҚызметпен қанағаттанушылық\tҚызметті ұсыну мерзімдері\n"
    "Барлығы\tАқмола облысы\t4,50\t4,40\n\tҚостанай облысы\t4,60\t4,55\n"
    "ОМО\tАқмола облысы\t4,60\t4,50\n\tҚостанай облысы\t4,70\t4,60\n"
    "ЖАО\tАқмола облысы\t4,40\t4,30\n\tҚостанай облысы\t4,50\t4,50\n"
)
PAIRS = (
    "12-кесте. Мемкорпорация арқылы ОМО мен ЖАО қызметтерімен қанағаттанушылық, %\n\n"
    "\tОМО\t\tЖАО\t\tБарлығы\t\n\tҚанағаттанушылық\tОрташа балл\tҚанағаттанушылық\tОрташа балл\tҚанағаттанушылық\t"
    "Орташа балл\nАқмола облысы, N=60\t70,0\t4,60\t55,0\t4,40\t62,0\t4,50\n"
    "Қостанай облысы, N=40\t75,0\t4,70\t60,0\t4,50\t68,0\t4,60\nБарлығы, N=100\t72,0\t4,64\t57,0\t4,44\t64,0\t4,54\n"
)


def figures(text: str, rule: str) -> list[Recomputed]:
    return [one for one in recompute(read_text(text)).figures if one.rule == rule]


def differing(text: str, rule: str) -> list[tuple[str, str, str, str | None]]:
    return [
        (str(one.printed), str(one.low), str(one.high), one.reason)
        for one in figures(text, rule)
        if one.standing is Standing.DIFFERS
    ]


def placed(*tables: str) -> str:
    text = sample_with("\n".join((PLACES, *tables)))
    assert BY_PLACE in text
    return text.replace(BY_PLACE, RIGHT)


def test_shares_of_events_of_all_follow_from_those_of_the_services() -> None:
    assert [one.standing for one in figures(placed(EVENTS), "event_share")] == [Standing.WITHIN] * 3
    assert differing(placed(EVENTS.replace("\t1,2\n", "\t1,4\n")), "event_share") == [
        ("1.4", "1.1", "1.2", "shares_of_services_say_otherwise")
    ]


def test_a_total_of_regions_is_that_of_their_people() -> None:
    table = (
        "13-кесте. Мемкорпорацияда күту жағдайы, %\n\n\tОтыратын орындар жеткіліксіз\tДәретхана жоқ\n"
        "Ақмола облысы\t5,0\t1,7\nҚостанай облысы\t\t2,5\nБарлығы\t3,0\t2,0\n"
    )
    assert {one.standing for one in figures(sample_with(f"{PAIRS}\n{table}"), "event_share")} == {
        Standing.EQUAL, Standing.WITHIN,
    }  # fmt: skip
    wrong = table.replace("Барлығы\t3,0", "Барлығы\t2,5")
    assert differing(sample_with(f"{PAIRS}\n{wrong}"), "event_share") == [
        ("2.5", "3.0", "3.0", "shares_of_regions_say_otherwise")
    ]


def test_the_share_of_a_channel_lies_between_what_the_services_leave() -> None:
    told = figures(placed(CHANNELS), "share_by_channel")
    assert [str(one.printed) for one in told] == ["68.4", "60.6"]
    assert {one.standing for one in told} <= {Standing.EQUAL, Standing.WITHIN}
    (wrong,) = differing(placed(CHANNELS.replace("\t60,6\n", "\t64,6\n")), "share_by_channel")
    assert wrong[0] == "64.6"
    assert wrong[3] == "services_say_otherwise"


def test_the_people_of_a_label_are_those_of_the_table_of_places() -> None:
    assert [one.standing for one in figures(placed(CHANNELS), "people_in_label")] == [Standing.EQUAL] * 2
    assert differing(placed(CHANNELS.replace("N=217", "N=271")), "people_in_label") == [
        ("271", "217", "217", "other_table_says_otherwise")
    ]


def test_the_people_of_a_total_of_regions_are_those_of_its_rows() -> None:
    told = figures(sample_with(PAIRS), "people_in_label")
    assert [(str(one.printed), one.standing) for one in told] == [("100", Standing.EQUAL)]
    assert differing(sample_with(PAIRS.replace("N=100", "N=110")), "people_in_label")[0][:2] == ("110", "100")


@pytest.mark.parametrize(
    ("misprint", "told"),
    [
        ("100,0%\t5,00\t48,7%\t4,18", ("4.18", "4.08", "4.08", "counts_and_other_place_say_otherwise")),
        ("100,0%\t5,00\t47,7%\t4,08", ("47.7", "48.7", "49.2", "counts_and_other_place_say_otherwise")),
    ],
)
def test_one_wrong_figure_of_two_places_is_told_once(misprint: str, told: tuple[str, ...]) -> None:
    right = figures(placed(), "by_place")
    assert len(right) == 4
    assert {one.standing for one in right} <= {Standing.EQUAL, Standing.WITHIN}
    text = placed().replace(RIGHT, misprint)
    assert differing(text, "by_place") == [told]
    opened = [one for one in figures(text, "by_place") if one.standing is Standing.OPEN]
    assert {one.reason for one in opened} == {"figures_of_places_disputed"}


def test_people_told_by_a_section_are_those_of_its_table_and_note() -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    assert differing(text, "people") == []
    wrong = text.replace("Қызмет бойынша 124 сұхбаткерден", "Қызмет бойынша 129 сұхбаткерден")
    assert ("129", "124", "124", "counts_say_otherwise") in differing(wrong, "people")


def test_a_sample_told_otherwise_than_by_the_tables_is_told() -> None:
    assert [one.standing for one in figures(placed(), "sample")] == [Standing.EQUAL]
    wrong = placed().replace("Барлығы 512 қызмет", "Барлығы 530 қызмет")
    assert differing(wrong, "sample") == [("530", "512", "512", "tables_say_otherwise")]


def test_a_mean_of_all_lies_between_those_of_its_groups() -> None:
    told = figures(sample_with(GROUPS), "between_groups")
    assert [str(one.printed) for one in told] == ["4.50", "4.40", "4.60", "4.55"]
    assert {one.standing for one in told} == {Standing.WITHIN}
    wrong = GROUPS.replace("Барлығы\tАқмола облысы\t4,50", "Барлығы\tАқмола облысы\t4,70")
    assert differing(sample_with(wrong), "between_groups") == [("4.70", "4.40", "4.61", "total_outside_of_parts")]


def test_one_mean_in_two_tables_is_one_figure() -> None:
    text = sample_with(f"{PAIRS}\n{GROUPS}")
    assert [one.standing for one in figures(text, "mean_in_tables")] == [Standing.EQUAL] * 6
    wrong = text.replace("ОМО\tАқмола облысы\t4,60", "ОМО\tАқмола облысы\t4,55")
    assert differing(wrong, "mean_in_tables") == [("4.55", "4.60", "4.60", "other_table_says_otherwise")]
    (one,) = (one for one in figures(wrong, "mean_in_tables") if one.standing is Standing.DIFFERS)
    assert one.subject == "KZ-11: Ақмола облысы, орталық органдар"


def test_a_row_that_is_there_twice_is_not_held_against_another_table() -> None:
    twice = GROUPS.replace("ЖАО\tАқмола облысы\t4,40\t4,30\n\tҚостанай", "ЖАО\tАқмола облысы\t4,40\t4,30\n\tАқмола")
    assert twice != GROUPS
    told = figures(sample_with(f"{PAIRS}\n{twice}"), "mean_in_tables")
    assert {one.subject for one in told if "жергілікті" in one.subject} == set()


HEADING = "\tҚызметпен қанағаттану\tАлынған ақпараттың айқындылығы мен дұрыстығы(Құжаттар\tҚызмет көрсету мерзімдері\n"


@pytest.mark.parametrize(("row", "read"), [("4,50\t4,40\t4,30\t4,20", 4), ("4,50\t4,40\t4,30", 0)])
def test_a_heading_that_lost_a_border_is_parted_where_the_rows_bear_it_out(row: str, read: int) -> None:
    table = f"13-кесте. Аспектілер\n\n{HEADING}Ақмола облысы\t{row}\nҚостанай облысы\t{row}\nБарлығы\t{row}\n"
    assert len(figures(sample_with(table), "between_parts")) == read


def test_glued_aspects_are_two_in_their_order() -> None:
    assert glued_aspects("Алынған ақпараттың айқындылығы мен дұрыстығы(Құжаттар") == ("clarity", "documents")
    assert glued_aspects("Қызмет көрсету мерзімдері") is None
