"""A text of several acts → its acts."""

from kb.model import Block, BlockKind
from kb.read.act_wording import act_wording, any_match
from kb.read.requisites import read_requisites
from kb.read.words import words_of
from kb.text import fold

# The title of an act stands at most so many blocks before its words of adoption.
_TITLE_REACH = 4
# Longer blocks end no preamble; the words of adoption stand at the end of one.
_TAIL = 40


def split_acts(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], ...]:
    """The blocks of each act in a text, one group when there is one act or none.

    A second act begins with its title where words of adoption (ПРИКАЗЫВАЮ, БҰЙЫРАМЫН) stand for the second time.
    """
    adoptions = [place for place, block in enumerate(blocks) if _adopts(text, block)]
    starts = [0, *(_title_place(text, blocks, place) for place in adoptions[1:])]
    ends = [*starts[1:], len(blocks)]
    return tuple(blocks[start:end] for start, end in zip(starts, ends, strict=True))


def _adopts(text: str, block: Block) -> bool:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return False
    raw = text[max(block.start, block.end - _TAIL) : block.end].rstrip("* \n")
    if not raw or not (raw[-1] == ":" or raw[-1].isalpha() or raw[-1] == ">"):
        return False
    tail = fold(words_of(raw)).text
    return any_match(act_wording().enacting, tail) is not None


def _title_place(text: str, blocks: tuple[Block, ...], adoption: int) -> int:
    """The title before the words of adoption with the line that identifies the act; without a title their preamble."""
    for place in range(adoption - 1, max(adoption - 1 - _TITLE_REACH, 0), -1):
        block = blocks[place]
        if block.kind in (BlockKind.TABLE, BlockKind.LIST_ITEM):
            break
        if block.kind is BlockKind.HEADING and block.level > 0:
            return place - 1 if _identifies(text, blocks[place - 1]) else place
        if _identifies(text, block):
            return place
    return adoption


def _identifies(text: str, block: Block) -> bool:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.HEADING):
        return False
    found = read_requisites(words_of(text[block.start : block.end])[:300])
    return found.type is not None and found.number is not None and found.date is not None
