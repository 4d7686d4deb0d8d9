"""The text of cards → their blocks, and the clauses of these."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from kb.model import Block, BlockKind, Clause, ClauseKind, Issue, Language, Severity
from kb.read import ClauseTree, ReadError, Reading, words_of
from scrapers.govkz.wording import block_of

_TITLE_LEVELS = (2, 3, 4)


@dataclass(slots=True)
class Section:
    """A block of a card: its title with its place in the text, `code` None where nobody knows it, its pieces."""

    title: str
    place: Block
    code: str | None
    pieces: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class Card:
    """A service: where its name stands, what stands below it before the first block, and its blocks."""

    name: Block
    front: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)


def find_cards(reading: Reading) -> list[Card]:
    """The cards of a text: their names are headings of level 1, the titles of their blocks headings of level 2 to 4,
    or bold lines that name a known block. Raises ReadError for a card without blocks."""
    cards: list[Card] = []
    for block in reading.blocks:
        words = words_of(reading.text[block.start : block.end])
        heading = block.kind is BlockKind.HEADING
        if heading and block.level == 1:
            cards.append(Card(block))
        elif not cards:
            raise ReadError("words above the name of a service; expected the name as an h1")
        elif heading and (block.level in _TITLE_LEVELS or (block.level == 0 and block_of(words))):
            cards[-1].sections.append(Section(words, block, block_of(words)))
        else:
            (cards[-1].sections[-1].pieces if cards[-1].sections else cards[-1].front).append(block)
    bare = next((card for card in cards if not card.sections), None)
    if bare or not cards:
        name = words_of(reading.text[bare.name.start : bare.name.end]) if bare else ""
        raise ReadError(f"a card without blocks, «{name}»; expected titles as h2, h3, h4 or buttons that open a block")
    return cards


def divide(reading: Reading, cards: Sequence[Card], language: Language) -> tuple[Clause, ...]:
    """`card-<key>`, below it `…/<code>` for each block (`block-1` for an unknown one) with its paragraphs."""
    tree = ClauseTree()
    for card in cards:
        name, key = card.name, card.name.anchor
        words = reading.text[name.start : name.end]
        path = f"card-{key}" if key else "card"
        holder = tree.add(path, ClauseKind.HEADING, name.start, name.end, parent=None, label=words, number=key)
        for piece in card.front:
            path = tree.next(holder.id, "p")
            tree.add(path, ClauseKind.PARAGRAPH, piece.start, piece.end, parent=holder, label=words)
        for section in card.sections:
            path = f"{holder.id}/{section.code}" if section.code else tree.next(holder.id, "block")
            start = section.pieces[0].start if section.pieces else section.place.end
            row = tree.add(path, ClauseKind.ROW, start, start, parent=holder, label=section.title)
            for piece in section.pieces:
                path = tree.next(row.id, "p")
                tree.add(path, ClauseKind.PARAGRAPH, piece.start, piece.end, parent=row, label=section.title)
    return tuple(tree.clauses(language))


def find_issues(document: str, reading: Reading, cards: Sequence[Card]) -> Iterator[Issue]:
    """Blocks of an unknown kind, and blocks without words."""
    for section in (section for card in cards for section in card.sections):
        if not section.pieces:
            code, message = "empty_block", f"the block «{section.title}» is empty; expected words below its title"
        elif section.code is None:
            code = "unknown_label"
            message = (
                f"a block with the unknown label «{section.title}»; add a pattern below `blocks`, or a field below "
                "`fields`, to scrapers/govkz/wording.yaml"
            )
        else:
            continue
        yield Issue(
            code=code,
            severity=Severity.WARNING,
            document=document,
            message=f"{document}: {message}",
            line=reading.text.count("\n", 0, section.place.start) + 1,
        )
