"""All text of other services that stands under a service."""

from collections.abc import Callable, Iterable, Iterator

from kb.compare.overlap.alien_items import find_alien_items
from kb.compare.overlap.alien_passages import find_alien_passages
from kb.compare.overlap.clause_text import ClauseText
from kb.compare.overlap.foreign_names import find_foreign_names
from kb.compare.overlap.overlap import Overlap
from kb.compare.overlap.pasted_text import PastedText
from kb.compare.overlap.service_names import ServiceNames
from kb.compare.overlap.told_twice import Texts, find_told_twice
from kb.model import Service


def find_pasted(
    overlap: Overlap, services: Iterable[Service], texts: Callable[[], Iterable[ClauseText]], *, text_of: Texts
) -> Iterator[PastedText]:
    """Foreign names, quotes and figures told twice, alien passages, alien items; the first of a clause and a service.

    `texts` begins anew with each call and is read five times; `text_of` gives a document by its snapshot.
    """
    names = ServiceNames(services, texts())
    seen: set[tuple[str, str, str]] = set()
    for found in _each(overlap, names, texts, text_of):
        key = (found.a.snapshot, found.a.clause, found.other)
        if key not in seen:
            seen.add(key)
            yield found


def _each(
    overlap: Overlap, names: ServiceNames, texts: Callable[[], Iterable[ClauseText]], text_of: Texts
) -> Iterator[PastedText]:
    yield from find_foreign_names(texts, names)
    yield from find_told_twice(overlap.pairs(), names, text_of)
    yield from find_alien_passages(overlap.pairs(), texts, names, text_of)
    yield from find_alien_items(overlap.pairs(), texts, names, text_of)
