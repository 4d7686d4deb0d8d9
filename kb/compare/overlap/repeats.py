"""Which passages repeat which: what may be held against each other, without squares of what many share."""

from array import array
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from kb.compare.overlap.candidates import Pairs
from kb.compare.overlap.shelf import Numbers, Shelf
from kb.compare.overlap.wordings import Wordings

# A wording that stands, with those like it, at more places than this is common: each of its places is shown beside one
# other only, and it tells nothing of two acts. All pairs of such places would be their square.
COMMON = 24


@dataclass(frozen=True, slots=True)
class Repeats:
    """Pairs of passages by number, the lower one first; `common` where many share the words."""

    one: Numbers
    other: Numbers
    common: npt.NDArray[np.bool_]

    def __len__(self) -> int:
        return len(self.one)


def find_repeats(shelf: Shelf, wordings: Wordings, alike: Pairs) -> Repeats:
    """The passages that repeat one another, in order.

    Passages of another work are held against each other, and of one text those of different clauses; editions of one
    work are not, nor are its texts in two languages.
    """
    partners: Mapping[int, list[int]] = defaultdict(list)
    met = wordings.places.copy()
    for one, other in alike.tolist():
        partners[one].append(other)
        met[one] += wordings.places[other]
        met[other] += wordings.places[one]
    found, common = array("Q"), array("B")
    for wording in range(len(wordings)):
        ours = wordings.passages(wording)
        for partner in (wording, *partners.get(wording, ())):
            many = bool(max(met[wording], met[partner]) > COMMON)
            theirs = wordings.passages(partner)
            pairs = _one_each(shelf, ours, theirs) if many else _all_pairs(shelf, ours, theirs)
            found.extend(pairs.tolist())
            common.extend([many] * len(pairs))
    return _in_order(np.array(found, dtype=np.uint64), np.array(common, dtype=np.bool_))


def _in_order(codes: npt.NDArray[np.uint64], common: npt.NDArray[np.bool_]) -> Repeats:
    codes, first = np.unique(codes, return_index=True)
    half = np.uint64(32)
    return Repeats((codes >> half).astype(np.int64), (codes & np.uint64(2**32 - 1)).astype(np.int64), common[first])


def _coded(one: Numbers, other: Numbers) -> npt.NDArray[np.uint64]:
    low, high = np.minimum(one, other).astype(np.uint64), np.maximum(one, other).astype(np.uint64)
    return np.unique((low << np.uint64(32)) | high)


def _all_pairs(shelf: Shelf, ours: Numbers, theirs: Numbers) -> npt.NDArray[np.uint64]:
    one, other = np.repeat(ours, len(theirs)), np.tile(theirs, len(ours))
    within = (shelf.texts[one] == shelf.texts[other]) & (shelf.clauses[one] != shelf.clauses[other])
    meet = (shelf.works[one] != shelf.works[other]) | within
    return _coded(one[meet], other[meet])


def _one_each(shelf: Shelf, ours: Numbers, theirs: Numbers) -> npt.NDArray[np.uint64]:
    """Each passage of either side with the first on the other that it may be held against."""
    forth, back = _first_beside(shelf, ours, theirs), _first_beside(shelf, theirs, ours)
    one, other = np.concatenate((ours, theirs)), np.concatenate((forth, back))
    return _coded(one[other >= 0], other[other >= 0])


def _first_beside(shelf: Shelf, ours: Numbers, theirs: Numbers) -> Numbers:
    """For each of ours the first of theirs that it may be held against, -1 where there is none."""
    works, texts, clauses = shelf.works[theirs], shelf.texts[theirs], shelf.clauses[theirs]
    second = np.flatnonzero(works != works[0])[:1]
    found = np.full(len(ours), -1, dtype=np.int64)
    for place, (work, text, clause) in enumerate(
        zip(shelf.works[ours], shelf.texts[ours], shelf.clauses[ours], strict=True)
    ):
        if works[0] != work:
            found[place] = theirs[0]
        elif len(second):
            found[place] = theirs[second[0]]
        else:
            found[place] = _in_text(theirs, clauses, *np.searchsorted(texts, [text, text + 1]).tolist(), clause=clause)
    return found


def _in_text(theirs: Numbers, clauses: Numbers, first: int, behind: int, *, clause: int) -> int:
    """The first of a stretch that stands in another clause, -1 where none does."""
    if first == behind:
        return -1
    # nearly always one of the two ends; looking at all for each of many would be their square
    for place in (first, behind - 1):
        if clauses[place] != clause:
            return int(theirs[place])
    others = np.flatnonzero(clauses[first:behind] != clause)
    return int(theirs[first + others[0]]) if len(others) else -1
