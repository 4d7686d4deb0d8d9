"""The blocks of a card: their titles on one level, and none that has no block."""

from dataclasses import replace

from kb.model import Block, BlockKind, ClauseKind, Document
from kb.read import BLOCK, ReadError, Reading, words_of
from scrapers.govkz.wording import block_of

_TITLE_LEVELS = (2, 3, 4)


def with_titles(reading: Reading) -> Reading:
    """The text of a page with the titles of its blocks on one level: headings of level 2 to 4, and bold lines that
    name a known block."""
    return replace(reading, blocks=tuple(_with_level(block, reading.text) for block in reading.blocks))


def _with_level(block: Block, text: str) -> Block:
    if block.kind is not BlockKind.HEADING:
        return block
    bold = block.level == 0 and block_of(words_of(text[block.start : block.end]))
    return replace(block, level=BLOCK) if bold or block.level in _TITLE_LEVELS else block


def refuse_bare(document: Document) -> None:
    """Raises ReadError for a card without blocks."""
    holders = {clause.parent for clause in document.clauses if clause.kind is ClauseKind.ROW}
    bare = next((one for one in document.clauses if one.parent is None and one.id not in holders), None)
    if bare:
        raise ReadError(
            f"a card without blocks, «{bare.label}»; expected titles as h2, h3, h4 or buttons that open a block"
        )
