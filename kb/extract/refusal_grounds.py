"""Grounds for refusal, one statement for each."""

from collections.abc import Iterator

from kb.extract.list_items import Item, read_items
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, SourceKind, Statement, Text

FILE = "refusal"
ACCEPTANCE = "refusal_of_acceptance"


def extract_refusal_grounds(passage: Passage, segments: list[Segment]) -> list[Statement]:
    """The grounds of a list in order, with the code of those whose wording is the same in most acts; reasons to refuse
    the acceptance of the papers have a code of their own."""
    kind = segments[0].source_kind
    return [statement for item in read_items(passage, segments) for statement in _read_item(passage, item, kind)]


def _read_item(passage: Passage, item: Item, kind: SourceKind) -> Iterator[Statement]:
    text = passage.plain[item.start : item.end]
    if item.opens or wording(FILE, "papers").search(item.heading) or (not item.listed and not _is_ground(text)):
        return
    tail = wording(FILE, "tail").search(text) if item.listed else None
    end = item.start + tail.start() if tail else item.end
    if end > item.start:
        value = Text(text=passage.words(item.start, end), code=_code(text))
        yield passage.state(Attribute.REFUSAL_GROUND, value, item.start, end, scope=item.scope, source_kind=kind)


def _is_ground(text: str) -> bool:
    return bool(wording(FILE, "refuses").search(text) and not wording(FILE, "procedure").search(text))


def _code(text: str) -> str | None:
    if wording(FILE, "acceptance").search(text):
        return ACCEPTANCE
    return next((code for code, pattern in coded_wording(FILE, "grounds") if pattern.search(text)), None)
