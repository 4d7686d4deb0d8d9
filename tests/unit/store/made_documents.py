"""Documents made for the tests of the store."""

import hashlib
from datetime import UTC, date, datetime
from decimal import Decimal

from kb.model import (
    Act,
    ActType,
    Attribute,
    Clause,
    ClauseKind,
    Deadline,
    Document,
    Edition,
    Fee,
    FeeKind,
    Gap,
    Issue,
    Language,
    Mention,
    RequiredDocument,
    Scope,
    ScopeField,
    Service,
    Severity,
    Snapshot,
    SourceKind,
    Statement,
    SurveyChannel,
    SurveyPlace,
    SurveyRow,
)
from kb.model.value import Bound, Unit
from kb.store import Store

TEXT = "Балабақшаға кезекке қою\nМерзімі: 3 жұмыс күні\nАқысы: 0,50 АЕК\nҚұжаттар: өтініш\n"


def made_document(name: str = "queue.txt", *, text: str = TEXT, edition: date | None = None) -> Document:
    """A text of four lines, a clause each; a text of an act when it has an edition."""
    digest = "sha256:" + hashlib.sha256(f"{name}{text}".encode()).hexdigest()
    clauses, start = [], 0
    for number, line in enumerate(text.splitlines(), start=1):
        clauses.append(
            Clause(
                id=f"p-{number}",
                kind=ClauseKind.POINT,
                start=start,
                end=start + len(line),
                language=Language.KK,
                number=str(number),
            )
        )
        start += len(line) + 1
    act = Act(
        id="V1",
        ids=("V1", "zan:77"),
        type=ActType.ORDER,
        number="5",
        date=date(2020, 1, 2),
        title_kk="Бұйрық",
        title_ru=None,
    )
    return Document(
        snapshot=Snapshot(
            digest=digest,
            document=name,
            source="files",
            media_type="text/plain",
            taken_at=datetime(2024, 5, 6, 7, 8, 9, tzinfo=UTC),
            size=len(text.encode()),
        ),
        text=text,
        language=Language.KK,
        layout="plain",
        title="Кезек",
        blocks=(),
        clauses=tuple(clauses),
        act=act if edition else None,
        edition=Edition(act="V1", date=edition, language=Language.KK, snapshot=digest) if edition else None,
        year=2024,
    )


def made_mention(document: Document, key: str = "queue-1") -> Mention:
    """The service that the first line names."""
    return Mention(
        key=key,
        name_kk="Балабақшаға кезекке қою",
        name_ru=None,
        evidence=document.cite(0, document.clauses[0].end, "p-1"),
        source="files",
        codes={"registry": "00101"},
    )


def made_statements(document: Document, key: str = "queue-1") -> list[Statement]:
    """A deadline with a scope, a fee whose number is written with a nought too many, a document."""
    places = [document.cite(clause.start, clause.end, clause.id) for clause in document.clauses]
    return [
        Statement(
            service=key,
            attribute=Attribute.DEADLINE,
            value=Deadline(value=Decimal(3), unit=Unit.WORKING_DAY, bound=Bound.EXACT),
            source_kind=SourceKind.STANDARD,
            evidence=places[1],
            scope=Scope(channel=ScopeField(code="egov_portal", text="портал")),
        ),
        Statement(
            service=key,
            attribute=Attribute.FEE,
            value=Fee(kind=FeeKind.MRP, amount=Decimal("0.50"), cap_mrp=Decimal(4)),
            source_kind=SourceKind.STANDARD,
            evidence=places[2],
            valid_from=date(2020, 3, 4),
        ),
        Statement(
            service=key,
            attribute=Attribute.DOCUMENT,
            value=RequiredDocument(text="өтініш"),
            source_kind=SourceKind.STANDARD,
            evidence=places[3],
        ),
    ]


def made_survey(document: Document, key: str = "queue-1") -> SurveyRow:
    """One row of figures."""
    return SurveyRow(
        service=key,
        channel=SurveyChannel.ALL,
        source=SurveyPlace.TABLE,
        evidence=document.cite(0, 5),
        n=10,
        counts=(0, 0, 1, 2, 7),
        satisfaction_pct=70.0,
    )


def made_gap(document: Document, key: str = "queue-1") -> Gap:
    """A fee that is left out."""
    return Gap(service=key, attribute="fee", evidence=document.cite(0, 5))


def made_service(name: str, *ids: str) -> Service:
    """A service that is known by `name` and `ids`."""
    return Service(
        id=name,
        ids=(name, *ids),
        name_kk="Кезекке қою",
        name_ru=None,
        owner=None,
        codes={"registry": "00101"},
        channels=(),
        paid=True,
        forms=(),
        recipients=(),
        sources=("files",),
    )


def save_all(store: Store, *, name: str = "queue.txt", service: str = "queue-1") -> None:
    """One document with all that can be read in it, and its service."""
    document = made_document(name)
    with store.write() as base:
        base.save_reading(
            document,
            version="1",
            related={},
            mentions=[made_mention(document)],
            statements=made_statements(document),
            survey=[made_survey(document)],
            gaps=[made_gap(document)],
            issues=[Issue(code="odd", severity=Severity.WARNING, document=name, message="odd line", line=2)],
        )
        base.save_services([made_service(service, "queue-1")])
