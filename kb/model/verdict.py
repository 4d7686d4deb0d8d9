"""What people decided on findings."""

from dataclasses import dataclass
from datetime import datetime

from kb.model.finding import Finding, FindingClass, FindingVerdict


@dataclass(frozen=True, slots=True, kw_only=True)
class VerdictNote:
    """A decision on a finding, held against the digests of both clauses.

    It holds for its finding, and where that is gone for the one of its class that cites the same words of the same two
    clauses (`words`, kb.model.finding); a finding between the same places whose clauses changed since has it in its
    history. `author` is the name of the person or key, `role` what it may do.
    """

    finding: str
    kind: FindingClass
    digests: tuple[str, str]
    places: tuple[str, str]
    words: str
    verdict: FindingVerdict
    reason: str
    author: str
    role: str
    at: datetime
    id: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgedFinding:
    """A finding with the decision that holds and all decisions on its places, the oldest first.

    `returned` where a decision was taken on it before one of its clauses changed.
    """

    finding: Finding
    verdict: FindingVerdict = FindingVerdict.OPEN
    history: tuple[VerdictNote, ...] = ()

    @property
    def returned(self) -> bool:
        """Whether people decided on it as it stood before."""
        return self.verdict is FindingVerdict.OPEN and any(one.words != self.finding.words for one in self.history)
