from kb.compare.within_act.case_rows import find_missing_cases
from tests.unit.compare.within_act.invented_acts import DOCUMENTS, RULES, TERM, found, table

TERMS = "1) переоформление – 3 (три) рабочих дня;\n2) выдача дубликата – 2 (два) рабочих дня."
PAPERS = "1) для переоформления – заявление;\n2) для продления – заявление;\n{more}"


def test_a_case_with_a_term_and_no_documents() -> None:
    texts = RULES + table({TERM: TERMS, DOCUMENTS: PAPERS.format(more="")})
    assert sorted((one[0], one[1]) for one in found(find_missing_cases, texts)) == [
        ("case_in_one_row", "2) выдача дубликата – 2 (два) рабочих дня."),
        ("case_in_one_row", "2) для продления – заявление;"),
    ]


def test_a_case_that_a_row_names_in_passing_is_not_missing() -> None:
    terms = TERMS + "\n3) при продлении срока действия – 1 (один) рабочий день."
    papers = PAPERS.format(more="Заявление о выдаче дубликата подается без бумаг.")
    assert found(find_missing_cases, RULES + table({TERM: terms, DOCUMENTS: papers})) == []


def test_a_row_that_tells_no_cases_apart() -> None:
    assert found(find_missing_cases, RULES + table({TERM: TERMS})) == []
