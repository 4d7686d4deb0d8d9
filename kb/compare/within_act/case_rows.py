"""Cases of a service (a new issue, a reissue, a duplicate) that one row of a table names and another leaves out."""

from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import load, pattern
from kb.model import FindingClass

FILE = "terms"
ALIKE_WORDED = ("reissue", "duplicate", "extension")  # a first issue has too many names to tell that it is left out
FEWEST = 2  # cases that a row must tell apart before it can lack one
ROWS = {"deadline": FindingClass.DEADLINE, "document": FindingClass.DOCUMENTS}


def find_missing_cases(material: ActMaterial) -> Iterator[Clash]:
    """The line of a case in one of the two rows against the last case of the other, where both tell cases apart."""
    for part in parts_of(material):
        told = {topic: _cases(part, topic) for topic in ROWS}
        if all(len(cases) >= FEWEST for cases in told.values()):
            for topic, other in (("deadline", "document"), ("document", "deadline")):
                for code in ALIKE_WORDED:
                    if code in told[other] and code not in told[topic] and not _named(part, topic, code):
                        a, b = told[other][code], list(told[topic].values())[-1]
                        yield Clash(kind=ROWS[topic], a=a.point(), b=b.point(), reason="case_in_one_row")


def _named(part: Part, topic: str, code: str) -> bool:
    """Whether a row speaks of a case at all, however it is worded."""
    return any(pattern(FILE, "cases", code).search(told.text.plain) for told in part.of(topic))


def _cases(part: Part, topic: str) -> dict[str, Told]:
    """The first line of each case of a row."""
    found: dict[str, Told] = {}
    for told in part.of(topic):
        for code in load(FILE)["row_cases"]:
            if pattern(FILE, "row_cases", code).search(told.text.plain):
                found.setdefault(code, told)
    return found
