"""What one sentence holds against what: «Y is higher than X», «compared with X, Y is higher»."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.extract.figures.words import Term
from kb.extract.wording import wording

FILE = "figures_claims"
NEAR = 70  # characters between a thing and the words that hold another against it
REACH = 90  # characters behind them in which the direction stands
WAYS = ("higher", "lower")


@dataclass(frozen=True, slots=True)
class Held:
    """`claimed` (None where it is not named) is `way` than `other`, and than `more`."""

    way: str
    claimed: str | None
    other: str
    more: tuple[str, ...] = ()


def held_against(plain: str, named: Sequence[Term], *, several: bool = False) -> Held | None:
    """What the sentence holds against what, None where it compares nothing or cannot be understood; `several` allows
    that one thing is held against some others at once."""
    if not named:
        return None
    return _behind_other(plain, named, several=several) or _than(plain, named) or _compared_with(plain, named)


def direction(text: str) -> str | None:
    """`higher` or `lower` by the first word that tells it."""
    found = [(match.start(), way) for way in WAYS if (match := wording(FILE, way).search(text))]
    return min(found)[1] if found else None


def _behind_other(plain: str, named: Sequence[Term], *, several: bool) -> Held | None:
    """The word of comparison stands behind the other thing, as in Kazakh."""
    word = wording(FILE, "compared").search(plain)
    if word is None:
        return None
    before = [one for one in named if one.end <= word.start()]
    behind = [one for one in named if one.start >= word.end()]
    way = direction(plain[word.end() : word.end() + REACH])
    if not before or way is None:
        return None
    if several:
        others = sorted({one.code for one in before})
        return Held(way, behind[0].code if behind else None, others[0], tuple(others[1:]))
    joined = len(before) > 1 and wording("figures", "joined").search(plain[before[-2].end : before[-1].start])
    if joined or word.start() - before[-1].end > NEAR:
        return None
    other = before[-1].code
    return Held(way, next((one.code for one in (*behind, *before) if one.code != other), None), other)


def _than(plain: str, named: Sequence[Term]) -> Held | None:
    """«Y is higher than X»."""
    word = wording(FILE, "than").search(plain)
    if word is None:
        return None
    before = [one for one in named if one.end <= word.start()]
    behind = [one for one in named if one.start >= word.end()]
    way = direction(word.group())
    if not before or not behind or way is None or before[-1].code == behind[0].code:
        return None
    return Held(way, before[-1].code, behind[0].code)


def _compared_with(plain: str, named: Sequence[Term]) -> Held | None:
    """«Compared with X, Y is higher»."""
    word = wording(FILE, "compared_with").search(plain)
    behind = [one for one in named if word and one.start >= word.end()]
    if word is None or not behind:
        return None
    other = behind[0]
    before = [one for one in named if one.end <= word.start()]
    claimed = next((one.code for one in (*behind[1:], *reversed(before)) if one.code != other.code), None)
    way = direction(plain[other.end : other.end + REACH]) or direction(plain[: word.start()])
    return Held(way, claimed, other.code) if way and claimed else None
