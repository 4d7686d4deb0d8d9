"""What a report tells of terms that is no value of them: waits longer than promised, wishes, two standards at once."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from kb.extract.passage import Passage, cut_passage
from kb.extract.segment import Segment
from kb.extract.terms import Term, find_terms
from kb.extract.wording import wording
from kb.model import Document, Remark, RemarkKind, SourceKind, Unit
from kb.model.act import ClauseKind

FILE = "narrative"
LONGER_WAIT, PROMISED_WAIT, WISHED_TERM, TWO_STANDARDS = "longer_wait", "promised_wait", "wished_term", "two_standards"
ALL_WAITS_KEPT = "all_waits_kept"
BEHIND, BEFORE = 40, 80  # the words of a bound stand directly behind the term, who sets it some words before
OVERVIEW = 120  # the minutes that are meant stand in the same sentence


def extract_term_remarks(passage: Passage, sentences: Sequence[Segment]) -> Iterator[Remark]:
    """The remarks on terms of one passage, in reading order."""
    if match := wording(FILE, "two_standards").search(passage.plain):
        start, end = passage.whole_words(*match.span())
        yield _remark(passage, RemarkKind.CLAIM, TWO_STANDARDS, start, end)
    for sentence in sentences:
        if wording(FILE, "remark_hint").search(passage.plain, sentence.start, sentence.end):
            yield from _of_terms(passage, sentence)


def extract_overview_remarks(document: Document, keys: Iterable[str]) -> Iterator[Remark]:
    """What a report says of waiting for all services at once, outside their sections, as a remark on each of them."""
    keys = tuple(keys)
    for clause in document.clauses:
        if clause.kind is not ClauseKind.PARAGRAPH or clause.id.startswith("section-"):
            continue
        passage = cut_passage(
            document, clause.start, clause.end, service="", source_kind=SourceKind.SURVEY, clause=clause.id
        )
        if match := wording(FILE, "all_waits_kept").search(passage.plain):
            start, end = passage.whole_words(*match.span())
            behind = slice(match.end(), match.end() + OVERVIEW)
            minutes = (
                one for one in find_terms(passage.folded[behind], passage.plain[behind]) if one.unit is Unit.MINUTE
            )
            remark = _remark(passage, RemarkKind.CLAIM, ALL_WAITS_KEPT, start, end, told=next(minutes, None))
            yield from (replace(remark, service=key) for key in keys)


def _of_terms(passage: Passage, sentence: Segment) -> Iterator[Remark]:
    first, last = sentence.start, sentence.end
    plain = passage.plain
    queue = wording(FILE, "waited").search(plain, first, last)
    share = wording(FILE, "share").search(plain, first, last)
    for term in find_terms(passage.folded[first:last], plain[first:last]):
        if term.value is None or term.fault is not None:
            continue
        start, end = first + term.start, first + term.end
        before, behind = plain[max(first, start - BEFORE) : start], plain[end : min(last, end + BEHIND)]
        if term.unit is not Unit.MINUTE:
            if wish := wording(FILE, "shorten_to").match(behind):
                yield _remark(passage, RemarkKind.COMPLAINT, WISHED_TERM, start, end + wish.end(), told=term)
        elif queue and share and share.start() < start and (longer := wording(FILE, "waited_longer").match(behind)):
            over = wording(FILE, "over_the_promised").search(before)
            yield _remark(
                passage, RemarkKind.FIGURE, LONGER_WAIT, share.start(), end + longer.end(), told=None if over else term
            )
            if over:
                promised_at = start - len(before) + over.start()
                yield _remark(passage, RemarkKind.PROMISE, PROMISED_WAIT, promised_at, start)
        elif queue and (rule := wording(FILE, "promised_before").search(before)):
            begun = start - len(before) + rule.start()
            yield _remark(passage, RemarkKind.PROMISE, PROMISED_WAIT, begun, end, told=term)


def _remark(
    passage: Passage, kind: RemarkKind, subject: str, start: int, end: int, *, told: Term | None = None
) -> Remark:
    """A remark on `plain[start:end]` with the number of a term; what is promised, the standard says."""
    promised = kind is RemarkKind.PROMISE
    return Remark(
        service=passage.service,
        kind=kind,
        source_kind=SourceKind.STANDARD if promised else SourceKind.PRACTICE,
        evidence=passage.cite(start, end),
        subject=subject,
        measure=told.unit.value if told else None,
        value=told.value if told else None,
    )
