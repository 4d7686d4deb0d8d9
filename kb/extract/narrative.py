"""What the text around a survey reports: values told by portals, contact centres, orders and people."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.extract.broken_terms import extract_broken_terms
from kb.extract.deadlines import extract_deadlines
from kb.extract.fees import extract_fees
from kb.extract.passage import Passage, cut_passage
from kb.extract.references import extract_references
from kb.extract.segment import Segment, read_segments
from kb.extract.term_remarks import extract_term_remarks
from kb.extract.told_terms import extract_told_terms
from kb.extract.unnumbered_acts import extract_unnumbered_acts
from kb.extract.waiting import extract_waiting
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Bound, Deadline, Document, Fee, FeeKind, Purpose, Remark, SourceKind, Statement
from kb.model.act import Clause, ClauseKind

FILE = "narrative"
NORMS = (SourceKind.STANDARD, SourceKind.ACT)
REACH = 120  # words that tell what a value is stand within 120 characters in the reports read
END_MARKS = (".", "!", "?", "»", '"', "”", ":", ";")
QUOTE = 160  # a quotation of two lines shows a value in its words


@dataclass(frozen=True, slots=True, kw_only=True)
class Narrative:
    """What the text around a survey tells: values, and what is told of terms that is none."""

    statements: tuple[Statement, ...]
    remarks: tuple[Remark, ...]


def extract_narrative(document: Document, key: str, clauses: list[Clause]) -> Narrative:
    """Terms, fees and acts named outside the general information, each under the one who states it, and remarks on
    terms."""
    statements: list[Statement] = []
    remarks: list[Remark] = []
    for clause in clauses:
        if "/info/" in clause.id or clause.kind not in (ClauseKind.PARAGRAPH, ClauseKind.POINT, ClauseKind.NOTE):
            continue
        passage = cut_passage(
            document, clause.start, clause.end, service=key, source_kind=SourceKind.PRACTICE, clause=clause.id
        )
        quoted = [match.span() for match in wording(FILE, "quoted").finditer(passage.plain)]
        statements.extend(extract_references(passage))
        statements.extend(extract_unnumbered_acts(passage))
        sentences = read_segments(passage)
        remarks.extend(extract_term_remarks(passage, sentences))
        remarks.extend(extract_broken_terms(passage, sentences))
        for sentence in sentences:
            waits = list(extract_waiting(passage, sentence))
            stated = [
                _retold(passage, statement, quoted)
                for statement in _read_sentence(passage, sentence)
                if _is_told(passage, sentence, statement)
            ]
            told = list(extract_told_terms(passage, sentence))
            stated = [one for one in stated if not _is_told_better(one, told)]
            ends = [one.evidence.end for one in (*waits, *stated)]
            new = (one for one in told if not any(one.evidence.start <= end <= one.evidence.end for end in ends))
            statements.extend([*waits, *stated, *new])
    return Narrative(statements=tuple(statements), remarks=tuple(remarks))


def _is_told_better(statement: Statement, told: Sequence[Statement]) -> bool:
    """Whether people's own words tell a value as the least that it took, or as waiting in a queue, which the value
    alone does not say."""
    end = statement.evidence.end
    return any(
        isinstance(one.value, Deadline)
        and (one.value.bound is Bound.MIN or one.value.purpose is Purpose.QUEUE)
        and one.evidence.start <= end <= one.evidence.end
        for one in told
    )


def _place(passage: Passage, statement: Statement) -> tuple[int, int]:
    evidence = statement.evidence
    return passage.folding.place(evidence.start - passage.start, evidence.end - passage.start)


def _is_told(passage: Passage, sentence: Segment, statement: Statement) -> bool:
    """Whether the value is told as what is: words of its kind stand near, and none of a wish or of other sums."""
    end = _place(passage, statement)[1]
    before = passage.plain[max(sentence.start, end - REACH) : end]
    around = passage.plain[max(sentence.start, end - REACH) : min(sentence.end, end + REACH // 2)]
    if end + REACH // 2 > sentence.end >= len(passage.plain.rstrip()):
        around += _carried_over(passage)
    kind = statement.attribute.value
    if not dict(coded_wording(FILE, "near"))[kind].search(around) or wording(FILE, "wish").search(around):
        return False
    return not wording(FILE, "other_sum" if statement.attribute is Attribute.FEE else "other_time").search(before)


def _carried_over(passage: Passage) -> str:
    """The words behind a page break that a paragraph without an end mark goes on with."""
    text = passage.document.text
    if passage.plain.rstrip().endswith(END_MARKS) or not text[passage.end :].strip():
        return ""
    end = passage.end + REACH // 2
    rest = cut_passage(passage.document, passage.end, end, service="", source_kind=passage.source_kind)
    return " " + rest.plain.lstrip()


def _retold(passage: Passage, statement: Statement, quoted: list[tuple[int, int]]) -> Statement:
    """The statement under its speaker, quoting only the words near the value; the words of a tale are no case."""
    start, end = _place(passage, statement)
    if end - start > QUOTE:
        start = passage.plain.find(" ", end - QUOTE, end) + 1 or start
    return replace(
        statement,
        source_kind=_speaker(passage, statement, quoted),
        scope=replace(statement.scope, case=None),
        evidence=passage.cite(start, end),
    )


def _read_sentence(passage: Passage, sentence: Segment) -> list[Statement]:
    text = passage.plain[sentence.start : sentence.end]
    whole = Segment(sentence.start, sentence.end, sentence.start, "narrative", False, passage.source_kind)
    found: list[Statement] = []
    if wording(FILE, "deadline").search(text) and not wording(FILE, "not_a_term").search(text):
        found.extend(extract_deadlines(passage, whole))
    if wording(FILE, "fee").search(text):
        found.extend(
            statement
            for statement in extract_fees(passage, whole)
            if isinstance(statement.value, Fee) and statement.value.kind not in (FeeKind.FREE, FeeKind.PAID_UNSPECIFIED)
        )
    return found


def _speaker(passage: Passage, statement: Statement, quoted: list[tuple[int, int]]) -> SourceKind:
    """People speak inside quotation marks; otherwise the speaker that the words of the statement name, or else
    those before it in the paragraph."""
    start, end = _place(passage, statement)
    if any(first <= end - 1 < last for first, last in quoted):
        return SourceKind.PRACTICE
    for text in (passage.plain[start:end], passage.plain[:end]):
        told_by_people = wording(FILE, "respondents").search(text)
        for code, pattern in coded_wording(FILE, "speakers"):
            if pattern.search(text) and not (told_by_people and SourceKind(code) in NORMS):
                return SourceKind(code)
        if told_by_people:
            return SourceKind.PRACTICE
    return SourceKind.PRACTICE
