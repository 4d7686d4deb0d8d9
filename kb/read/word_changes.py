"""The words of a clause in two wordings: what stayed, what went, what came."""

import re
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

_WORDS = re.compile(r"\w+(?:[-./]\w+)*|[^\w\s]+|\s+")


class WordChangeKind(StrEnum):
    """Fate of a stretch of words."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class WordChange:
    """A stretch of words, as printed, with its blanks."""

    kind: WordChangeKind
    words: str


def compare_words(before: str, after: str) -> tuple[WordChange, ...]:
    """The stretches in order; those that are the same or added give the later wording, the others the earlier.

    What went stands before what came in its place, and words that changed one after the other are one change.
    """
    old, new = _WORDS.findall(before), _WORDS.findall(after)
    changes: list[WordChange] = []
    removed, added = "", ""
    for step in Indel.opcodes(old, new):
        gone, come = "".join(old[step.src_start : step.src_end]), "".join(new[step.dest_start : step.dest_end])
        if step.tag != "equal" or (come.isspace() and (removed or added)):
            removed, added = removed + gone, added + come
        else:
            changes += _changed(removed, added)
            removed = added = ""
            changes.append(WordChange(WordChangeKind.SAME, come))
    return (*changes, *_changed(removed, added))


def _changed(removed: str, added: str) -> list[WordChange]:
    if removed == added:
        return [WordChange(WordChangeKind.SAME, added)] if added else []
    kinds = ((WordChangeKind.REMOVED, removed), (WordChangeKind.ADDED, added))
    return [WordChange(kind, words) for kind, words in kinds if words]
