"""Which decisions hold on which findings."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.model import Finding, FindingVerdict, JudgedFinding, VerdictNote
from kb.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictState:
    """The decisions of people beside the findings of a build.

    `holding` is the decision that holds, by the id of a finding; `history` all decisions on a finding or on its places
    as they stood before. `fixed` are confirmed decisions whose finding an amendment took away: it stands no more,
    none is left between its places, and the base still has texts of both (a source that was taken out mends nothing).
    """

    holding: Mapping[str, VerdictNote]
    history: Mapping[str, tuple[VerdictNote, ...]]
    fixed: tuple[VerdictNote, ...]

    def judged(self, finding: Finding) -> JudgedFinding:
        """A finding with what holds on it."""
        note = self.holding.get(finding.id)
        return JudgedFinding(
            finding=finding,
            verdict=note.verdict if note else FindingVerdict.OPEN,
            history=self.history.get(finding.id, ()),
        )

    def with_verdict(self, verdict: FindingVerdict) -> tuple[str, ...]:
        """Ids of the findings on which this decision holds; for OPEN of those on which another does."""
        decided = {name: note.verdict for name, note in self.holding.items() if note.verdict is not FindingVerdict.OPEN}
        if verdict is FindingVerdict.OPEN:
            return tuple(sorted(decided))
        return tuple(sorted(name for name, holds in decided.items() if holds is verdict))


def read_verdicts(base: Reader) -> VerdictState:
    """The state of all decisions.

    A decision holds for its own finding; where that is gone for one without a decision of its own that cites the same
    words of the same clauses (the service may go by another id since). Where a clause changed, it is history of what
    stands there now.
    """
    notes = base.verdicts()
    present = base.findings_decided_on()
    of_words, of_places = base.findings_of_decided_words(), base.findings_of_decided_places()
    holding: dict[str, VerdictNote] = {}
    history: dict[str, list[VerdictNote]] = defaultdict(list)
    newest: dict[str, VerdictNote] = {note.finding: note for note in notes}
    stands: dict[str, bool] = {}
    for note in notes:
        if note.finding in present:
            holding[note.finding] = note
            history[note.finding].append(note)
    for note in notes:
        if present.get(note.finding):
            continue
        same = {} if note.finding in present else of_words.get(note.words, {})
        same = {name: standing for name, standing in same.items() if name not in present}
        for name in same:
            holding[name] = note
            history[name].append(note)
        place = (note.kind.value, min(note.places), max(note.places))
        later = () if any(same.values()) else of_places.get(place, ())
        for name in later:
            history[name].append(note)
        stands[note.finding] = bool(later) or any(same.values())
    mended = [note for name, note in newest.items() if stands.get(name) is False]
    mended = [note for note in mended if note.verdict is FindingVerdict.CONFIRMED]
    told = base.places_told({place for note in mended for place in note.places})
    fixed = tuple(note for note in mended if told.issuperset(note.places))
    return VerdictState(holding=holding, history={name: _in_order(ones) for name, ones in history.items()}, fixed=fixed)


def _in_order(notes: Iterable[VerdictNote]) -> tuple[VerdictNote, ...]:
    return tuple(sorted(notes, key=lambda one: one.id or 0))
