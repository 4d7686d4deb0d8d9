"""What a section tells against lists and tables over all services, and its parts against the whole; all invented."""

import pytest

from tests.unit.compare.rules.test_statistics import EVENTS, SAMPLES, clashes, reasons
from tests.unit.extract.figures.survey_report import COMPONENTS, LABELS, MARKS, PLACES, RANKED, SUMMARY

BELOW = """Төмендегі қызметтермен сұхбаткерлердің {limit}%-дан кемі қанағаттанған:

- Көлсай жағасына шатыр тігуге рұқсат беру."""
HEADING = "\t".join(LABELS)
MEANS = "4,75\t4,58\t4,61\t4,59\t4,52\t4,53\t4,50"
BODIES = f"""8-кесте. Органдар бойынша

\t{HEADING}
Ұлттық парктер комитеті\t{MEANS}\t{{courtesy}}
Орман шаруашылығы комитеті\t4,25\t4,11\t4,12\t4,13\t4,14\t4,15\t4,16\t4,17"""
STAFF_MARKS = f"""9-кесте. Қызметтер бойынша

\t\t{HEADING}
14\tКөлсай жағасына шатыр тігу\t{MEANS}\t4,75"""


@pytest.mark.parametrize(("limit", "found"), [(55, ["listed", "listed"]), (85, [])])
def test_a_service_in_a_list_of_those_below_a_limit(limit: int, found: list[str]) -> None:
    assert reasons(SUMMARY, MARKS, general=BELOW.format(limit=limit)) == found


def test_only_the_ranking_may_be_outside_the_limits_of_a_list() -> None:
    ranked = RANKED.replace("80,0%", "91,0%")

    listed = [
        one for one in clashes(SUMMARY, MARKS, general=BELOW.format(limit=85), ranked=ranked) if one.reason == "listed"
    ]

    assert len(listed) == 1
    assert "91,0%" in listed[0].a.evidence.quote + listed[0].b.evidence.quote


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Ақпараттың айқындылығы осы қызметтің әлсіз тұсы болып табылады.", ["not_weakest"]),
        ("Қызметкердің шапшаңдығы осы қызметтің әлсіз тұсы болып табылады.", []),
        ("Қызметтің нашар компоненттерінің бірі – қызметкердің әдептілігі.", ["not_weakest"]),
        ("Қызметтің нашар компоненттерінің бірі – қызметкердің біліктілігі.", []),
        ("Көптеген қызмет алушылар қызмет көрсету мерзімімен қанағаттанған.", ["many_satisfied"]),
        ("Көптеген қызмет алушылар қызметкерлердің әдептілігіне риза.", []),
        ("Құжаттарды жинау 4,59 балл алды. Қызмет көрсету мерзімі аздап жоғары бағаланды.", ["order"]),
        ("Құжаттарды жинау 4,59 балл алды. Қызмет көрсету мерзімі аздап төмен бағаланды.", []),
    ],
)
def test_words_against_the_figures_of_the_section(sentence: str, found: list[str]) -> None:
    shares = "Қызмет көрсету мерзімімен 45,0%-ы, әдептілігімен 77,5%-ы қанағаттанған."

    means = COMPONENTS.replace("4,58\t4,57\t4,55\t4,78", "4,43\t4,57\t4,55\t4,78").replace("4,59\t4,52", "4,59\t4,42")

    assert reasons(SUMMARY, MARKS, shares, means, sentence) == found


@pytest.mark.parametrize(
    ("corporation", "found"),
    [("85,0%", []), ("83,0%", ["parts_total"])],
)
def test_parts_that_cannot_give_the_whole(corporation: str, found: list[str]) -> None:
    places = PLACES.replace("85,0%", corporation)

    assert reasons(SUMMARY, MARKS, places, COMPONENTS, general=SAMPLES) == found


@pytest.mark.parametrize(
    ("sentence", "found"),
    [
        ("Барлық сұхбаткерлер қызметті Мемкорпорациядан алған.", ["all_received"]),
        ("Барлық сұхбаткерлер парк әкімшілігі арқылы қызметке қол жеткізген. Порталды 7 адам біледі.", []),
        ("Сұхбаткерлердің 65,0%-ы қызметті Мемкорпорациядан алған.", []),
        ("Сұхбаткерлердің 85,0%-ы қызметті Мемкорпорациядан алған.", ["received_share"]),
    ],
)
def test_where_people_got_the_service(sentence: str, found: list[str]) -> None:
    assert reasons(SUMMARY, MARKS, PLACES, COMPONENTS, sentence, general=SAMPLES) == found


@pytest.mark.parametrize(("silent", "found"), [("3,0", ["without"]), ("1,0", [])])
def test_shares_that_leave_nothing_for_the_table(silent: str, found: list[str]) -> None:
    sentence = f"Сұхбаткерлердің 97,0%-ы таныстарын қолданбады, {silent}%-ы жауап беруден бас тартты."

    assert reasons(SUMMARY, MARKS, sentence, general=EVENTS) == found


def test_marks_for_staff_whom_nobody_was_asked_about() -> None:
    told = "Қызметкерлерге қатысты сұрақтар қойылмады."

    assert reasons(SUMMARY, MARKS, told, general=STAFF_MARKS) == ["not_asked"]
    assert reasons(SUMMARY, MARKS, told) == []


@pytest.mark.parametrize(("courtesy", "found"), [("4,75", []), ("4,95", ["body_table"])])
def test_a_row_of_a_body_with_the_figures_of_one_service(courtesy: str, found: list[str]) -> None:
    assert reasons(SUMMARY, MARKS, COMPONENTS, general=BODIES.format(courtesy=courtesy)) == found
