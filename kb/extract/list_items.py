"""Lists of a passage → their items with the headings above them, and the sentences that stand around the items."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from kb.extract.list_scopes import Headings
from kb.extract.paragraphs import Mark, Paragraph, read_paragraphs, trim_span
from kb.extract.passage import Passage
from kb.extract.scopes import read_heading_scope
from kb.extract.segment import LIST_TOPICS, Segment
from kb.extract.wording import wording
from kb.model import Scope

FILE = "document"
SENTENCE_END = re.compile(r"\.[ ]+(?=\S)")
LABEL_REACH = 300  # words of a point that names its list stand before a colon within 300 characters
LEAD_REACH = 160  # a heading that shares its line with its items is short


@dataclass(frozen=True, slots=True)
class Item:
    """An item `plain[start:end]` under the scope of its headings; `heading` has the folded words of the newest one."""

    start: int
    end: int
    scope: Scope
    listed: bool
    """False for a sentence that stands beside the list: whether it asks for anything is not said by its place."""
    heading: str = ""
    opens: bool = False
    """A sentence of a heading, behind its first one: it opens the items, and may ask for something itself."""

    alone: bool = False
    """It is the whole list: one paragraph without a mark."""

    number: int | None = None
    """What its mark counts."""

    def opening(self, text: str) -> str:
        """Its first sentence in the folded `text`: what the item is; what follows explains it."""
        return text[slice(*next(self.sentences(text)))]

    def sentences(self, text: str) -> Iterator[tuple[int, int]]:
        """The spans of its sentences in the folded `text`."""
        return _sentences(text, self.start, self.end)


def read_items(passage: Passage, segments: list[Segment]) -> Iterator[Item]:
    """The items of the list that consecutive segments hold, in order.

    Marked paragraphs are items; so are those without a mark where they or the paragraph before end in a semicolon,
    behind a colon, or where nothing in the list is marked. All others are given sentence by sentence. A paragraph that
    ends in a colon is a heading.
    """
    start, paragraphs = _behind_label(passage, segments)
    yield from (Item(first, last, Scope(), False) for first, last in start)
    marked = any(paragraph.mark is not Mark.NONE for paragraph in paragraphs)
    headings = _labelled_headings(passage, segments)
    goes_on = True
    for paragraph in paragraphs:
        if paragraph.closing == ":":
            for first, last in list(_sentences(passage.plain, paragraph.start, paragraph.end))[1:]:
                yield Item(first, last, Scope(), False, opens=True)
            _open_heading(passage, paragraph, headings)
            goes_on = True
            continue
        if lead := _lead_end(passage, paragraph):
            scope = read_heading_scope(passage, paragraph.start, lead)
            headings.enter(paragraph.mark, scope, passage.plain[paragraph.start : lead])
            yield from _parts(passage, lead + 1, paragraph.end, headings)
            goes_on = paragraph.closing == ";"
        elif paragraph.mark is not Mark.NONE:
            headings.meet(paragraph.mark, paragraph.number)
            yield Item(paragraph.start, paragraph.end, headings.scope, True, headings.words, number=paragraph.number)
            goes_on = paragraph.closing == ";"
        elif goes_on or not marked or paragraph.closing == ";":
            yield from _unmarked(passage, paragraph, headings, alone=len(paragraphs) == 1)
            goes_on = paragraph.closing == ";"
        else:
            for first, last in _sentences(passage.plain, paragraph.start, paragraph.end):
                yield Item(first, last, Scope(), False)


def _behind_label(passage: Passage, segments: list[Segment]) -> tuple[list[tuple[int, int]], list[Paragraph]]:
    """The sentences behind the label in its own paragraph, and the paragraphs of the list."""
    first, last = segments[0], segments[-1]
    if not (first.labelled and first.topic in LIST_TOPICS):
        return [], list(read_paragraphs(passage, first.start, last.end))
    label_end = _label_end(passage, segments)
    sentences = list(_sentences(passage.plain, first.start, label_end))
    return sentences[1:], list(read_paragraphs(passage, min(label_end + 1, last.end), last.end))


def _labelled_headings(passage: Passage, segments: list[Segment]) -> Headings:
    """Headings with the label's own: it names the channels and the recipient, and no case, being the list's name."""
    headings, first = Headings(), segments[0]
    if first.labelled and first.topic in LIST_TOPICS:
        scope = read_heading_scope(passage, first.start, _label_end(passage, segments))
        if scope.channel or scope.recipient:
            headings.enter(Mark.NONE, replace(scope, case=None), "")
    return headings


def _label_end(passage: Passage, segments: list[Segment]) -> int:
    """Where the label in the first paragraph ends: at its colon, or with its line."""
    first, last = segments[0], segments[-1]
    line_end = passage.plain.find("\n", first.start, last.end)
    line_end = last.end if line_end < 0 else line_end
    colon = passage.plain.find(":", first.start, min(line_end, first.start + LABEL_REACH))
    return colon if colon >= 0 else line_end


def _unmarked(passage: Passage, paragraph: Paragraph, headings: Headings, *, alone: bool) -> Iterator[Item]:
    """A paragraph without a mark is one item, or as many as its semicolons part where it is the whole list."""
    if alone:
        parts = list(_parts(passage, paragraph.start, paragraph.end, headings))
        yield from (replace(part, alone=len(parts) == 1) for part in parts)
    else:
        headings.meet(Mark.NONE)
        yield Item(paragraph.start, paragraph.end, headings.scope, True, headings.words)


def _open_heading(passage: Passage, paragraph: Paragraph, headings: Headings) -> None:
    """A heading; where a colon parts it («for a first issue: at the office:»), one below the other."""
    mark, start = paragraph.mark, paragraph.start
    colons = [found.start() for found in re.finditer(":", passage.plain[start : paragraph.end])]
    parted = len(colons) == 1 and paragraph.end - start <= LEAD_REACH
    for end in [*(start + colon for colon in colons if parted), paragraph.end]:
        headings.enter(mark, read_heading_scope(passage, start, end), passage.plain[paragraph.start : end])
        mark, start = Mark.NONE, end + 1


def _lead_end(passage: Passage, paragraph: Paragraph) -> int | None:
    """The colon behind a heading whose items follow in the same line: several, parted by semicolons, or behind words
    that name a channel or a case only. None without one."""
    colon = passage.plain.find(":", paragraph.start, min(paragraph.end, paragraph.start + LEAD_REACH))
    if colon < 0 or passage.plain.find(";", paragraph.start, colon) >= 0:
        return None
    if passage.plain.find(";", colon, paragraph.end) >= 0:
        return colon
    return colon if wording(FILE, "lead").search(passage.plain[paragraph.start : colon].strip()) else None


def _parts(passage: Passage, start: int, end: int, headings: Headings) -> Iterator[Item]:
    """The items that semicolons part."""
    for found in re.finditer(r"[^;]+", passage.plain[start:end]):
        first, last = trim_span(passage.plain, start + found.start(), start + found.end())
        if first < last:
            headings.meet(Mark.NONE)
            yield Item(first, last, headings.scope, True, headings.words)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for found in SENTENCE_END.finditer(text, start, end):
        following = text[found.end()]
        number_only = text[start : found.start()].strip().isdigit()
        if number_only or (text[found.start() - 1].isdigit() and following.isdigit()):
            continue
        yield trim_span(text, start, found.start())
        start = found.end()
    yield trim_span(text, start, end)
