"""What changed between two editions of a text, clause by clause and word by word."""

from collections import defaultdict, deque
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from kb.model import Document
from kb.read.own_words import OwnWords, own_words, plain_words
from kb.read.word_changes import WordChange, compare_words

# Below this likeness of words (0 to 1) two clauses of one id are two clauses; chosen on the editions in the
# real acts: reworded points lie above 0.45, other texts under a number that was given anew below 0.3.
SAME_CLAUSE = 0.4
# A clause without a partner of its id needs more: among many, one is alike by chance.
MOVED_CLAUSE = 0.6
# Clauses compared with all others when their ids do not meet; more of them are only compared by id and words.
MANY = 400


class ChangeKind(StrEnum):
    """What happened to a clause; a moved or renumbered one may be reworded as well."""

    ADDED = "added"
    REMOVED = "removed"
    REWORDED = "reworded"
    MOVED = "moved"
    RENUMBERED = "renumbered"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClauseChange:
    """One clause that differs: its ids before and after (None when it is not there), and its words."""

    kind: ChangeKind
    before: str | None
    after: str | None
    words: tuple[WordChange, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """The changes in the order of the later text; what was removed stands where it stood. `same` counts the rest."""

    changes: tuple[ClauseChange, ...]
    same: int


def compare_editions(before: Document, after: Document) -> Difference:
    """The changes from one text to another of the same act and language.

    Clauses are paired by equal words first, so that a point put in between renumbers those behind it and
    rewords none; then by id; then by likeness.
    """
    pairing = _Pairing(own_words(before), own_words(after))
    changes: list[tuple[tuple[float, int], ClauseChange]] = []
    for old, new in pairing.pairs:
        kind = _kind(old, new, pairing)
        if kind:
            changes.append(((new.place, 1), _change(kind, old, new)))
    changes += [((new.place, 1), _change(ChangeKind.ADDED, None, new)) for new in pairing.added]
    changes += [((pairing.place_after(old), 0), _change(ChangeKind.REMOVED, old, None)) for old in pairing.removed]
    ordered = tuple(change for _, change in sorted(changes, key=lambda pair: pair[0]))
    return Difference(changes=ordered, same=len(pairing.pairs) - sum(1 for one in ordered if one.before and one.after))


def _kind(old: OwnWords, new: OwnWords, pairing: "_Pairing") -> ChangeKind | None:
    if pairing.partner(old.above) != new.above:
        return ChangeKind.MOVED
    if old.clause.number != new.clause.number:
        return ChangeKind.RENUMBERED
    return ChangeKind.REWORDED if plain_words(old) != plain_words(new) else None


def _change(kind: ChangeKind, old: OwnWords | None, new: OwnWords | None) -> ClauseChange:
    return ClauseChange(
        kind=kind,
        before=old.clause.id if old else None,
        after=new.clause.id if new else None,
        words=compare_words(_shown(old), _shown(new)),
    )


def _shown(one: OwnWords | None) -> str:
    """Its own words; of a clause that only holds others its label, so that a change has words to show."""
    return (one.words or one.clause.label or "") if one else ""


class _Pairing:
    """Which clause of the earlier text is which of the later one."""

    def __init__(self, before: tuple[OwnWords, ...], after: tuple[OwnWords, ...]) -> None:
        self._before, self._after = before, after
        self._partner: dict[int, OwnWords] = {}
        self._taken: set[int] = set()
        self._by_words()
        self._by_id()
        self._by_likeness()
        self._by_place()
        self._id_after = {before[place].clause.id: new.clause.id for place, new in self._partner.items()}

    @property
    def pairs(self) -> list[tuple[OwnWords, OwnWords]]:
        return [(self._before[place], new) for place, new in sorted(self._partner.items())]

    @property
    def removed(self) -> list[OwnWords]:
        return [one for one in self._before if one.place not in self._partner]

    @property
    def added(self) -> list[OwnWords]:
        return [one for one in self._after if one.place not in self._taken]

    def partner(self, clause: str | None) -> str | None:
        """The later id of a clause, None for the text as a whole; the id itself when it has no partner."""
        return self._id_after.get(clause, clause) if clause else None

    def place_after(self, old: OwnWords) -> float:
        """Where a clause that is gone would stand in the later text: behind what stood before it."""
        earlier = (self._partner[place].place for place in range(old.place - 1, -1, -1) if place in self._partner)
        return next(earlier, -1) + 0.5

    def _join(self, old: OwnWords, new: OwnWords) -> None:
        self._partner[old.place] = new
        self._taken.add(new.place)

    def _by_words(self) -> None:
        """Equal words: the clause of the same id where there is one, else the next one in order."""
        same: dict[tuple[str, str], deque[OwnWords]] = defaultdict(deque)
        for new in self._after:
            same[new.clause.kind, plain_words(new)].append(new)
        ids = {(new.clause.id, plain_words(new)): new for new in self._after}
        for old in self._before:
            found = ids.get((old.clause.id, plain_words(old)))
            if found and found.clause.kind is old.clause.kind and plain_words(old):
                self._join(old, found)
        for old in self.removed:
            waiting = same[old.clause.kind, plain_words(old)]
            while waiting and waiting[0].place in self._taken:
                waiting.popleft()
            if waiting and plain_words(old):
                self._join(old, waiting.popleft())

    def _by_id(self) -> None:
        ids = {new.clause.id: new for new in self.added}
        for old in self.removed:
            new = ids.get(old.clause.id)
            if new and (not plain_words(old) or not plain_words(new) or _likeness(old, new) >= SAME_CLAUSE):
                self._join(old, new)

    def _by_likeness(self) -> None:
        left, right = self.removed, self.added
        if len(left) > MANY or len(right) > MANY:
            return
        found = [
            (likeness, old, new)
            for old in left
            for new in right
            if old.clause.kind is new.clause.kind and (likeness := _likeness(old, new)) >= MOVED_CLAUSE
        ]
        for _, old, new in sorted(found, key=lambda one: (-one[0], abs(one[1].place - one[2].place))):
            if old.place not in self._partner and new.place not in self._taken:
                self._join(old, new)

    def _by_place(self) -> None:
        """What only holds others and is left over on both sides under one id is one place with another label."""
        ids = {new.clause.id: new for new in self.added if not new.words}
        for old in self.removed:
            if not old.words and (new := ids.get(old.clause.id)):
                self._join(old, new)


def _likeness(old: OwnWords, new: OwnWords) -> float:
    return Indel.normalized_similarity(plain_words(old).split(), plain_words(new).split(), score_cutoff=0.0)
