"""Figures and labels of tables, in a section and over all services; all are invented."""

from kb.model import Remark
from tests.unit.extract.figures.survey_report import (
    COMPONENTS,
    LABELS,
    MARKS,
    OTHER,
    PLACES,
    SUMMARY,
    Told,
    extract,
    remarks,
)

EVENTS = """5-кесте. Шағымдар

		Таныстарды пайдалану	Бейресми сыйақылар	Шағымдар	Қанағаттанушылық
14	Көлсай жағасына шатыр тігу	1,0	0,5	2,0	80,0
15	Мүкжидек теру	0,0	0,0	0,4	55,0
	Барлығы	0,5	0,2	1,2	65,0"""
LIST = """Қызмет алушылар келесі қызметтер бойынша шағым түсірген (3,5-5%):

- Мүкжидек теруге билет беру;

- Көлсай жағасына шатыр тігуге рұқсат беру."""


def told(found: list[Remark], **kept: str) -> set[Told]:
    return {Told.of(one) for one in found if all(getattr(one, name) == value for name, value in kept.items())}


def test_marks_are_read_by_shares_and_counts() -> None:
    found = [one for one in remarks(SUMMARY, MARKS) if one.group == "mark"]

    counts = {one.column: str(one.value) for one in found if one.measure == "count"}
    assert counts == {"1": "0", "2": "0", "3": "2", "4": "6", "5": "32"}
    assert {one.table for one in found} == {"1"}


def test_a_figure_of_the_table_by_place_is_what_its_shape_says_and_the_label_is_kept() -> None:
    exchanged = PLACES.replace("Қанағаттанушылық\tОрташа балл", "Орташа балл\tҚанағаттанушылық")
    found = remarks(SUMMARY, exchanged)

    assert Told("overall", "share", "70.0", "provider_office") in told(found, row="place")
    headings = {one.column: one.measure for one in found if one.kind == "heading" and one.row == "place"}
    assert headings == {"0": "mean", "1": "share", "2": "mean", "3": "share"}


def test_components_are_read_by_place_of_service() -> None:
    found = told(remarks(SUMMARY, COMPONENTS), table="3")

    assert Told("documents", "mean", "4.58", "state_corporation") in found
    assert Told("courtesy", "mean", "4.75", "all") in found


def test_a_row_with_a_number_too_few_is_not_read() -> None:
    damaged = COMPONENTS.replace("Барлығы\t4,75\t4,58", "Барлығы\t4,58")

    assert "all" not in {one.channel for one in told(remarks(SUMMARY, damaged), table="3")}


def test_rows_of_employees_are_told_from_rows_of_respondents() -> None:
    found = remarks(SUMMARY, MARKS.replace("Сұхбаткерлер үлесі", "Қызметкерлер үлесі"))

    rows = {one.row: one.subject for one in found if one.kind == "heading"}
    assert rows == {"share": "employees", "count": "respondents"}


def test_a_table_over_all_services_gives_each_its_row_under_a_shortened_name() -> None:
    found = told(remarks(SUMMARY, general=EVENTS), row="service")

    assert found == {
        Told("acquaintances", "share", "1.0", "all"), Told("rewards", "share", "0.5", "all"),
        Told("complaints", "share", "2.0", "all"), Told("overall", "share", "80.0", "all"),
    }  # fmt: skip


def test_a_heading_that_lost_its_first_label_is_read_by_the_means_of_the_services() -> None:
    labels = "\t".join(LABELS[1:6])
    table = f"""6-кесте. Аспектілер, орташа балл

\t\t{labels}
14\tКөлсай жағасына шатыр тігу\t4,75\t4,58\t4,61\t4,59\t4,52
15\tМүкжидек теруге билет беру\t4,25\t4,10\t4,20\t4,22\t4,12"""

    found = told(remarks(SUMMARY, general=table), row="service")
    assert Told("overall", "mean", "4.75", "all") in found
    assert Told("access", "mean", "4.58", "all") in found
    assert "qualification" not in {one.subject for one in found}


def test_a_list_of_services_tells_its_bounds() -> None:
    found = [one for one in remarks(SUMMARY, general=LIST) if one.relation == "listed"]

    assert [(one.subject, str(one.value), one.other) for one in found] == [("complaints", "3.5", "5")]
    assert [one.relation for one in remarks(SUMMARY, general=LIST, service=OTHER) if one.relation] == ["listed"]


def test_the_row_of_another_service_with_the_figures_of_the_section_is_found() -> None:
    found = extract(SUMMARY.replace("80,0%", "55,0%").replace("4,75", "4,25").replace("40", "80")).remarks

    rows = [one.evidence.quote for one in found if one.row == "other_name" and one.service != OTHER]
    assert rows == ["Мүкжидек теруге билет беру\t55,0%\t4,25\t80"]


def test_the_mean_of_the_section_is_none_of_a_component() -> None:
    told = "Сұхбаткерлердің 80,0%-ы қызметке риза. Құжаттарды жинау процесі үшін орташа баға 4,59 балл."
    section = next(one for one in extract(told).survey if one.source == "section")

    assert section.mean is None
    assert section.satisfaction_pct == 80.0


def test_the_row_of_a_body_with_one_service_is_of_that_service() -> None:
    bodies = """8-кесте. Органдардың қызметтері

	Органның атауы	Тарау	Қызметтің атауы
1	Ұлттық парктер комитеті	14	Көлсай жағасына шатыр тігуге рұқсат беру
2	Орман шаруашылығы комитеті	15	Мүкжидек теруге билет беру
		16	Орман күзетшісіне куәлік беру"""
    events = """9-кесте. Органдар бойынша шағымдар

	Таныстарды пайдалану	Бейресми сыйақылар	Шағымдар
Ұлттық парктер комитеті	1,2	0,4	2,1
Орман шаруашылығы комитеті	3,2	3,4	3,1"""
    general = f"{bodies}\n\nОрган туралы.\n\n{events}"

    found = [one for one in remarks(SUMMARY, general=general) if one.row == "body"]
    others = [one for one in remarks(SUMMARY, general=general, service=OTHER) if one.row == "body"]

    assert [(one.subject, str(one.value)) for one in found] == [
        ("acquaintances", "1.2"),
        ("rewards", "0.4"),
        ("complaints", "2.1"),
    ]
    assert others == []
