from datetime import date

import pytest

from kb.model import ActType, Language
from kb.norms import NormsError
from kb.norms.act_force import Force, compare_force, conflict_rules, force_of
from kb.norms.tables import read_table

DAY = date(2020, 5, 1)


def known(act_type: ActType, issuer: str = "", title: str | None = None, day: date = DAY) -> Force:
    force = force_of(act_type, day, issuers=(issuer,) if issuer else (), title=title)
    assert force is not None
    return force


LADDER = [
    known(ActType.LAW, title="Конституция Республики Казахстан"),
    known(ActType.LAW, title="О статусе столицы – Конституционный закон Республики Казахстан"),
    known(ActType.CODE),
    known(ActType.LAW, title="О разрешениях"),
    known(ActType.DECREE),
    known(ActType.RESOLUTION, "Қазақстан Республикасының Үкіметі"),
    known(ActType.ORDER, "Министр внутренних дел Республики Казахстан"),
    known(ActType.ORDER, "Председатель Комитета государственных доходов Министерства финансов"),
    known(ActType.DECISION, "Қалалық мәслихат"),
    known(ActType.RESOLUTION, "Акимат области"),
]


def test_each_step_of_the_ladder_is_above_the_next() -> None:
    for index, higher in enumerate(LADDER):
        assert compare_force(higher, higher) == 0
        for lower in LADDER[index + 1 :]:
            assert compare_force(higher, lower) == 1
            assert compare_force(lower, higher) == -1


def test_an_order_proposed_within_one_level_carries_its_question() -> None:
    council, akimat = LADDER[-2:]

    assert council.rank == akimat.rank
    assert council.question is not None
    assert set(council.question) == set(Language)
    assert LADDER[2].question is None


def test_a_joint_order_has_the_force_of_a_ministers_order() -> None:
    joint = force_of(ActType.ORDER, DAY, issuers=("Қаржы министрі", "Ішкі істер министрі"))

    assert joint is not None
    assert joint.kind == "minister_order"


@pytest.mark.parametrize("issuer", ["ҚАЗАҚСТАН РЕСПУБЛИКАСЫ ҮКІМЕТІ", "казакстан республикасынын укиметинин"])
def test_issuers_are_known_in_any_spelling(issuer: str) -> None:
    assert known(ActType.RESOLUTION, issuer).kind == "government_resolution"


def test_an_akimat_is_no_akim() -> None:
    assert known(ActType.DECISION, "Аким района").kind == "akim_decision"
    assert force_of(ActType.DECISION, DAY, issuers=("Акимат района",)) is None


@pytest.mark.parametrize("act_type", [ActType.RULES, ActType.STANDARD, ActType.REGULATION, ActType.RESOLUTION, None])
def test_what_the_table_cannot_order_has_no_force(act_type: ActType | None) -> None:
    assert force_of(act_type, DAY) is None
    assert compare_force(force_of(act_type, DAY), LADDER[0]) is None


def test_heads_of_departments_had_no_level_before_2016() -> None:
    issuers = ("Председатель комитета Министерства юстиции",)

    assert force_of(ActType.ORDER, date(2015, 5, 1), issuers=issuers) is None
    assert force_of(ActType.ORDER, DAY, issuers=issuers) is not None


def test_each_day_has_the_law_of_its_time() -> None:
    assert "1998" in known(ActType.CODE, day=date(2016, 4, 5)).law
    assert "2016" in known(ActType.CODE, day=date(2016, 4, 6)).law


@pytest.mark.parametrize("day", [date(1998, 3, 23), date(2027, 1, 1)])
def test_a_day_outside_the_table_is_an_error(day: date) -> None:
    with pytest.raises(NormsError, match=r"act_force\.yaml"):
        force_of(ActType.CODE, day)


def test_every_level_names_a_kind_that_the_table_knows() -> None:
    table = read_table("act_force")
    named = {kind for entry in table["hierarchy"] for level in entry["levels"] for kind in level}

    assert named == set(table["kinds"])


def test_rules_of_conflict_are_asked_force_first_and_time_last() -> None:
    rules = conflict_rules()

    assert rules[0].code == "higher_force"
    assert rules[-1].code == "later"
    assert [rule.order for rule in rules] == list(range(1, len(rules) + 1))
    assert all(set(rule.title) == set(rule.source) == set(Language) for rule in rules)
