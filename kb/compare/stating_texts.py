"""The texts that state an attribute of a service, two by two.

Both official texts of an act say each value, and a portal has a card in either language: two texts are compared in one
language where both have it, so that one contradiction comes out once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations

from kb.compare.classing import NORMS
from kb.compare.comparable import in_one_time
from kb.compare.material import ServiceMaterial
from kb.model import Language, SourceKind, Standing, Statement
from kb.resolve.effective import RuledStanding
from kb.resolve.reports import report_year

Pair = tuple[Sequence[Statement], Sequence[Statement]]


@dataclass(frozen=True, slots=True, kw_only=True)
class StatingText:
    """An act in force, a register's row, a retold standard or a card, with what it states, in all its languages."""

    statements: Sequence[Statement]
    card: bool

    def in_language(self, language: Language) -> list[Statement]:
        """What the text states in one language, in its order."""
        return [one for one in self.statements if one.evidence.language is language]


def text_pairs(material: ServiceMaterial, attribute: str, *, cards: bool) -> Iterator[Pair]:
    """What two texts state of one attribute at one time: of two norms, or with `cards` of a norm and a portal's card.
    Kazakh comes before Russian; languages are mixed only where the two texts share none."""
    for one, other in combinations(_texts(material, attribute), 2):
        if one.card is not other.card if cards else not (one.card or other.card):
            norm, second = (other, one) if one.card else (one, other)
            left, right = _in_one_language(norm, second)
            if left and right and _of_one_time(left[0], right[0]):
                yield left, right


def _of_one_time(one: Statement, other: Statement) -> bool:
    """Whether there is a day on which both texts speak: a report speaks of its year, and what is not dated (a card, a
    row of the register) only of the day it was taken."""
    of_report = [report_year(each.service) is not None for each in (one, other)]
    undated = not all(reported or each.valid_from for reported, each in zip(of_report, (one, other), strict=True))
    return in_one_time(one, other) and not (any(of_report) and undated)


def _texts(material: ServiceMaterial, attribute: str) -> list[StatingText]:
    found: dict[str, list[Statement]] = {}
    for one in material.of(attribute):
        stated = one.standing is Standing.STATED and material.standing(one) is RuledStanding.IN_FORCE
        if stated and one.source_kind in (*NORMS, SourceKind.PORTAL_CARD):
            # the pages of a card and the files of a register differ by language, their key does not
            found.setdefault(f"{one.source_kind is SourceKind.PORTAL_CARD}/{_key(one)}", []).append(one)
    return [
        StatingText(statements=statements, card=statements[0].source_kind is SourceKind.PORTAL_CARD)
        for statements in found.values()
    ]


def _key(statement: Statement) -> str:
    return statement.evidence.act or statement.service


def _in_one_language(one: StatingText, other: StatingText) -> Pair:
    for language in Language:
        left, right = one.in_language(language), other.in_language(language)
        if left and right:
            return left, right
    return _first_language(one), _first_language(other)


def _first_language(text: StatingText) -> list[Statement]:
    return next((found for language in Language if (found := text.in_language(language))), [])
