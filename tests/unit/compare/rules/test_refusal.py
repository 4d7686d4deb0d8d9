"""Grounds for refusal of two norms; the services are invented."""

from kb.model import Attribute, FindingClass, Scope, ScopeField
from tests.unit.compare.rules.norm_texts import between_texts

FALSE = "установление недостоверности представленных документов"
FALSE_TOO = "представленные документы недостоверны"
UNFIT = "несоответствие вольера требованиям правил содержания птиц"
BANNED = "вступившее в силу решение суда о запрете деятельности"
BIRDS = Scope(case=ScopeField(text="при перевозке птиц"))


def grounds(one: list[str], other: list[str], scope: Scope | None = None) -> list[str]:
    found = between_texts(
        FindingClass.REFUSAL,
        Attribute.REFUSAL_GROUND,
        [(words, None) for words in one],
        [(words, None) for words in other],
        scope=scope,
    )
    return [one.a.evidence.quote for one in found]


def test_a_ground_that_only_one_list_has() -> None:
    assert grounds([FALSE, UNFIT, BANNED], [FALSE, UNFIT]) == [BANNED]
    assert grounds([FALSE, UNFIT], [FALSE, UNFIT, BANNED]) == [BANNED]


def test_other_words_other_cases_and_lists_of_other_things_are_silent() -> None:
    assert grounds([FALSE, UNFIT], [UNFIT, FALSE_TOO]) == []
    assert grounds([FALSE, UNFIT, BANNED], [FALSE, UNFIT], scope=BIRDS) == []
    assert grounds([FALSE, UNFIT], [BANNED, "истечение срока договора аренды"]) == []
    assert grounds([FALSE, UNFIT, BANNED], [FALSE]) == []
