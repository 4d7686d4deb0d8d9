"""Whose a clause of an act is; the services are invented."""

from dataclasses import replace

import pytest

from kb.compare.material import ActMaterial
from kb.model import Evidence, Language
from tests.unit.compare.within_act.invented_acts import DAY, NAME, RULES, material, table

PIER, LAMP = "zan:999001/annex-1", "zan:999001/annex-2"


def owned(*, services: dict[str, str], name: str) -> ActMaterial:
    act = material(RULES + table({}))
    return replace(act, services=services, names={PIER: {Language.RU: name}}, day=DAY)


def cited(act: ActMaterial, part: str) -> Evidence:
    text = act.texts[0]
    clause = next(one for one in text.clauses if one.id.startswith(part))
    return text.cite(clause.start, clause.end, clause.id)


@pytest.mark.parametrize(
    ("name", "owner"),
    [
        (NAME, PIER),
        ("Выдача паспорта на причал для рыболовных лодок", PIER),
        ("Проверка фонаря маяка", None),
    ],
)
def test_a_part_that_its_text_calls_by_the_name_of_another_service(name: str, owner: str | None) -> None:
    act = owned(services={"annex-1": PIER, "annex-2": LAMP}, name=name)
    assert act.service_of(cited(act, "annex-1/row-3")) == owner


def test_rules_belong_to_the_only_service_of_the_act() -> None:
    one = owned(services={"annex-1": PIER}, name=NAME)
    point = next(clause.id for clause in one.texts[0].clauses if "point-1" in clause.id)
    assert one.service_of(cited(one, point)) == PIER
    assert replace(one, services={"annex-1": PIER, "annex-2": LAMP}).service_of(cited(one, point)) is None
    another = owned(services={"annex-1": PIER}, name="Проверка фонаря маяка")
    assert another.service_of(cited(another, point)) is None
