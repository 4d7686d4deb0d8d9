"""What a report tells of a service that is no value of its standard: promises, complaints, who is said to provide."""

import re
from collections.abc import Iterable, Iterator

from kb.extract.passage import Passage
from kb.extract.wording import coded_wording, wording
from kb.model import Remark, RemarkKind, SourceKind

FILE = "told_claim"
LIST = "document_list"
PROVIDER = "provider"
OF_STANDARD = (
    LIST,
    "repeated_documents",
    "spared_documents",
    "listed_additional",
)  # what is promised of these is what the standard is said to have


def extract_promises(passages: Iterable[Passage]) -> list[Remark]:
    """What the general information promises."""
    return [remark for passage in passages for remark in _subjects(passage, "information", RemarkKind.PROMISE)]


def extract_told_claims(passages: Iterable[Passage]) -> list[Remark]:
    """Promises and complaints by subject, and the bodies that the text around the survey names as providers."""
    found: list[Remark] = []
    for passage in passages:
        complaints = list(_subjects(passage, "complaint", RemarkKind.COMPLAINT))
        found.extend(_promises(passage, complaints))
        found.extend(complaints)
        found.extend(_more_papers(passage))
        found.extend(_providers(passage))
    return found


def extract_places(passages: Iterable[Passage]) -> list[Remark]:
    """The bodies in a list of the places that provide the service."""
    found: list[Remark] = []
    inside = False
    for passage in passages:
        words = passage.plain.strip()
        item = re.match(r"[-*•]?\s{0,3}\d{1,2}\)\s{0,3}", words)
        if inside and item:
            start = passage.plain.find(words) + item.end()
            found.append(_provider(passage, start, len(passage.plain.rstrip(" \n;.,"))))
        inside = bool(wording(FILE, "places").search(words)) or (inside and bool(item))
    return found


def _subjects(passage: Passage, key: str, kind: RemarkKind) -> Iterator[Remark]:
    for subject, pattern in coded_wording(FILE, key):
        for match in pattern.finditer(passage.plain):
            yield _remark(passage, kind, subject, *match.span())


def _promises(passage: Passage, complaints: list[Remark]) -> Iterator[Remark]:
    """What the list of documents says is told with a complaint: alone, such words may be of any list."""
    complained = [(one.evidence.start, one.evidence.end) for one in complaints if one.subject == LIST]
    for remark in _subjects(passage, "promise", RemarkKind.PROMISE):
        start = remark.evidence.start
        if remark.subject != LIST or any(first <= start < last for first, last in complained):
            yield remark


def _more_papers(passage: Passage) -> Iterator[Remark]:
    for match in wording(FILE, "more_papers").finditer(passage.plain):
        yield _remark(passage, RemarkKind.PROMISE, LIST, *match.span("asked"))
        yield _remark(passage, RemarkKind.COMPLAINT, LIST, *match.span("papers"))


def _providers(passage: Passage) -> Iterator[Remark]:
    for match in wording(FILE, "provider").finditer(passage.plain):
        yield _provider(passage, *match.span("body"))


def _provider(passage: Passage, start: int, end: int) -> Remark:
    start, end = passage.whole_words(start, end)
    return Remark(
        service=passage.service,
        kind=RemarkKind.CLAIM,
        source_kind=passage.source_kind,
        evidence=passage.cite(start, end),
        subject=PROVIDER,
        group=passage.words(start, end),
    )


def _remark(passage: Passage, kind: RemarkKind, subject: str, start: int, end: int) -> Remark:
    return Remark(
        service=passage.service,
        kind=kind,
        source_kind=SourceKind.STANDARD
        if kind is RemarkKind.PROMISE and subject in OF_STANDARD
        else passage.source_kind,
        evidence=passage.cite(*passage.whole_words(start, end)),
        subject=subject,
    )
