"""Tables of a report become waves only where they tell counts; the rest is told with its place and reason."""

from pathlib import Path

import pytest

from kb.model import Language
from kb.monitoring import (
    BadMarks,
    Group,
    Measure,
    NothingPrinted,
    ReportWaves,
    WaveExists,
    WaveStore,
    import_report_waves,
    pool_answers,
    rate,
    read_report_waves,
    report_wave_words,
)
from kb.monitoring.from_report.lines import wave_lines
from tests.unit.monitoring.reports import APIARY, CRAFT, SAMPLE, TRADE, WATER, read_text, sample_with

PLACES = (
    "8-кесте. Қызмет алынған орын бойынша іріктеу\n\n\t\tМеморган\tМемлекеттік корпорация\tБарлығы\n"
    f"1\t{TRADE}\t60\t64\t124\n2\t{WATER}\t132\t0\t132\n3\t{APIARY}\t160\t0\t160\n4\t{CRAFT}\t0\t96\t96\n"
    "\tБарлығы\t352\t160\t512\n"
)
EVENTS = (
    "9-кесте. Тамыр-таныстар мен шағымдар\n\n\t\tТамыр-таныстарды пайдалану\tБейресми сыйақылар\tШағымдар\n"
    f"1\t{TRADE}\t0,8\t0,0\t2,4\n2\t{WATER}\t0,0\t0,0\t,8\n3\t{APIARY}\t0,7\t0,0\t0,0\n4\t{CRAFT}\t1,0\t0,0\t2,1\n"
)


def told(text: str) -> ReportWaves:
    return read_report_waves(read_text(text))


def reasons(found: ReportWaves) -> set[tuple[str, str]]:
    return {(one.reason, one.subject) for one in found.unread}


def rows(found: ReportWaves) -> list[tuple[str, ...]]:
    return [row.cells for table in found.waves[0].tables for row in table.rows]


def test_counts_come_in_with_their_lines_and_give_the_printed_rating(store: WaveStore) -> None:
    text = SAMPLE.read_text(encoding="utf-8")
    (report,) = import_report_waves(store, told(text), services=())
    assert (report.wave.id, report.rows, report.answers, report.silent) == ("mon2019", 4, 504, 8)
    assert report.wave.document == "report.txt"
    assert [one.name_kk for one in report.wave.services] == [TRADE, WATER, APIARY, CRAFT]
    rating = rate(pool_answers(store, "mon2019", Group.SERVICE, "satisfaction").groups, measure=Measure.SATISFACTION)
    assert [(row.rank, row.key, str(row.satisfaction), str(row.mean), row.asked) for row in rating.rows] == [
        (1, "mon2019-02", "75.0", "4.68", 132),
        (1, "mon2019-04", "75.0", "4.71", 96),
        (3, "mon2019-03", "62.5", "4.50", 160),
        (4, "mon2019-01", "50.0", "4.10", 124),
    ]
    lines = text.splitlines()
    places = wave_lines(store, "mon2019")
    assert len(places) == 4
    for line in places.values():
        assert lines[line - 1].startswith("Сұхбаткерлердің саны")


def test_the_head_is_read_with_its_places() -> None:
    found = told(SAMPLE.read_text(encoding="utf-8"))
    facts = {one.field: (one.value, one.evidence.quote) for one in found.facts}
    assert facts["days"] == ("2019-05-01/2019-07-31", "2019 жылдың мамырынан шілдесіне дейін")
    assert facts["sample"] == ("512", "512")
    assert facts["method"][0] == "mass_survey"
    assert ("organisation_not_told", "report.txt") in reasons(found)


@pytest.mark.parametrize(
    ("sentence", "organisation"),
    [
        ("Сауалнаманы «Дала» зерттеу орталығы жүргізген.", "«Дала» зерттеу орталығы"),
        ("Опрос проведён «Степным центром опросов».", "«Степным центром опросов»"),
    ],
)
def test_the_organisation_is_read_where_it_is_named(sentence: str, organisation: str) -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace("Барлығы 512 қызмет", f"{sentence} Барлығы 512 қызмет")
    found = told(text)
    assert found.waves[0].head["organisation"] == organisation


