"""Documents that a list asks for, one statement for each item."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise, zip_longest

from kb.extract.list_items import Item, read_items
from kb.extract.listed_again import list_again
from kb.extract.obtained_documents import find_obtained, goes_on_obtained, is_obtained
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, DocumentForm, Language, RequiredDocument, Scope, SourceKind, Statement
from kb.norms import find_document_type, find_system

FILE = "document"
NOTHING = "none"  # the type of «no documents are required»
READ = (Language.KK, Language.RU)  # languages in which types of documents have patterns


def extract_documents(passage: Passage, segments: list[Segment]) -> list[Statement]:
    """The documents of a list in order: what is brought, and what the state gets by itself."""
    kind = segments[0].source_kind
    listed = list(list_again(passage, list(read_items(passage, segments))))
    items = [part for item in listed for part in _divide(passage, item)]
    return [
        statement
        for item, following in zip_longest(items, items[1:])
        for statement in _read_item(passage, item, following, kind)
    ]


def _divide(passage: Passage, item: Item) -> Iterator[Item]:
    """An item with its explanations; a later sentence that asks for another thing, or tells what the state gets,
    begins an item of its own."""
    if item.alone and (parts := _coordinated(passage, item)):
        yield from parts
        return
    begin = item.start
    sentences = list(item.sentences(passage.plain))
    for (_, before), (start, end) in pairwise(sentences if item.listed else sentences[:1]):
        text = passage.plain[start:end]
        behind = wording(FILE, "another_behind").search(text)
        by_state = is_obtained(text)
        if behind or wording(FILE, "another").search(text) or by_state:
            yield replace(item, start=begin, end=before)
            begin = start + (behind.end() if behind else 0)
            item = replace(item, listed=not by_state)  # told of the state, it is no item of what is brought
    yield replace(item, start=begin)


def _coordinated(passage: Passage, item: Item) -> list[Item]:
    """The documents that a list of one sentence puts beside each other; none unless each part is of a known type."""
    breaks = [found.span() for found in wording(FILE, "beside").finditer(passage.plain, item.start, item.end)]
    starts, ends = [item.start, *(end for _, end in breaks)], [*(start for start, _ in breaks), item.end]
    parts = [replace(item, start=start, end=end) for start, end in zip(starts, ends, strict=True)]
    typed = [_type_of(passage, part.start, part.end) for part in parts]
    return parts if breaks and all(typed) and len(set(typed)) == len(typed) else []


def _read_item(passage: Passage, item: Item, following: Item | None, kind: SourceKind) -> Iterator[Statement]:
    text = passage.plain[item.start : item.end]
    opening = item.opening(passage.plain)
    end = item.start + len(opening)
    if following and goes_on_obtained(text, passage.plain[following.start : following.end]):
        end = item.end
    elif not is_obtained(opening):
        end = item.start
    obtained = find_obtained(passage, item.start, end) if end > item.start else []
    if obtained or (end > item.start and not item.listed):
        system = find_system(text)
        for first, last in obtained:
            yield _state(passage, first, last, item.scope, kind, obtained=True, system=system)
    elif text and item.listed and is_obtained(item.heading):
        yield _state(passage, item.start, item.end, item.scope, kind, obtained=True)
    elif text and _is_asked(passage, item, opening):
        yield _state(passage, item.start, item.end, item.scope, kind)


def is_by_annex(text: str) -> bool:
    """Whether the folded sentence is nothing but a reference of the whole list to an annex."""
    return bool(wording(FILE, "by_annex").search(text.strip(" \n.;:")))


def _is_asked(passage: Passage, item: Item, opening: str) -> bool:
    """Whether the item is a thing to bring."""
    if is_by_annex(passage.plain[item.start : item.end]):
        return False
    if item.listed:
        return _is_listed_document(passage, item, opening)
    text = passage.plain[item.start : item.end]
    if item.opens:
        return (
            bool(wording(FILE, "asked_by_heading").search(text)) and _type_of(passage, item.start, item.end) is not None
        )
    return _asks(text)


def _is_listed_document(passage: Passage, item: Item, text: str) -> bool:
    """Whether an item of the list is a thing to bring, and not a step that somebody takes."""
    steps, acts = wording(FILE, "steps"), wording(FILE, "acts")
    if steps.search(item.heading) or acts.search(item.heading):
        return False
    if wording(FILE, "not_needed").search(text):
        return _type_of(passage, item.start, item.end) == NOTHING
    if wording(FILE, "asks").search(text):
        return True
    return not steps.search(text) and (not acts.search(text) or _type_of(passage, item.start, item.end) is not None)


def _asks(text: str) -> bool:
    """Whether a sentence beside the list asks for something."""
    asks, things, procedure = (wording(FILE, key) for key in ("asks", "things", "procedure"))
    named = wording(FILE, "named_elsewhere").sub(" ", text)
    return bool(asks.search(text) and things.search(named) and not procedure.search(text))


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
    return find_document_type(passage.folded[start:end], passage.language) if passage.language in READ else None
