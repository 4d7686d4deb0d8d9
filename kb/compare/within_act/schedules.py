"""The breaks of a body's day: one in its working hours, another in its hours of reception."""

import re
from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import pattern
from kb.model import FindingClass

FILE = "schedules"
ITEM = re.compile(r"\s{0,20}\d{1,2}\s?\\?[.)]")
HOUR = re.compile(r"(\d{1,2})[.:-](\d{2})")

_Break = tuple[Told, int, int, tuple[tuple[str, str], ...]]


def find_schedule_clashes(material: ActMaterial) -> Iterator[Clash]:
    """The break in the hours of a body against that in the hours of reception of the same item, where they differ."""
    for part in parts_of(material):
        yield from _two_breaks(part)


def _two_breaks(part: Part) -> Iterator[Clash]:
    of_body: _Break | None = None
    for told in part.of("schedule"):
        if ITEM.match(told.text.plain):
            of_body = None  # another body
        for found in pattern(FILE, "break").finditer(told.text.plain):
            start, end = told.sentence(found.start(), found.end())
            hours = tuple(HOUR.findall(found[0]))
            if not pattern(FILE, "reception").search(told.text.plain[start:end]):
                of_body = told, found.start(), found.end(), hours
            elif of_body is not None and of_body[3] != hours:
                a, b = of_body[0].point(*of_body[1:3]), told.point(found.start(), found.end())
                yield Clash(kind=FindingClass.WITHIN_RECORD, a=a, b=b, reason="two_breaks")
