"""What differs between two lists of documents."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from kb.compare.documents.lists import SHORTEST, Item, facing, own_items
from kb.compare.documents.matching import pair
from kb.compare.explaining import shorten
from kb.compare.list_matching import Pairing
from kb.model import DocumentForm, Language, Statement
from kb.norms import label

# A portal asks for these by itself: the request is the application, the signature identifies the applicant.
DONE_BY_PORTAL = ("application", "identity_document", "identity_card", "esignature")
Part = tuple[Sequence[Item], Sequence[Item], bool, Pairing[Item]]
OF_ANY_LIST = ("application", "identity_document", "identity_card")  # what lists of two things have in common, too


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A document that `one` asks for: `other` is of the list that lacks it, or asks for it in another form."""

    kind: Literal["missing", "form"]
    one: Item
    other: Item

    def named(self) -> dict[Language, str]:
        """The document by its type in each language, its printed words where the type is not known."""
        code = self.one.document.code
        words = shorten(self.one.document.text)
        return {language: label("document_type", code, language) if code else words for language in Language}


def differences(left: Sequence[Statement], right: Sequence[Statement], *, portal: bool = False) -> Iterator[Difference]:
    """Documents of one list that are missing in the other, where the lists have something in common, and documents that
    the two ask for in different forms; with `portal` without what a portal does by itself."""
    parts = [
        (here, there, whole, pair(here, there)) for here, there, whole in facing(own_items(left), own_items(right))
    ]
    pairs = [one for *_, paired in parts for one, _ in paired.pairs]
    if all(one.document.code in OF_ANY_LIST for one in pairs) and not _one_list(parts):
        return
    for here, there, whole, paired in parts:
        yield from _missing(paired.only_left, there[0], portal)
        if whole:
            yield from _missing(paired.only_right, here[0], portal)
            yield from _forms(paired.pairs)


def _one_list(parts: Sequence[Part]) -> bool:
    """Whether two lists are one, with a few items more on one side, though all that they share stands in any list."""
    pairs = [pair for *_, paired in parts for pair in paired.pairs]
    more = [sum(len(paired.only_left) for *_, paired in parts), sum(len(paired.only_right) for *_, paired in parts)]
    return len(pairs) >= SHORTEST and min(more) == 0 and max(more) < len(pairs)


def _missing(items: Iterable[Item], other: Item, portal: bool) -> Iterator[Difference]:
    for item in items:
        if not (portal and item.document.code in DONE_BY_PORTAL):
            yield Difference(kind="missing", one=item, other=other)


def _forms(pairs: Iterable[tuple[Item, Item]]) -> Iterator[Difference]:
    for item, other in pairs:
        forms, others = set(item.document.forms), set(other.document.forms)
        of_one_type = item.document.code is not None and item.document.code == other.document.code
        if of_one_type and forms and others and not forms & others and DocumentForm.ELECTRONIC not in forms | others:
            yield Difference(kind="form", one=item, other=other)
