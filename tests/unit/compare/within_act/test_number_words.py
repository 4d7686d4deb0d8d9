from kb.compare.within_act.number_words import find_number_clashes
from tests.unit.compare.within_act.invented_acts import RULES, TERM, found, table


def test_a_figure_unlike_its_words() -> None:
    point = "2. Комитет осматривает причал в течение 5 (трех) рабочих дней.\n\n"
    (clash,) = found(find_number_clashes, RULES + point + table({}))
    assert clash[0] == "number_unlike_words"
    assert "5 (трех)" in clash[1]


def test_a_figure_with_its_words_and_other_brackets() -> None:
    term = "Срок – 5 (пять) рабочих дней, для причала класса 2 (малого) – 3 (три) рабочих дня."
    assert found(find_number_clashes, RULES + table({TERM: term})) == []
