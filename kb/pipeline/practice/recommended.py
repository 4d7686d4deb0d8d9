"""What documents of the base recommend, and the line that a recommendation follows from."""

from collections.abc import Mapping

from kb.extract.recommendations import find_recommendations
from kb.model import Document, Evidence
from kb.model.recommendation import LONGEST_WORDS, Recommendation
from kb.pipeline.errors import BadRecommendation, UnknownName
from kb.store import Reader, Store


def line_place(store: Store, document: str, line: int) -> Evidence:
    """The words of a line of a document of the base; raises UnknownName, BadRecommendation for an empty line."""
    with store.read() as base:
        found = _document(base, document)
    lines = found.text.splitlines(keepends=True)
    if not 1 <= line <= len(lines) or not lines[line - 1].strip():
        raise BadRecommendation(f"{document}: line {line} has no words; name the line that it follows from")
    start = sum(len(one) for one in lines[: line - 1])
    return found.cite(start, start + len(lines[line - 1]))


def read_recommendations(store: Store, document: str) -> tuple[Recommendation, ...]:
    """What a document of the base recommends, with the service that its section is about; keeps nothing.

    Raises UnknownName, BadRecommendation for a document without a list of recommendations.
    """
    with store.read() as base:
        found = _document(base, document)
        sections = base.mentioned_in(found.snapshot.digest)
    read = tuple(
        Recommendation(
            words=_shortened(" ".join(place.quote.split())),
            language=found.language,
            service=_of_section(place.clause or "", sections),
            place=place,
            key=f"{place.snapshot}:{place.start}",
        )
        for place in find_recommendations(found)
    )
    if not read:
        raise BadRecommendation(
            f"{document}: has no list below a heading of recommendations; enter them one by one with "
            "kb monitor recommend add"
        )
    return read


def _shortened(words: str) -> str:
    """The words as they are kept: what is too long ends with an ellipsis, the place has all of it."""
    return words if len(words) <= LONGEST_WORDS else words[: LONGEST_WORDS - 1] + "…"


def _document(base: Reader, name: str) -> Document:
    found = [one for one in base.documents() if name in (one.snapshot.document, one.snapshot.digest)]
    if not found:
        raise UnknownName(f"no document {name!r} in this base; see kb source list")
    return max(found, key=lambda one: one.snapshot.taken_at)


def _of_section(clause: str, sections: Mapping[str, str]) -> str | None:
    """The service of the section that a clause stands in: sections are named by the first part of a path."""
    section = clause.partition("/")[0]
    owners = {service for told, service in sections.items() if section and told.partition("/")[0] == section}
    return owners.pop() if len(owners) == 1 else None
