"""Sentences that the rules and their table have nearly word for word, and where they differ in what they say."""

import re
from collections.abc import Iterator
from itertools import chain

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.parity.sign import ParityKind
from kb.compare.parity.signs import match_signs, read_signs
from kb.compare.within_act.parts import parts_of
from kb.compare.within_act.told import Told
from kb.model import FindingClass

WORD = re.compile(r"[^\W\d_]{3,}")
STEM = 6  # letters; endings differ in rules and table
FEWEST = 8  # words; shorter sentences are alike by chance
ALIKE = 0.6  # share of common words of all words of both

# What may differ, and the class of a difference; numbers of points and annexes differ in rules and table anyway.
CLASSES = {
    ParityKind.TERM: FindingClass.DEADLINE,
    ParityKind.BOUND: FindingClass.DEADLINE,
    ParityKind.PERSON: FindingClass.ELIGIBILITY,
    ParityKind.DOCUMENT: FindingClass.DOCUMENTS,
    ParityKind.DOCUMENT_FORM: FindingClass.DOCUMENTS,
    ParityKind.NEGATION: FindingClass.WITHIN_RECORD,
    ParityKind.EXCEPTION: FindingClass.WITHIN_RECORD,
}
# Of these, what one of the two says and the other leaves out is a difference as well.
LEFT_OUT = (ParityKind.DOCUMENT_FORM, ParityKind.NEGATION, ParityKind.EXCEPTION)


def find_differing_items(material: ActMaterial) -> Iterator[Clash]:
    """Each clause of the rules with the clause of their table that is nearly the same and says something else; each
    clause once, the likest first."""
    for part in parts_of(material):
        rows = [(told, words) for told in part.rows if told.topic and len(words := _words(told)) >= FEWEST]
        points = [(told, words) for told in part.points if not told.heading and len(words := _words(told)) >= FEWEST]
        alike = [
            (share, one, other)
            for one, words in points
            for other, others in rows
            if (share := _likeness(words, others)) >= ALIKE
        ]
        taken: set[Told] = set()
        for _, one, other in sorted(alike, key=lambda found: -found[0]):
            if one not in taken and other not in taken:
                taken |= {one, other}
                yield from _differing(one, other)


def _words(told: Told) -> frozenset[str]:
    return frozenset(word[:STEM] for word in WORD.findall(told.text.plain))


def _likeness(words: frozenset[str], others: frozenset[str]) -> float:
    """The share of common words of all words; nought where the lengths alone tell that it is small."""
    if min(len(words), len(others)) < ALIKE * max(len(words), len(others)):
        return 0.0
    return len(words & others) / len(words | others)


def _differing(point: Told, row: Told) -> Iterator[Clash]:
    ours, theirs = match_signs(read_signs(point.text), read_signs(row.text))
    kinds, both = {sign.kind for sign in chain(ours, theirs)}, {one.kind for one in ours} & {one.kind for one in theirs}
    kind = next((kind for kind in CLASSES if kind in (kinds if kind in LEFT_OUT else both)), None)
    if kind is not None:
        yield Clash(kind=CLASSES[kind], a=point.point(), b=row.point(), reason="said_otherwise_in_table")
