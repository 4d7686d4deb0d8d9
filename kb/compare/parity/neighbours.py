"""What one language says in another clause nearby is no difference: merged, split and turned sentences."""

from collections.abc import Iterator

from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.paired_texts import Entry
from kb.compare.parity.signs import match_signs
from kb.compare.parity.tenor import may_say

# A sentence that one language splits goes on in one of the next clauses, and its twin is longer than it.
NEAR = 3


def settle_neighbours(entries: list[Entry]) -> None:
    """Takes away, in place, what the other language says in a clause nearby or in the head of the same list.

    Kazakh has the verb of a list behind its last item, Russian before its first one.
    """
    for place, entry in enumerate(entries):
        if not entry.left_kk and not entry.unbalanced:
            continue
        for other in _near(entries, place):
            headed = _heads(other, entry)
            listed = headed or _heads(entry, other)
            if not (listed or entry.is_uneven or other.is_uneven):
                continue
            if entry.left_kk and other.left_ru:
                entry.left_kk, other.left_ru = match_signs(entry.left_kk, other.left_ru)
            if listed or (entry.is_uneven and other.is_uneven):
                _settle_denials(entry, other)
            if headed or not other.whole:
                _settle_softly(entry, other)


def _near(entries: list[Entry], place: int) -> Iterator[Entry]:
    entry = entries[place]
    for gap in range(1, NEAR + 1):
        for other in (place + gap, place - gap):
            if 0 <= other < len(entries):
                yield entries[other]
    for at, other_entry in enumerate(entries):
        if abs(at - place) > NEAR and (_heads(other_entry, entry) or _heads(entry, other_entry)):
            yield other_entry


def _heads(head: Entry, entry: Entry) -> bool:
    return any(_is_head(one, other) for one in (head.kk, head.ru) for other in (entry.kk, entry.ru) if one and other)


def _is_head(head: ClauseText, text: ClauseText) -> bool:
    """Whether `text` stands in the list that `head` opens: below it, or, a paragraph without a number, behind it."""
    if head.language is not text.language or not head.plain.rstrip().endswith(":"):
        return False
    if text.clause.startswith(f"{head.clause}/"):
        return True
    above, _, name = text.clause.rpartition("/")
    return name.startswith("p-") and above == head.clause.rpartition("/")[0] and text.origin > head.origin


def _settle_denials(entry: Entry, other: Entry) -> None:
    """A denial more in Kazakh here and one more in Russian there are the same one."""
    for ours in list(entry.unbalanced):
        for theirs in list(other.unbalanced):
            if ours.kind is theirs.kind and ours.more_in_kk and theirs.more_in_ru:
                entry.unbalanced.remove(ours)
                other.unbalanced.remove(theirs)
                break


def _settle_softly(entry: Entry, other: Entry) -> None:
    """A denial in each item of a list stands once, or in a softer word, in the head that the other language has, and
    that of a split sentence in the part that has no twin."""
    for ours in list(entry.unbalanced):
        side = other.ru if ours.more_in_kk else other.kk
        if side and may_say(ours.kind, side):
            entry.unbalanced.remove(ours)
