"""A report → clauses: front, a section a service with its parts, back; a clause for each paragraph and table."""

from collections.abc import Sequence

from kb.model import Block, BlockKind, Clause, ClauseKind, Language
from kb.read import ClauseTree, Node, words_of
from scrapers.monitoring.labels import label_of
from scrapers.monitoring.sections import Section

_MAX_CAPTION = 300


def divide_report(
    text: str, blocks: Sequence[Block], sections: Sequence[Section], *, language: Language
) -> tuple[Clause, ...]:
    """Clauses in reading order: `front/p-3`, `section-12` (label: its name), `section-12/info/p-1`, `back/t-2`."""
    division = _Division(text, blocks)
    starts = [section.first for section in sections]
    division.add_stretch("front", 0, starts[0] if starts else len(blocks))
    for place, section in enumerate(sections):
        stop = starts[place + 1] if place + 1 < len(starts) else division.end_of_sections(section.first)
        division.add_section(section, stop)
        if place + 1 == len(sections):
            division.add_stretch("back", stop, len(blocks))
    return tuple(division.tree.clauses(language))


class _Division:
    def __init__(self, text: str, blocks: Sequence[Block]) -> None:
        self.tree = ClauseTree()
        self._text = text
        self._blocks = blocks

    def end_of_sections(self, first: int) -> int:
        """The block with which the general conclusions begin behind the last section."""
        for place in range(first + 1, len(self._blocks)):
            if self._blocks[place].kind is not BlockKind.TABLE and label_of(self._words(place)) == "end":
                return place
        return len(self._blocks)

    def add_stretch(self, name: str, first: int, stop: int) -> None:
        """A part of the report outside the sections."""
        if first >= stop:
            return
        start = self._blocks[first].start
        node = self.tree.add(name, ClauseKind.HEADING, start, start, parent=None)
        heading: str | None = None
        for place in range(first, stop):
            if self._blocks[place].kind is BlockKind.HEADING:
                heading = self._words(place)
            self._add_block(place, node, heading)

    def add_section(self, section: Section, stop: int) -> None:
        """The section of a service with its parts."""
        block = self._blocks[section.first]
        whole = self.tree.add(
            f"section-{section.number}", ClauseKind.HEADING, block.start, block.end, parent=None,
            label=section.name, number=str(section.number),
        )  # fmt: skip
        part = whole
        for place in range(section.first + 1, stop):
            block = self._blocks[place]
            label = None if block.kind is BlockKind.TABLE else label_of(self._words(place))
            if label in ("info", "results", "conclusions"):
                part = self.tree.add(
                    f"{whole.id}/{label}", ClauseKind.HEADING, block.start, block.end, parent=whole,
                    label=self._words(place),
                )  # fmt: skip
            else:
                self._add_block(place, part, section.name)

    def _add_block(self, place: int, parent: Node, label: str | None) -> None:
        block = self._blocks[place]
        if block.kind is BlockKind.TABLE:
            path = self.tree.next(parent.id, "t")
            label = self._caption(place) or label
            self.tree.add(path, ClauseKind.TABLE, block.start, block.end, parent=parent, label=label)
        else:
            path = self.tree.next(parent.id, "p")
            self.tree.add(path, ClauseKind.PARAGRAPH, block.start, block.end, parent=parent, label=label)

    def _caption(self, place: int) -> str | None:
        """The line above a table."""
        if not place or self._blocks[place - 1].kind is BlockKind.TABLE:
            return None
        words = self._words(place - 1)
        return words if len(words) <= _MAX_CAPTION else None

    def _words(self, place: int) -> str:
        return words_of(self._text[self._blocks[place].start : self._blocks[place].end])
