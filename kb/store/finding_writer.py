"""Storing findings and verdicts."""

from collections.abc import Iterable

from sqlalchemy import delete, insert, update

from kb.model import Finding, FindingSeverity, Issue, VerdictNote
from kb.model.finding_shapes import finding_to_json
from kb.store.finding_reader import FindingReader
from kb.store.finding_tables import CheckRow, FindingRow, VerdictRow
from kb.store.payloads import issue_to_json
from kb.store.portions import in_portions

FAILED = ""  # the fingerprint of a check that did not end
RANKS = {severity: rank for rank, severity in enumerate(FindingSeverity)}


class FindingWriter(FindingReader):
    """Changes findings; verdicts are only added."""

    def save_check(
        self,
        subject: str,
        fingerprint: str,
        findings: Iterable[tuple[Finding, str]],
        *,
        issues: Iterable[Issue] = (),
    ) -> int:
        """Replaces what the check of a subject found, each finding with the body that owns its service; how many there
        are. A finding that another subject's check has found already stays with that one."""
        self.drop_checks([subject])
        rows = {
            one.id: _row(one, body, subject=subject, position=position) for position, (one, body) in enumerate(findings)
        }
        known = self.known_findings(list(rows))
        kept = [row for name, row in rows.items() if name not in known]
        if kept:
            self._connection.execute(insert(FindingRow), kept)
        told = [issue_to_json(one) for one in issues]
        self._connection.execute(insert(CheckRow), {"subject": subject, "fingerprint": fingerprint, "issues": told})
        return len(kept)

    def note_failed_check(self, subject: str, issue: Issue) -> None:
        """Keeps what an earlier check of the subject found, and that it must be checked again."""
        self._connection.execute(delete(CheckRow).where(CheckRow.subject == subject))
        told = {"subject": subject, "fingerprint": FAILED, "issues": [issue_to_json(issue)]}
        self._connection.execute(insert(CheckRow), told)

    def forget_fingerprints(self) -> None:
        """Lets the next check look at everything; what was found stays until then."""
        self._connection.execute(update(CheckRow).values(fingerprint=FAILED))

    def drop_checks(self, subjects: Iterable[str]) -> None:
        """Forgets what the checks of these subjects found."""
        for portion in in_portions(subjects):
            names = list(portion)
            self._connection.execute(delete(FindingRow).where(FindingRow.checked.in_(names)))
            self._connection.execute(delete(CheckRow).where(CheckRow.subject.in_(names)))

    def add_verdict(self, note: VerdictNote) -> int:
        """Keeps a decision; its number."""
        row = {
            "finding": note.finding,
            "kind": note.kind.value,
            "digest_a": min(note.digests),
            "digest_b": max(note.digests),
            "place_a": min(note.places),
            "place_b": max(note.places),
            "words": note.words,
            "verdict": note.verdict.value,
            "reason": note.reason,
            "author": note.author,
            "role": note.role,
            "at": note.at.isoformat(timespec="seconds"),
        }
        return self._connection.execute(insert(VerdictRow).returning(VerdictRow.id), row).scalar_one()


def _row(finding: Finding, body: str, *, subject: str, position: int) -> dict[str, object]:
    digests = sorted((finding.a.digest, finding.b.digest))
    places = sorted((finding.a.place, finding.b.place))
    return {
        "id": finding.id,
        "checked": subject,
        "position": position,
        "service": finding.service or "",
        "kind": finding.kind.value,
        "severity": finding.severity.value,
        "rank": RANKS[finding.severity],
        "body": body,
        "digest_a": digests[0],
        "digest_b": digests[1],
        "place_a": places[0],
        "place_b": places[1],
        "words": finding.words,
        "payload": finding_to_json(finding, None),
    }
