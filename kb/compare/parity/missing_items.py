"""Items of lists that one language has and the other has not."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate

from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.paired_texts import UNEVEN, Entry
from kb.model import ClauseKind, Document
from kb.read.likeness import Likeness
from kb.read.own_words import own_words

ITEMS = (ClauseKind.POINT, ClauseKind.ROW, ClauseKind.PARAGRAPH)
# Fewer letters are a mark or the end of a line; what has a number of its own is an item all the same.
SHORTEST, SHORTEST_NUMBERED = 25, 10
NUMBERED = re.compile(r"\s*\d{1,3}\\?[).]")
# The other text is shorter there by at least this part of the item, or it has taken the item into a neighbour.
LACKING = 0.65
# A clause that has an item in it is longer than its twin by at least this part of the item.
HOLDS = 0.5
# As likely a clause that stands elsewhere is the same one.
SAME = 0.45
# Clauses on each side whose lengths tell whether one of them took the item in.
AROUND = 4


@dataclass(frozen=True, slots=True)
class MissingItem:
    """An item and the clause of the other text that it would stand beside."""

    item: ClauseText
    beside: ClauseText


def find_missing(kk: Document, ru: Document, entries: Sequence[Entry]) -> Iterator[MissingItem]:
    """The items that stand in one text only, in the order of the entries.

    Left out: what the other language has elsewhere or inside a neighbour, and parts that only one of the texts covers.
    """
    search = _Search(kk, ru, entries)
    for place, entry in enumerate(entries):
        item = entry.kk or entry.ru
        if entry.whole or item is None or entry.is_told_nearby or not search.is_item(item):
            continue
        beside = search.beside(place, item)
        if beside and search.lacking(place, item) and not search.elsewhere(item):
            yield MissingItem(item, beside)


class _Search:
    def __init__(self, kk: Document, ru: Document, entries: Sequence[Entry]) -> None:
        self._entries, self._kazakh = entries, kk.language
        ours, theirs = own_words(kk), own_words(ru)
        self._likeness = Likeness(ours, theirs)
        self._own = {
            kk.language: {one.clause.id: one for one in ours},
            ru.language: {one.clause.id: one for one in theirs},
        }
        self._alone_kk = [one.kk for one in entries if one.kk and not one.ru]
        self._alone_ru = [one.ru for one in entries if one.ru and not one.kk]

    def is_item(self, text: ClauseText) -> bool:
        kind = self._own[text.language][text.clause].clause.kind
        least = SHORTEST_NUMBERED if NUMBERED.match(text.plain) else SHORTEST
        long = len(text.plain.strip()) >= least
        return kind in ITEMS and long and not text.is_form

    def beside(self, place: int, item: ClauseText) -> ClauseText | None:
        """The twin of the nearest sure neighbour in the same list; None where no other item of it has one."""
        for at in (*range(place - 1, -1, -1), *range(place + 1, len(self._entries))):
            entry = self._entries[at]
            sides: tuple[ClauseText | None, ClauseText | None] = (entry.kk, entry.ru)
            own, twin = sides if item.language is self._kazakh else sides[::-1]
            if own and twin and own.above == item.above and self.is_item(own):
                return twin
        return None

    def lacking(self, place: int, item: ClauseText) -> bool:
        """Whether the other text is shorter here by about the item, whichever clauses around are counted in."""
        if not any(entry.whole for entry in self._entries[place + 1 :]):
            return False  # one of the texts ends here
        sign = 1 if item.language is self._kazakh else -1
        letters = _size(item)
        before = [_room(one, sign, letters) for one in reversed(self._entries[max(0, place - AROUND) : place])]
        behind = [_room(one, sign, letters) for one in self._entries[place + 1 : place + 1 + AROUND]]
        taken_in = min(accumulate(before, initial=0)) + min(accumulate(behind, initial=0))
        return letters + taken_in >= LACKING * letters

    def elsewhere(self, item: ClauseText) -> bool:
        own = self._own[item.language][item.clause]
        if item.language is self._kazakh:
            return any(self._likeness.of(own, self._own[one.language][one.clause]) >= SAME for one in self._alone_ru)
        return any(self._likeness.of(self._own[one.language][one.clause], own) >= SAME for one in self._alone_kk)


def _room(entry: Entry, sign: int, letters: int) -> int:
    """By how many letters a clause is longer (below 0: shorter) in the language of an item of that size.

    0 for twins of about one length, and where the other language says too little more to hold the item.
    """
    ours, theirs = _size(entry.kk), _size(entry.ru)
    more = sign * (ours - theirs)
    if entry.whole and 1 / UNEVEN < ours / max(theirs, 1) < UNEVEN:
        return 0
    return 0 if 0 > more > -HOLDS * letters else more


def _size(text: ClauseText | None) -> int:
    return len(" ".join(text.plain.split())) if text else 0
