"""Statements for the tests of rulings; all acts and services are invented."""

from datetime import date
from decimal import Decimal

from kb.model import (
    ActReference,
    ActType,
    Attribute,
    Bound,
    Channel,
    ChannelCode,
    Deadline,
    Evidence,
    Language,
    Purpose,
    Scope,
    ScopeField,
    SourceKind,
    Standing,
    Statement,
    Unit,
    Value,
)

NEW_ORDER = ActReference(type=ActType.ORDER, number="77", date=date(2031, 3, 2))
CITY = Scope(region=ScopeField(text="Астана", code="KZ-71"))
OTHER_CITY = Scope(region=ScopeField(text="Алматы", code="KZ-75"))
REISSUE = Scope(case=ScopeField(text="қайта беру"))
_LINES = iter(range(1, 1_000_000))


def stated(
    value: Value,
    *,
    scope: Scope | None = None,
    kind: SourceKind = SourceKind.STANDARD,
    act: str | None = None,
    edition: date | None = None,
    line: int | None = None,
    service: str = "act/annex",
    language: Language = Language.KK,
    standing: Standing = Standing.STATED,
    by: ActReference | None = None,
    since: date | None = None,
    until: date | None = None,
) -> Statement:
    """A statement on a line of its own unless one is given."""
    attribute = Attribute.CHANNEL if isinstance(value, Channel) else Attribute.DEADLINE
    line = line or next(_LINES)
    evidence = Evidence(
        document="d", snapshot="sha256:0", act=act, edition=edition, language=language, clause=None,
        start=line * 10, end=line * 10 + 1, line=line, quote="x",
    )  # fmt: skip
    return Statement(
        service=service, attribute=attribute, value=value, source_kind=kind, evidence=evidence,
        scope=scope or Scope(), standing=standing, by=by, valid_from=since, valid_to=until,
    )  # fmt: skip


def days(number: int | None, *, purpose: Purpose = Purpose.SERVICE) -> Deadline:
    """A term in working days."""
    return Deadline(
        value=None if number is None else Decimal(number), unit=Unit.WORKING_DAY, bound=Bound.MAX, purpose=purpose
    )


def channel(code: ChannelCode, *, only: bool = False, offered: bool = True) -> Channel:
    """A channel."""
    return Channel(code=code, only=only, offered=offered)
