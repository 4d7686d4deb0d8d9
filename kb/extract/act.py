"""A normative act → the services it regulates: requirement tables and numbered standards."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import zip_longest

from kb.extract.clause_order import ClauseOrder
from kb.extract.extraction import Extraction
from kb.extract.gaps import find_gaps, find_unread
from kb.extract.passage import Passage, cut_passage
from kb.extract.segment import closing_topic, label_topic, read_segments
from kb.extract.service_names import (
    BEFORE_TABLE,
    document_key,
    find_codes,
    find_name,
    is_standard_heading,
)
from kb.extract.statements import extract_passages
from kb.model import Document, Gap, Issue, Language, Mention, Severity, SourceKind, Statement
from kb.model.act import Clause, ClauseKind
from kb.text import fold_plain

FEWEST_TOPICS = 4  # a standard has ten points or rows and more; four tell it from a table or heading of another kind
FEWEST_KNOWN = 0.5  # the share of rows with known labels: long tables of rates hold words of any topic


def extract_act(document: Document) -> Extraction:
    """One mention for each table of requirements and each numbered standard, with what their rows and points state."""
    order = ClauseOrder(document)
    parts = [*_requirement_tables(document, order), *_standards(document, order)]
    mentions: list[Mention] = []
    statements: list[Statement] = []
    gaps: list[Gap] = []
    issues: list[Issue] = []
    for holder, passages in parts:
        mention = _read_mention(document, holder, passages)
        stated = extract_passages(replace(passage, service=mention.key) for passage in passages)
        mentions.append(mention)
        statements.extend(stated)
        gaps.extend(find_gaps(stated, passages, service=mention.key))
        issues.extend(_unread(document, holder, passages, mention, order))
        issues.extend(find_unread(passages, stated))
    return Extraction(mentions=tuple(mentions), statements=tuple(statements), gaps=tuple(gaps), issues=tuple(issues))


def _requirement_tables(document: Document, order: ClauseOrder) -> Iterable[tuple[str, list[Passage]]]:
    rows: dict[str, list[Clause]] = defaultdict(list)
    for clause in document.clauses:
        if clause.kind is ClauseKind.ROW:
            rows[clause.id.rsplit("/row-", 1)[0] if "/row-" in clause.id else ""].append(clause)
    for holder, clauses in rows.items():
        topics = [label_topic(fold_plain(clause.label or "")) for clause in clauses]
        known = [topic for topic in topics if topic]
        if len(set(known)) < FEWEST_TOPICS or len(known) < len(topics) * FEWEST_KNOWN:
            continue
        yield (
            holder,
            [_cut(document, order, clause, topic or "ignored") for clause, topic in zip(clauses, topics, strict=True)],
        )


def _standards(document: Document, order: ClauseOrder) -> Iterable[tuple[str, list[Passage]]]:
    """Points below a title that calls itself the standard of a service (the generation before the tables)."""
    titles = [
        clause
        for clause in document.clauses
        if clause.kind is ClauseKind.HEADING and is_standard_heading(document, clause)
    ]
    holders = {clause.id: clause for clause in document.clauses}
    for title, following in zip_longest(titles, titles[1:]):
        holder = holders.get(title.parent or "")
        end = min(holder.end if holder else len(document.text), following.start if following else len(document.text))
        points = [clause for clause in order.between(title.start + 1, end) if clause.kind is ClauseKind.POINT]
        ids = {point.id for point in points}
        passages = [_cut_point(document, order, point) for point in points if point.parent not in ids]
        if len(passages) >= FEWEST_TOPICS:
            alone = sum(other.parent == title.parent for other in titles) == 1
            yield (holder.id if holder else "") if alone else title.id, passages


def _cut(document: Document, order: ClauseOrder, clause: Clause, topic: str | None) -> Passage:
    return cut_passage(
        document,
        clause.start,
        clause.end,
        service="",
        source_kind=SourceKind.STANDARD,
        clause=clause.id,
        topic=topic,
        inner=[one for one in order.between(clause.start, clause.end) if one is not clause],
    )


def _cut_point(document: Document, order: ClauseOrder, point: Clause) -> Passage:
    """A point speaks of what its first sentence names, in its opening words or at its end."""
    passage = _cut(document, order, point, None)
    opening = read_segments(passage)
    topic = opening[0].topic if opening else None
    return replace(passage, topic=topic or closing_topic(passage) or "ignored")


def _read_mention(document: Document, holder: str, passages: Sequence[Passage]) -> Mention:
    owner = document_key(document)
    name, start, end = find_name(document, passages)
    kazakh = document.language is Language.KK
    return Mention(
        key=f"{owner}/{holder}" if holder else owner,
        name_kk=name if kazakh else None,
        name_ru=None if kazakh else name,
        evidence=document.cite(start, end, holder or None),
        source=document.snapshot.source,
        codes=find_codes(document, max(0, passages[0].start - BEFORE_TABLE), max(item.end for item in passages)),
        sample=document.snapshot.sample,
    )


def _unread(
    document: Document, holder: str, passages: Sequence[Passage], mention: Mention, order: ClauseOrder
) -> Iterable[Issue]:
    """Rows whose label no pattern knows: reported with the words of the label, never skipped in silence."""
    for passage in passages:
        row = order.clause(passage.clause)
        label = row.label if row and row.kind is ClauseKind.ROW else None
        if passage.topic == "ignored" and label and label_topic(fold_plain(label)) is None:
            yield Issue(
                code="act.unknown_label",
                severity=Severity.WARNING,
                document=document.snapshot.document,
                line=document.line_of(passage.start),
                message=f"row «{label}» of {mention.key}: no topic knows this label; "
                "add its wording to kb/extract/data/label.yaml",
            )
    if mention.name_kk is None and mention.name_ru is None:
        yield Issue(
            code="act.no_service_name",
            severity=Severity.WARNING,
            document=document.snapshot.document,
            line=mention.evidence.line,
            message=f"{holder or 'the act'}: no service name in its title, heading or first rows; "
            "expected a name in quotes",
        )
