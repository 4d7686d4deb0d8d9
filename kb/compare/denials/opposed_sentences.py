"""Whether two sentences are one, but for a word that denies it or for «free» in the place of «paid»."""

from collections.abc import Sequence
from itertools import takewhile

from kb.compare.parity.wording import words as parity_words
from kb.extract.wording import wording
from kb.model import Language
from kb.text import tokenise

FEWEST = 3  # words that both sentences have: shorter ones are labels
LONGEST = 3  # words in which they differ
ROOT = 3  # letters that a verb keeps when it is denied («алынады», «алынбайды»)


def sentence_words(plain: str) -> tuple[str, ...]:
    """The words of a folded sentence, without marks."""
    return tuple(token.text for token in tokenise(plain))


def opposed(one: Sequence[str], other: Sequence[str], language: Language) -> bool:
    """Whether the words of two sentences differ in one place only, and one says there what the other denies."""
    before = _alike(one, other)
    behind = min(_alike(one[::-1], other[::-1]), min(len(one), len(other)) - before)
    left, right = one[before : len(one) - behind], other[before : len(other) - behind]
    if before + behind < FEWEST or max(len(left), len(right)) > LONGEST:
        return False
    return _priced(left, right) or _priced(right, left) or _denied(one, other, left, right, language)


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many words are the same from the start on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _priced(left: Sequence[str], right: Sequence[str]) -> bool:
    free, paid = wording("fee", "free").search(" ".join(left)), wording("fee", "paid").search(" ".join(right))
    return bool(free and paid)


def _denied(
    one: Sequence[str], other: Sequence[str], left: Sequence[str], right: Sequence[str], language: Language
) -> bool:
    """Whether one side has a denial more and nothing else; a bound of a number denies nothing."""
    negation, bounds = parity_words("negation", language), parity_words("bounds", language)
    if len(bounds.findall(" ".join(one))) != len(bounds.findall(" ".join(other))):
        return False
    denials = [[word for word in words if negation.fullmatch(word)] for words in (left, right)]
    if len(denials[0]) == len(denials[1]):
        return False
    rest = [[word for word in words if not negation.fullmatch(word)] for words in (left, right)]
    if rest[0] == rest[1]:
        return True
    return len(left) == len(right) == 1 and left[0][:ROOT] == right[0][:ROOT]
