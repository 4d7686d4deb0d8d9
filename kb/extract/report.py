"""A public-monitoring report → its services with what each section says of them."""

import re
from collections import defaultdict

from kb.extract.extraction import Extraction
from kb.extract.figures import read_remarks
from kb.extract.gaps import find_gaps
from kb.extract.narrative import extract_narrative
from kb.extract.passage import cut_passage
from kb.extract.ranking import extract_ranking
from kb.extract.section_overlays import apply_overlays
from kb.extract.service_names import plain_words
from kb.extract.statements import extract_passages
from kb.extract.survey import extract_survey
from kb.extract.term_remarks import extract_overview_remarks
from kb.extract.told import extract_told, told_remarks
from kb.extract.unnumbered_acts import extract_unnumbered_acts
from kb.model import Block, BlockKind, Document, Issue, Language, Mention, Remark, Severity, SourceKind, Statement
from kb.model.act import Clause, ClauseKind
from kb.read import find_footnotes

SECTION = re.compile(r"section-(\d+)")
KEY_WIDTH = 2


def extract_report(document: Document) -> Extraction:
    """Each section gives one mention `mon<year>-<number>`, the statements of its general information (spoken by the
    standard), what the text around the survey reports, what orders set instead, and the survey figures."""
    if document.year is None:
        message = "the report names no year; without it its services cannot be numbered (mon<year>-<number>)"
        issue = Issue(code="report.year", severity=Severity.ERROR, document=document.snapshot.document, message=message)
        return Extraction(issues=(issue,))
    mentions, statements, survey, issues = [], [], [], []
    remarks: list[Remark] = []
    below = _by_section(document)
    for section in document.clauses:
        if SECTION.fullmatch(section.id):
            mention = _read_mention(document, section)
            children = below[section.id]
            stated = _read_information(document, mention.key, children)
            if not stated:
                issues.append(_empty_section(document, section))
            mentions.append(mention)
            narrative = extract_narrative(document, mention.key, children)
            remarks.extend(narrative.remarks)
            told = [*stated, *narrative.statements]
            told.extend(extract_told(document, mention.key, children))
            statements.extend(apply_overlays(document, mention.key, children, told))
            survey.extend(extract_survey(document, mention.key, children))
    survey.extend(extract_ranking(document, mentions))
    sections = {one.key: below[one.evidence.clause or ""] for one in mentions}
    return Extraction(
        mentions=tuple(mentions),
        statements=tuple(statements),
        survey=tuple(survey),
        gaps=find_gaps(statements),
        remarks=(
            *read_remarks(document, sections, mentions, survey),
            *remarks,
            *extract_overview_remarks(document, sections),
            *told_remarks(document, sections, mentions),
        ),
        issues=tuple(issues),
    )


def _read_mention(document: Document, section: Clause) -> Mention:
    number = SECTION.fullmatch(section.id)
    key = f"mon{document.year}-{int(number.group(1)):0{KEY_WIDTH}d}" if number else section.id
    heading_end = document.text.find("\n", section.start)
    heading_end = section.end if heading_end < 0 else min(heading_end, section.end)
    name = plain_words(section.label or document.text[section.start : heading_end])
    kazakh = document.language is Language.KK
    return Mention(
        key=key,
        name_kk=name if kazakh else None,
        name_ru=None if kazakh else name,
        evidence=document.cite(section.start, heading_end, section.id),
        source=document.snapshot.source,
        codes={},
        sample=document.snapshot.sample,
    )


def _by_section(document: Document) -> defaultdict[str, list[Clause]]:
    below: defaultdict[str, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        section, inner, _ = clause.id.partition("/")
        if inner:
            below[section].append(clause)
    return below


def _read_information(document: Document, key: str, children: list[Clause]) -> list[Statement]:
    told = [clause for clause in children if "/info/" in clause.id and clause.kind is not ClauseKind.NOTE]
    blocks = [Block(kind=BlockKind.PARAGRAPH, start=clause.start, end=clause.end) for clause in told]
    footnotes = find_footnotes(
        document.text, blocks
    )  # they quote other texts, mostly of what stands before the section
    passages = [
        cut_passage(document, clause.start, clause.end, service=key, source_kind=SourceKind.STANDARD, clause=clause.id)
        for clause in told
        if clause.start not in footnotes
    ]
    return [*extract_passages(passages), *(one for passage in passages for one in extract_unnumbered_acts(passage))]


def _empty_section(document: Document, section: Clause) -> Issue:
    return Issue(
        code="report.section_empty",
        severity=Severity.ERROR,
        document=document.snapshot.document,
        line=document.line_of(section.start),
        message=f"section {section.number}: no statement was read; "
        "expected a general-information block with provider, term and fee",
    )
