"""The annexes that stand in a text, and where its clauses cite them as which form."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from kb.compare.clash import Point
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import load, pattern

FILE = "annexes"
FIRST_POINT = re.compile(r"(?:^|/)point-1(?:~\d+)?$")
ANNEX = re.compile(r"(?:^|/)(?:annex|appendix)(?:-(\d+))?(?:~\d+)?$")
NEAR = 400  # characters between the name of a form and its address
ANY = "any"


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedAnnex:
    """`told`, in the rules number `rules` of its text, cites annex `number` of `owner`.

    `kind` is the form that its sentence names, empty where it names none.
    """

    told: Told
    rules: int
    owner: str
    number: str
    kind: str
    start: int
    end: int

    @property
    def point(self) -> Point:
        """The side that the citation is."""
        return self.told.point(self.start, self.end)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """An annex that stands in the text, `number` empty for the only one; `kinds` are those that its titles name."""

    header: Told
    rules: int
    owner: str
    number: str
    kinds: frozenset[str]
    title: Told | None


def _rules(told: Iterable[Told]) -> Iterator[tuple[int, Told]]:
    """The clauses with the number of the rules that they stand in, counted by their first points."""
    count = 0
    for one in told:
        count += FIRST_POINT.search(one.clause.id) is not None
        yield count, one


def find_citations(told: Iterable[Told]) -> Iterator[CitedAnnex]:
    """The citations of annexes, in reading order."""
    for rules, one in _rules(told):
        plain = one.text.plain
        found = list(pattern(FILE, "citation").finditer(plain))
        for place, match in enumerate(found):
            number = next(group for group in match.groups() if group)
            opening, closing = one.sentence(match.start(), match.end())
            before = found[place - 1].end() if place else 0
            behind = found[place + 1].start() if place + 1 < len(found) else len(plain)
            since, until = max(opening, before, match.start() - NEAR), min(closing, behind, match.end() + NEAR)
            yield CitedAnnex(
                told=one,
                rules=rules,
                owner=_owner(match[0]),
                number=number,
                kind=_kind(plain[since : match.start()], plain[match.end() : until]) or "",
                start=match.start(),
                end=match.end(),
            )


def _kind(before: str, behind: str) -> str | None:
    """The form that the words next to an address name: before it in Russian, behind it in Kazakh."""
    if pattern(FILE, "form_behind").match(behind):
        other = pattern(FILE, "point_behind").search(behind)
        found = [
            (match.start(), code) for code, match in _kinds(behind[: other.start() if other else None], last=False)
        ]
        return min(found)[1] if found else None
    if pattern(FILE, "form_before").search(before):
        found = [(-match.start(), code) for code, match in _kinds(before, last=True)]
        return min(found)[1] if found else None
    return None


def _kinds(words: str, *, last: bool) -> Iterator[tuple[str, re.Match[str]]]:
    for code in load(FILE)["kinds"]:
        matches = list(pattern(FILE, "kinds", code).finditer(words))
        if matches:
            yield code, matches[-1 if last else 0]


def find_annexes(told: tuple[Told, ...]) -> Iterator[Annex]:
    """The annexes of a text that have a header, in reading order."""
    for rules, header in _rules(told):
        name = header.clause.id
        number = ANNEX.search(name)
        if number is None or not pattern(FILE, "header").search(header.text.plain):
            continue
        titles = [one for one in told if one.heading and one.clause.id.rpartition("/")[0] == name]
        kinds = {code for one in titles[:2] for code, _ in _kinds(one.text.plain, last=False)}
        yield Annex(
            header=header,
            rules=rules,
            owner=_owner(header.text.plain),
            number=number[1] or "",
            kinds=frozenset(kinds),
            title=titles[0] if titles else None,
        )


def _owner(words: str) -> str:
    return next((code for code in load(FILE)["owners"] if pattern(FILE, "owners", code).search(words)), ANY)
