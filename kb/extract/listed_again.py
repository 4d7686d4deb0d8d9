"""Lists that a later sentence gives by the numbers of items: «in case of … documents 1), 2) and 9) are brought»."""

import re
from collections.abc import Iterator
from dataclasses import replace

from kb.extract.list_items import Item
from kb.extract.passage import Passage
from kb.extract.wording import wording
from kb.model import ScopeField

FILE = "document"
ITEM_NUMBER = re.compile(r"\d{1,2}")
SHORTEST_CASE, LONGEST_CASE = 8, 400  # characters of the words that say in which case


def list_again(passage: Passage, items: list[Item]) -> Iterator[Item]:
    """The items in order; a sentence that points back at numbers gives those items once more, in its case, and is
    itself of that case."""
    counted: dict[int, Item] = {}
    for item in items:
        if item.number is not None and item.listed:
            if item.number == 1:
                counted = {}
            counted.setdefault(item.number, item)
        found = wording(FILE, "points_back").search(passage.plain, item.start, item.end)
        case = _case_of(passage, item, found.start()) if found else None
        if found is None or case is None:
            yield item
            continue
        for number in map(int, ITEM_NUMBER.findall(found[0])):
            if number in counted:
                yield replace(counted[number], scope=replace(counted[number].scope, case=case), number=None)
        channel = counted[1].scope.channel if 1 in counted else item.scope.channel
        yield replace(item, scope=replace(item.scope, case=case, channel=channel))


def _case_of(passage: Passage, item: Item, end: int) -> ScopeField | None:
    """The words before the one who brings the documents, as the case; None without them, or where they are too few."""
    who = wording(FILE, "points_back_who").search(passage.plain, item.start, end)
    if who is None:
        return None
    text = passage.words(item.start, who.start()).strip(" ,;:-–—")
    return ScopeField(text=text[:LONGEST_CASE]) if len(text) >= SHORTEST_CASE else None
