"""What differs between the Kazakh and the Russian text of one act."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kb.compare.parity.clause_differences import merge_told, tell_differences
from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.doubtful import is_copied, is_loose, says_beside, shifted_rows
from kb.compare.parity.missing_items import MissingItem, find_missing
from kb.compare.parity.neighbours import settle_neighbours
from kb.compare.parity.opposed import compare_opposed
from kb.compare.parity.paired_texts import Entry, pair_texts
from kb.compare.parity.sign import ParityKind, Sign
from kb.compare.parity.signs import read_signs
from kb.compare.parity.tenor import compare_conjunctions, compare_modality
from kb.compare.parity.wording_difference import WordingDifference
from kb.model import Document

# Below this a pair stands together by its place alone, and its clauses tell of different things more often than not;
# but not where they have the same address among pairs that do, one of them a sure one: what differs makes them unlike.
LEAST_SURE = 0.45
AROUND = 2
# What a cell tells of in one sentence or another.
BESIDE = frozenset({ParityKind.BODY, ParityKind.SCHEDULE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Words of a clause, `text[start:end]` of its document."""

    clause: str
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ParityDifference:
    """One thing that the texts of an act do not say alike.

    `kk` and `ru` are the words that say it; on a side that says nothing of it (no values), the clause as a whole, and
    for an item that one text lacks, the clause before it. `confidence` (0 to 1) is that of the pair of clauses.
    """

    kind: ParityKind
    kk: Place
    ru: Place
    kk_values: tuple[str, ...]
    ru_values: tuple[str, ...]
    confidence: float


def compare_languages(kk: Document, ru: Document) -> tuple[ParityDifference, ...]:
    """All differences in the order of the Kazakh text."""
    entries = pair_texts(kk, ru)
    settle_neighbours(entries)
    shifted = shifted_rows(entries)
    found = []
    for place, entry in enumerate(entries):
        if (
            entry.kk
            and entry.ru
            and _is_sure(entries, place)
            and not is_copied(entry)
            and entry.kk.above not in shifted
        ):
            told = merge_told(_differences(entries, place))
            found += [_placed(one, entry.kk, entry.ru, entry.confidence) for one in told]
    found += [_missing(run, kk) for run in _runs(find_missing(kk, ru, entries))]
    return tuple(sorted(found, key=lambda one: (one.kk.start, one.ru.start)))


def _is_sure(entries: list[Entry], place: int) -> bool:
    entry = entries[place]
    if entry.confidence >= LEAST_SURE or (entry.same_address and _is_only(entries, entry)):
        return True
    beside = [*entries[max(0, place - AROUND) : place], *entries[place + 1 : place + 1 + AROUND]]
    if all(one.same_address for one in (entry, *beside)):
        return any(one.confidence >= LEAST_SURE for one in beside)
    next_to = [*entries[max(0, place - 1) : place], *entries[place + 1 : place + 2]]
    return len(next_to) == 2 and all(one.confidence >= LEAST_SURE for one in next_to)


def _is_only(entries: list[Entry], entry: Entry) -> bool:
    """Whether what holds the clause holds no other one in either language."""
    held = [
        sum(text is not None and text.above == own.above for text in texts)
        for own, texts in ((entry.kk, [one.kk for one in entries]), (entry.ru, [one.ru for one in entries]))
        if own
    ]
    return held == [1, 1]


def _differences(entries: list[Entry], place: int) -> Iterator[WordingDifference]:
    entry = entries[place]
    opposed = [*compare_opposed(entry.kk, entry.ru)] if entry.kk and entry.ru and entry.is_even else []
    swapped = any(one.kind is ParityKind.ACTOR for one in opposed)  # tells more than that one of them is not named
    left_kk = _without_beside(entries, place, entry.left_kk, entry.left_ru)
    left_ru = _without_beside(entries, place, entry.left_ru, entry.left_kk)
    told = tell_differences((left_kk, left_ru))
    yield from (one for one in told if not (swapped and one.kind is ParityKind.ACTOR))
    if not is_loose(entries, place):
        yield from (balance.difference() for balance in entry.unbalanced)
    yield from opposed
    if entry.kk and entry.ru:
        yield from compare_modality(entry.kk, entry.ru)
        if entry.is_even:
            yield from compare_conjunctions(entry.kk, entry.ru)


def _without_beside(entries: list[Entry], place: int, left: list[Sign], others: list[Sign]) -> list[Sign]:
    """The signs without whom to ask and when, which the other text says in the sentence before or behind; not where
    it has another one in its place."""
    kinds = BESIDE - {other.kind for other in others}
    twin = entries[place].ru if left is entries[place].left_kk else entries[place].kk
    if twin is None or not any(one.kind in kinds for one in left):
        return left
    beside = {(one.kind, one.value) for text in says_beside(entries, place, twin) for one in read_signs(text)}
    return [one for one in left if one.kind not in kinds or (one.kind, one.value) not in beside]


def _placed(one: WordingDifference, kk: ClauseText, ru: ClauseText, confidence: float) -> ParityDifference:
    return ParityDifference(
        kind=one.kind,
        kk=_place(kk, one.kk),
        ru=_place(ru, one.ru),
        kk_values=one.kk_values,
        ru_values=one.ru_values,
        confidence=confidence,
    )


def _runs(missing: Iterable[MissingItem]) -> Iterator[list[MissingItem]]:
    """The items that stand together in one text and would stand beside one clause of the other."""
    for _, run in groupby(missing, key=lambda one: (one.item.language, one.beside.clause)):
        yield list(run)


def _missing(run: Sequence[MissingItem], kk: Document) -> ParityDifference:
    first, last, there = _place(run[0].item, ()), _place(run[-1].item, ()), _place(run[0].beside, ())
    here = Place(clause=first.clause, start=first.start, end=max(first.end, last.end))
    kazakh = run[0].item.language is kk.language
    values = tuple(one.item.clause for one in run)
    return ParityDifference(
        kind=ParityKind.LIST_ITEM,
        kk=here if kazakh else there,
        ru=there if kazakh else here,
        kk_values=values if kazakh else (),
        ru_values=() if kazakh else values,
        confidence=1.0,
    )


def _place(text: ClauseText, places: tuple[tuple[int, int], ...]) -> Place:
    if not places:
        start, end = text.whole()
    else:
        start, end = text.span(min(first for first, _ in places), max(last for _, last in places))
    return Place(clause=text.clause, start=start, end=end)
