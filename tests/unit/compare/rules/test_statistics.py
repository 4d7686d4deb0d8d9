"""Figures of a survey against one another: what clashes and what does not; all figures are invented."""

from datetime import date

import pytest

from kb.compare.clash import Clash
from kb.compare.explaining import explain
from kb.compare.material import ServiceMaterial
from kb.compare.rules.statistics import check
from kb.model import Document, Language
from tests.unit.compare.compared import service
from tests.unit.extract.figures.survey_report import COMPONENTS, MARKS, PLACES, RANKED, SERVICE, SUMMARY, extract

SHARE_MEAN = "Қанағаттанушылық\tОрташа балл"
EVENTS = """5-кесте. Шағымдар

		Таныстарды пайдалану	Бейресми сыйақылар	Шағымдар
14	Көлсай жағасына шатыр тігу	1,0	0,5	2,0
15	Мүкжидек теру	0,0	0,0	0,4"""
LIST = """Қызмет алушылар келесі қызметтер бойынша шағым түсірген (3,5-5%):

- Көлсай жағасына шатыр тігуге рұқсат беру."""
SAMPLES = """6-кесте. Іріктеу

		Меморган	Мемлекеттік корпорация	Барлығы
14	Көлсай жағасына шатыр тігу	14	26	40
15	Мүкжидек теру	80	0	80"""
AGES = """7-кесте. Жас шамасына қарай

Жас шамасы	Қызметті 5 балмен бағалағандар үлесі, %	Сұхбаткерлер саны, N
18-21	88,0	10
22-29	76,0	20
30-39	80,0	10"""


def no_text(_digest: str) -> Document | None:
    """No text is known: rules look at figures only."""
    return None


def clashes(*results: str, general: str = "", ranked: str = RANKED) -> list[Clash]:
    """What the rule finds in a report whose first section has these results."""
    found = extract(*results, general=general, ranked=ranked)
    material = ServiceMaterial(
        service=service(), day=date(2031, 5, 20), statements=(), text_of=no_text,
        survey=[one for one in found.survey if one.service == SERVICE],
        remarks=[one for one in found.remarks if one.service == SERVICE],
    )  # fmt: skip
    return list(check(material))


def reasons(*results: str, general: str = "", ranked: str = RANKED) -> list[str]:
    """The reasons of what is found."""
    return [one.reason for one in clashes(*results, general=general, ranked=ranked)]


def test_figures_that_fit_are_silent() -> None:
    assert reasons(SUMMARY, MARKS, PLACES, COMPONENTS, general=f"{EVENTS}\n\n{SAMPLES}") == []


@pytest.mark.parametrize("told", ["80%", "орташа баға 4,7 балл", "орташа баға 4,8 балл"])
def test_a_printed_rounding_is_no_contradiction(told: str) -> None:
    rounded = SUMMARY.replace("80,0%", told) if "%" in told else SUMMARY.replace("орташа баға 4,75 балл", told)

    assert reasons(rounded, MARKS, COMPONENTS) == []


def test_a_row_of_the_ranking_with_other_figures() -> None:
    found = clashes(SUMMARY, MARKS, ranked=RANKED.replace("80,0%", "81,5%"))

    assert [one.reason for one in found] == ["ranking"]
    assert "81,5" in found[0].a.evidence.quote
    assert "80,0 %; 4,75; N = 40" in explain(found[0])[Language.EN]


def test_a_section_whose_figures_stand_in_the_row_of_another_service() -> None:
    other = SUMMARY.replace("80,0%", "55,0%").replace("4,75", "4,25").replace("40 адам", "80 адам")

    found = clashes(other)

    assert [one.reason for one in found] == ["ranking_shifted"]
    assert "Мүкжидек" in explain(found[0])[Language.RU]


def test_one_figure_told_twice() -> None:
    found = clashes(
        SUMMARY,
        "Әдептілігіне (66,7%, 4,64 балл) мен шапшаңдығына (67,6%, 4,62 балл) қарағанда әдептілігі (74,4%, 4,71).",
    )

    assert [one.reason for one in found] == ["two_values"]
    assert (found[0].a.evidence.quote, found[0].b.evidence.quote) == (
        "Әдептілігіне (66,7%, 4,64", "әдептілігі (74,4%, 4,71",
    )  # fmt: skip


def test_text_against_the_table_of_its_section() -> None:
    found = clashes(SUMMARY, "Ақпараттың қолжетімділігі бойынша орташа балл – 4,68.", MARKS, COMPONENTS)

    assert [(one.reason, one.b.evidence.quote) for one in found] == [("text_table", "4,58")]


def test_a_paragraph_that_speaks_of_one_place_only_is_no_contradiction() -> None:
    assert reasons(SUMMARY, "Ақпараттың қолжетімділігі бойынша орташа балл – 4,62.", MARKS, COMPONENTS) == []


