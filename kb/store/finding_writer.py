"""Storing findings and verdicts."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import Row, bindparam, delete, insert, select, update

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
        cites: Mapping[str, str] | None = None,
    ) -> None:
        """Replaces what the check of a subject found, each finding with the body that owns its service. `cites` is the
        state of what the check asked of other acts.

        What several checks found is shown once: as it stands, else as of the newest edition that has it."""
        self.drop_checks([subject])
        rows = {
            one.id: _row(one, body, subject=subject, position=position) for position, (one, body) in enumerate(findings)
        }
        if rows:
            self._connection.execute(insert(FindingRow), list(rows.values()))
            self._show(rows)
        self._connection.execute(
            insert(CheckRow),
            {
                "subject": subject,
                "fingerprint": fingerprint,
                "issues": [issue_to_json(one) for one in issues],
                "cites": dict(cites or {}),
            },
        )

    def note_failed_check(self, subject: str, issue: Issue) -> None:
        """Keeps what an earlier check of the subject found, and that it must be checked again."""
        self._connection.execute(delete(CheckRow).where(CheckRow.subject == subject))
        told = {"subject": subject, "fingerprint": FAILED, "issues": [issue_to_json(issue)], "cites": {}}
        self._connection.execute(insert(CheckRow), told)

    def forget_fingerprints(self) -> None:
        """Lets the next check look at everything; what was found stays until then."""
        self._connection.execute(update(CheckRow).values(fingerprint=FAILED))

    def drop_checks(self, subjects: Iterable[str]) -> None:
        """Forgets what the checks of these subjects found."""
        for portion in in_portions(subjects):
            gone = delete(FindingRow).where(FindingRow.checked.in_(portion)).returning(FindingRow.id)
            self._show(set(self._connection.execute(gone).scalars()))
            self._connection.execute(delete(CheckRow).where(CheckRow.subject.in_(portion)))

    def _show(self, names: Iterable[str]) -> None:
        """Shows each of these findings once, whoever found it."""
        columns = (FindingRow.id, FindingRow.checked, FindingRow.shown, FindingRow.past, FindingRow.until)
        turned: list[dict[str, object]] = []
        for portion in in_portions(names):
            found: dict[str, list[Row[*tuple[Any, ...]]]] = defaultdict(list)
            for row in self._connection.execute(select(*columns).where(FindingRow.id.in_(portion))):
                found[row.id].append(row)
            for ones in found.values():
                standing = [one.checked for one in ones if not one.past]
                first = min(standing) if standing else max((one.until, one.checked) for one in ones)[1]
                turned += [
                    {"name": one.id, "subject": one.checked, "is_shown": one.checked == first}
                    for one in ones
                    if one.shown != (one.checked == first)
                ]
        if turned:
            place = (FindingRow.id == bindparam("name"), FindingRow.checked == bindparam("subject"))
            self._connection.execute(update(FindingRow).where(*place).values(shown=bindparam("is_shown")), turned)

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
        "shown": True,
        "past": finding.until is not None,
        "until": finding.until.isoformat() if finding.until else "",
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
