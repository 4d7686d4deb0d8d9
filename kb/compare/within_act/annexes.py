"""Annexes against their citations: one number for two forms, a form under another number, another owner."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import pairwise

from kb.compare.clash import Clash, Point
from kb.compare.material import ActMaterial
from kb.compare.within_act.annex_citations import ANY, Annex, CitedAnnex, find_annexes, find_citations
from kb.compare.within_act.told import told_in
from kb.model import FindingClass

WRONG_ADDRESSES = frozenset({"annex_of_another_act", "form_under_another_number"})


def find_annex_clashes(material: ActMaterial) -> Iterator[Clash]:
    """Clashes of annexes, each text on its own: its annexes are cited by its own clauses."""
    for text in material.texts:
        told = told_in(text)
        cited, annexes = list(find_citations(told)), list(find_annexes(told))
        forms = [one for one in cited if one.kind]
        yield from _two_annexes(annexes)
        yield from _two_forms(forms)
        yield from _other_forms(forms, annexes)
        yield from _other_owner(forms, annexes)
        yield from _other_number(forms, annexes)
        yield from _taken_number(cited, annexes)


def _two_annexes(annexes: list[Annex]) -> Iterator[Clash]:
    seen: dict[tuple[int, str, str], Annex] = {}
    for one in annexes:
        first = seen.setdefault((one.rules, one.owner, one.number), one)
        if first is not one and one.owner != ANY:
            yield _clash(first.header.point(), one.header.point(), "number_of_two_annexes", one.number)


def _two_forms(cited: list[CitedAnnex]) -> Iterator[Clash]:
    groups: dict[tuple[int, str, str], list[CitedAnnex]] = defaultdict(list)
    for one in cited:
        groups[one.rules, one.owner, one.number].append(one)
    for (_, _, number), ones in groups.items():
        first: dict[str, CitedAnnex] = {}
        for one in ones:
            first.setdefault(one.kind, one)
        kinds = list(first.values())
        for one, other in pairwise(kinds):
            yield _clash(one.point, other.point, "annex_of_two_forms", number)


def _other_forms(cited: list[CitedAnnex], annexes: list[Annex]) -> Iterator[Clash]:
    seen: set[tuple[str, str, str]] = set()
    for one in cited:
        there = [annex for annex in annexes if _same(annex, one) and annex.owner in (one.owner, ANY)]
        key = (one.owner, one.number, one.kind)
        if len(there) != 1 or key in seen or not there[0].kinds or one.kind in there[0].kinds:
            continue
        seen.add(key)
        yield _clash(one.point, (there[0].title or there[0].header).point(), "annex_is_another_form", one.number)


def _other_number(cited: list[CitedAnnex], annexes: list[Annex]) -> Iterator[Clash]:
    """A form cited under a number that no annex has, while one annex of that form bears another number."""
    seen: set[tuple[str, str]] = set()
    for one in cited:
        mine = [annex for annex in annexes if annex.rules == one.rules]
        fitting = [annex for annex in mine if one.kind in annex.kinds]
        if any(annex.number == one.number for annex in mine) or len(fitting) != 1 or (one.number, one.kind) in seen:
            continue
        seen.add((one.number, one.kind))
        yield _clash(one.point, fitting[0].header.point(), "form_under_another_number", one.number)


def _taken_number(cited: list[CitedAnnex], annexes: list[Annex]) -> Iterator[Clash]:
    """A citation of an annex that is not there, where the second of two annexes bears the number of the first."""
    for rules in {one.rules for one in annexes}:
        mine = [one for one in annexes if one.rules == rules]
        numbers, kinds = {one.number for one in mine}, {kind for one in mine for kind in one.kinds}
        second = [one for place, one in enumerate(mine) if any(_is_same(one, other) for other in mine[:place])]
        lost = [one for one in cited if one.rules == rules and one.number not in numbers and one.kind not in kinds]
        if len(second) == 1 and lost:
            yield _clash(lost[0].point, second[0].header.point(), "form_under_another_number", lost[0].number)


def _is_same(one: Annex, other: Annex) -> bool:
    return (one.rules, one.owner, one.number) == (other.rules, other.owner, other.number)


def _same(annex: Annex, cited: CitedAnnex) -> bool:
    return annex.number == cited.number and annex.rules == cited.rules


def _other_owner(cited: list[CitedAnnex], annexes: list[Annex]) -> Iterator[Clash]:
    seen: set[tuple[str, str]] = set()
    for one in cited:
        there = [annex for annex in annexes if _same(annex, one)]
        named = {annex.owner for annex in there} - {ANY}
        if len(there) != 1 or not named or one.owner in (ANY, *named) or (one.owner, one.number) in seen:
            continue
        held = one.told.clause.id.startswith(f"{there[0].header.clause.id}/")  # the annex has annexes of its own
        if not held and (one.kind in there[0].kinds or not (there[0].kinds or one.told.row)):
            seen.add((one.owner, one.number))
            yield _clash(one.point, there[0].header.point(), "annex_of_another_act", one.number)


def _clash(a: Point, b: Point, reason: str, number: str) -> Clash:
    kind = FindingClass.LEGAL_BASIS if reason in WRONG_ADDRESSES else FindingClass.WITHIN_RECORD
    return Clash(kind=kind, a=a, b=b, reason=reason, words={"number": number})
