"""A normative act → clauses: annexes, headings, articles, points, subpoints, table rows, notes."""

import re
from dataclasses import dataclass
from typing import NamedTuple

from kb.model import Block, BlockKind, Clause, ClauseKind, Language
from kb.read.act_wording import ActWording, act_wording, any_match
from kb.read.clause_tree import ClauseTree, Node, join
from kb.read.footnotes import find_footnotes
from kb.read.requirement_table import read_requirements
from kb.read.several_acts import split_acts
from kb.read.table_clauses import add_table
from kb.read.words import lines_of, words_of
from kb.text import fold

_POINT = re.compile(r"(\d{1,4}(?:[.-]\d{1,3}){0,6})\.(?!\d)")
_SUBPOINT = re.compile(r"(\d{1,3}(?:-\d{1,3}){0,4})\)")
# An annex head outside a block quote is a short line; longer ones only speak of an annex.
_MAX_BARE_HEAD = 200
# A block of one line that is longer than this is no head of anything; what it is shows in its first characters.
_BARE_HEADS = (BlockKind.PARAGRAPH, BlockKind.HEADING)
_LONG = {BlockKind.PARAGRAPH: 220, BlockKind.HEADING: 300, BlockKind.LIST_ITEM: 50}
_ENOUGH = 40
# The table at the head of an annex has a cell or two.
_HEAD_CELLS = 12
_OF_ACT, _OF_RULES, _OF_LIST, _HEADINGS, _ARTICLE, _POINTS, _LIST, _SUBPOINTS = 1, 2, 3, 4, 10, 11, 12, 13


@dataclass(slots=True)
class _Open:
    """A clause that is still open, its rank (deeper is larger) and the indent at which it began."""

    rank: int
    node: Node
    indent: int = 0


class _Head(NamedTuple):
    number: str | None
    rank: int


def divide_act(text: str, blocks: tuple[Block, ...], *, language: Language) -> tuple[Clause, ...]:
    """Clauses of an act or of a part of one, in reading order.

    Ids are paths of what stays the same between editions and languages: `article-9/point-1/sub-3`,
    `appendix-1/point-12`, `annex-2/row-5/p-1`, `point-4/note-1`. `appendix` is an annex of the act,
    often the rules that it approves, `annex` one of those rules; the annexes of second and further
    rules stand below them (`appendix-3/annex-1`). Chapters have clauses of their own but stand in no
    path of points and articles, which are counted through. A second act in the text is kept apart below `act-2`.
    """
    clauses: list[Clause] = []
    for order, own in enumerate(split_acts(text, blocks), 1):
        division = _Division(text, language, act_wording(), find_footnotes(text, own))
        for place, block in enumerate(own):
            division.take(block, own[place + 1 : place + 4])
        clauses += division.tree.clauses(language, prefix=f"act-{order}" if order > 1 else "")
    return tuple(clauses)


