"""Figures that running text of the general part tells of a service that it names."""

from collections.abc import Iterator, Sequence
from itertools import zip_longest

from kb.extract.figures.parts import Paragraph, read_paragraph
from kb.extract.figures.prose import FIGURE, OVERALL, read_figures
from kb.extract.figures.service_names import NamedService, ServiceNames
from kb.extract.figures.words import matches
from kb.model import Document, Remark
from kb.model.act import Clause, ClauseKind

KINDS = (ClauseKind.PARAGRAPH, ClauseKind.POINT)


def read_general_prose(document: Document, clauses: Sequence[Clause], names: ServiceNames) -> Iterator[Remark]:
    """The shares and means of a service as a whole that a sentence tells behind its full name, up to the next name."""
    for clause in clauses:
        if clause.kind not in KINDS or not FIGURE.search(document.text[clause.start : clause.end]):
            continue
        paragraph = read_paragraph(document, clause, "")
        named = names.find_in(paragraph.passage.plain)
        for one, following in zip_longest(named, named[1:]):
            end = _sentence_end(paragraph, one)
            yield from _figures(document, clause, one, min(end, following.start) if following else end)


def _sentence_end(paragraph: Paragraph, named: NamedService) -> int:
    later = (part for part in paragraph.parts if part.start >= named.end and part.opens)
    return next((part.start for part in later), len(paragraph.plain))


def _figures(document: Document, clause: Clause, named: NamedService, end: int) -> Iterator[Remark]:
    paragraph = read_paragraph(document, clause, named.key)
    if matches("some_people", paragraph.plain[named.end : end]):
        return
    place = paragraph.cite(named.end, end)
    for one in read_figures(paragraph, summary=True):
        inside = place.start <= one.evidence.start and one.evidence.end <= place.end
        if inside and one.subject == OVERALL:
            yield one
