"""Where the section of each service begins: a numbered name with the general-information block behind it."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kb.model import Block, BlockKind
from kb.read import words_of
from scrapers.monitoring.labels import label_of

# Also `55.18 …` with the name glued to the number, and З, О in the place of 3, 0.
_HEADING = re.compile(r"[\s#*]*(?P<number>[\dЗзОо]{1,3}) *[.)] *\**(?P<name>[^\n]*\S)", re.DOTALL)
_DIGITS = str.maketrans("ЗзОо", "3300")
_MAX_NAME = 600
_LOOK_BACK = 3


@dataclass(frozen=True, slots=True)
class Section:
    """A section begins with block `first`; `guessed` when its number is not the printed one."""

    first: int
    number: int
    name: str
    guessed: bool = False


@dataclass(frozen=True, slots=True)
class _Found:
    first: int
    number: int | None
    name: str


def find_sections(text: str, blocks: Sequence[Block]) -> tuple[Section, ...]:
    """Sections in reading order.

    A table of contents, numbered recommendations and headings in running text have no information
    block behind them and are passed over. A section whose information label is lost is found by its
    results label and the number that is due.
    """
    labels = [_label(text, block) for block in blocks]
    found: list[_Found] = []
    since_label = 0
    for place, label in enumerate(labels):
        if label == "info":
            heading = _heading_before(text, blocks, labels, place)
            if heading and (not found or heading.first > found[-1].first):
                found.append(heading)
            since_label = place + 1
        elif label == "results":
            if "info" not in labels[max(since_label - 1, 0) : place] and found and found[-1].number:
                found += _overlooked(text, blocks, range(since_label, place), due=found[-1].number + 1)
            since_label = place + 1
        elif label == "conclusions":
            since_label = place + 1
    return _number(found)


def _label(text: str, block: Block) -> str | None:
    return None if block.kind is BlockKind.TABLE else label_of(words_of(text[block.start : block.end]))


def _read_heading(text: str, block: Block, place: int) -> _Found | None:
    if block.kind is BlockKind.TABLE or block.end - block.start > _MAX_NAME:
        return None
    raw = text[block.start : block.end]
    match = _HEADING.match(text[_line_start(text, block.start) : block.end]) or _HEADING.match(raw)
    if not match or not any(letter.isdigit() for letter in match["number"].translate(_DIGITS)):
        return None
    return _Found(place, int(match["number"].translate(_DIGITS)), words_of(match["name"]))


def _line_start(text: str, position: int) -> int:
    return text.rfind("\n", 0, position) + 1


def _heading_before(text: str, blocks: Sequence[Block], labels: Sequence[str | None], place: int) -> _Found | None:
    """The numbered name above an information label; it may run over lines, and its number may be lost."""
    for back in range(place - 1, max(place - 1 - _LOOK_BACK, -1), -1):
        if labels[back] or blocks[back].kind is BlockKind.TABLE:
            break
        heading = _read_heading(text, blocks[back], back)
        if heading and (back == place - 1 or not heading.name.endswith((".", ";"))):
            rest = (words_of(text[b.start : b.end]) for b in blocks[back + 1 : place])
            return replace(heading, name=" ".join([heading.name, *rest]))
    if not place or labels[place - 1] or blocks[place - 1].kind is BlockKind.TABLE:
        return None
    name = words_of(text[blocks[place - 1].start : blocks[place - 1].end])
    return _Found(place - 1, None, name) if len(name) <= _MAX_NAME and not name.endswith((".", ";")) else None


def _overlooked(text: str, blocks: Sequence[Block], places: range, *, due: int) -> list[_Found]:
    for place in places:
        heading = _read_heading(text, blocks[place], place)
        if heading and heading.number == due and not heading.name.endswith((".", ";")):
            return [heading]
    return []


def _number(found: Sequence[_Found]) -> tuple[Section, ...]:
    """Numbers as printed; one that is lost, or that does not fit between its neighbours while the next does, is due."""
    sections: list[Section] = []
    for place, one in enumerate(found):
        due = sections[-1].number + 1 if sections else 1
        following = found[place + 1].number if place + 1 < len(found) else None
        misread = one.number is not None and one.number != due and following == due + 1 and bool(sections)
        if one.number is None or misread:
            sections.append(Section(one.first, due, one.name, guessed=True))
        else:
            sections.append(Section(one.first, one.number, one.name))
    return tuple(sections)
