"""The averages of all services that a section holds its own figures against."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from kb.extract.figures.parts import read_paragraph
from kb.extract.figures.prose import read_figures
from kb.extract.figures.words import matches
from kb.model import Document, Remark, RemarkKind
from kb.model.act import Clause, ClauseKind

AVERAGE_CLAIMS = ("above_average", "below_average")
ALL_SERVICES, OVERALL = "all_services", "overall"


def read_averages(document: Document, clauses: Iterable[Clause], remarks: Iterable[Remark]) -> Iterator[Remark]:
    """For each claim about an average the share of all services that the general part tells of that component."""
    claims = {(one.service, one.subject) for one in remarks if one.relation in AVERAGE_CLAIMS}
    if not claims:
        return
    averages: dict[str, Remark] = {}
    for clause in clauses:
        if clause.kind is not ClauseKind.PARAGRAPH or "%" not in document.text[clause.start : clause.end]:
            continue
        paragraph = read_paragraph(document, clause, "")
        if not matches("bodies", paragraph.plain):
            for one in read_figures(paragraph, summary=False):
                placed = one.subject == OVERALL and one.channel is not None
                if one.subject and one.measure == "share" and not placed:
                    averages.setdefault(one.subject, one)
    for service, subject in sorted(claims, key=str):
        if subject in averages:
            yield replace(averages[subject], service=service, kind=RemarkKind.FIGURE, group=ALL_SERVICES)
