"""Grounds for refusal, one statement for each."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import groupby

from kb.extract.list_items import Item, read_items
from kb.extract.paragraphs import trim_span
from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Scope, ScopeField, SourceKind, Statement, Text

FILE = "refusal"
ACCEPTANCE = "refusal_of_acceptance"


def extract_refusal_grounds(passage: Passage, segments: list[Segment]) -> list[Statement]:
    """The grounds of a list in order, with the code of those whose wording is the same in most acts; reasons to refuse
    the acceptance of the papers have a code of their own."""
    kind = segments[0].source_kind
    found = []
    for _, items in groupby(read_items(passage, segments), key=lambda item: item.heading):
        found.extend(_without_papers(passage, list(items)))
    label = segments[0]
    text = passage.plain[label.start : label.end]
    if label.labelled and any(wording(FILE, key).match(text) for key in ("opens", "elsewhere")):
        found.insert(0, Item(*trim_span(passage.plain, label.start, label.end), Scope(), False))
    return [
        statement
        for item in found
        for start, end, listed in _sentences(passage, item)
        for statement in _read_ground(passage, item, start, end, listed=listed, kind=kind)
    ]


def _without_papers(passage: Passage, items: list[Item]) -> list[Item]:
    """The items of one heading, none where they are papers that keep somebody from being refused."""
    heading, last = items[0].heading, items[-1]
    papers = wording(FILE, "papers").search(heading)
    if heading and wording(FILE, "papers_end").search(passage.plain[last.start : last.end]):
        return []
    return [item for item in items if not (papers or item.opens)]


def _sentences(passage: Passage, item: Item) -> Iterator[tuple[int, int, bool]]:
    """The item, and apart from it the sentences in it that tell of a ground of their own; True for what is listed."""
    if not item.listed:
        yield item.start, item.end, False
        return
    parts = list(item.sentences(passage.plain))
    own = [at for at, (start, end) in enumerate(parts) if at and _is_ground(passage.plain[start:end])]
    yield item.start, parts[own[0] - 1][1] if own else item.end, True
    for at in own:
        yield *parts[at], False


def _read_ground(
    passage: Passage, item: Item, start: int, end: int, *, listed: bool, kind: SourceKind
) -> Iterator[Statement]:
    text = passage.plain[start:end]
    if not listed and not _is_ground(text):
        return
    tail = wording(FILE, "closes").search(text) or (wording(FILE, "tail").search(text) if listed else None)
    scope = item.scope
    opening = wording(FILE, "opens").match(text)
    if opening is None and tail and not listed:
        opening = wording(FILE, "case_before").match(text, 0, tail.start())
    if opening and opening["case"] and not scope.case:
        case = passage.words(*(start + at for at in opening.span("case")))
        scope = replace(scope, case=ScopeField(text=case))
    first = start + opening.end() if opening else start
    end = start + tail.start() if tail else end
    if end > first:
        value = Text(text=passage.words(first, end), code=_code(text))
        yield passage.state(Attribute.REFUSAL_GROUND, value, first, end, scope=scope, source_kind=kind)


def _is_ground(text: str) -> bool:
    return bool(wording(FILE, "refuses").search(text) and not wording(FILE, "procedure").search(text))


def _code(text: str) -> str | None:
    if wording(FILE, "acceptance").search(text):
        return ACCEPTANCE
    return next((code for code, pattern in coded_wording(FILE, "grounds") if pattern.search(text)), None)
