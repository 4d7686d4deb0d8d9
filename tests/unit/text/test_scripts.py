import pytest

from kb.text import to_cyrillic


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Jeke kýálikti qaıdan alamyn?", "Жеке куәлікті қайдан аламын?"),
        ("Úı-jaıdy tirkeý qansha turady", "Үй-жайды тіркеу қанша тұрады"),
        ("Jeke kuälıktı qaidan alamyn?", "Жеке куәлікті қайдан аламын?"),
        ("Üi-jaidy tırkeu qanşa tūrady", "Үй-жайды тіркеу қанша тұрады"),
        ("litsenziia alu üşın ötınış", "лицензия алу үшін өтініш"),
        ("kuzhat kerek pe, qayda baramyn", "кужат керек пе, қайда барамын"),
        ("skolko stoit zayavlenie v tsone", "сколько стоит заявление в цоне"),
        ("gde poluchit spravku na rebyonka", "где получит справку на ребёнка"),
        ("قۇجات قاجەت", "құжат қажет"),
        ("مەملەكەتتىك قىزمەت", "мемлекеттік қызмет"),
        ("ٴتارتىپ، ٴبىر كۇن", "тәртіп, бір күн"),
        ("١٥ كۇن", "15 күн"),
    ],
)
def test_read_into_cyrillic(written: str, read: str) -> None:
    assert to_cyrillic(written) == read


@pytest.mark.parametrize(
    "text",
    [
        "Куәлікті қайдан аламын?",
        "egov.kz порталы, Google арқылы",
        "egov.kz",
        "XIV тарау",
        "XIV",
        "how much does it cost to get a passport",
        "1414",
        "",
    ],
)
def test_left_as_it_is(text: str) -> None:
    assert to_cyrillic(text) == text


def test_latin_kazakh_is_read_beside_cyrillic() -> None:
    assert to_cyrillic("ЭЦҚ egov portalynda алу üşın") == "ЭЦҚ egov порталында алу үшін"
