from kb.compare.within_act.cited_items import find_missing_items
from kb.compare.within_act.internal_references import find_wrong_references
from tests.unit.compare.within_act.invented_acts import DOCUMENTS, RESULT, RULES, found, table

REFUSED = "2. Услугодатель отказывает в услуге по основаниям, предусмотренным пунктом {number} Перечня.\n\n"


def test_grounds_cited_where_they_stand() -> None:
    assert found(find_wrong_references, RULES + REFUSED.format(number=9) + table({})) == []


def test_grounds_cited_as_another_row() -> None:
    (clash,) = found(find_wrong_references, RULES + REFUSED.format(number=8) + table({}))
    assert clash == (
        "cited_refusal_ground",
        "Услугодатель отказывает в услуге по основаниям, предусмотренным пунктом 8 Перечня.",
        "1) причал находится в аварийном состоянии;",
    )


def test_a_row_may_cite_too() -> None:
    rows = {RESULT: "Паспорт либо отказ по основаниям, указанным в пункте 7 настоящего Перечня."}
    assert [one[0] for one in found(find_wrong_references, RULES + table(rows))] == ["cited_refusal_ground"]


def test_documents_cited_as_the_row_of_refusals() -> None:
    point = "2. Услугополучатель подает документы, указанные в пункте {number} Перечня.\n\n"
    assert [one[0] for one in found(find_wrong_references, RULES + point.format(number=9) + table({}))] == [
        "cited_document"
    ]
    assert found(find_wrong_references, RULES + point.format(number=8) + table({})) == []


def test_a_point_of_the_rules_that_speaks_of_something_else() -> None:
    points = (
        "2. Основаниями для отказа в оказании услуги являются просроченные планы.\n\n"
        "3. При сбое системы услугодатель ждет ее восстановления.\n\n"
        "4. Оператор сообщает об ошибке по основаниям, указанным в пункте {number} настоящих Правил.\n\n"
    )
    (clash,) = found(find_wrong_references, RULES + points.format(number=3) + table({}))
    assert clash[0] == "cited_point_refusal_ground"
    assert clash[2].startswith("3. При сбое системы")
    assert found(find_wrong_references, RULES + points.format(number=2) + table({})) == []


def test_items_beyond_the_end_of_their_list() -> None:
    cell = "1) заявление;\n2) план;\n3) чертеж.\nНужны документы подпунктов 1), 2) и {number}) настоящего пункта."
    assert found(find_missing_items, RULES + table({DOCUMENTS: cell.format(number=3)})) == []
    (clash,) = found(find_missing_items, RULES + table({DOCUMENTS: cell.format(number=4)}))
    assert clash[0] == "item_beyond_list"
    assert clash[2] == "3) чертеж."
