"""A small registry of services and one act, written for these tests."""

from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime

from kb.model import (
    Act,
    ActStatus,
    ActType,
    Attribute,
    ChannelCode,
    Clause,
    ClauseKind,
    Document,
    Edition,
    Language,
    Service,
    Snapshot,
    SourceKind,
    Statement,
    Text,
)
from kb.search import BodyText, IndexDocument, SearchBackend, clause_documents, fill_indexes, service_document

AS_OF = date(2020, 1, 1)

PARTS = (
    ("p-1", "Куәлікті қызмет көрсетуші үш жұмыс күні ішінде береді.\n"),
    ("p-2", "Алым бір айлық есептік көрсеткіш мөлшерінде төленеді.\n"),
    ("p-3", "Өтінішке фотосурет пен медициналық анықтама қоса беріледі.\n"),
)


def make_document(*, edition: date = date(2018, 5, 1), digest: str = "ab") -> Document:
    """An act with a heading that holds three points."""
    heading = "1-тарау. Аңшы куәлігін беру\n"
    text, clauses = heading, []
    for key, words in PARTS:
        clauses.append(
            Clause(
                id=key,
                kind=ClauseKind.POINT,
                start=len(text),
                end=len(text) + len(words),
                language=Language.KK,
                label="Аңшы куәлігін беру",
                parent="ch-1",
            )
        )
        text += words
    whole = Clause(id="ch-1", kind=ClauseKind.HEADING, start=0, end=len(text), language=Language.KK)
    return Document(
        snapshot=Snapshot(
            digest=f"sha256:{digest * 32}",
            document="act.md",
            source="written",
            media_type="text/markdown",
            taken_at=datetime(2020, 1, 1, tzinfo=UTC),
            size=len(text.encode()),
            sample=True,
        ),
        text=text,
        language=Language.KK,
        layout="act",
        title="Аңшы куәлігі туралы",
        blocks=(),
        clauses=(whole, *clauses),
        act=Act(
            id="T1800000001",
            ids=("T1800000001", "zan:77"),
            type=ActType.ORDER,
            number="1",
            date=date(2018, 4, 1),
            title_kk="Аңшы куәлігі туралы",
            title_ru=None,
            status=ActStatus.IN_FORCE,
        ),
        edition=Edition(act="T1800000001", date=edition, language=Language.KK, snapshot=f"sha256:{digest * 32}"),
    )


def make_service(key: str, name_kk: str, name_ru: str, *ids: str) -> Service:
    """A service of which only its names and ids matter."""
    return Service(
        id=key,
        ids=(key, *ids),
        name_kk=name_kk,
        name_ru=name_ru,
        owner="Орман комитеті",
        codes={"registry": f"00{key}00"},
        channels=(ChannelCode.EGOV_PORTAL,),
        paid=None,
        forms=(),
        recipients=(),
        sources=("written",),
        sample=True,
    )


SERVICES = (
    make_service("s1", "Аңшы куәлігін беру", "Выдача удостоверения охотника", "Mon2099-01"),
    make_service("s2", "Жүргізуші куәлігін беру", "Выдача водительского удостоверения"),
    make_service("s3", "Балабақшаға кезекке қою", "Постановка в очередь в детский сад"),
    make_service("s4", "Мектепке қабылдау", "Приём в школу"),
)


def provided(document: Document) -> Statement:
    """Who provides the first service, by the act's first point."""
    place = document.text.index("қызмет көрсетуші")
    return Statement(
        service="s1",
        attribute=Attribute.RESULT,
        value=Text(text="куәлік"),
        source_kind=SourceKind.STANDARD,
        evidence=document.cite(place - len("Куәлікті "), place + len("қызмет көрсетуші"), "p-1"),
    )


def make_live(backend: SearchBackend, documents: Mapping[str, Iterable[IndexDocument]], *, build: str) -> None:
    """Fills an index of each kind and makes all of them live in one step."""
    backend.swap(*fill_indexes(backend, documents, build=build).values())


def build_registry(backend: SearchBackend, *, build: str = "b1") -> Document:
    """Both indexes, live."""
    document = make_document()
    services = [service_document(SERVICES[0], [provided(document)], context=[BodyText("қару", Language.KK)])]
    services += [service_document(service) for service in SERVICES[1:]]
    make_live(backend, {"services": services, "clauses": clause_documents(document)}, build=build)
    return document
