"""The base into indexes, beside the live ones."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from kb.model import ActStatus, Document, Language, Mention, Statement
from kb.pipeline.progress import Progress, Step
from kb.resolve import ActHistory
from kb.search import BodyText, IndexDocument, SearchBackend, clause_documents, fill_indexes, service_document
from kb.store import Reader

DAY = timedelta(days=1)


def index_base(base: Reader, backend: SearchBackend, *, build: str, progress: Progress) -> dict[str, str]:
    """Makes and fills the service and clause indexes of a build; their full names by kind. Nothing goes live."""
    history = ActHistory(base.acts(), base.editions())
    counts = base.counts()
    total = counts["services"] + counts["documents"]
    progress(Step(stage="index", done=0, total=total))
    documents = {
        "services": _service_documents(base, history),
        "clauses": _clause_documents(base, history, progress, done=counts["services"], total=total),
    }
    names = fill_indexes(backend, documents, build=build)
    progress(Step(stage="index", done=total, total=total))
    return names


def _service_documents(base: Reader, history: ActHistory) -> Iterator[IndexDocument]:
    for service in base.each_service():
        mine = [statement for statement, _ in base.statements(service=service.id)]
        names = chain.from_iterable(map(_names, base.mentions(service=service.id)))
        yield service_document(service, mine, context=names, status=_status_of(mine, history))


def _names(mention: Mention) -> list[BodyText]:
    both = ((mention.name_kk, Language.KK), (mention.name_ru, Language.RU))
    return [BodyText(name, language) for name, language in both if name]


def _clause_documents(
    base: Reader, history: ActHistory, progress: Progress, *, done: int, total: int
) -> Iterator[IndexDocument]:
    for document in base.documents():
        progress(Step(stage="index", done=done, total=total, item=document.snapshot.document))
        yield from clause_documents(_under_one_id(document, history), until=_last_day(document, history))
        done += 1


def _under_one_id(document: Document, history: ActHistory) -> Document:
    """The document with its act as all sources together know it."""
    act = document.act
    if act is None:
        return document
    name = history.id_of(act.id)
    ids = tuple(dict.fromkeys((name, act.id, *act.ids)))
    return replace(document, act=replace(act, id=name, ids=ids, status=history.status_of(name)))


def _status_of(statements: Sequence[Statement], history: ActHistory) -> ActStatus:
    """The force of what a service is known from: repealed when all of it is texts of repealed acts."""
    found = {history.status_of(one.evidence.act) if one.evidence.act else ActStatus.UNKNOWN for one in statements}
    if len(found) == 1:
        return found.pop()
    return ActStatus.IN_FORCE if ActStatus.IN_FORCE in found else ActStatus.UNKNOWN


def _last_day(document: Document, history: ActHistory) -> date | None:
    """The last day of the document's edition; None while it holds."""
    if document.act is None:
        return None
    day = document.edition.date if document.edition else None
    end = history.end_of(document.act.id, document.language, day)
    return end - DAY if end and end > date.min else end
