"""The passages of repeats in words: where each stands, and in which words the two differ."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kb.model import Document, Evidence
from kb.model.overlap import Repeat, RepeatedPlace, repeat_to_json
from kb.model.plain_json import Json
from kb.pipeline.errors import UnknownName
from kb.read.word_changes import WordChange, compare_words
from kb.search import without_markup


@dataclass(frozen=True, slots=True, kw_only=True)
class RepeatPassages:
    """Two places that say the same. `words` has both passages on one line without markup: what both have, what stands
    in `a` alone (removed) and in `b` alone (added)."""

    repeat: Repeat
    a: Evidence
    b: Evidence
    words: tuple[WordChange, ...]


def read_passages(repeats: Iterable[Repeat], document_of: Callable[[str], Document | None]) -> Iterator[RepeatPassages]:
    """The passages of each repeat; `document_of` gives a document by its snapshot. Raises UnknownName where the base
    has none."""
    for one in repeats:
        a, b = (_evidence(place, document_of) for place in (one.a, one.b))
        yield RepeatPassages(repeat=one, a=a, b=b, words=compare_words(_plain(a), _plain(b)))


def passages_to_json(told: RepeatPassages) -> Json:
    """A repeat with its words."""
    return {
        **repeat_to_json(told.repeat),
        "words": [{"kind": one.kind.value, "words": one.words} for one in told.words],
    }


def _evidence(place: RepeatedPlace, document_of: Callable[[str], Document | None]) -> Evidence:
    document = document_of(place.snapshot)
    if document is None:
        raise UnknownName(f"the base holds no text {place.snapshot} of {place.document} any more; build it again")
    return Evidence(
        document=place.document,
        snapshot=place.snapshot,
        act=document.act.id if document.act else None,
        edition=document.edition.date if document.edition else None,
        language=place.language,
        clause=place.clause or None,
        start=place.start,
        end=place.end,
        line=document.text.count("\n", 0, place.start) + 1,
        quote=document.text[place.start : place.end],
    )


def _plain(evidence: Evidence) -> str:
    return " ".join(without_markup(evidence.quote, document=evidence.document).text.split())
