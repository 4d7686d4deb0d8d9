"""The Kazakh and the Russian text of one act: which clause is which."""

from collections import Counter, defaultdict
from collections.abc import Container, Sequence
from dataclasses import dataclass

from kb.model import ClauseKind, Document
from kb.read.likeness import Likeness
from kb.read.own_words import OwnWords, own_words

# A pair must be at least this likely; below it two clauses stay alone. From 0.25 to 0.45 the hand-made pairs come out
# the same (docs/benchmarks.md).
LEAST = 0.35
# Clauses of other lists are likely to stand for each other only from here.
LEAST_APART = 0.5
UNITS = (ClauseKind.POINT, ClauseKind.ROW)
# Above this many comparisons only clauses at nearly the same place are compared (tables of thousands of rows).
MOST_COMPARED = 40_000
BAND = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Two clauses that say the same in two languages, by id; None where the other text has none.

    `confidence` (0 to 1) is 0 for a clause without a partner.
    """

    kk: str | None
    ru: str | None
    confidence: float


def align_clauses(kk: Document, ru: Document) -> tuple[Pair, ...]:
    """Every clause of both texts once, in the order of the Kazakh text.

    Clauses are paired level by level among the children of paired clauses, in order, by their number, kind,
    the figures and dates in them, words that translate each other and length; a shifted number or a clause that
    one text lacks does not shift what follows.
    """
    alignment = _Alignment(own_words(kk), own_words(ru))
    return alignment.pairs()


class _Alignment:
    def __init__(self, kk: tuple[OwnWords, ...], ru: tuple[OwnWords, ...]) -> None:
        self._kk, self._ru = kk, ru
        self._below_kk, self._below_ru = _below(kk), _below(ru)
        self._likeness = Likeness(kk, ru)
        self._partner: dict[int, tuple[OwnWords, float]] = {}

    def pairs(self) -> tuple[Pair, ...]:
        self._align(None, None)
        self._align_left()
        found = {new.place for new, _ in self._partner.values()}
        pairs: list[tuple[float, Pair]] = []
        for one in self._kk:
            other = self._partner.get(one.place)
            ru, confidence = (other[0].clause.id, other[1]) if other else (None, 0.0)
            pairs.append((one.place, Pair(kk=one.clause.id, ru=ru, confidence=round(confidence, 2))))
        back = {new.place: place for place, (new, _) in self._partner.items()}
        for other_one in self._ru:
            if other_one.place not in found:
                before = (back[place] for place in range(other_one.place - 1, -1, -1) if place in back)
                pairs.append((next(before, -1) + 0.5, Pair(kk=None, ru=other_one.clause.id, confidence=0.0)))
        return tuple(pair for _, pair in sorted(pairs, key=lambda one: one[0]))

    def _align(self, kk: str | None, ru: str | None) -> None:
        waiting = [(kk, ru)]
        while waiting:
            above_kk, above_ru = waiting.pop()
            left, right = self._below_kk.get(above_kk, []), self._below_ru.get(above_ru, [])
            for one, other, score in _pair_in_order(left, right, self._likeness):
                self._partner[one.place] = (other, score)
                waiting.append((one.clause.id, other.clause.id))

    def _align_left(self) -> None:
        """Pairs what is left inside one point or row of both texts, where only one of them has it in a list."""
        taken = {new.place for new, _ in self._partner.values()}
        held_kk, held_ru = _by_unit(self._kk, self._partner), _by_unit(self._ru, taken)
        for unit, left in held_kk.items():
            other, _ = self._partner.get(unit, (None, 0.0))
            right = held_ru.get(other.place, []) if other else []
            for one, twin, score in _pair_in_order(left, right, self._likeness, least=LEAST_APART, fill=False):
                if not self._lists_are_paired(one, twin):
                    self._partner[one.place] = (twin, score)

    def _lists_are_paired(self, one: OwnWords, twin: OwnWords) -> bool:
        """Whether the lists that hold both were paired, and so the clauses weighed against each other."""
        above = next((self._partner.get(other.place) for other in self._kk if other.clause.id == one.above), None)
        return above is not None and above[0].clause.id == twin.above


def _by_unit(clauses: Sequence[OwnWords], taken: Container[int]) -> dict[int, list[OwnWords]]:
    """The clauses without a twin by the outermost point or row that holds them."""
    units: dict[str, int] = {}
    left: dict[int, list[OwnWords]] = defaultdict(list)
    for one in clauses:
        if one.above in units:
            unit = units[one.clause.id] = units[one.above]
            if one.place not in taken:
                left[unit].append(one)
        elif one.clause.kind in UNITS:
            units[one.clause.id] = one.place
    return left


def _below(clauses: Sequence[OwnWords]) -> dict[str | None, list[OwnWords]]:
    below: dict[str | None, list[OwnWords]] = defaultdict(list)
    for one in clauses:
        below[one.above].append(one)
    return below


def _pair_in_order(
    left: list[OwnWords],
    right: list[OwnWords],
    likeness: Likeness,
    *,
    least: float = LEAST,
    fill: bool = True,
) -> list[tuple[OwnWords, OwnWords, float]]:
    """The pairs with the greatest sum of likeness that keep the order of both texts (Needleman–Wunsch)."""
    if not left or not right:
        return []
    band = max(len(left), len(right)) if len(left) * len(right) <= MOST_COMPARED else BAND
    slope = len(right) / len(left)
    best: dict[tuple[int, int], float] = {}
    scores: dict[tuple[int, int], float] = {}
    for i, one in enumerate(left, start=1):
        middle = round(i * slope)
        for j in range(max(1, middle - band), min(len(right), middle + band) + 1):
            score = likeness.of(one, right[j - 1])
            scores[i, j] = score
            gain = best.get((i - 1, j - 1), 0.0) + score - least if score > least else -1.0
            best[i, j] = max(gain, best.get((i - 1, j), 0.0), best.get((i, j - 1), 0.0))
    pairs: list[tuple[OwnWords, OwnWords, float]] = []
    i, j = len(left), min(len(right), round(len(left) * slope) + band)
    while i > 0 and j > 0:
        here = best.get((i, j), 0.0)
        score = scores.get((i, j), 0.0)
        if score > least and abs(best.get((i - 1, j - 1), 0.0) + score - least - here) < 1e-9:
            pairs.append((left[i - 1], right[j - 1], score))
            i, j = i - 1, j - 1
        elif abs(best.get((i - 1, j), 0.0) - here) < 1e-9:
            i -= 1
        else:
            j -= 1
    return _fill_gaps(pairs[::-1], left, right, likeness) if fill else pairs[::-1]


def _by_number(left: list[OwnWords], right: list[OwnWords]) -> list[tuple[OwnWords, OwnWords]]:
    """Those of one kind whose number both sides have once."""
    named = [Counter((one.clause.kind, one.clause.number) for one in side) for side in (left, right)]
    twins = {(one.clause.kind, one.clause.number): one for one in right}
    keys = ((one, (one.clause.kind, one.clause.number)) for one in left if one.clause.number)
    return [(one, twins[key]) for one, key in keys if named[0][key] == named[1][key] == 1]


def _fill_gaps(
    pairs: list[tuple[OwnWords, OwnWords, float]], left: list[OwnWords], right: list[OwnWords], likeness: Likeness
) -> list[tuple[OwnWords, OwnWords, float]]:
    """Clauses that stay alone between the same neighbours, as many on both sides, are pairs by their place; of more
    on one side, those with the same number.
    """
    place_left = {one.place: index for index, one in enumerate(left)}
    place_right = {one.place: index for index, one in enumerate(right)}
    filled: list[tuple[OwnWords, OwnWords, float]] = []
    i = j = 0
    for pair in [*pairs, None]:
        to_i = place_left[pair[0].place] if pair else len(left)
        to_j = place_right[pair[1].place] if pair else len(right)
        gap = list(zip(left[i:to_i], right[j:to_j], strict=False))
        if to_i - i == to_j - j and all(one.clause.kind is other.clause.kind for one, other in gap):
            filled += [(one, other, likeness.of(one, other)) for one, other in gap]
        else:
            filled += [(one, other, likeness.of(one, other)) for one, other in _by_number(left[i:to_i], right[j:to_j])]
        if pair:
            filled.append(pair)
        i, j = to_i + 1, to_j + 1
    return filled