def test_a_sample_that_the_tables_count_otherwise_is_told_and_not_taken() -> None:
    text = sample_with(PLACES).replace("Барлығы 512 қызмет", "Барлығы 530 қызмет")
    found = told(text)
    assert "sample" not in found.waves[0].head
    assert ("sample_disputed", "530") in reasons(found)


def test_channels_come_from_the_table_of_places() -> None:
    channels = {(row[0], row[3]) for row in rows(told(sample_with(PLACES)))}
    assert {("mon2019-02", "provider_office"), ("mon2019-04", "state_corporation"), ("mon2019-01", "")} <= channels


@pytest.mark.parametrize(
    ("people", "figures", "reason", "parts"),
    [
        # the figures of the sample give no marks of 60 and 64 people; those below give many; the last give one
        ("60\t64", "44,0%\t3,96\t55,7%\t4,21", "places_contradict", [("", "6", "6", "18", "30", "60", "4")]),
        ("60\t64", "42,4%\t4,08\t57,4%\t4,11", "places_not_told", [("", "6", "6", "18", "30", "60", "4")]),
        (
            "3\t121", "100,0%\t5,00\t48,7%\t4,08", None,
            [("provider_office", "0", "0", "0", "0", "3", "0"), ("state_corporation", "6", "6", "18", "30", "57", "4")],
        ),
    ],
)  # fmt: skip
def test_marks_are_parted_by_place_where_one_way_gives_what_is_printed(
    people: str, figures: str, reason: str | None, parts: list[tuple[str, ...]]
) -> None:
    text = sample_with(PLACES.replace("60\t64\t124", f"{people}\t124"))
    assert "44,0%\t3,96\t55,7%\t4,21" in text
    found = told(text.replace("44,0%\t3,96\t55,7%\t4,21", figures))
    assert [row[3:4] + row[5:] for row in rows(found) if row[0] == "mon2019-01"] == parts
    told_reasons = {one for one, subject in reasons(found) if subject == "mon2019-01"}
    assert told_reasons - {"body_not_told"} == ({reason} if reason else set())


def test_shares_come_in_where_they_tell_one_number_of_people(store: WaveStore) -> None:
    found = told(sample_with(f"{PLACES}\n{EVENTS}"))
    yes = {(row[0], row[4]): (row[5], row[6]) for row in rows(found) if len(row) == 7}
    assert yes["mon2019-01", "complaints"] == ("3", "121")
    assert yes["mon2019-02", "complaints"] == ("1", "131")
    assert yes["mon2019-04", "acquaintances"] == ("1", "95")
    assert ("mon2019-03", "acquaintances") not in yes  # no count of 160 people is 0,7 per cent
    assert ("share_tells_no_count", "mon2019-03: acquaintances") in reasons(found)
    import_report_waves(store, found, services=())
    pooled = pool_answers(store, "mon2019", Group.SERVICE, "complaints").groups
    assert pooled["mon2019-04"].asked == 96


CORPORATION = (
    "12-кесте. Мемкорпорация арқылы ОМО мен ЖАО қызметтерімен қанағаттанушылық, %\n\n"
    "\tОМО\t\tЖАО\t\tБарлығы\t\n\tҚанағаттанушылық\tОрташа балл\tҚанағаттанушылық\tОрташа балл\tҚанағаттанушылық\t"
    "Орташа балл\nАқмола облысы, N=60\t70,0\t4,60\t55,0\t4,40\t62,0\t4,50\n"
    "Қостанай облысы, N=40\t75,0\t4,70\t60,0\t4,50\t68,0\t4,60\n\n"
    "13-кесте. Мемкорпорацияда күту жағдайы, %\n\n\tОтыратын орындар жеткіліксіз\tДәретхана жоқ\tБірнеше кезекте тұру\n"
    "Ақмола облысы\t5,0\t1,7\t\nҚостанай облысы\t\t2,5\t6,0\nБарлығы\t3,0\t2,0\t2,4\n"
)


