"""The kinds of persons whom two texts serve."""

from collections.abc import Iterator, Sequence

from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.compare.stating_texts import text_pairs
from kb.model import Attribute, Statement, Text

LEGAL = "legal_entity"


def person_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[tuple[Statement, Statement]]:
    """A text that serves legal entities (or individuals of any kind) against one that names only the others."""
    for left, right in text_pairs(material, Attribute.RECIPIENT, cards=cards):
        for legal in (True, False):
            mine, theirs = _of_kind(left, legal), _of_kind(right, legal)
            one, other = (mine or left)[0], (theirs or right)[0]
            if bool(mine) is not bool(theirs) and reach(one, other) is Reach.SAME:
                yield one, other


def _of_kind(statements: Sequence[Statement], legal: bool) -> list[Statement]:
    """Those of legal entities, or those of individuals of any kind."""
    return [
        one
        for one in statements
        if isinstance(one.value, Text) and one.value.code and (one.value.code == LEGAL) is legal
    ]
