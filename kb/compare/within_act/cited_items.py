"""Sub-points cited of a list of the same row that does not reach so far."""

import re
from collections.abc import Iterator, Sequence

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import pattern
from kb.model import FindingClass

FILE = "references"
ITEM = re.compile(r"\s{0,20}(\d{1,2})\\?\)")
NUMBER = re.compile(r"(\d{1,2})\\?\)")


def find_missing_items(material: ActMaterial) -> Iterator[Clash]:
    """A clause that cites items of the list before it beyond its end, against the last item of that list."""
    for part in parts_of(material):
        for place, one in enumerate(part.rows):
            found = pattern(FILE, "items_of_this_point").search(one.text.plain)
            if not found:
                continue
            last = _last_item([told for told in part.rows[:place] if told.row == one.row])
            cited = max((int(number) for number in NUMBER.findall(found[0])), default=0)
            if last and cited > last[1]:
                a, b = one.point(*found.span()), last[0].point()
                words = {"number": str(cited), "last": str(last[1])}
                yield Clash(kind=FindingClass.LEGAL_BASIS, a=a, b=b, reason="item_beyond_list", words=words)


def _last_item(told: Sequence[Told]) -> tuple[Told, int] | None:
    """The last numbered item before, None where no list of one row is there."""
    for one in reversed(told):
        number = ITEM.match(one.text.plain)
        if number:
            return one, int(number[1])
    return None
