from kb.compare.within_act.same_items import find_differing_items
from tests.unit.compare.within_act.invented_acts import DOCUMENTS, RULES, TERM, found, table

POINT = "2. К заявлению о причале прилагается копия {what} паспорта судна, приписанного к рыболовному причалу.\n\n"
ITEM = "1) к заявлению о причале прилагается копия {what} паспорта судна, приписанного к рыболовному причалу;"


def test_the_same_item_in_another_form() -> None:
    (clash,) = found(
        find_differing_items, RULES + POINT.format(what="перевода") + table({DOCUMENTS: ITEM.format(what="страниц")})
    )
    assert clash[0] == "said_otherwise_in_table"
    assert "перевода" in clash[1]
    assert "страниц" in clash[2]


def test_the_same_item_in_the_same_words() -> None:
    same = RULES + POINT.format(what="страниц") + table({DOCUMENTS: ITEM.format(what="страниц")})
    assert found(find_differing_items, same) == []


def test_another_term_in_nearly_the_same_sentence() -> None:
    sentence = "Комитет причалов осматривает рыболовный причал и готовит паспорт причала в течение {days} рабочих дней."
    point = f"2. {sentence.format(days=4)}\n\n"
    (clash,) = found(find_differing_items, RULES + point + table({TERM: sentence.format(days=6)}))
    assert (clash[1], clash[2]) == (f"2. {sentence.format(days=4)}", sentence.format(days=6))
    assert found(find_differing_items, RULES + point + table({TERM: sentence.format(days=4)})) == []


def test_what_only_the_longer_sentence_names_is_no_difference() -> None:
    short = "Комитет причалов осматривает рыболовный причал, готовит чертежи и выдает паспорт причала."
    point = (
        "2. Комитет причалов осматривает рыболовный причал, готовит чертежи и выдает паспорт причала иностранцам.\n\n"
    )
    assert found(find_differing_items, RULES + point + table({TERM: short})) == []
