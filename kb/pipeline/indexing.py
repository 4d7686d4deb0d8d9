"""The base into indexes, beside the live ones."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date, timedelta

from indexes.schema import read_schema
from kb.model import Edition, Language, Mention, Statement
from kb.pipeline.progress import Progress, Step
from kb.search import BodyText, IndexDocument, SearchBackend, clause_documents, service_document
from kb.store import Reader


def fill_indexes(base: Reader, backend: SearchBackend, *, build: str, progress: Progress) -> dict[str, str]:
    """Makes and fills the service and clause indexes of a build; their full names by kind. Nothing goes live."""
    counts = base.counts()
    total = counts["services"] + counts["documents"]
    services = backend.create(read_schema("services"), build=build)
    progress(Step(stage="index", done=0, total=total))
    backend.add(services, _service_documents(base))
    clauses = backend.create(read_schema("clauses"), build=build)
    backend.add(clauses, _clause_documents(base, progress, done=counts["services"], total=total))
    progress(Step(stage="index", done=total, total=total))
    return {"services": services, "clauses": clauses}


def _service_documents(base: Reader) -> Iterator[IndexDocument]:
    meaning = base.service_ids()
    statements: dict[str, list[Statement]] = defaultdict(list)
    for statement, name in base.statements():
        statements[name].append(statement)
    names: dict[str, list[BodyText]] = defaultdict(list)
    for mention in base.mentions():
        owner = meaning.get(mention.key)
        if owner is not None:
            names[owner] += _names(mention)
    for service in base.services():
        yield service_document(service, statements[service.id], context=names[service.id])


def _names(mention: Mention) -> list[BodyText]:
    both = ((mention.name_kk, Language.KK), (mention.name_ru, Language.RU))
    return [BodyText(name, language) for name, language in both if name]


def _clause_documents(base: Reader, progress: Progress, *, done: int, total: int) -> Iterator[IndexDocument]:
    days = edition_days(base.editions())
    for document in base.documents():
        progress(Step(stage="index", done=done, total=total, item=document.snapshot.document))
        yield from clause_documents(document, until=last_day(document.edition, days))
        done += 1


def edition_days(editions: tuple[Edition, ...]) -> dict[tuple[str, Language], list[date]]:
    """The dates of the editions of each act and language, ascending."""
    days: dict[tuple[str, Language], set[date]] = defaultdict(set)
    for edition in editions:
        if edition.date:
            days[edition.act, edition.language].add(edition.date)
    return {key: sorted(found) for key, found in days.items()}


def last_day(edition: Edition | None, days: dict[tuple[str, Language], list[date]]) -> date | None:
    """The day before the next edition comes into force; None where no later one is known."""
    if edition is None or edition.date is None:
        return None
    later = [day for day in days[edition.act, edition.language] if day > edition.date]
    return later[0] - timedelta(days=1) if later else None
