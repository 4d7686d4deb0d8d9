"""A clause that cites a point for refusal grounds or documents, and the point speaks of something else."""

import re
from collections.abc import Iterator

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import load, pattern
from kb.model import FindingClass

FILE = "references"
TABLE, RULES = "table", "rules"


def find_wrong_references(material: ActMaterial) -> Iterator[Clash]:
    """Citations whose point is of another topic, with the place where what they cite stands; each once."""
    for part in parts_of(material):
        for one in part.all:
            yield from _wrong(part, one)


def _wrong(part: Part, one: Told) -> Iterator[Clash]:
    plain = one.text.plain
    for owner in (TABLE, RULES):
        for found in pattern(FILE, "citation", owner).finditer(plain):
            number = next(group for group in found.groups() if group)
            subject = _subject(one, found)
            if subject is None:
                continue
            places = _wrong_and_right(part, one, owner, number, subject)
            if places is None:
                continue
            cited, right = places
            a = one.point(found.start(), found.end())
            if owner == TABLE:  # one row tells of one thing: what is cited stands in the other
                b, reason = right.point(), f"cited_{subject}"
            else:
                b, reason = cited.point(), f"cited_point_{subject}"
            words = {"number": number, "right": _number(right) or ""}
            yield Clash(kind=FindingClass.LEGAL_BASIS, a=a, b=b, reason=reason, words=words)
            return


def _subject(one: Told, found: re.Match[str]) -> str | None:
    """What the sentence says that stands in the cited point."""
    opening, closing = one.sentence(found.start(), found.end())
    before, behind = one.text.plain[opening : found.start()], one.text.plain[found.end() : closing]
    for code, sides in load(FILE)["subjects"].items():
        ahead = "before" in sides and pattern(FILE, "subjects", code, "before").search(before)
        after = "behind" in sides and pattern(FILE, "subjects", code, "behind").search(behind)
        if (ahead or after) and not pattern(FILE, "beside").search(before[-60:] + " " + behind[:60]):
            return str(code)
    return None


def _wrong_and_right(part: Part, one: Told, owner: str, number: str, subject: str) -> tuple[Told, Told] | None:
    """The cited point and where the subject stands, where it is not there; None where that is not so or unknown."""
    held = part.rows if owner == TABLE else tuple(told for told in part.points if _is_point(told, one))
    cited = tuple(told for told in held if _number(told) == number)
    others = tuple(told for told in held if _number(told) != number)
    if owner == RULES and not others:
        return None
    if not cited or any(_speaks(told, subject) for told in cited):
        return None
    there = [told for told in others if _speaks(told, subject, alone=True)]
    return (cited[0], there[0]) if there and there[0] is not one else None


def _speaks(told: Told, subject: str, *, alone: bool = False) -> bool:
    if told.table is not None and told.topic:
        return told.topic == subject
    return pattern(FILE, "opens" if alone else "speaks", subject).search(told.text.plain) is not None


def _is_point(told: Told, one: Told) -> bool:
    """A point of the rules that a clause stands in, or of any where the clause is in a table."""
    return not told.heading and (one.row is not None or _holder(told) == _holder(one)) and _number(told) is not None


def _holder(told: Told) -> tuple[str, str]:
    name = told.clause.id
    return told.document.snapshot.document, name[: name.index("point-")] if "point-" in name else name


def _number(told: Told) -> str | None:
    step = told.row.rsplit("/", 1)[-1] if told.row else told.clause.id[len(_holder(told)[1]) :].split("/", 1)[0]
    kind, _, number = step.partition("-")
    return number.partition("~")[0] if kind in ("row", "point") else None
