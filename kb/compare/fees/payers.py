"""Who pays, in two texts: a fee that names its payers leaves none of them out as an exception."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import product
from typing import Literal

from kb.compare.comparable import Reach, reach
from kb.compare.fees.amounts import amount_of
from kb.compare.material import ServiceMaterial
from kb.compare.stating_texts import text_pairs
from kb.extract.wording import coded_wording
from kb.model import Attribute, Fee, FeeKind, Statement
from kb.text import fold_plain

PERSONS = frozenset({"individual", "legal_entity"})  # everybody is one of these


@dataclass(frozen=True, slots=True, kw_only=True)
class PayerDifference:
    """Two fees of which one payer cannot pay both, or the first fees of texts that have fees for different payers."""

    one: Statement
    other: Statement
    kind: Literal["amount", "payers"]


def payer_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[PayerDifference]:
    """Where a fee for one kind of persons meets a fee for all that names them, or is the only one of its text; where a
    service is free in one text and has nothing but prices in the other; and texts with fees for different persons."""
    for left, right in text_pairs(material, Attribute.FEE, cards=cards):
        mine, theirs = _payers(left), _payers(right)
        if mine and theirs and not mine & theirs and mine | theirs <= PERSONS:
            yield PayerDifference(one=left[0], other=right[0], kind="payers")
            continue
        pair = _free_and_priced(left, right) or _of_one_payer(left, right)
        if pair:
            yield PayerDifference(one=pair[0], other=pair[1], kind="amount")


def _of_one_payer(left: Sequence[Statement], right: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    for one, other in product(left, right):
        if (one.scope.recipient is None) is (other.scope.recipient is None):
            continue
        wide, narrow, whole = (one, other, right) if one.scope.recipient is None else (other, one, left)
        payer = narrow.scope.recipient.code if narrow.scope.recipient else None
        facing = payer in _named_payers(wide.evidence.quote) or _payers(whole) == {payer}
        if payer in PERSONS and facing and reach(_for_all(one), _for_all(other)) is Reach.SAME and _oppose(one, other):
            return one, other
    return None


def _free_and_priced(left: Sequence[Statement], right: Sequence[Statement]) -> tuple[Statement, Statement] | None:
    """A text that only calls the service free, without a condition, and one with nothing but prices."""
    for free, priced in ((left, right), (right, left)):
        flat = all(_is_free(one) and one.scope.case is None and one.scope.recipient is None for one in free)
        if flat and not any(map(_is_free, priced)):
            return left[0], right[0]
    return None


def _is_free(statement: Statement) -> bool:
    return isinstance(statement.value, Fee) and statement.value.kind is FeeKind.FREE


def _oppose(one: Statement, other: Statement) -> bool:
    """Whether one is free and the other paid, or both are sums of one measure without a sum in common."""
    left, right = one.value, other.value
    if _is_free(one) is not _is_free(other) or not isinstance(left, Fee) or not isinstance(right, Fee):
        return True
    sums = amount_of(left), amount_of(right)
    if sums[0] is None or sums[1] is None or sums[0].measure is not sums[1].measure or left.per != right.per:
        return False
    return sums[0].least > sums[1].most or sums[1].least > sums[0].most


def _for_all(statement: Statement) -> Statement:
    return replace(statement, scope=replace(statement.scope, recipient=None))


def _payers(statements: Sequence[Statement]) -> set[str | None]:
    """The codes of those whom a text has fees for; None among them where a fee is for all."""
    return {one.scope.recipient.code if one.scope.recipient else None for one in statements}


@lru_cache(maxsize=4096)
def _named_payers(words: str) -> frozenset[str]:
    """Both kinds of persons where the words of a fee name them, else none."""
    plain = fold_plain(words)
    found = {code for code, pattern in coded_wording("scope", "recipients") if pattern.search(plain)}
    return PERSONS if found >= PERSONS else frozenset()
