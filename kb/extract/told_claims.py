"""What a report tells of a service that is no value of its standard: promises and complaints, by subject."""

import re
from collections.abc import Iterable, Iterator

from kb.extract.passage import Passage
from kb.extract.told_remarks import LIST, told_remark
from kb.extract.wording import coded_wording, wording
from kb.model import Remark, RemarkKind

FILE = "told_claim"
MARKS = re.compile(r"[.;!?«»]")
AROUND = 60  # what is wished for or planned is called so in the same part of a sentence


def extract_promises(passages: Iterable[Passage]) -> list[Remark]:
    """What the general information promises."""
    return [remark for passage in passages for remark in _subjects(passage, "information", RemarkKind.PROMISE)]


def extract_told_claims(passages: Iterable[Passage]) -> list[Remark]:
    """The promises and complaints of the text around the survey."""
    found: list[Remark] = []
    for passage in passages:
        complaints = [one for one in _subjects(passage, "complaint", RemarkKind.COMPLAINT) if _is_met(passage, one)]
        found.extend(_promises(passage, complaints))
        found.extend(complaints)
    return found


def _subjects(passage: Passage, key: str, kind: RemarkKind) -> Iterator[Remark]:
    for subject, pattern in coded_wording(FILE, key):
        for match in pattern.finditer(passage.plain):
            yield told_remark(passage, kind, subject, *match.span())


def _is_met(passage: Passage, complaint: Remark) -> bool:
    """Whether the words around a complaint tell of what is, not of what was, is planned or wished for."""
    start, end = passage.folding.place(complaint.evidence.start - passage.start, complaint.evidence.end - passage.start)
    before = MARKS.split(passage.plain[max(0, start - AROUND) : start])[-1]
    behind = MARKS.split(passage.plain[end : end + AROUND])[0]
    return not wording(FILE, "not_met").search(f"{before} {passage.plain[start:end]} {behind}")


def _promises(passage: Passage, complaints: list[Remark]) -> Iterator[Remark]:
    """What the list of documents says is told with a complaint: alone, such words may be of any list."""
    complained = [(one.evidence.start, one.evidence.end) for one in complaints if one.subject == LIST]
    for remark in _subjects(passage, "promise", RemarkKind.PROMISE):
        start = remark.evidence.start
        if remark.subject != LIST or any(first <= start < last for first, last in complained):
            yield remark
