"""Documents, statements and material for the tests of comparing; services and acts are invented."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal

from kb.compare.material import ServiceMaterial
from kb.model import (
    Attribute,
    Bound,
    Clause,
    ClauseKind,
    Deadline,
    Document,
    Language,
    Purpose,
    Scope,
    Service,
    Snapshot,
    SourceKind,
    StartEvent,
    Statement,
    Unit,
    Value,
)
from kb.model.service import RegisterStatus

DAY = date(2031, 5, 20)


def document(lines: Sequence[str], *, name: str = "rules.txt", digest: str = "sha256:1") -> Document:
    """A text with a clause a line, `point-1` and on."""
    text = "\n".join(lines)
    clauses, start = [], 0
    for number, line in enumerate(lines, start=1):
        clauses.append(
            Clause(
                id=f"point-{number}", kind=ClauseKind.POINT, start=start, end=start + len(line), language=Language.RU
            )
        )
        start += len(line) + 1
    snapshot = Snapshot(
        digest=digest, document=name, source="local", media_type="text/plain", size=len(text),
        taken_at=datetime(2031, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    return Document(
        snapshot=snapshot, text=text, language=Language.RU, layout="plain", title=None, blocks=(),
        clauses=tuple(clauses),
    )  # fmt: skip


def stated(
    source: Document,
    quote: str,
    value: Value,
    *,
    attribute: Attribute = Attribute.DEADLINE,
    kind: SourceKind = SourceKind.STANDARD,
    act: str | None = None,
    scope: Scope | None = None,
    service: str = "rules/annex-1",
    since: date | None = None,
    until: date | None = None,
) -> Statement:
    """A statement read from the first place of `quote` in a document."""
    start = source.text.index(quote)
    clause = next((one.id for one in source.clauses if one.start <= start < one.end), None)
    evidence = replace(source.cite(start, start + len(quote), clause), act=act)
    return Statement(
        service=service, attribute=attribute, value=value, source_kind=kind, evidence=evidence,
        scope=scope or Scope(), valid_from=since, valid_to=until,
    )  # fmt: skip


def term(
    number: int | str | None,
    unit: Unit = Unit.WORKING_DAY,
    *,
    bound: Bound = Bound.MAX,
    purpose: Purpose = Purpose.SERVICE,
    starts: StartEvent | None = None,
) -> Deadline:
    """A term."""
    value = None if number is None else Decimal(number)
    return Deadline(value=value, unit=unit, bound=bound, purpose=purpose, starts=starts)


def service(name: str = "77700501", **fields: str) -> Service:
    """A service."""
    return Service(
        id=name, ids=(name,), name_kk=fields.get("kk", "Құс тіркеу"), name_ru=fields.get("ru", "Регистрация птиц"),
        owner=None, codes={}, channels=(), paid=None, forms=(), recipients=(), sources=(),
        register_status=RegisterStatus.UNLISTED,
    )  # fmt: skip


def material(statements: Sequence[Statement], *documents: Document, day: date = DAY) -> ServiceMaterial:
    """What the rules read of a service with these statements."""
    texts = {one.snapshot.digest: one for one in documents}
    return ServiceMaterial(service=service(), day=day, statements=tuple(statements), text_of=texts.get)
