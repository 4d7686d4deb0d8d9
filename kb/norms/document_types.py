"""Types of documents that services ask for."""

import re
from dataclasses import dataclass
from functools import cache

from kb.model import Language
from kb.norms.errors import NormsError
from kb.norms.labels import codes
from kb.norms.tables import read_table
from kb.norms.wording import compile_patterns, plain

# An item is longer only where the text lost its line ends; its head is in front.
LONGEST_ITEM = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedDocument:
    """A type that a text names: its code (words: `label("document_type", code, …)`) and its place, half open."""

    code: str
    start: int
    end: int


def find_document_type(text: str, language: Language) -> str | None:
    """The type of document that an item of a list asks for, by its head; `text` is folded by `kb.text.fold`.

    None where no type is known, and where the item offers two types or lists many. Raises NormsError for a language
    that has no patterns.
    """
    text = _heads("leads", language).sub("", plain(text[:LONGEST_ITEM]), count=1)
    everything = find_document_types(text, language)
    named = _without_stand_ins(everything) or everything
    if not named:
        return None
    if len({document.code for document in named}) > 1 and _heads("lists", language).search(text):
        return None
    head = named[0] if language is Language.RU else _last_of_first_phrase(text, named)
    rivals = [other for other in named if other.code != head.code]
    if any((other.start, other.end) == (head.start, head.end) for other in rivals):
        return None
    return None if any(_joined(text, head, other, language) for other in rivals) else head.code


def find_document_types(text: str, language: Language) -> tuple[NamedDocument, ...]:
    """Every type that `text` names, in order; of types that overlap the longest, of equal ones all."""
    words = plain(text[:LONGEST_ITEM])
    found = [
        NamedDocument(code=code, start=match.start(), end=match.end())
        for code, pattern in _patterns(language)
        for match in pattern.finditer(words)
        if match.end() > match.start()
    ]
    found.sort(key=lambda document: (document.start - document.end, document.start))
    kept: list[NamedDocument] = []
    for document in found:
        overlapping = [other for other in kept if document.start < other.end and other.start < document.end]
        if all((other.start, other.end) == (document.start, document.end) for other in overlapping):
            kept.append(document)
    return tuple(sorted(kept, key=lambda document: document.start))


def _without_stand_ins(named: tuple[NamedDocument, ...]) -> tuple[NamedDocument, ...]:
    stand_ins = read_table("document_heads")["stand_ins"]
    return tuple(document for document in named if document.code not in stand_ins)


def _last_of_first_phrase(text: str, named: tuple[NamedDocument, ...]) -> NamedDocument:
    """The head of a Kazakh phrase is its last noun."""
    ends = _heads("ends").search(text, named[0].end)
    limit = ends.start() if ends else len(text)
    return max((document for document in named if document.start < limit), key=lambda document: document.start)


def _joined(text: str, head: NamedDocument, other: NamedDocument, language: Language) -> bool:
    first, second = (head, other) if head.start < other.start else (other, head)
    return bool(_heads("joins", language).fullmatch(text, first.end, second.start))


@cache
def _heads(key: str, language: Language | None = None) -> re.Pattern[str]:
    entry = read_table("document_heads")[key]
    return compile_patterns(_of_language(entry, language) if language else entry)


@cache
def _patterns(language: Language) -> tuple[tuple[str, re.Pattern[str]], ...]:
    table = read_table("document_types")
    if set(table) != set(codes("document_type")):
        raise NormsError("kb/norms/data: document_types.yaml and labels/document_type.yaml must have the same codes")
    return tuple((code, compile_patterns(_of_language(entry, language))) for code, entry in table.items())


def _of_language(entry: dict[str, list[str]], language: Language) -> list[str]:
    if language not in entry:
        raise NormsError(f"document types have patterns in kk and ru, not in {language.value!r}")
    return entry[language]
