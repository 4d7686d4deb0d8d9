from time import process_time

import pytest

from kb.norms import codes
from kb.norms.systems import find_system, find_systems
from kb.norms.tables import read_table
from kb.text import fold


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("сведения услугодатель получает из ГБД ФЛ", "individuals"),
        ("мәліметтер ЖТ МДҚ-дан алынады", "individuals"),
        ("«Заңды тұлғалар» мемлекеттік дерекқорынан", "legal_entities"),
        ("из государственной базы данных «Юридические лица»", "legal_entities"),
        ("из единой нотариальной информационной системы", "notaries"),
        ("ЕНИС арқылы", "notaries"),
        ("из информационной системы ЗАГС", "civil_status"),
        ("АХАЖ ақпараттық жүйесінен", "civil_status"),
        ("«Е-лицензиялау» мемлекеттік дерекқоры", "licences"),
        ("через шлюз «электронного правительства»", "egov_gateway"),
    ],
)
def test_a_system_is_known_by_name_and_abbreviation(text: str, code: str) -> None:
    assert find_system(fold(text).text) == code


def test_the_gateway_counts_only_alone() -> None:
    assert find_systems(fold("из ГБД ФЛ через ШЭП").text) == ("individuals",)


def test_two_systems_are_not_one() -> None:
    text = fold("из ГБД ЮЛ и ГБД ФЛ").text

    assert find_systems(text) == ("legal_entities", "individuals")
    assert find_system(text) is None


@pytest.mark.parametrize("text", ["", "из архива услугодателя", "шэпот"])
def test_other_sources_are_no_system(text: str) -> None:
    assert find_systems(text) == ()
    assert find_system(text) is None


def test_systems_and_their_names_are_the_same_codes() -> None:
    assert set(read_table("systems")["systems"]) == set(codes("system"))


@pytest.mark.parametrize("unit", ["государственной базы ", "мүгедектігі ", " ", "салық ", "х"])
def test_long_damaged_text_takes_linear_time(unit: str) -> None:
    before = process_time()
    find_systems(unit * (100_000 // len(unit)))

    assert process_time() - before < 2
