"""A telephone number, an address on the internet or an abbreviation written in two ways in one part of an act."""

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import combinations

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import Part, parts_of
from kb.compare.within_act.told import Told
from kb.compare.within_act.wordings import pattern
from kb.model import FindingClass, Language

FILE = "contacts"
FREE_NUMBER = re.compile(r"(?<!\d)8[\s()‒–—-]{0,3}800(?:[\s()‒–—-]{0,3}\d){6,8}(?!\d)")
FREE_DIGITS = 11  # 8 800 and seven digits
SHORT_NUMBER = re.compile(r"(?<![\d.,№-])\(?1[34]\d\d\)?(?!\d|[.-]\d)")
HOST = re.compile(r"(?<![\w@.])(?:www\.\s?)?([a-z0-9-]{2,30}(?:\.[a-z0-9-]{2,30}){0,2}\.kz)\b")
ABBREVIATION = re.compile(r"(?<![\w«])[А-ЯӘІҢҒҮҰҚӨҺЁ]{4,7}(?!\w)")
STATE = "gov"

_Place = tuple[Told, int, int]


def find_contact_clashes(material: ActMaterial) -> Iterator[Clash]:
    """The first place of each of two ways to write one number, address or abbreviation."""
    parts = parts_of(material)
    for part in parts:
        yield from _phones(part)
        yield from _abbreviations(part)
    for language in Language:
        yield from _hosts([told for part in parts if part.language is language for told in part.all])


def _phones(part: Part) -> Iterator[Clash]:
    free = _places(part.all, FREE_NUMBER, lambda words: re.sub(r"\D", "", words))
    whole = [digits for digits in free if len(digits) == FREE_DIGITS]
    for digits, place in free.items():
        if len(digits) != FREE_DIGITS and whole:
            yield _clash(free[whole[0]], place, "phone_in_two_ways")
    short: dict[str, _Place] = {}
    for told in part.all:
        if pattern(FILE, "contact_centre").search(told.text.plain):
            for found in SHORT_NUMBER.finditer(told.text.plain):
                if pattern(FILE, "contact_centre").search(
                    told.text.plain, max(0, found.start() - 80), found.end() + 60
                ):
                    short.setdefault(found[0].strip("()"), (told, *found.span()))
    for one, other in combinations(short.values(), 2):
        yield _clash(one, other, "phone_in_two_ways")


def _hosts(everything: Iterable[Told]) -> Iterator[Clash]:
    told = [one for one in everything if pattern(FILE, "website").search(one.text.plain)]
    hosts = _places(told, HOST, lambda words: words.removeprefix("www.").strip(), group=1)
    for (one, place), (other, second) in combinations(hosts.items(), 2):
        labels = sorted((one.split("."), other.split(".")), key=len)
        if len(labels[0]) + 1 == len(labels[1]) and [name for name in labels[1] if name != STATE] == labels[0]:
            yield _clash(place, second, "site_in_two_ways")


def _abbreviations(part: Part) -> Iterator[Clash]:
    found: dict[str, _Place] = {}
    for told in part.all:
        folding = told.text.folding
        printed = told.document.text[told.text.origin : told.text.origin + folding.length]
        for match in ABBREVIATION.finditer(printed):
            start, end = folding.place(*match.span())
            if folding.text[start:end].strip():  # else it stands in a clause that this one holds
                found.setdefault(match[0], (told, start, end))
    for (one, place), (other, second) in combinations(found.items(), 2):
        if sorted(one) == sorted(other):
            yield _clash(place, second, "abbreviation_in_two_ways")


def _places(
    everything: Iterable[Told], sought: re.Pattern[str], name: Callable[[str], str], *, group: int = 0
) -> dict[str, _Place]:
    found: dict[str, _Place] = {}
    for told in everything:
        for match in sought.finditer(told.text.folding.text):
            found.setdefault(name(match[group]), (told, *match.span()))
    return found


def _clash(one: _Place, other: _Place, reason: str) -> Clash:
    a, b = one[0].point(one[1], one[2]), other[0].point(other[1], other[2])
    return Clash(kind=FindingClass.WITHIN_RECORD, a=a, b=b, reason=reason)
