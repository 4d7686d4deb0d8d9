"""A body's page of requisites → the services that are paid for, with the details of the payment."""

from kb.extract.extraction import Extraction
from kb.extract.service_names import document_key, find_codes
from kb.extract.wording import load_wording
from kb.model import Attribute, Document, Language, Mention, SourceKind, Statement, Text
from kb.model.act import Clause, ClauseKind

SERVICE = "service-"


def extract_requisites(document: Document) -> Extraction:
    """A mention for each service that the page names, and a statement for each detail of its payment; details that
    are told for no service state nothing."""
    mentions: list[Mention] = []
    statements: list[Statement] = []
    for holder in document.clauses:
        if holder.kind is not ClauseKind.HEADING or not holder.id.startswith(SERVICE):
            continue
        mention = _read_mention(document, holder)
        stated = [
            _state(document, mention.key, clause)
            for clause in document.clauses
            if clause.parent == holder.id and clause.kind is ClauseKind.ROW and _code(clause) in _payment()
        ]
        if stated:
            mentions.append(mention)
            statements.extend(stated)
    return Extraction(mentions=tuple(mentions), statements=tuple(statements))


def _payment() -> list[str]:
    codes: list[str] = load_wording("requisites")["payment"]
    return codes


def _code(clause: Clause) -> str:
    return clause.id.rsplit("/", maxsplit=1)[-1].split("~", maxsplit=1)[0]


def _state(document: Document, service: str, clause: Clause) -> Statement:
    words = " ".join(document.text[clause.start : clause.end].split())
    return Statement(
        service=service,
        attribute=Attribute.REQUISITES,
        value=Text(text=f"{clause.label}: {words}"),
        source_kind=SourceKind.PORTAL_CARD,
        evidence=document.cite(clause.start, clause.end, clause.id),
    )


def _read_mention(document: Document, holder: Clause) -> Mention:
    name = holder.label
    kazakh = document.language is Language.KK
    line_end = document.text.find("\n", holder.start)
    return Mention(
        key=f"{document_key(document)}/{holder.id}",
        name_kk=name if kazakh else None,
        name_ru=None if kazakh else name,
        evidence=document.cite(holder.start, min(line_end, holder.end) if line_end > 0 else holder.end, holder.id),
        source=document.snapshot.source,
        codes=find_codes(document, holder.start, holder.end),
        sample=document.snapshot.sample,
    )
