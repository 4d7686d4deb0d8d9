"""Pairs of clauses that stand beside each other though they tell of different things, or are no translation."""

import re
from collections.abc import Sequence
from itertools import groupby

from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.paired_texts import LIKELY, Entry
from kb.model import Language

# A clause of a row less likely than this is none of the other row, where one of the tables has a row more beside it.
# Of the labelled findings of the real acts (2026-11-26) 0.2 and 0.3 give 102 true and 9 false, 0.1 the same and 11.
UNLIKE = 0.2
# Words so long are the same in both languages only where one of the texts was not translated: so many, so large a part:
# half of them or nine in ten give the same findings of the real acts.
WORD = re.compile(r"[^\W\d_]{4,60}")
LEAST_COPIED, COPIED = 2, 0.7
ROW_ID = "row-"


def is_copied(entry: Entry) -> bool:
    """Whether a passage stands in both texts in one language: word against word of the other nothing can be told."""
    if entry.kk is None or entry.ru is None:
        return False
    ours, theirs = (set(WORD.findall(text.plain)) for text in (entry.kk, entry.ru))
    shared = len(ours & theirs)
    return shared >= LEAST_COPIED and shared >= COPIED * max(len(ours), len(theirs))


def shifted_rows(entries: Sequence[Entry]) -> frozenset[str]:
    """The rows of the Kazakh text that stand beside another row: one of the tables has a row more there, and what is
    in them is not alike."""
    paired = {_row(text) for entry in entries if entry.whole for text in (entry.kk, entry.ru) if text}
    texts = ((entry.kk, entry.ru) for entry in entries)
    rows = [row for row, _ in groupby(_row(kk or ru) for kk, ru in texts) if row]
    lone = {place for place, row in enumerate(rows) if row not in paired}
    beside = {row[1] for place, row in enumerate(rows) if {place - 1, place + 1} & lone}
    unlike = {entry.kk.above for entry in entries if entry.kk and entry.ru and entry.confidence < UNLIKE}
    return frozenset(beside & unlike)


def is_loose(entries: Sequence[Entry], place: int) -> bool:
    """Whether a pair is a doubtful one and a clause beside it has no twin, which may be the twin of one of them."""
    beside = [*entries[max(0, place - 1) : place], *entries[place + 1 : place + 2]]
    return entries[place].confidence < LIKELY and any(not other.whole for other in beside)


def says_beside(entries: Sequence[Entry], place: int, text: ClauseText) -> list[ClauseText]:
    """The clauses right before and behind `text` in the same list of its language."""
    found = []
    for step in (-1, 1):
        at = place + step
        while 0 <= at < len(entries):
            entry = entries[at]
            other = next((one for one in (entry.kk, entry.ru) if one and one.language is text.language), None)
            if other:
                found += [other] if other.above == text.above else []
                break
            at += step
    return found


def _row(text: ClauseText | None) -> tuple[Language, str] | None:
    """The row that holds a clause, of its text."""
    return (text.language, text.above) if text and text.above.rpartition("/")[2].startswith(ROW_ID) else None
