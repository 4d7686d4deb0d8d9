"""Questions about findings and about what people decided on them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, tuple_

from kb.model import Finding, FindingClass, FindingVerdict, Issue, VerdictNote
from kb.model.finding_shapes import finding_from_json
from kb.store.finding_tables import CheckRow, FindingRow, VerdictRow
from kb.store.payloads import issue_from_json
from kb.store.portions import PORTION

ORDER = (FindingRow.rank, FindingRow.kind, FindingRow.service, FindingRow.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings are asked for; an empty condition asks for all, several values are
    alternatives."""

    kinds: Sequence[str] = ()
    services: Sequence[str] = ()
    bodies: Sequence[str] = ()
    severities: Sequence[str] = ()
    ids: Sequence[str] | None = None
    not_ids: Sequence[str] = ()


class FindingReader:
    """The findings of the last build, and the verdicts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def findings(
        self, wanted: FindingFilter | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Finding]:
        """Findings, the most severe first, then by class, service and id; from behind the finding `after`."""
        query = select(FindingRow.service, FindingRow.payload).order_by(*ORDER).limit(limit)
        query = query.where(*_conditions(wanted or FindingFilter()))
        if after is not None:
            last = self._connection.execute(select(*ORDER).where(FindingRow.id == after)).first()
            if last is None:
                return
            query = query.where(tuple_(*ORDER) > tuple_(*last))
        for row in self._connection.execute(query, execution_options={"yield_per": PORTION}):
            yield finding_from_json(row.payload, row.service or None)

    def finding(self, name: str) -> Finding | None:
        """The finding of an id."""
        row = self._connection.execute(
            select(FindingRow.service, FindingRow.payload).where(FindingRow.id == name)
        ).first()
        return finding_from_json(row.payload, row.service or None) if row else None

    def finding_counts(self, column: str, wanted: FindingFilter | None = None) -> dict[str, int]:
        """How many findings there are by `kind`, `service`, `body` or `severity`."""
        counted = {
            "kind": FindingRow.kind,
            "service": FindingRow.service,
            "body": FindingRow.body,
            "severity": FindingRow.severity,
        }[column]
        query = (
            select(counted, func.count())
            .where(*_conditions(wanted or FindingFilter()))
            .group_by(counted)
            .order_by(counted)
        )
        return {str(name): count for name, count in self._connection.execute(query)}

    def checks(self) -> dict[str, str]:
        """The fingerprint of every service and act that was checked."""
        return {row.subject: row.fingerprint for row in self._stream(select(CheckRow.subject, CheckRow.fingerprint))}

    def check_issues(self) -> tuple[Issue, ...]:
        """What the checks could not weigh, by document and line."""
        told = [issue_from_json(one) for row in self._stream(select(CheckRow.issues)) for one in row.issues]
        return tuple(sorted(set(told), key=lambda one: (one.document, one.line or 0, one.code, one.message)))

    def verdicts(self) -> tuple[VerdictNote, ...]:
        """All decisions, the oldest first."""
        return tuple(_note(row) for row in self._stream(select(VerdictRow.__table__).order_by(VerdictRow.id)))

    def known_findings(self, ids: Sequence[str]) -> frozenset[str]:
        """Those of the ids that findings of the base have."""
        found: set[str] = set()
        for start in range(0, len(ids), PORTION):
            portion = ids[start : start + PORTION]
            found.update(self._connection.execute(select(FindingRow.id).where(FindingRow.id.in_(portion))).scalars())
        return frozenset(found)

    def findings_of_words(self, words: str) -> tuple[str, ...]:
        """Ids of the findings that cite the same words of the same two clauses."""
        query = select(FindingRow.id).where(FindingRow.words == words)
        return tuple(self._connection.execute(query.order_by(FindingRow.id)).scalars())

    def findings_of_places(self, kind: str, places: tuple[str, str]) -> tuple[str, ...]:
        """Ids of the findings of a class between these clauses, whatever their words."""
        low, high = sorted(places)
        query = select(FindingRow.id).where(
            FindingRow.kind == kind, FindingRow.place_a == low, FindingRow.place_b == high
        )
        return tuple(self._connection.execute(query.order_by(FindingRow.id)).scalars())

    def _stream(self, query: Select[*tuple[Any, ...]]) -> Any:
        return self._connection.execute(query, execution_options={"yield_per": PORTION})


def _conditions(wanted: FindingFilter) -> list[ColumnElement[bool]]:
    columns = (
        (FindingRow.kind, wanted.kinds),
        (FindingRow.service, wanted.services),
        (FindingRow.body, wanted.bodies),
        (FindingRow.severity, wanted.severities),
    )
    conditions: list[ColumnElement[bool]] = [column.in_(values) for column, values in columns if values]
    if wanted.ids is not None:
        conditions.append(FindingRow.id.in_(wanted.ids))
    if wanted.not_ids:
        conditions.append(FindingRow.id.not_in(wanted.not_ids))
    return conditions


def _note(row: Row[Any]) -> VerdictNote:
    return VerdictNote(
        id=row.id,
        finding=row.finding,
        kind=FindingClass(row.kind),
        digests=(row.digest_a, row.digest_b),
        places=(row.place_a, row.place_b),
        words=row.words,
        verdict=FindingVerdict(row.verdict),
        reason=row.reason,
        author=row.author,
        role=row.role,
        at=datetime.fromisoformat(row.at),
    )
