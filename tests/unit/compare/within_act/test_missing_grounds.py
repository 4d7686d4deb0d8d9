from kb.compare.within_act.missing_grounds import find_missing_grounds
from tests.unit.compare.within_act.invented_acts import REFUSAL, RULES, found, table

INCOMPLETE = "2. При представлении неполного пакета документов комитет отказывает в приеме заявления.\n\n"
GROUNDS = "1) причал находится в аварийном состоянии;\n2) причал не принадлежит заявителю;"


def test_a_refusal_of_the_rules_that_the_table_lacks() -> None:
    (clash,) = found(find_missing_grounds, RULES + INCOMPLETE + table({REFUSAL: GROUNDS}))
    assert clash[0] == "refused_though_not_listed"
    assert "неполного пакета" in clash[1]
    assert clash[2].startswith("1) причал находится")
    assert clash[2].endswith("не принадлежит заявителю;")  # the whole list lacks it


def test_a_ground_that_the_table_has_too() -> None:
    listed = GROUNDS + "\n3) представление неполного пакета документов;"
    assert found(find_missing_grounds, RULES + INCOMPLETE + table({REFUSAL: listed})) == []


def test_expired_papers_are_a_ground_of_their_own() -> None:
    listed = GROUNDS + "\n3) представление неполного пакета документов;"
    point = "2. Если истекшим сроком действия помечен план, комитет отказывает в оказании услуги.\n\n"
    assert [one[0] for one in found(find_missing_grounds, RULES + point + table({REFUSAL: listed}))] == [
        "refused_though_not_listed"
    ]


def test_one_ground_alone_may_send_to_a_law() -> None:
    law = "Основания устанавливает статья 4 закона о причалах."
    assert found(find_missing_grounds, RULES + INCOMPLETE + table({REFUSAL: law})) == []


def test_time_to_complete_papers_is_no_refusal() -> None:
    point = "2. Если пакет документов неполный, комитет просит дополнить его в течение двух рабочих дней.\n\n"
    assert found(find_missing_grounds, RULES + point + table({REFUSAL: GROUNDS})) == []
