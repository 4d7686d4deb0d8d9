"""News → what they tell of a service that they name: values in force, changes, dated plans; no drafts, no rumours."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from kb.extract.deadlines import extract_deadlines
from kb.extract.extraction import Extraction
from kb.extract.fees import extract_fees
from kb.extract.gaps import find_gaps
from kb.extract.overlays import read_overlays
from kb.extract.passage import Passage, cut_passage
from kb.extract.segment import Segment, read_segments
from kb.extract.service_names import document_key
from kb.extract.wording import wording
from kb.model import Document, Language, Mention, SourceKind, Standing, Statement
from kb.model.act import Clause, ClauseKind

FILE = "news"


def extract_news(document: Document) -> Extraction:
    """A mention for each service that a piece of news names in quotation marks and tells a value of; a piece
    that denies a rumour or presents a draft states nothing."""
    mentions: list[Mention] = []
    statements: list[Statement] = []
    for piece in document.clauses:
        if piece.parent is None and not _says(document, piece, "not_in_force"):
            for mention, stated in _read_piece(document, piece):
                mentions.append(mention)
                statements.extend(stated)
    return Extraction(mentions=tuple(mentions), statements=tuple(statements), gaps=find_gaps(statements))


def _says(document: Document, clause: Clause, key: str) -> bool:
    whole = _cut(document, clause, clause.start, clause.end, "")
    return bool(wording(FILE, key).search(whole.plain))


def _cut(document: Document, clause: Clause, start: int, end: int, service: str) -> Passage:
    return cut_passage(document, start, end, service=service, source_kind=SourceKind.NEWS, clause=clause.id)


def _read_piece(document: Document, piece: Clause) -> list[tuple[Mention, list[Statement]]]:
    """What stands behind the name of a service, up to the next name, is told of it."""
    parts = [clause for clause in document.clauses if clause.parent == piece.id]
    line_end = document.text.find("\n", piece.start)
    named = _names(document, piece, piece.start, line_end if line_end > 0 else piece.end)
    for part in parts:
        named += _names(document, part, part.start, part.end)
    found: dict[str, tuple[Mention, list[Statement]]] = {}
    end = (len(document.text), len(document.text), "", piece)
    for (start, stop, name, clause), following in pairwise([*named, end]):
        mention = found[name][0] if name in found else _mention(document, clause, (start, stop), name, len(found) + 1)
        stated = _read_reach(document, parts, mention.key, (start, following[0]))
        found.setdefault(name, (mention, []))[1].extend(stated)
    return [(mention, stated) for mention, stated in found.values() if stated]


def _names(document: Document, clause: Clause, start: int, end: int) -> list[tuple[int, int, str, Clause]]:
    passage = _cut(document, clause, start, end, "") if document.text[start:end].strip() else None
    found = []
    for match in wording(FILE, "names").finditer(passage.plain) if passage else ():
        group = next(number for number, value in enumerate(match.groups(), start=1) if value)
        first, last = passage.folding.span(*match.span(group)) if passage else (0, 0)
        name = " ".join(document.text[start + first : start + last].split())
        found.append((start + first, start + last, name, clause))
    return found


def _mention(document: Document, clause: Clause, place: tuple[int, int], name: str, number: int) -> Mention:
    kazakh = document.language is Language.KK
    piece = clause.parent or clause.id
    return Mention(
        key=f"{document_key(document)}/{piece}/service-{number}",
        name_kk=name if kazakh else None,
        name_ru=None if kazakh else name,
        evidence=document.cite(*place, clause.id),
        source=document.snapshot.source,
        sample=document.snapshot.sample,
    )


def _read_reach(document: Document, parts: Sequence[Clause], key: str, reach: tuple[int, int]) -> list[Statement]:
    """Values of the sentences that overlap the reach of a name."""
    statements: list[Statement] = []
    for part in parts:
        if part.kind not in (ClauseKind.PARAGRAPH, ClauseKind.TABLE) or part.end <= reach[0] or part.start >= reach[1]:
            continue
        passage = _cut(document, part, part.start, part.end, key)
        for sentence in read_segments(passage):
            stated = _read_sentence(passage, sentence)
            statements.extend(one for one in stated if reach[0] < one.evidence.end <= reach[1])
    return statements


def _read_sentence(passage: Passage, sentence: Segment) -> list[Statement]:
    """What a sentence changes, adds, closes or plans for a day; otherwise the terms and fees that it tells."""
    text = passage.plain[sentence.start : sentence.end]
    if not wording(FILE, "of_the_service").search(text):
        return []
    changes = [
        one
        for one in read_overlays(passage, sentence)
        if one.valid_from or one.standing is not Standing.PLANNED  # a plan without a day is a wish
    ]
    if changes or wording(FILE, "planned").search(text):
        return changes
    whole = Segment(sentence.start, sentence.end, sentence.start, FILE, False, SourceKind.NEWS)
    stated = [*extract_deadlines(passage, whole), *extract_fees(passage, whole)]
    return [replace(one, scope=replace(one.scope, case=None)) for one in stated]  # the words of a tale are no case
