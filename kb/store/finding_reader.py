"""Questions about findings and about what people decided on them."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, Select, func, select, tuple_

from kb.model import Finding, FindingClass, FindingVerdict, Issue, VerdictNote
from kb.model.finding_shapes import finding_from_json
from kb.store.finding_tables import CheckRow, FindingRow, VerdictRow
from kb.store.payloads import issue_from_json
from kb.store.portions import PORTION, in_portions
from kb.store.tables import ActNameRow, DocumentRow

ORDER = (FindingRow.past, FindingRow.rank, FindingRow.kind, FindingRow.service, FindingRow.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingFilter:
    """Which findings are asked for; an empty condition asks for all, several values are alternatives. `past` True asks
    for those of past editions alone, False for those that stand."""

    kinds: Sequence[str] = ()
    services: Sequence[str] = ()
    bodies: Sequence[str] = ()
    severities: Sequence[str] = ()
    ids: Sequence[str] | None = None
    not_ids: Sequence[str] = ()
    past: bool | None = None


class FindingReader:
    """The findings of the last build, and the verdicts."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def findings(
        self, wanted: FindingFilter | None = None, *, after: str | None = None, limit: int | None = None
    ) -> Iterator[Finding]:
        """Findings, those that stand before those of past editions, the most severe first, then by class, service and
        id; from behind the finding `after`."""
        query = select(FindingRow.service, FindingRow.payload).order_by(*ORDER).limit(limit)
        query = query.where(*_conditions(wanted or FindingFilter()))
        if after is not None:
            place = select(*ORDER).where(FindingRow.id == after, FindingRow.shown.is_(True))
            last = self._connection.execute(place).first()
            if last is None:
                return
            query = query.where(tuple_(*ORDER) > tuple_(*last))
        for row in self._connection.execute(query, execution_options={"yield_per": PORTION}):
            yield finding_from_json(row.payload, row.service or None)

    def finding(self, name: str) -> Finding | None:
        """The finding of an id."""
        row = self._connection.execute(
            select(FindingRow.service, FindingRow.payload).where(FindingRow.id == name, FindingRow.shown.is_(True))
        ).first()
        return finding_from_json(row.payload, row.service or None) if row else None

    def finding_counts(self, column: str, wanted: FindingFilter | None = None) -> dict[str, int]:
        """How many findings there are by `kind`, `service`, `body`, `severity` or `past` (`True`)."""
        counted = {
            "kind": FindingRow.kind,
            "service": FindingRow.service,
            "body": FindingRow.body,
            "severity": FindingRow.severity,
            "past": FindingRow.past,
        }[column]
        query = (
            select(counted, func.count())
            .where(*_conditions(wanted or FindingFilter()))
            .group_by(counted)
            .order_by(counted)
        )
        return {str(name): count for name, count in self._connection.execute(query)}

    def checks(self, subject: str | None = None) -> dict[str, str]:
        """The fingerprint of every service and edition that was checked, or of one."""
        query = _of_check(select(CheckRow.subject, CheckRow.fingerprint), subject)
        return {row.subject: row.fingerprint for row in self._stream(query)}

    def check_cites(self, subject: str | None = None) -> dict[str, dict[str, str]]:
        """What each check (or one) asked of acts of the base, as it stood then: digests by the name of the question."""
        query = _of_check(select(CheckRow.subject, CheckRow.cites), subject)
        return {row.subject: row.cites for row in self._stream(query) if row.cites}

    def findings_of_check(self, subject: str) -> tuple[Finding, ...]:
        """What the check of a subject found, in its order, whoever else found it."""
        query = select(FindingRow.service, FindingRow.payload).where(FindingRow.checked == subject)
        rows = self._stream(query.order_by(FindingRow.position))
        return tuple(finding_from_json(row.payload, row.service or None) for row in rows)

    def check_issues(self) -> tuple[Issue, ...]:
        """What the checks could not weigh, by document and line."""
        told = [issue_from_json(one) for row in self._stream(select(CheckRow.issues)) for one in row.issues]
        return tuple(sorted(set(told), key=lambda one: (one.document, one.line or 0, one.code, one.message)))

    def verdicts(self) -> tuple[VerdictNote, ...]:
        """All decisions, the oldest first."""
        return tuple(_note(row) for row in self._stream(select(VerdictRow.__table__).order_by(VerdictRow.id)))

    def findings_decided_on(self) -> dict[str, bool]:
        """Ids of the findings of the base that decisions name, each with whether it stands (else past editions alone
        have it)."""
        query = select(FindingRow.id, FindingRow.past).where(
            FindingRow.id.in_(select(VerdictRow.finding)), FindingRow.shown.is_(True)
        )
        return {row.id: not row.past for row in self._stream(query)}

    def findings_of_decided_words(self) -> dict[str, dict[str, bool]]:
        """Ids of the findings that cite the words of a decision, the same of the same two clauses, by those words, each
        with whether it stands."""
        query = select(FindingRow.words, FindingRow.id, FindingRow.past).where(
            FindingRow.words.in_(select(VerdictRow.words)), FindingRow.shown.is_(True)
        )
        found: dict[str, dict[str, bool]] = defaultdict(dict)
        for row in self._stream(query.order_by(FindingRow.id)):
            found[row.words][row.id] = not row.past
        return found

    def places_told(self, places: Iterable[str]) -> frozenset[str]:
        """Those places (`Side.place`) whose act or document the base has a text of."""
        names = {place: place.rpartition("#")[0] for place in places}
        told: set[str] = set()
        for portion in in_portions(sorted(set(names.values()))):
            for named in (DocumentRow.document, ActNameRow.name):
                told.update(self._connection.execute(select(named).where(named.in_(portion))).scalars())
        return frozenset(place for place, name in names.items() if name in told)

    def findings_of_decided_places(self) -> dict[tuple[str, str, str], tuple[str, ...]]:
        """Ids of the findings that stand, of the class of a decision between its clauses, whatever their words, by the
        class and the places of both clauses in their own order."""
        same = (
            (VerdictRow.kind == FindingRow.kind)
            & (VerdictRow.place_a == FindingRow.place_a)
            & (VerdictRow.place_b == FindingRow.place_b)
        )
        columns = (FindingRow.kind, FindingRow.place_a, FindingRow.place_b, FindingRow.id)
        stands = (FindingRow.shown.is_(True), FindingRow.past.is_(False))
        query = select(*columns).join(VerdictRow, same).where(*stands).distinct()
        found: dict[tuple[str, str, str], list[str]] = defaultdict(list)
        for kind, a, b, name in self._stream(query.order_by(FindingRow.id)):
            found[kind, a, b].append(name)
        return {key: tuple(names) for key, names in found.items()}

    def _stream(self, query: Select[*tuple[Any, ...]]) -> Any:
        return self._connection.execute(query, execution_options={"yield_per": PORTION})


def _of_check(query: Select[*tuple[Any, ...]], subject: str | None) -> Select[*tuple[Any, ...]]:
    return query if subject is None else query.where(CheckRow.subject == subject)


def _conditions(wanted: FindingFilter) -> list[ColumnElement[bool]]:
    columns = (
        (FindingRow.kind, wanted.kinds),
        (FindingRow.service, wanted.services),
        (FindingRow.body, wanted.bodies),
        (FindingRow.severity, wanted.severities),
    )
    conditions: list[ColumnElement[bool]] = [column.in_(values) for column, values in columns if values]
    conditions.append(FindingRow.shown.is_(True))
    if wanted.past is not None:
        conditions.append(FindingRow.past.is_(wanted.past))
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
