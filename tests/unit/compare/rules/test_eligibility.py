"""Who may get a service by two norms; the services are invented."""

from kb.model import Attribute, FindingClass
from tests.unit.compare.rules.norm_texts import Words, between_texts


def conditions(one: str, other: str, code: str = "age", second: str | None = None) -> int:
    found = between_texts(FindingClass.ELIGIBILITY, Attribute.ELIGIBILITY, [(one, code)], [(other, second or code)])
    return len(found)


def persons(one: Words, other: Words) -> int:
    return len(between_texts(FindingClass.ELIGIBILITY, Attribute.RECIPIENT, one, other))


def test_another_number_in_one_condition() -> None:
    assert conditions("граждане, достигшие 16 лет", "граждане, достигшие 18 лет") == 1
    assert conditions("не более 2 птиц на заявителя", "не более 5 птиц на заявителя", "quantity") == 1


def test_the_same_number_in_words_and_other_conditions_are_silent() -> None:
    assert conditions("граждане, достигшие 16 лет", "граждане, достигшие шестнадцати лет") == 0
    assert conditions("граждане, достигшие 16 лет", "опекуны детей до 7 лет") == 0
    assert conditions("граждане, достигшие 16 лет", "граждане со стажем 18 лет", second="experience") == 0
    assert conditions("граждане, достигшие 16 лет", "граждане, достигшие совершеннолетия") == 0


def test_persons_whom_only_one_text_serves() -> None:
    people, firms = ("физическим лицам", "individual"), ("юридическим лицам", "legal_entity")
    assert persons([people, firms], [firms]) == 1
    assert persons([people], [firms]) == 1
    assert persons([people, firms], [firms, people]) == 0
    assert persons([people], [("гражданам", "citizen")]) == 0
