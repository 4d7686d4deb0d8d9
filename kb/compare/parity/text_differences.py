"""What differs between the Kazakh and the Russian text of one act."""

from collections.abc import Iterator
from dataclasses import dataclass

from kb.compare.parity.clause_differences import tell_differences
from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.missing_items import MissingItem, find_missing
from kb.compare.parity.neighbours import settle_neighbours
from kb.compare.parity.opposed import compare_opposed
from kb.compare.parity.paired_texts import Entry, pair_texts
from kb.compare.parity.sign import ParityKind
from kb.compare.parity.tenor import compare_modality
from kb.compare.parity.wording_difference import WordingDifference
from kb.model import Document

# Below this a pair stands together by its place alone, and its clauses tell of different things more often than not;
# but not where they have the same address among pairs that do, one of them a sure one: what differs makes them unlike.
LEAST_SURE = 0.45
AROUND = 2


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
    found = []
    for place, entry in enumerate(entries):
        if entry.kk and entry.ru and _is_sure(entries, place):
            found += [_placed(one, entry.kk, entry.ru, entry.confidence) for one in _differences(entry)]
    found += [_missing(one, kk) for one in find_missing(kk, ru, entries)]
    return tuple(sorted(found, key=lambda one: (one.kk.start, one.ru.start)))


def _is_sure(entries: list[Entry], place: int) -> bool:
    entry = entries[place]
    if entry.confidence >= LEAST_SURE:
        return True
    beside = [*entries[max(0, place - AROUND) : place], *entries[place + 1 : place + 1 + AROUND]]
    return all(one.same_address for one in (entry, *beside)) and any(one.confidence >= LEAST_SURE for one in beside)


def _differences(entry: Entry) -> Iterator[WordingDifference]:
    yield from tell_differences((entry.left_kk, entry.left_ru))
    yield from (balance.difference() for balance in entry.unbalanced)
    if entry.kk and entry.ru:
        yield from compare_modality(entry.kk, entry.ru)
        if not entry.is_uneven:
            yield from compare_opposed(entry.kk, entry.ru)


def _placed(one: WordingDifference, kk: ClauseText, ru: ClauseText, confidence: float) -> ParityDifference:
    return ParityDifference(
        kind=one.kind,
        kk=_place(kk, one.kk),
        ru=_place(ru, one.ru),
        kk_values=one.kk_values,
        ru_values=one.ru_values,
        confidence=confidence,
    )


def _missing(missing: MissingItem, kk: Document) -> ParityDifference:
    here, there = _place(missing.item, ()), _place(missing.beside, ())
    kazakh = missing.item.language is kk.language
    return ParityDifference(
        kind=ParityKind.LIST_ITEM,
        kk=here if kazakh else there,
        ru=there if kazakh else here,
        kk_values=(missing.item.clause,) if kazakh else (),
        ru_values=() if kazakh else (missing.item.clause,),
        confidence=1.0,
    )


def _place(text: ClauseText, places: tuple[tuple[int, int], ...]) -> Place:
    if not places:
        start, end = text.whole()
    else:
        start, end = text.span(min(first for first, _ in places), max(last for _, last in places))
    return Place(clause=text.clause, start=start, end=end)
