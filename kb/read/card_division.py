"""The text of service cards → clauses: a card, its blocks, whose documents a block lists, paragraphs."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from kb.model import Block, BlockKind, Clause, ClauseKind, Issue, Language, Severity
from kb.read.clause_tree import ClauseTree, Node
from kb.read.errors import ReadError
from kb.read.reading import Reading
from kb.read.words import words_of

CARD, BLOCK, APPLICANT = 1, 2, 3

# The code of a title; None when no pattern knows it.
CodeOf = Callable[[str], str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class CardTitles:
    """How a source knows the titles of its cards' blocks.

    `file` is where a pattern for an unknown one is added; headings of level 3 tell whose documents follow where
    `applicant_of` knows them; `short` are the labels of blocks, by code, whose printed titles are sentences.
    """

    file: str
    block_of: CodeOf
    applicant_of: CodeOf | None = None
    short: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class CardDivision:
    """Clauses in reading order, and what did not fit."""

    clauses: tuple[Clause, ...]
    issues: tuple[Issue, ...]


def divide_cards(reading: Reading, language: Language, *, titles: CardTitles, document: str) -> CardDivision:
    """`card-<anchor>` for each heading of level 1, below it `…/term` for each of level 2 (`block-1` for an unknown
    one), `…/documents/legal_entity` for each of level 3 (`applicant-1` for an unknown one), and paragraphs.

    An unknown label is told once, with all that it stands above; blocks without words are told one by one. Raises
    ReadError for words above the first card.
    """
    cards = _Cards(reading.text, titles)
    for block in reading.blocks:
        cards.add(block)
    issues = tuple(
        Issue(
            code=code,
            severity=Severity.WARNING,
            document=document,
            message=f"{document}: {message}",
            line=reading.text.count("\n", 0, start) + 1,
        )
        for code, message, start in cards.doubts()
    )
    return CardDivision(clauses=tuple(cards.tree.clauses(language)), issues=issues)


@dataclass(slots=True)
class _Title:
    """A titled clause, the place of its title, the name of its table of patterns where none of them knows it."""

    node: Node
    start: int
    unknown: str | None
    filled: bool = False


class _Cards:
    """The clauses of cards under construction."""

    def __init__(self, text: str, titles: CardTitles) -> None:
        self.tree = ClauseTree()
        self._text, self._words = text, titles
        self._titles: list[_Title] = []
        self._card: Node | None = None
        self._block: _Title | None = None
        self._open: _Title | None = None

    def add(self, block: Block) -> None:
        """The next piece of the text."""
        level = block.level if block.kind is BlockKind.HEADING else 0
        if level == CARD:
            self._add_card(block)
        elif self._card is None:
            raise ReadError("words above the name of a service; expected the name first, as a heading of level 1")
        elif level == BLOCK:
            self._block = self._open = self._add_block(block, self._card)
        elif level == APPLICANT and self._block and self._words.applicant_of:
            self._open = self._add_applicant(block, self._block, self._words.applicant_of)
        else:
            self._add_words(block, self._card)

    def doubts(self) -> list[tuple[str, str, int]]:
        """Code, message and place of each title that nobody knows or that nothing stands below."""
        found = []
        told = set()
        for title in self._titles:
            label = title.node.label
            if not title.filled:
                holder = title.node.parent.id if title.node.parent else "the text"
                words = f"«{label}» of {holder} is empty; expected words below its title"
                found.append(("empty_block", words, title.start))
            elif title.unknown and (title.unknown, label) not in told:
                told.add((title.unknown, label))
                words = f"the unknown label «{label}»; add a pattern below `{title.unknown}` in {self._words.file}"
                found.append(("unknown_label", words, title.start))
        return found

    def _add_card(self, block: Block) -> None:
        path = f"card-{block.anchor}" if block.anchor else "card"
        self._card = self.tree.add(
            path,
            ClauseKind.HEADING,
            block.start,
            block.end,
            parent=None,
            label=self._words_of(block),
            number=block.anchor,
        )
        self._block = self._open = None

    def _add_block(self, block: Block, card: Node) -> _Title:
        words = self._words_of(block)
        code = self._words.block_of(words)
        path = f"{card.id}/{code}" if code else self.tree.next(card.id, "block")
        label = self._words.short.get(code or "", words)
        row = self.tree.add(path, ClauseKind.ROW, block.end, block.end, parent=card, label=label)
        return self._titled(row, block, None if code else "blocks")

    def _add_applicant(self, block: Block, holder: _Title, applicant_of: CodeOf) -> _Title:
        words = self._words_of(block).rstrip(":")
        code = applicant_of(words)
        path = f"{holder.node.id}/{code}" if code else self.tree.next(holder.node.id, "applicant")
        _fill(holder, block)
        part = self.tree.add(path, ClauseKind.HEADING, block.start, block.end, parent=holder.node, label=words)
        return self._titled(part, block, None if code else "applicants")

    def _add_words(self, block: Block, card: Node) -> None:
        if self._open:
            _fill(self._open, block)
        holder = self._open.node if self._open else card
        path = self.tree.next(holder.id, "p")
        self.tree.add(path, ClauseKind.PARAGRAPH, block.start, block.end, parent=holder, label=holder.label)

    def _titled(self, node: Node, block: Block, unknown: str | None) -> _Title:
        title = _Title(node, block.start, unknown)
        self._titles.append(title)
        return title

    def _words_of(self, block: Block) -> str:
        return words_of(self._text[block.start : block.end])


def _fill(title: _Title, block: Block) -> None:
    """A block begins with its first words, not at its title."""
    if not title.filled and title.node.kind is ClauseKind.ROW:
        title.node.start = block.start
    title.filled = True
