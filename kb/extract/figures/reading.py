"""A report → the figures that its sections and tables tell of each service, and what the text claims of them."""

from collections.abc import Iterator, Mapping, Sequence

from kb.extract.figures.abstentions import read_abstentions
from kb.extract.figures.amounts import read_amounts
from kb.extract.figures.averages import read_averages
from kb.extract.figures.body_names import BodyNames
from kb.extract.figures.body_rows import BODY, read_body_rows
from kb.extract.figures.changes import read_changes
from kb.extract.figures.claims import may_claim, read_claims
from kb.extract.figures.genders import read_genders
from kb.extract.figures.general_prose import read_general_prose
from kb.extract.figures.general_tables import read_service_tables
from kb.extract.figures.grid import read_grids
from kb.extract.figures.neighbours import find_neighbours
from kb.extract.figures.parts import Paragraph, read_paragraph
from kb.extract.figures.prose import read_figures
from kb.extract.figures.receipts import read_receipts
from kb.extract.figures.respondents import read_people, read_sample, read_undecided
from kb.extract.figures.section_tables import read_table
from kb.extract.figures.service_lists import read_lists
from kb.extract.figures.service_names import ServiceNames
from kb.extract.figures.sums import read_listed
from kb.extract.figures.words import DIGIT
from kb.model import Document, Mention, Remark, SurveyChannel, SurveyPlace, SurveyRow
from kb.model.act import Clause, ClauseKind
from kb.text import fold_kazakh

TEXT = (ClauseKind.PARAGRAPH, ClauseKind.POINT, ClauseKind.NOTE)
SUMMARY_PARAGRAPHS = 3  # the result as a whole is told in the first paragraphs, before the table of marks


def read_remarks(
    document: Document,
    sections: Mapping[str, Sequence[Clause]],
    mentions: Sequence[Mention],
    survey: Sequence[SurveyRow],
) -> list[Remark]:
    """Figures, claims and telling labels of a report, those of the sections first.

    `sections` are the clauses below each section by the key of its service, the rest of the document is its general
    part.
    """
    remarks = [
        one
        for key, clauses in sections.items()
        for one in sorted(_read_section(document, clauses, key), key=lambda found: found.evidence.start)
    ]
    inside = {clause.id for clauses in sections.values() for clause in clauses}
    general = [clause for clause in document.clauses if clause.id not in inside]
    names = ServiceNames(mentions)
    means = {
        row.service: row.mean
        for row in survey
        if row.source is SurveyPlace.SECTION and row.channel is SurveyChannel.ALL and row.mean is not None
    }
    grids = list(read_grids(document, general))
    remarks.extend(read_service_tables(grids, names, means))
    remarks.extend(read_body_rows(grids, remarks))
    bodies = BodyNames(grids, names)
    remarks.extend(one for one in read_service_tables(grids, bodies, means, row_code=BODY) if one.measure == "share")
    remarks.extend(read_lists(document, general, names))
    remarks.extend(read_general_prose(document, general, names))
    remarks.extend(read_averages(document, general, remarks))
    remarks.extend(find_neighbours(survey))
    return remarks


def _read_section(document: Document, clauses: Sequence[Clause], key: str) -> Iterator[Remark]:
    told = [clause for clause in clauses if "/info" not in clause.id]
    for grid in read_grids(document, told):
        yield from read_table(grid, key)
    asked = False
    paragraphs = 0
    for clause in told:
        if clause.kind is ClauseKind.TABLE:
            paragraphs = SUMMARY_PARAGRAPHS
        elif clause.kind in TEXT:
            paragraphs += 1
            if not _may_tell(document.text[clause.start : clause.end]):
                continue
            paragraph = read_paragraph(document, clause, key)
            yield from _read_paragraph(paragraph, summary=paragraphs <= SUMMARY_PARAGRAPHS)
            sample = read_sample(paragraph, again=asked)
            if sample:
                asked = True
                yield sample


def _may_tell(text: str) -> bool:
    """Whether a text has figures or words of claims: most paragraphs of a report have neither."""
    return bool(DIGIT.search(text)) or may_claim(fold_kazakh(text.lower()))


def _read_paragraph(paragraph: Paragraph, *, summary: bool) -> Iterator[Remark]:
    yield from read_figures(paragraph, summary=summary)
    claims = list(read_claims(paragraph))
    yield from claims
    yield from read_amounts(paragraph)
    yield from read_changes(paragraph)
    yield from read_genders(paragraph)
    yield from read_listed(paragraph, claims)
    yield from read_undecided(paragraph)
    yield from read_people(paragraph)
    yield from read_receipts(paragraph)
    yield from read_abstentions(paragraph)
