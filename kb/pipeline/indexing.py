"""The base into indexes, beside the live ones."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import chain

from indexes.vocabulary import read_vocabulary
from kb.model import ActStatus, Document, Language, Mention, Statement
from kb.pipeline.described import Descriptions
from kb.pipeline.progress import Progress, Step
from kb.resolve import ActHistory
from kb.search import (
    BodyText,
    ClauseUses,
    IndexDocument,
    SearchBackend,
    clause_documents,
    count_words,
    fill_indexes,
    question_words,
    service_document,
    word_documents,
)
from kb.store import Reader

DAY = timedelta(days=1)


def index_base(base: Reader, backend: SearchBackend, *, build: str, progress: Progress) -> dict[str, str]:
    """Makes and fills the service and clause indexes of a build; their full names by kind. Nothing goes live."""
    history = ActHistory(base.acts(), base.editions())
    counts = base.counts()
    total = counts["services"] + counts["documents"]
    progress(Step(stage="index", done=0, total=total))
    words: Counter[str] = Counter()
    uses = ClauseUses()
    documents = {
        "services": _service_documents(base, history, words, uses),
        "words": _word_documents(words),  # filled behind the services, whose words it counts
        "clauses": _clause_documents(base, history, uses, progress, done=counts["services"], total=total),
    }
    names = fill_indexes(backend, documents, build=build)
    progress(Step(stage="index", done=total, total=total))
    return names


def _service_documents(
    base: Reader, history: ActHistory, words: Counter[str], uses: ClauseUses
) -> Iterator[IndexDocument]:
    descriptions = Descriptions(base, history)
    for service in base.each_service():
        mine = [statement for statement, _ in base.statements(service=service.id)]
        mentions = list(base.mentions(service=service.id))
        names = list(chain.from_iterable(map(_names, mentions)))
        told = list(descriptions.texts(mentions))
        count_words((part.text for part in (*names, *told)), words)
        count_words((one.evidence.quote for one in mine), words)
        for one in mine:
            uses.note(one, service.id)
        yield service_document(
            service,
            mine,
            context=names,
            told=told,
            cites=descriptions.cited(mine),
            status=_status_of(mine, history),
        )


def _word_documents(words: Counter[str]) -> Iterator[IndexDocument]:
    """The words of the services, of the vocabulary and of questions: what a misspelled word may mean."""
    terms = read_vocabulary()
    count_words((phrase for term in terms for phrase in (*term.official, *term.said)), words)
    count_words(question_words(), words)
    yield from word_documents(words)


def _names(mention: Mention) -> list[BodyText]:
    both = ((mention.name_kk, Language.KK), (mention.name_ru, Language.RU))
    return [BodyText(name, language) for name, language in both if name]


def _clause_documents(
    base: Reader, history: ActHistory, uses: ClauseUses, progress: Progress, *, done: int, total: int
) -> Iterator[IndexDocument]:
    for document in base.documents():
        progress(Step(stage="index", done=done, total=total, item=document.snapshot.document))
        yield from clause_documents(
            _under_one_id(document, history), until=_last_day(document, history), uses=uses.of(document.snapshot.digest)
        )
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
