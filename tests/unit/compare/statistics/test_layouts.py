"""Figures of reports of other layouts: tables turned round, sections and tables in Russian; all are invented."""

import pytest

from tests.unit.compare.rules.test_statistics import reasons
from tests.unit.extract.figures.survey_report import SUMMARY

TURNED_MARKS = """1-кесте. Бағалар

Баға	Сұхбаткерлер үлесі	Сұхбаткерлер саны
1 балл	0,0%	0
2 балл	0,0%	0
3 балл	5,0%	2
4 балл	15,0%	6
5 балл	80,0%	{fives}"""
TURNED_COMPONENTS = """3-кесте. Қызмет алу орны бойынша жекеленген аспектілер

	Меморган	Мемкорпорация	Барлығы
Ұсынылатын қызметпен қанағаттану	4,60	4,82	4,75
Ақпараттың қолжетімділігі мен ашықтығы	4,50	4,62	4,58
Ақпараттың айқындылығы мен дұрыстығы	4,52	4,66	4,61
Құжаттарды жинау	4,61	4,58	{documents}
Қызмет көрсету мерзімдері	4,40	4,58	4,52
Қызметкердің біліктілігі	4,45	4,57	4,53"""
RUSSIAN_SUMMARY = (
    "Полностью удовлетворены результатом услуги 80,0% опрошенных, средний балл – 4,75. Опрошено 40 человек."
)
RUSSIAN_MARKS = """Таблица 1. Оценки качества услуги

	1 балл	2 балла	3 балла	4 балла	5 баллов
Доля респондентов	0,0%	0,0%	5,0%	15,0%	{fives}
Количество респондентов, N	0	0	2	6	32"""
RUSSIAN_PLACES = """Таблица 2. Удовлетворённость по месту получения

Госорган		Госкорпорация
Доля удовлетворённых	Средний балл	Доля удовлетворённых	Средний балл
70,0%	4,60	85,0%	4,82"""
RUSSIAN_COMPONENTS = """Таблица 3. Отдельные стороны услуги

	Удовлетворённость услугой	Доступность информации	Ясность информации	Сбор документов	Сроки оказания услуги	Квалификация	Вежливость
Госорган	4,60	4,50	4,52	4,61	4,40	4,45	4,70
Госкорпорация	4,82	4,62	4,66	4,58	4,58	4,57	4,78
Всего	4,75	4,58	4,61	4,59	{term}	4,53	4,75"""  # noqa: E501


@pytest.mark.parametrize(
    ("fives", "documents", "sentence", "found"),
    [
        (32, "4,59", "", []),
        (33, "4,59", "", ["share_of_counts", "sample"]),
        (32, "4,75", "", ["total_outside"]),
        (32, "4,59", "Құжаттарды жинау орташа 4,68 балға бағаланды.", ["text_table"]),
    ],
)
def test_marks_and_components_below_one_another(fives: int, documents: str, sentence: str, found: list[str]) -> None:
    marks = TURNED_MARKS.format(fives=fives)

    told = reasons(SUMMARY, marks, TURNED_COMPONENTS.format(documents=documents), sentence)

    assert sorted(told) == sorted(found)


@pytest.mark.parametrize(
    ("fives", "term", "sentence", "found"),
    [
        ("80,0%", "4,52", "", []),
        ("82,0%", "4,52", "", ["text_table", "shares_sum", "share_of_counts"]),
        ("80,0%", "4,62", "", ["total_outside"]),
        ("80,0%", "4,52", "Вежливость персонала оценена ниже, чем квалификация.", ["order"]),
        ("80,0%", "4,52", "По всем параметрам лучше оценена Госкорпорация.", ["not_in_all"]),
        ("80,0%", "4,52", "Сроки оказания услуги оценены в 4,62 балла.", ["text_table"]),
    ],
)
def test_a_section_in_russian(fives: str, term: str, sentence: str, found: list[str]) -> None:
    marks, components = RUSSIAN_MARKS.format(fives=fives), RUSSIAN_COMPONENTS.format(term=term)

    told = reasons(RUSSIAN_SUMMARY, marks, RUSSIAN_PLACES, components, sentence)

    assert sorted(told) == sorted(found)
