"""What a report tells in words of terms that were not kept, of more time than the term, and of «come tomorrow»."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.terms import find_terms
from kb.extract.wording import coded_wording, wording
from kb.model import Remark, RemarkKind, SourceKind

FILE = "broken_term"
MORE_NEEDED = "more_needed"
BEHIND = 60  # that more is needed stands directly behind the term


def extract_broken_terms(passage: Passage, sentences: Sequence[Segment]) -> Iterator[Remark]:
    """The remarks of one passage, of each subject at most one in a sentence, in reading order."""
    plain = passage.plain
    for sentence in sentences:
        first, last = sentence.start, sentence.end
        if not wording(FILE, "hint").search(plain, first, last):
            continue
        for subject, pattern in coded_wording(FILE, "subjects"):
            told = pattern.search(plain, first, last)
            if told and not wording(FILE, "only_if").match(plain, told.end(), last):
                yield _remark(passage, subject, *told.span())
        for term in find_terms(passage.folded[first:last], plain[first:last]):
            end = first + term.end
            more = wording(FILE, "more_needed").match(plain, end, min(last, end + BEHIND))
            if more and term.value is not None and term.fault is None:
                remark = _remark(passage, MORE_NEEDED, first + term.start, more.end())
                yield replace(remark, measure=term.unit.value, value=term.value)


def _remark(passage: Passage, subject: str, start: int, end: int) -> Remark:
    return Remark(
        service=passage.service,
        kind=RemarkKind.COMPLAINT,
        source_kind=SourceKind.PRACTICE,
        evidence=passage.cite(*passage.whole_words(start, end)),
        subject=subject,
    )
