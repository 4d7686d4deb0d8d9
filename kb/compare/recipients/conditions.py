"""The numbers in conditions on who may get a service."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.comparable import Reach, reach
from kb.compare.item_words import likeness
from kb.compare.material import ServiceMaterial
from kb.compare.stating_texts import text_pairs
from kb.model import Attribute, Statement, Text
from kb.text import find_numbers, fold

NUMBERED = ("age", "quantity", "experience")
ONE_CONDITION = 0.5  # of the words of the shorter one: «children under 16» and «applicants from 18» are two conditions


def condition_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[tuple[Statement, Statement]]:
    """Conditions of one kind and wording of two texts with other numbers, each once."""
    for left, right in text_pairs(material, Attribute.ELIGIBILITY, cards=cards):
        for one in left:
            told = [other for other in right if _is_one_condition(one, other)]
            if told and _numbers(one) and all(_numbers(other) and _numbers(other) != _numbers(one) for other in told):
                yield one, told[0]


def _is_one_condition(one: Statement, other: Statement) -> bool:
    left, right = one.value, other.value
    if not isinstance(left, Text) or not isinstance(right, Text) or left.code != right.code:
        return False
    if left.code not in NUMBERED or reach(one, other) is not Reach.SAME:
        return False
    return likeness(left.text, right.text, one.evidence.language) >= ONE_CONDITION


def _numbers(statement: Statement) -> frozenset[Decimal]:
    words = statement.value.text if isinstance(statement.value, Text) else ""
    return frozenset(Decimal(number.value) for number in find_numbers(fold(words).text))
