"""Documents that a list asks for, one statement for each item."""

from collections.abc import Iterator

from kb.extract.list_items import Item, read_items
from kb.extract.obtained_documents import find_obtained
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, DocumentForm, Language, RequiredDocument, Scope, SourceKind, Statement
from kb.norms import find_document_type, find_system

FILE = "document"


def extract_documents(passage: Passage, segments: list[Segment]) -> list[Statement]:
    """The documents of a list in order: what is brought, and what the state gets by itself."""
    kind = segments[0].source_kind
    return [statement for item in read_items(passage, segments) for statement in _read_item(passage, item, kind)]


def _read_item(passage: Passage, item: Item, kind: SourceKind) -> Iterator[Statement]:
    text = passage.plain[item.start : item.end]
    opening = item.opening(passage.plain)
    obtained = find_obtained(passage, item.start, item.start + len(opening))
    if obtained is not None and not (item.listed and not obtained):
        system = find_system(text)
        for start, end in obtained:
            yield _state(passage, start, end, item.scope, kind, obtained=True, system=system)
        return
    if text and (_is_listed_document(passage, item, opening) if item.listed else _asks(text)):
        yield _state(passage, item.start, item.end, item.scope, kind)


def _is_listed_document(passage: Passage, item: Item, text: str) -> bool:
    """Whether an item of the list is a thing to bring, and not a step that somebody takes."""
    steps, acts = wording(FILE, "steps"), wording(FILE, "acts")
    if steps.search(item.heading) or acts.search(item.heading):
        return False
    if wording(FILE, "asks").search(text):
        return True
    return not steps.search(text) and (not acts.search(text) or _type_of(passage, item.start, item.end) is not None)


def _asks(text: str) -> bool:
    """Whether a sentence beside the list asks for something."""
    asks, things, procedure = (wording(FILE, key) for key in ("asks", "things", "procedure"))
    return bool(asks.search(text) and things.search(text) and not procedure.search(text))


def _state(
    passage: Passage,
    start: int,
    end: int,
    scope: Scope,
    kind: SourceKind,
    *,
    obtained: bool = False,
    system: str | None = None,
) -> Statement:
    text = passage.plain[start:end]
    value = RequiredDocument(
        text=passage.words(start, end),
        code=_type_of(passage, start, end),
        forms=tuple(DocumentForm(code) for code, pattern in coded_wording(FILE, "forms") if pattern.search(text)),
        obtained_by_state=obtained,
        system=system,
        only_if_changed=bool(wording(FILE, "only_if_changed").search(text)),
        original_shown=bool(wording(FILE, "original_shown").search(text)),
    )
    return passage.state(Attribute.DOCUMENT, value, start, end, scope=scope, source_kind=kind)


def _type_of(passage: Passage, start: int, end: int) -> str | None:
    words = passage.folded[start:end]
    if passage.language is Language.KK:
        return find_document_type(words, "kk")
    return find_document_type(words, "ru") if passage.language is Language.RU else None
