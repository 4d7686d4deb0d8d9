from kb.compare.within_act.parts import parts_of
from tests.unit.compare.within_act.invented_acts import NAME, material, table

RULES = """## Правила оказания услуг на причалах

### Глава 1. Общие положения

1. Правила определяют порядок.

### Глава 2. Выдача паспорта на рыболовный причал

2. Комитет осматривает рыболовный причал.

### Глава 3. Снятие шлюпки с учета

3. Комитет осматривает шлюпку.
"""


def test_each_of_several_tables_has_the_chapter_of_its_service() -> None:
    second = table({}, number="2").replace(NAME, "Снятие шлюпки с учета")
    parts = [part for part in parts_of(material(RULES, table({}) + "\n" + second)) if part.rows]
    told = [[one.text.plain for one in part.points if one.clause.id.endswith(("point-2", "point-3"))] for part in parts]
    assert ["рыболовный" in words for (words,) in told] == [True, False]
    assert ["шлюпку" in words for (words,) in told] == [False, True]
