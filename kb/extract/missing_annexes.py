"""Lists of documents that only point at an annex which the text does not have."""

from collections.abc import Iterator

from kb.extract.clause_units import find_chains
from kb.extract.documents import extract_documents, is_by_annex
from kb.extract.paragraphs import trim_span
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.model import Language

ANNEX = "annex"
TOPIC = "document"


def find_missing_annexes(passage: Passage, segments: list[Segment]) -> Iterator[tuple[int, int]]:
    """The spans of such references where `segments`, all those of a passage on documents, name nothing else."""
    spans = [
        trim_span(passage.plain, start, segment.end)
        for segment in segments
        if segment.topic == TOPIC and (start := _reference(passage, segment)) is not None
    ]
    missing = [span for span in spans if not _has_annex(passage, *span)]
    if missing and not extract_documents(passage, [one for one in segments if one.topic == TOPIC]):
        yield from missing


def _reference(passage: Passage, segment: Segment) -> int | None:
    """Where a sentence that is nothing but a reference begins: behind its label, or with it."""
    starts = (segment.body, segment.start)
    return next((start for start in starts if is_by_annex(passage.plain[start : segment.end])), None)


def _has_annex(passage: Passage, start: int, end: int) -> bool:
    if passage.language not in (Language.KK, Language.RU):
        return True
    numbers = {
        value
        for chain in find_chains(passage.plain[start:end], passage.language)
        for unit in chain.units
        if unit.kind == ANNEX
        for number in unit.numbers
        for value in number.values
    }
    held = {part for clause in passage.document.clauses for part in clause.id.split("/")}
    return not numbers or all({f"appendix-{number}", f"annex-{number}"} & held for number in numbers)
