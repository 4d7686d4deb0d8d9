"""The signs of two clause texts that have no partner in the other."""

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence

from kb.compare.parity.clause_text import LABEL, ClauseText
from kb.compare.parity.figures import read_figures, spoken_terms
from kb.compare.parity.named import read_named
from kb.compare.parity.sign import ParityKind, Sign
from kb.compare.parity.wording import coded_words

_DIGITS = re.compile(r"\d+")
# Kinds of which a figure is read in one language and of which in the other: an age is a term of years in one of them.
_COUNTED = (ParityKind.NUMBER, ParityKind.TERM, ParityKind.ADDRESS, ParityKind.PRICE)
_MEASURED = ((ParityKind.TERM, ParityKind.PRICE, ParityKind.PERCENT), (ParityKind.DATE,))
_SHARES = (ParityKind.PERCENT, ParityKind.PRICE)
Left = tuple[list[Sign], list[Sign]]


def read_signs(text: ClauseText) -> list[Sign]:
    """All signs of a clause text."""
    return [*read_figures(text), *read_named(text)]


def find_unmatched(kk: ClauseText, ru: ClauseText) -> Left:
    """What is left of each text when all that says the same is taken away.

    A light sign is left only where the other text has one of its kind left, which then stands in its place.
    """
    all_ours, all_theirs = read_signs(kk), read_signs(ru)
    ours, theirs = match_signs(all_ours, all_theirs)
    ours, theirs = _cited_once(ours, theirs, all_theirs), _cited_once(theirs, ours, all_ours)
    ours, theirs = _without_understood(ours, ru), _without_understood(theirs, kk)
    ours, theirs = _without_spoken(ours, ru, theirs), _without_spoken(theirs, kk, ours)
    digits_kk, digits_ru = _digits(kk.plain), _digits(ru.plain)
    ours = [one for one in ours if not _printed(one, digits_kk, digits_ru, theirs)]
    theirs = [one for one in theirs if not _printed(one, digits_ru, digits_kk, ours)]
    return _heavy(ours, theirs), _heavy(theirs, ours)


def _cited_once(signs: list[Sign], left: list[Sign], others: list[Sign]) -> list[Sign]:
    """The signs without the addresses that the other text has too, less often, and no other one in their place."""
    if any(one.kind is ParityKind.ADDRESS for one in left):
        return signs
    said = {_said(other) for other in others if other.kind is ParityKind.ADDRESS}
    return [one for one in signs if _said(one) not in said]


def _without_understood(signs: list[Sign], other: ClauseText) -> list[Sign]:
    """The signs without what other words of the other text stand for, and what is meant without being named."""
    stand_ins = dict(coded_words("stand_ins", other.language))
    understood = dict(coded_words("understood", other.language))
    return [
        one
        for one in signs
        if not (one.value in stand_ins and stand_ins[one.value].search(other.plain))
        and (one.value not in understood or understood[one.value].search(other.plain))
    ]


def _without_spoken(signs: list[Sign], other: ClauseText, others: list[Sign]) -> list[Sign]:
    """The signs without the terms that the other text has in words that need no number."""
    if not any(one.kind is ParityKind.TERM for one in signs) or any(one.kind is ParityKind.TERM for one in others):
        return signs
    return match_signs(signs, list(spoken_terms(other)))[0]


def _heavy(signs: Sequence[Sign], others: Sequence[Sign]) -> list[Sign]:
    kinds = {other.kind for other in others}
    return [one for one in signs if not one.light or one.kind in kinds]


def match_signs(ours: Sequence[Sign], theirs: Sequence[Sign]) -> Left:
    """The signs of both sides without those that meet one of the other side: the same, then the same figure."""
    same = Counter(_said(one) for one in ours) & Counter(_said(other) for other in theirs)
    left = (_without_said(ours, same), _without_said(theirs, same))
    for alike in (_same_figure, _same_share):
        left = _without(left, alike)
    return left


def _said(sign: Sign) -> tuple[ParityKind, str]:
    return sign.kind, sign.value


def _without_said(signs: Sequence[Sign], said: Counter[tuple[ParityKind, str]]) -> list[Sign]:
    """The signs without as many of each as are counted, the first ones."""
    waiting = said.copy()
    kept = []
    for sign in signs:
        if waiting[_said(sign)] > 0:
            waiting[_said(sign)] -= 1
        else:
            kept.append(sign)
    return kept


def _without(left: Left, alike: Callable[[Sign, Sign], bool]) -> Left:
    ours, theirs = left
    waiting: list[Sign] = list(theirs)
    kept: list[Sign] = []
    for one in ours:
        other = next((other for other in waiting if alike(one, other)), None)
        if other is None:
            kept.append(one)
        else:
            waiting.remove(other)
    return kept, waiting


def _same_figure(one: Sign, other: Sign) -> bool:
    """The same number, which one of the texts tells more of (a unit, that it is the number of a clause)."""
    if one.kind not in _COUNTED or other.kind not in _COUNTED or one.kind is other.kind:
        return False
    if {one.kind, other.kind} == {ParityKind.TERM, ParityKind.PRICE}:
        return False
    return bool(one.amounts) and one.amounts == other.amounts


def _same_share(one: Sign, other: Sign) -> bool:
    if one.kind not in _SHARES or other.kind not in _SHARES:
        return False
    if one.kind is other.kind and one.unit != other.unit:
        return False
    return bool(set(one.amounts) & set(other.amounts))


def _digits(plain: str) -> Counter[str]:
    """The digits of a clause, without the number that it begins with."""
    return Counter(_DIGITS.findall(LABEL.sub("", plain)))


def _printed(sign: Sign, own: Counter[str], other: Counter[str], others: Sequence[Sign]) -> bool:
    """Whether the other text prints the digits of a figure as often, though they were read for something else.

    A date or a figure with a unit is not told by its digits where the other text has another one left.
    """
    for kinds in _MEASURED:
        if sign.kind in kinds:
            if any(one.kind in kinds for one in others):
                return False
            break
    else:
        if sign.kind not in (ParityKind.NUMBER, ParityKind.ADDRESS, ParityKind.ACT_NUMBER):
            return False
    figures = [figure for one in (sign.amounts or (sign.value,)) for figure in _DIGITS.findall(one)]
    return bool(figures) and all(own[figure] and other[figure] >= own[figure] for figure in figures)


def values(signs: Iterable[Sign]) -> tuple[str, ...]:
    """What the signs say, each once, in reading order."""
    return tuple(dict.fromkeys(sign.value for sign in signs))
