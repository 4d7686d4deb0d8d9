"""A portal's service card → one mention with what the card states."""

from collections.abc import Sequence

from kb.extract.extraction import Extraction
from kb.extract.gaps import find_gaps, find_unread
from kb.extract.passage import cut_passage
from kb.extract.segment import label_topic
from kb.extract.service_names import document_key, find_codes
from kb.extract.statements import extract_passages
from kb.model import Document, Gap, Issue, Language, Mention, Severity, SourceKind, Statement
from kb.model.act import Clause, ClauseKind
from kb.text import fold_plain

UNKNOWN_BLOCK = "block-"  # the last part of the id of a block that the source does not know, and has reported


def extract_card(document: Document) -> Extraction:
    """One mention for each card of the document; a card's blocks are clauses labelled with their headings.

    A label that no topic knows is told once, and not here when the source has told it already.
    """
    mentions: list[Mention] = []
    statements: list[Statement] = []
    issues: dict[str, Issue] = {}
    unread: list[Issue] = []
    gaps: list[Gap] = []
    for holder, blocks in _cards(document):
        mention = _read_mention(document, holder)
        passages = []
        for block in blocks:
            topic = label_topic(fold_plain(block.label)) if block.label else None
            if block.label and topic is None and not _is_reported(block):
                issues.setdefault(block.label, _unknown_label(document, block))
            passages.append(
                cut_passage(
                    document,
                    block.start,
                    block.end,
                    service=mention.key,
                    source_kind=SourceKind.PORTAL_CARD,
                    clause=block.id,
                    topic=topic or "ignored",
                )
            )
        mentions.append(mention)
        stated = extract_passages(passages)
        statements.extend(stated)
        unread.extend(find_unread(passages, stated))
        gaps.extend(find_gaps(stated, passages))
    return Extraction(
        mentions=tuple(mentions),
        statements=tuple(statements),
        gaps=tuple(gaps),
        issues=(*issues.values(), *unread),
    )


def _cards(document: Document) -> list[tuple[Clause, Sequence[Clause]]]:
    holders = [clause for clause in document.clauses if clause.kind is ClauseKind.HEADING and clause.parent is None]
    return [
        (
            holder,
            [clause for clause in document.clauses if clause.parent == holder.id and clause.kind is ClauseKind.ROW],
        )
        for holder in holders
    ]


def _read_mention(document: Document, holder: Clause) -> Mention:
    name = " ".join((holder.label or document.title or "").split()) or None
    codes = find_codes(document, holder.start, holder.end)
    source, key = document.snapshot.source, holder.number
    if key:  # both languages of a card have it, and so meet without a code of the register
        codes[source] = key
    kazakh = document.language is Language.KK
    line_end = document.text.find("\n", holder.start)
    end = line_end if holder.start < line_end <= holder.end else holder.end
    return Mention(
        key=f"{source}/{key}" if key else f"{document_key(document)}/{holder.id}",
        name_kk=name if kazakh else None,
        name_ru=None if kazakh else name,
        evidence=document.cite(holder.start, end, holder.id),
        source=source,
        codes=codes,
        sample=document.snapshot.sample,
    )


def _is_reported(block: Clause) -> bool:
    return block.id.rsplit("/", maxsplit=1)[-1].startswith(UNKNOWN_BLOCK)


def _unknown_label(document: Document, block: Clause) -> Issue:
    return Issue(
        code="card.unknown_label",
        severity=Severity.WARNING,
        document=document.snapshot.document,
        line=document.line_of(block.start),
        message=f"block «{block.label}»: no topic knows this label; add its wording to kb/extract/data/label.yaml",
    )
