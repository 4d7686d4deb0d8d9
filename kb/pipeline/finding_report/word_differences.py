"""Which words of two clauses differ, and the clauses cut into pieces for it."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import pairwise

from kb.pipeline.finding_report.clause_text import ClauseText
from kb.read import WordChangeKind
from kb.read.word_changes import compare_words
from kb.text import find_numbers, fold

# From this share of common letters on two wordings are told apart word by word; below, every word would be marked.
LIKE = 0.5

_UNIT = re.compile(r"(?:\s+[^\W\d]+){1,2}")  # "working days"

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of letters of a clause; `quoted` where the finding cites it, `differs` where the other side has it not."""

    text: str
    quoted: bool = False
    differs: bool = False


def differing(one: ClauseText, other: ClauseText, *, same_language: bool) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The half-open places of what differs in each text.

    Two wordings in one language are compared word by word: the whole clauses where they are alike, else the quotes.
    What is left, and two languages, are compared by the numbers in the quotes. Of two languages often one word is
    quoted on one side and the whole clause on the other: a number that stands elsewhere in the other clause differs
    only where no other does.
    """
    if same_language:
        for left, right in (((0, len(one.text)), (0, len(other.text))), (one.quote, other.quote)):
            found = _by_words(one.text[slice(*left)], other.text[slice(*right)])
            if found is not None:
                return _moved(found[0], left[0]), _moved(found[1], right[0])
    found = _by_numbers(one.quoted, other.quoted, same_language=same_language)
    if not same_language:
        found = _absent(found, one, other)
    return _moved(found[0], one.quote[0]), _moved(found[1], other.quote[0])


def _absent(found: tuple[list[Span], list[Span]], one: ClauseText, other: ClauseText) -> tuple[list[Span], list[Span]]:
    values = _Counted.of(one.text).values, _Counted.of(other.text).values
    gone = [span for span in found[0] if not _Counted.of(one.quoted[slice(*span)]).values & values[1]]
    come = [span for span in found[1] if not _Counted.of(other.quoted[slice(*span)]).values & values[0]]
    return (gone, come) if gone or come else found


def pieces_of(clause: ClauseText, differences: Sequence[Span]) -> tuple[Piece, ...]:
    """The clause in pieces, in order and without a gap."""
    cuts = sorted({0, len(clause.text), *clause.quote, *(place for span in differences for place in span)})
    return tuple(
        Piece(
            text=clause.text[start:end],
            quoted=_holds(clause.quote, start),
            differs=any(_holds(span, start) for span in differences),
        )
        for start, end in pairwise(cuts)
    )


def _holds(span: Span, place: int) -> bool:
    return span[0] <= place < span[1]


def _by_words(one: str, other: str) -> tuple[list[Span], list[Span]] | None:
    """None for wordings that have too little in common."""
    left = right = same = 0
    gone: list[Span] = []
    come: list[Span] = []
    for change in compare_words(one, other):
        length = len(change.words)
        if change.kind is not WordChangeKind.ADDED:
            if change.kind is WordChangeKind.REMOVED:
                gone.append(_without_blanks(one, left, left + length))
            left += length
        if change.kind is not WordChangeKind.REMOVED:
            if change.kind is WordChangeKind.ADDED:
                come.append(_without_blanks(other, right, right + length))
            right += length
        if change.kind is WordChangeKind.SAME:
            same += length
    if 2 * same < LIKE * (len(one) + len(other)):
        return None
    return [span for span in gone if span[0] < span[1]], [span for span in come if span[0] < span[1]]


def _by_numbers(one: str, other: str, *, same_language: bool) -> tuple[list[Span], list[Span]]:
    """Numbers that the other has not; in one language also what is counted, where one number counts two things."""
    left, right = _Counted.of(one), _Counted.of(other)
    gone = [span for value, span in left.numbers if value not in right.values]
    come = [span for value, span in right.numbers if value not in left.values]
    for value in sorted(left.once & right.once) if same_language else ():
        spans = left.with_unit(value), right.with_unit(value)
        if one[slice(*spans[0])].casefold() != other[slice(*spans[1])].casefold():
            gone.append(spans[0])
            come.append(spans[1])
    return gone, come


@dataclass(frozen=True, slots=True)
class _Counted:
    """A text with its numbers, each with its half-open place."""

    text: str
    numbers: tuple[tuple[Decimal, Span], ...]

    @classmethod
    def of(cls, text: str) -> "_Counted":
        folded = fold(text)
        return cls(text, tuple((one.value, folded.span(one.start, one.end)) for one in find_numbers(folded.text)))

    @property
    def values(self) -> frozenset[Decimal]:
        return frozenset(value for value, _ in self.numbers)

    @property
    def once(self) -> frozenset[Decimal]:
        counted = Counter(value for value, _ in self.numbers)
        return frozenset(value for value, times in counted.items() if times == 1)

    def with_unit(self, value: Decimal) -> Span:
        """The place of a number with the words that say what it counts."""
        start, end = next(span for one, span in self.numbers if one == value)
        unit = _UNIT.match(self.text, end)
        return start, unit.end() if unit else end


def _without_blanks(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), end - len(words) + len(words.rstrip())


def _moved(spans: Iterable[Span], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)
