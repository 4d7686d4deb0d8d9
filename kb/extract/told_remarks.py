"""A remark on what is promised or was met, with the one who says it."""

from kb.extract.passage import Passage
from kb.model import Remark, RemarkKind, SourceKind

LIST = "document_list"
OF_STANDARD = (
    LIST,
    "repeated_documents",
    "spared_documents",
    "listed_additional",
    "open_list",
)  # what is promised of these is what the standard is said to have


def told_remark(passage: Passage, kind: RemarkKind, subject: str, start: int, end: int) -> Remark:
    """The remark on `plain[start:end]` grown to whole words; what is promised of the standard's list, the standard
    says."""
    of_standard = kind is RemarkKind.PROMISE and subject in OF_STANDARD
    return Remark(
        service=passage.service,
        kind=kind,
        source_kind=SourceKind.STANDARD if of_standard else passage.source_kind,
        evidence=passage.cite(*passage.whole_words(start, end)),
        subject=subject,
    )
