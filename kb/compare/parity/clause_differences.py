"""What differs between a clause and its twin in the other language."""

from collections.abc import Iterable, Sequence

from kb.compare.parity.clause_text import read_words
from kb.compare.parity.opposed import compare_opposed
from kb.compare.parity.sign import ParityKind, Sign
from kb.compare.parity.signs import Left, find_unmatched, values
from kb.compare.parity.tenor import balance_tenor, compare_modality
from kb.compare.parity.wording_difference import WordingDifference
from kb.model import Language

# The letters that two words of one phrase may stand apart.
PHRASE = 60
KINDS = tuple(ParityKind)
# What is named of one thing, as the cabinet of a portal is.
NAMED = frozenset(KINDS[KINDS.index(ParityKind.CHANNEL) :])


def compare_wordings(kk: str, ru: str) -> tuple[WordingDifference, ...]:
    """The typed differences of one clause text and its twin; places are those of the folded texts."""
    ours, theirs = read_words(kk, Language.KK), read_words(ru, Language.RU)
    denied = (balance.difference() for balance in balance_tenor(ours, theirs))
    worded = (*compare_modality(ours, theirs), *compare_opposed(ours, theirs))
    return (*tell_differences(find_unmatched(ours, theirs)), *denied, *worded)


def tell_differences(left: Left) -> list[WordingDifference]:
    """Signs without partner as differences: one a kind, with what the other text says of that kind instead."""
    ours, theirs = left
    found = []
    for kind in ParityKind:
        kk, ru = _of(kind, ours), _of(kind, theirs)
        if kk or ru:
            told = ParityKind.UNIT if _units_only(kk, ru) else kind
            found.append(
                WordingDifference(kind=told, kk=_places(kk), ru=_places(ru), kk_values=values(kk), ru_values=values(ru))
            )
    return found


def merge_told(told: Iterable[WordingDifference]) -> list[WordingDifference]:
    """The differences without what a phrase that the other text lacks names besides its first kind."""
    kept: list[WordingDifference] = []
    for one in sorted(told, key=lambda one: KINDS.index(one.kind)):
        if one.kind not in NAMED or not any(_of_one_phrase(one, other) for other in kept):
            kept.append(one)
    return kept


def _of_one_phrase(one: WordingDifference, other: WordingDifference) -> bool:
    for ours, theirs, unsaid in ((one.kk, other.kk, (one.ru, other.ru)), (one.ru, other.ru, (one.kk, other.kk))):
        if ours and theirs and not any(unsaid):
            first, second = sorted(((ours[0][0], ours[-1][1]), (theirs[0][0], theirs[-1][1])))
            return second[0] - first[1] <= PHRASE
    return False


def _of(kind: ParityKind, signs: Sequence[Sign]) -> list[Sign]:
    return [sign for sign in signs if sign.kind is kind]


def _places(signs: Sequence[Sign]) -> tuple[tuple[int, int], ...]:
    return tuple((sign.start, sign.end) for sign in signs)


def _units_only(kk: Sequence[Sign], ru: Sequence[Sign]) -> bool:
    """Whether both sides have the same figures, which count something else."""
    return bool(kk) and [sign.amounts for sign in kk] == [sign.amounts for sign in ru] and all(s.unit for s in kk)
