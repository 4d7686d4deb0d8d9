"""Texts of one act that cover different parts of it: what both hold can be compared, the rest cannot."""

from collections import Counter
from dataclasses import dataclass, replace

from kb.model import Clause, Document

_PARTS = ("annex", "appendix", "section")
_BODY = ""  # what stands in no such part
_LEAST_SHARE = 0.5  # a text that lacks less of the other one is an edition from which a part was taken, no excerpt


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """Two texts with the clauses that both cover, and the ids of the parts that only one of them has ("" = body)."""

    before: Document
    after: Document
    only_before: tuple[str, ...]
    only_after: tuple[str, ...]


def overlap_of(before: Document, after: Document) -> Overlap:
    """What two texts of an act have in common where one is an excerpt; otherwise both whole, with no parts apart."""
    mine, theirs = _sizes(before), _sizes(after)
    only_before = tuple(part for part in mine if part not in theirs)
    only_after = tuple(part for part in theirs if part not in mine)
    if not _is_excerpt(mine, only_before) and not _is_excerpt(theirs, only_after):
        return Overlap(before=before, after=after, only_before=(), only_after=())
    return Overlap(
        before=_without(before, only_before),
        after=_without(after, only_after),
        only_before=only_before,
        only_after=only_after,
    )


def _is_excerpt(sizes: Counter[str], missing: tuple[str, ...]) -> bool:
    """Whether the other text lacks so much of this one that it is an excerpt."""
    return sum(sizes[part] for part in missing) >= _LEAST_SHARE * max(sizes.total(), 1)


def _sizes(document: Document) -> Counter[str]:
    """The parts of a text in their order with how many characters of numbered clauses and paragraphs each holds."""
    holders = _holders(document)
    sizes: Counter[str] = Counter()
    within = {clause.parent for clause in document.clauses}
    for clause in document.clauses:
        if clause.id not in within:
            sizes[holders[clause.id]] += clause.end - clause.start
    return sizes


def _without(document: Document, parts: tuple[str, ...]) -> Document:
    holders = _holders(document)
    return replace(document, clauses=tuple(one for one in document.clauses if holders[one.id] not in parts))


def _holders(document: Document) -> dict[str, str]:
    """The outermost part that each clause stands in, by the ids of both."""
    clauses = {clause.id: clause for clause in document.clauses}
    found: dict[str, str] = {}
    for clause in document.clauses:
        chain: list[Clause] = []
        here: Clause | None = clause
        while here and here.id not in found:
            chain.append(here)
            here = clauses.get(here.parent or "")
        part = found[here.id] if here else _BODY
        for one in reversed(chain):
            if part == _BODY and one.id.rsplit("/", 1)[-1].partition("-")[0].partition("~")[0] in _PARTS:
                part = one.id
            found[one.id] = part
    return found