class _Division:
    def __init__(self, text: str, language: Language, wording: ActWording, footnotes: frozenset[int]) -> None:
        self.tree = ClauseTree()
        self._text = text
        self._language = language
        self._wording = wording
        self._footnotes = footnotes
        self._open: list[_Open] = []
        self._last_paragraph: Node | None = None
        self._listed: set[str] = set()
        self._fresh_annex = False

    def take(self, block: Block, following: tuple[Block, ...]) -> None:
        """Place one block."""
        lines = lines_of(self._beginning(block))
        folded = fold(lines).text.strip()
        if not folded:
            return
        note = block.start in self._footnotes or (
            not folded[0].isdigit() and any_match(self._wording.note, folded) is not None
        )
        if not note and (head := self._annex_head(block, folded, following)):
            self._open_annex(block, head)
            return
        if block.kind is BlockKind.TABLE:
            self._take_table(block)
        elif note:
            self._add_below(self._holder(below=_LIST), "note", ClauseKind.NOTE, block)
        elif block.kind is BlockKind.NOTE or block.kind is BlockKind.FENCE:
            self._close(_POINTS)
            self._add_paragraph(block)
        elif not self._take_heading(block, folded):
            self._take_words(block, " ".join(lines.split()), folded)
        self._fresh_annex = False

    def _beginning(self, block: Block) -> str:
        """As much of a block as tells what it is."""
        end = block.end
        if self._is_long(block):
            end = block.start + _ENOUGH
        elif block.kind is BlockKind.TABLE and len(block.cells) > _HEAD_CELLS:
            end = next((cell.end for cell in block.cells[_HEAD_CELLS:] if cell.start < cell.end), end)
        return self._text[block.start : end]

    def _is_long(self, block: Block) -> bool:
        """Whether a block is no head of anything; one with tags may be shorter than it looks."""
        longest = _LONG.get(block.kind)
        if longest is None or block.end - block.start <= longest:
            return False
        return self._text.find("<", block.start, block.start + longest) < 0

    # annexes

    def _annex_head(self, block: Block, folded: str, following: tuple[Block, ...]) -> _Head | None:
        in_table = block.kind is BlockKind.TABLE and len(block.cells) <= _HEAD_CELLS
        quoted = block.kind is BlockKind.NOTE or (in_table and len(folded) < 2 * _MAX_BARE_HEAD)
        if not quoted and (block.kind not in _BARE_HEADS or len(folded) > _MAX_BARE_HEAD or self._is_long(block)):
            return None
        if found := any_match(self._wording.annex, folded):
            around = folded if quoted else " ".join([folded, *(self._folded(b) for b in following[:2])])
            return _Head(found["number"], self._annex_rank(" ".join(around.split())))
        if any_match(self._wording.approved, folded) and not self._fresh_annex:
            return _Head(None, _OF_ACT)
        return None

    def _annex_rank(self, words: str) -> int:
        if any_match(self._wording.annex_of_act, words):
            return _OF_ACT
        # A form that belongs to the list of requirements before it, not to the rules.
        if any_match(self._wording.annex_of_list, words) and self._annex_id() in self._listed:
            return _OF_LIST
        return _OF_RULES

    def _folded(self, block: Block) -> str:
        return fold(words_of(self._text[block.start : block.end])).text

    def _open_annex(self, block: Block, head: _Head) -> None:
        self._close(head.rank)
        parent = self._open[-1].node if self._open else None
        name = "appendix" if head.rank == _OF_ACT else "annex"
        # The first rules of an act need no path through them, so that a part that begins below them has the same ids.
        above = parent is not None and (head.rank == _OF_LIST or parent.number not in (None, "1"))
        prefix = parent.id if parent and above else ""
        name = f"{name}-{head.number}" if head.number else name
        label = words_of(self._text[block.start : block.end])
        self._push(head.rank, join(prefix, name), ClauseKind.HEADING, block, label=label, number=head.number)
        self._fresh_annex = True

    def _annex_id(self) -> str:
        annexes = [entry.node.id for entry in self._open if entry.rank < _HEADINGS]
        return annexes[-1] if annexes else ""

    # headings and articles

    def _take_heading(self, block: Block, folded: str) -> bool:
        heading = block.kind is BlockKind.HEADING
        if not heading and not self._wording.any_heading.match(folded):
            return False
        words = " ".join(folded.split())
        for depth, (kind, pattern) in enumerate(self._wording.headings.items()):
            found = pattern.match(words)
            if found and (heading or found["stop"].strip() or found.end() == len(words)):
                number = found["behind"] or found["before"]
                if kind == "article":
                    self._open_clause(
                        _ARTICLE, join(self._annex_id(), f"article-{number}"), ClauseKind.ARTICLE, block, number
                    )
                else:
                    self._open_heading(_HEADINGS + depth, f"{kind}-{number}", block, number)
                return True
        if not heading:
            return False
        if found := _POINT.match(words):
            self._open_heading(
                _HEADINGS + list(self._wording.headings).index("chapter"), f"chapter-{found[1]}", block, found[1]
            )
        elif block.level == 0:  # bold words in the running text: a signature, a date
            self._close(_HEADINGS)
            self._add_paragraph(block)
        else:
            self._close(_HEADINGS)
            holder = self._open[-1].node if self._open else None
            path = self.tree.next(self._annex_id(), "title")
            self.tree.add(path, ClauseKind.HEADING, block.start, block.end, parent=holder, label=self._words(block))
        return True

    def _open_heading(self, rank: int, name: str, block: Block, number: str) -> None:
        self._close(rank)
        prefix = self._open[-1].node.id if self._open else ""
        self._push(rank, join(prefix, name), ClauseKind.HEADING, block, label=self._words(block), number=number)

    def _open_clause(self, rank: int, path: str, kind: ClauseKind, block: Block, number: str) -> None:
        self._close(rank)
        if self.tree.has(path) and self._open:  # counted anew in each chapter
            path = join(self._open[-1].node.id, path.rsplit("/", 1)[-1])
        label = self._words(block) if kind is ClauseKind.ARTICLE else self._label()
        self._push(rank, path, kind, block, label=label, number=number)

    # points and paragraphs

    def _take_words(self, block: Block, words: str, folded: str) -> None:
        gone = folded[:1].isdigit() and any_match(self._wording.excluded, folded) is not None
        if found := _POINT.match(words):
            self._close(_POINTS)
            prefix = next((e.node.id for e in reversed(self._open) if e.rank == _ARTICLE), self._annex_id())
            kind = ClauseKind.NOTE if gone else ClauseKind.POINT
            self._open_clause(_POINTS, join(prefix, f"point-{found[1]}"), kind, block, found[1])
        elif found := _SUBPOINT.match(words):
            self._take_subpoint(block, found[1], gone=gone)
        else:
            self._take_paragraph(block)

    def _take_subpoint(self, block: Block, number: str, *, gone: bool) -> None:
        while self._open and self._open[-1].rank == _SUBPOINTS and self._open[-1].indent >= block.level:
            self._open.pop()
        holder = self._open[-1] if self._open else None
        prefix = holder.node.id if holder and holder.rank >= _ARTICLE else self._annex_id()
        if self.tree.has(join(prefix, f"sub-{number}")) and self._last_paragraph:
            # The list begins anew behind a paragraph of its own: `point-9/p-2/sub-1`.
            self._close(_LIST)
            self._open.append(_Open(_LIST, self._last_paragraph))
            prefix = self._last_paragraph.id
        kind = ClauseKind.NOTE if gone else ClauseKind.POINT
        self._last_paragraph = None
        self._push(_SUBPOINTS, join(prefix, f"sub-{number}"), kind, block, label=self._label(), number=number)

    def _take_paragraph(self, block: Block) -> None:
        while self._open and self._open[-1].rank == _SUBPOINTS and self._open[-1].indent >= block.level:
            self._open.pop()
        if not (self._open and self._open[-1].rank == _SUBPOINTS):
            self._close(_LIST)
        self._add_paragraph(block)

    def _add_paragraph(self, block: Block) -> None:
        self._last_paragraph = self._add_below(self._holder(), "p", ClauseKind.PARAGRAPH, block)

    # tables

    def _take_table(self, block: Block) -> None:
        rows = read_requirements(self._text, block)
        if rows is None:
            holder = self._holder()
            path = self.tree.next(holder.id if holder else "", "table")
            add_table(self.tree, self._text, block, None, path=path, parent=holder, label=self._label())
            return
        self._close(_HEADINGS)
        annex = self._annex_id()
        path = self.tree.next(annex, "table")
        # The first list of requirements of an annex gives its rows the short path.
        short = None if annex in self._listed else annex
        add_table(
            self.tree, self._text, block, rows, path=path, parent=self._holder(), label=self._label(), short=short
        )
        self._listed.add(annex)

    # the stack

    def _push(
        self, rank: int, path: str, kind: ClauseKind, block: Block, *, label: str | None, number: str | None
    ) -> None:
        parent = self._open[-1].node if self._open else None
        node = self.tree.add(path, kind, block.start, block.end, parent=parent, label=label, number=number)
        self._open.append(_Open(rank, node, block.level))
        self._last_paragraph = None

    def _close(self, rank: int) -> None:
        while self._open and self._open[-1].rank >= rank:
            self._open.pop()

    def _holder(self, *, below: int = 99) -> Node | None:
        return next((entry.node for entry in reversed(self._open) if entry.rank < below), None)

    def _add_below(
        self, holder: Node | None, name: str, kind: ClauseKind, block: Block, *, prefix: str | None = None
    ) -> Node:
        path = self.tree.next((holder.id if holder else "") if prefix is None else prefix, name)
        return self.tree.add(path, kind, block.start, block.end, parent=holder, label=self._label())

    def _label(self) -> str | None:
        """The heading that stands over this place."""
        return next((e.node.label for e in reversed(self._open) if e.rank <= _ARTICLE and e.node.label), None)

    def _words(self, block: Block) -> str:
        return words_of(self._text[block.start : block.end])
