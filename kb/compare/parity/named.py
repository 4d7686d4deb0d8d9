"""What a clause names: channels, persons, documents and their forms, each once."""

from collections.abc import Iterator

from kb.compare.parity.clause_text import ClauseText
from kb.compare.parity.sign import ParityKind, Sign
from kb.compare.parity.wording import coded_words, listed, words
from kb.norms import find_document_types

TABLES = (
    (ParityKind.CHANNEL, "channels"),
    (ParityKind.PERSON, "persons"),
    (ParityKind.DOCUMENT_FORM, "forms"),
    (ParityKind.SCHEDULE, "schedule"),
    (ParityKind.AUTOMATION, "automation"),
    (ParityKind.BODY, "bodies"),
    (ParityKind.ACT_NAME, "acts"),
    (ParityKind.SPAN, "spans"),
    (ParityKind.DETAIL, "details"),
    (ParityKind.ACTOR, "actors"),
    (ParityKind.PRICE, "payment"),
)


def read_named(text: ClauseText) -> list[Sign]:
    """The first place of each code of each kind; a party that is named as an owner only is light."""
    found: dict[tuple[ParityKind, str], Sign] = {}
    for sign in _named(text):
        first = found.setdefault((sign.kind, sign.value), sign)
        if first.light and not sign.light:
            found[sign.kind, sign.value] = sign
    return list(found.values())


def _named(text: ClauseText) -> Iterator[Sign]:
    for kind, table in TABLES:
        for code, pattern in coded_words(table, text.language):
            for match in pattern.finditer(text.plain):
                owner = kind is ParityKind.ACTOR and words("owners", text.language).match(text.plain, match.end())
                yield Sign(kind=kind, value=code, start=match.start(), end=match.end(), light=bool(owner))
    for document in find_document_types(text.plain, text.language):
        if document.code in listed("sure_documents"):
            yield Sign(kind=ParityKind.DOCUMENT, value=document.code, start=document.start, end=document.end)
