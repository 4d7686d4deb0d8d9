"""Services told of by eight sources each, for measuring what checking them costs."""

import random
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from decimal import Decimal

from kb.model import (
    Attribute,
    Bound,
    Channel,
    ChannelCode,
    Clause,
    ClauseKind,
    Deadline,
    Document,
    Fee,
    FeeKind,
    Language,
    Mention,
    RequiredDocument,
    Service,
    Snapshot,
    SourceKind,
    Statement,
    Unit,
    Value,
)

SOURCES = 8
DISAGREE = 0.04  # share of the values that one source tells otherwise
DAY = date(2031, 5, 20)
_KINDS = (SourceKind.ACT, SourceKind.STANDARD, *([SourceKind.PORTAL_CARD] * (SOURCES - 2)))
_PAPERS = (
    "Заявление по форме приложения 1",
    "Копия диплома об образовании",
    "Справка о составе семьи",
    "Документ, удостоверяющий личность",
    "Квитанция об уплате сбора",
)


@dataclass(frozen=True, slots=True)
class MadeSource:
    """One text about one service."""

    document: Document
    mention: Mention
    statements: tuple[Statement, ...]


def made_service(number: int) -> Service:
    """The service of this number."""
    name = f"s{number:06}"
    ids = (name, *(_key(number, source) for source in range(SOURCES)))
    return Service(
        id=name, ids=ids, name_kk=f"Куәлік беру {number}", name_ru=f"Выдача удостоверения {number}", owner=None,
        codes={}, channels=(), paid=None, forms=(), recipients=(), sources=(),
    )  # fmt: skip


def _key(number: int, source: int) -> str:
    return f"made-{source}/{number:06}"


def made_sources(number: int, *, salt: int = 0) -> Iterator[MadeSource]:
    """The texts of the service; `salt` makes the first of them say something else."""
    dice = random.Random(number)  # noqa: S311  the same texts on every run
    term, fee = dice.randint(2, 30), dice.randint(1, 9)
    for source in range(SOURCES):
        own = dice if source else random.Random(number * 31 + salt)  # noqa: S311
        values = list(_values(term, fee, own))
        yield _source(number, source, values, salt if source == 0 else 0)


def _values(term: int, fee: int, dice: random.Random) -> Iterator[tuple[Attribute, Value, str]]:
    told = term + 5 if dice.random() < DISAGREE else term
    yield (
        Attribute.DEADLINE,
        Deadline(value=Decimal(told), unit=Unit.WORKING_DAY, bound=Bound.MAX),
        (f"Срок оказания услуги – {told} рабочих дней."),
    )
    paid = fee + 1 if dice.random() < DISAGREE else fee
    yield Attribute.FEE, Fee(kind=FeeKind.MRP, amount=Decimal(paid)), f"Размер сбора – {paid} МРП."
    for code in (ChannelCode.EGOV_PORTAL, ChannelCode.STATE_CORPORATION):
        yield Attribute.CHANNEL, Channel(code=code), f"Услуга оказывается через {code.value}."
    for paper in _PAPERS:
        if dice.random() >= DISAGREE:
            yield Attribute.DOCUMENT, RequiredDocument(text=paper), f"{paper};"


def _source(number: int, source: int, values: list[tuple[Attribute, Value, str]], salt: int) -> MadeSource:
    key = _key(number, source)
    lines = [f"Выдача удостоверения {number} ({source}, {salt})", *(words for _, _, words in values)]
    text = "\n".join(lines)
    clauses, start = [], 0
    for place, line in enumerate(lines):
        clauses.append(
            Clause(id=f"point-{place}", kind=ClauseKind.POINT, start=start, end=start + len(line), language=Language.RU)
        )
        start += len(line) + 1
    snapshot = Snapshot(
        digest=f"sha256:{number:08}{source:02}{salt:04}", document=f"{key}.md", source="local", size=len(text),
        media_type="text/markdown", taken_at=datetime(2031, 1, 1, tzinfo=UTC),
    )  # fmt: skip
    document = Document(
        snapshot=snapshot, text=text, language=Language.RU, layout="plain", title=None, blocks=(),
        clauses=tuple(clauses),
    )  # fmt: skip
    statements = tuple(
        Statement(
            service=key, attribute=attribute, value=value, source_kind=_KINDS[source],
            evidence=document.cite(clause.start, clause.end, clause.id),
        )
        for (attribute, value, _), clause in zip(values, clauses[1:], strict=True)
    )  # fmt: skip
    mention = Mention(
        key=key, name_kk=None, name_ru=lines[0], evidence=document.cite(0, len(lines[0]), "point-0"), source="local"
    )
    return MadeSource(document, mention, statements)
