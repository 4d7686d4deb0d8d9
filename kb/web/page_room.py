"""How much of a service fits on a page that must stay light."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from kb.web.plain_line import PlainLine

# A citizen page with its style sheets stays below 60,000 bytes. The sheets take 13,600 of them and all but the values
# 8,500 (the frame, the forms, the headings); tests/web/test_page_weight.py measures the whole.
ROOM_BYTES = 38_000
# Tags and the address of the source around the words of one value, and those of a condition or an amount, there too.
_AROUND_BYTES = 310
_PART_BYTES = 60


def page_weight(line: PlainLine) -> int:
    """About how many bytes a line takes on a page."""
    tenge = (line.tenge.basis, line.tenge.amount or "", line.tenge.question or "") if line.tenge else ()
    around = (line.link.place, line.link.edition or "", line.unconfirmed or "", *line.speakers)
    words = (line.shown.text, *line.notes, *(one.text for one in line.conditions), *tenge, *around)
    parts = len(line.conditions) + len(tenge)
    return _AROUND_BYTES + _PART_BYTES * parts + sum(len(text.encode("utf-8", "replace")) for text in words)


@dataclass(slots=True)
class PageRoom:
    """The room that is `left`, in the unit of `weigh`; what is asked for first gets it. `least` lines are taken even
    where there is no room."""

    left: int = ROOM_BYTES
    weigh: Callable[[PlainLine], int] = page_weight
    least: int = 0

    def take(self, lines: Sequence[PlainLine]) -> tuple[PlainLine, ...]:
        """The first of the lines, as many as there is room for; the first that does not fit ends the list."""
        fitting: list[PlainLine] = []
        for line in lines:
            weight = self.weigh(line)
            if weight > self.left and len(fitting) >= self.least:
                break
            self.left -= weight
            fitting.append(line)
        return tuple(fitting)