def test_what_visitors_of_the_corporation_met_is_a_wave_by_region(store: WaveStore) -> None:
    found = told(sample_with(CORPORATION))
    (wave,) = (one for one in found.waves if one.head["id"] == "mon2019-corporation")
    yes = {(row.cells[2], row.cells[4]): row.cells[3:4] + row.cells[5:] for table in wave.tables for row in table.rows}
    assert yes["KZ-11", "few_seats"] == ("state_corporation", "3", "57")
    assert yes["KZ-11", "no_toilet"] == ("state_corporation", "1", "59")
    assert yes["KZ-11", "several_queues"] == ("state_corporation", "0", "60")  # a blank cell of a row that has others
    assert yes["KZ-39", "no_toilet"] == ("state_corporation", "1", "39")
    assert ("KZ-39", "several_queues") not in yes  # no count of 40 people is 6,0 per cent
    assert ("share_tells_no_count", "KZ-39: several_queues") in reasons(found)
    import_report_waves(store, found, services=())
    regions = pool_answers(store, "mon2019-corporation", Group.REGION, "no_toilet").groups
    assert {key: own.asked for key, own in regions.items()} == {"KZ-11": 60, "KZ-39": 40}


def test_people_told_otherwise_by_the_section_are_told() -> None:
    text = SAMPLE.read_text(encoding="utf-8").replace(
        "Қызмет бойынша 124 сұхбаткерден", "Қызмет бойынша 129 сұхбаткерден"
    )
    found = told(text)
    assert ("people_disputed", "mon2019-01") in reasons(found)
    (row,) = (row for row in rows(found) if row[0] == "mon2019-01")
    assert row[5:] == ("6", "6", "18", "30", "60", "4")


def test_a_report_comes_in_once_and_replaces_itself_on_demand(store: WaveStore) -> None:
    found = told(SAMPLE.read_text(encoding="utf-8"))
    import_report_waves(store, found, services=())
    with pytest.raises(WaveExists):
        import_report_waves(store, found, services=())
    import_report_waves(store, found, services=(), replace=True, head={"organisation": "Дала"})
    assert store.wave("mon2019").organisation == "Дала"
    assert store.ids() == ("mon2019",)


def test_a_false_head_leaves_the_base_as_it_was(store: WaveStore) -> None:
    found = told(SAMPLE.read_text(encoding="utf-8"))
    with pytest.raises(BadMarks, match="since"):
        import_report_waves(store, found, services=(), head={"since": "2019-13-01"})
    with pytest.raises(BadMarks, match="sample of the wave is 10"):
        import_report_waves(store, found, services=(), head={"sample": 10})
    assert store.ids() == ()


def test_a_service_of_the_registry_keeps_its_name(store: WaveStore) -> None:
    (report,) = import_report_waves(store, told(SAMPLE.read_text(encoding="utf-8")), services=("mon2019-01",))
    assert [one.id for one in report.wave.services] == ["mon2019-02", "mon2019-03", "mon2019-04"]


def test_a_document_without_counts_is_refused_in_one_line() -> None:
    with pytest.raises(NothingPrinted) as problem:
        told("Жаңалық\n\nМинистрлік қызмет сапасын жақсартты.\n")
    assert "\n" not in str(problem.value)


def test_every_reason_and_field_has_words(tmp_path: Path) -> None:
    found = told(sample_with(f"{PLACES}\n{EVENTS}"))
    for language in Language:
        assert all(report_wave_words("unread", one.reason, language) for one in found.unread)
        assert all(report_wave_words("facts", one.field, language) for one in found.facts)
