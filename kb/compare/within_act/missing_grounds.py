"""Refusals that the rules order and the row on grounds of their table does not have."""

from collections.abc import Iterator

from kb.compare.clash import Clash, Point
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import load, pattern
from kb.model import FindingClass, SourceKind

FILE = "grounds"
FEWEST = 2  # grounds; a single line may send to a law that has them


def find_missing_grounds(material: ActMaterial) -> Iterator[Clash]:
    """The first sentence of the rules that refuses for a fault of the papers, against the whole list of grounds where
    none of them is that fault; once for a part and kind of fault."""
    for part in parts_of(material):
        grounds = part.of("refusal_ground")
        if len(grounds) < FEWEST:
            continue
        found: set[Told] = set()
        for code in load(FILE)["faults"]:
            if any(pattern(FILE, "faults", code).search(one.text.plain) for one in grounds):
                continue
            sentence = _refusal(part, code)
            if sentence and sentence[0] not in found:
                found.add(sentence[0])
                a, b = sentence[0].point(*sentence[1:]), _list(grounds)
                yield Clash(kind=FindingClass.REFUSAL, a=a, b=b, reason="refused_though_not_listed")


def _refusal(part: Part, code: str) -> tuple[Told, int, int] | None:
    for told in part.points:
        for found in pattern(FILE, "refused").finditer(told.text.plain):
            opening, closing = told.sentence(found.start(), found.end())
            if not told.heading and pattern(FILE, "faults", code).search(told.text.plain, opening, closing):
                return told, found.start(), found.end()
    return None


def _list(grounds: tuple[Told, ...]) -> Point:
    """All grounds of the first row: a list lacks something as a whole."""
    row = [one for one in grounds if one.row == grounds[0].row and one.document is grounds[0].document]
    start, end = row[0].text.whole()[0], max(one.text.whole()[1] for one in row)
    evidence = row[0].document.cite(start, end, row[0].row)
    return Point(evidence=evidence, source_kind=SourceKind.STANDARD)
