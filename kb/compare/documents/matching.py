"""Which items of two lists are one document: by its type, else by its words."""

from collections.abc import Sequence
from functools import lru_cache

from kb.compare.documents.lists import Item
from kb.compare.documents.wording import generic_stems
from kb.compare.item_words import identity, likeness
from kb.compare.list_matching import SAME, Pairing, pair_items
from kb.model import Language
from kb.norms import find_document_types
from kb.text import fold


def pair(left: Sequence[Item], right: Sequence[Item]) -> Pairing[Item]:
    """The items of two lists that ask for one document, and those left over."""
    return pair_items(left, right, likeness=_likeness, identity=_identity)


def _likeness(one: Item, other: Item) -> float:
    """1 for one type of document; for two types none, unless one names the other's type, too; else by the words."""
    codes = {one.document.code, other.document.code}
    if len(codes) == 1 and None not in codes:
        return 1.0
    if one.document.code in _types(other) or other.document.code in _types(one):
        return SAME
    if None not in codes:
        return 0.0
    language = one.statement.evidence.language
    return likeness(one.document.text, other.document.text, language, generic=generic_stems(language))


def _identity(one: Item, other: Item) -> float:
    return identity(one.document.text, other.document.text, one.statement.evidence.language)


def _types(item: Item) -> frozenset[str]:
    language = Language.RU if item.statement.evidence.language is Language.RU else Language.KK
    return _named_types(item.document.text, language)


@lru_cache(maxsize=4096)  # an item is held against all those of the other lists
def _named_types(text: str, language: Language) -> frozenset[str]:
    return frozenset(named.code for named in find_document_types(fold(text).text, language))