@pytest.mark.parametrize(
    ("results", "reason"),
    [
        ((SUMMARY, MARKS.replace("15,0%\t80,0%", "25,0%\t80,0%")), "shares_sum"),
        ((SUMMARY, MARKS.replace("\t5,0%\t15,0%", "\t2,5%\t17,5%")), "share_of_counts"),
        ((SUMMARY.replace("4,75", "4,57"), MARKS), "mean_of_counts"),
        ((SUMMARY.replace("40 адам", "45 адам"), MARKS, "*3 сұхбаткер қызметті бағалау кезінде қиналды"), "sample"),
        ((SUMMARY, "Қызмет берушіге сенім 93,8% деңгейінде, орташа балл 4,64."), "impossible_mean"),
        ((SUMMARY, "Ақпараттың айқындылығы бойынша 98,9%-ы қанағаттанды."), "impossible_share"),
        ((SUMMARY, PLACES.replace(SHARE_MEAN, "Орташа балл\tҚанағаттанушылық")), "exchanged_headings"),
        ((SUMMARY, MARKS.replace("Сұхбаткерлер үлесі", "Қызметкерлер үлесі")), "employees"),
        ((SUMMARY, "Қызметкерлердің әдептілігі жақсы бағаланған, орташа балл – 4,75%."), "mean_as_share"),
        ((SUMMARY, "Шағымдану үлесі 7,5%-ды құрады. Олардың ішінде екі адамның бірі риза."), "people_of_share"),
        ((SUMMARY, "Шағымдану үлесі 3,0%, ауызша түрде 2,5%, жазбаша түрде 2,0%."), "complaints_sum"),
    ],
)  # fmt: skip
def test_sums_units_and_labels(results: tuple[str, ...], reason: str) -> None:
    assert reason in reasons(*results)


@pytest.mark.parametrize(
    "results",
    [
        (SUMMARY.replace("40 адам", "43 адам"), MARKS, "*3 сұхбаткер қызметті бағалау кезінде қиналды"),
        (SUMMARY, "Қызмет берушіге сенім 93,8% деңгейінде, орташа балл 4,90."),
        (SUMMARY, "Шағымдану үлесі 7,5%-ды құрады. Олардың ішінде үш адамның бірі риза."),
        (SUMMARY, "Шағымдану үлесі 4,5%, ауызша түрде 2,5%, жазбаша түрде 2,0%."),
    ],
)
def test_sums_that_come_out(results: tuple[str, ...]) -> None:
    assert [reason for reason in reasons(*results) if not reason.startswith("ranking")] == []


def test_copied_values_need_a_table_that_says_otherwise() -> None:
    copied = (
        "Ақпараттың айқындылығы бойынша 77,5%-ы қанағаттанған (4,61 балл).",
        "Құжаттарды жинау және тапсыру процесімен 77,5%-ы қанағаттанған (4,61 балл).",
    )

    assert "copied" in reasons(SUMMARY, *copied, MARKS, COMPONENTS)
    assert "copied" not in reasons(SUMMARY, *copied, MARKS)


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("Таныстарды пайдалану оқиғалары байқалмады.", "none_told"),
        ("Сұхбаткерлердің 0,5%-ы бейресми сыйақы туралы жауапқа қиналды.", "no_answer"),
        ("Шағымдану үлесі 2,5%-ды құрады.", "general_table"),
    ],
)
def test_events_against_the_table_of_all_services(sentence: str, reason: str) -> None:
    assert reasons(SUMMARY, "Зерттеу өтті.", sentence, MARKS, general=EVENTS) == [reason]


def test_a_list_of_services_above_a_limit() -> None:
    assert reasons(SUMMARY, MARKS, general=f"{EVENTS}\n\n{LIST}") == ["listed"]
    assert reasons(SUMMARY, MARKS, general=f"{EVENTS.replace('2,0', '3,9')}\n\n{LIST}") == []


def test_a_number_asked_against_the_table_of_samples() -> None:
    changed = SAMPLES.replace("\t40", "\t41").replace("\t26", "\t27")

    assert reasons(SUMMARY, MARKS, general=changed) == ["sample_table"]
    assert reasons(SUMMARY, MARKS, general=SAMPLES.replace("\t26", "\t20")) == ["places_sum"]


def test_every_reason_is_told_in_all_languages() -> None:
    found = clashes(
        SUMMARY.replace("40 адам", "45 адам"), MARKS, PLACES, AGES, "Жас шамасы артқан сайын қанағаттану төмендейді.",
        general=f"{EVENTS}\n\n{SAMPLES}",
    )  # fmt: skip

    assert {one.reason for one in found} >= {"ranking", "sample_table", "age_trend"}
    assert all(set(explain(one)) == set(Language) for one in found)
