"""Numbers given twice in one list, grounds of refusal told twice, and points told twice word for word."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import combinations, pairwise

from kb.compare.clash import Clash
from kb.compare.material import ActMaterial
from kb.compare.within_act.parts import parts_of
from kb.compare.within_act.told import Told, told_in
from kb.compare.within_act.wordings import pattern
from kb.model import ClauseKind, FindingClass, Language
from kb.text.words import read_words

ITEM = re.compile(r"\s{0,20}(\d{1,2})\\?\)")
# A point with the number of another has its chapter in its id, or a second mark.
LEADING_MARK = re.compile(r"(?:^|(?<=/))chapter-[^/]+/(?=point-[^/]+$)|~2$")
WORD = re.compile(r"\w+")
POINT_NUMBER = re.compile(r"^\W*\d+(?:-\d+)?\W+")
LONG_POINT = 20  # words; shorter points are formulas that every act repeats
FEWEST_WORDS = 5  # shorter grounds share their words by chance
ALIKE = 0.85  # share of common words of all words of two grounds
TOLD_TWICE = frozenset({"ground_told_twice", "point_told_twice"})
MOST_REPEATED = 2  # more points with one number each: another list of points begins, which numbers anew


def find_repeats(material: ActMaterial) -> Iterator[Clash]:
    """Points and items that bear the number of another, grounds of one list in the same words, repeated points."""
    for text in material.texts:
        yield from _points(told_in(text))
    for language in Language:
        yield from _same_points(one for text in material.texts if text.language is language for one in told_in(text))
    for part in parts_of(material):
        rows: dict[str, list[Told]] = defaultdict(list)
        for one in part.rows:
            rows[one.row or ""].append(one)
        for ones in rows.values():
            yield from _items(ones)
            if ones[0].topic == "refusal_ground":
                yield from _grounds(ones)


def _points(told: tuple[Told, ...]) -> Iterator[Clash]:
    by_id = {one.clause.id: one for one in told if one.clause.kind is ClauseKind.POINT}
    found = []
    for name, one in by_id.items():
        first = by_id.get(LEADING_MARK.sub("", name))
        if first and first is not one:
            found.append((first, one))
    if len(found) <= MOST_REPEATED:
        for one, other in found:
            yield _clash(one, other, "number_of_two_points")


def _same_points(everything: Iterable[Told]) -> Iterator[Clash]:
    """Points of rules in the words of another, each with the first place of them."""
    first: dict[tuple[str, ...], Told] = {}
    repeated: set[tuple[str, ...]] = set()
    for told in everything:
        if told.row is not None or not told.clause.id.rsplit("/", 1)[-1].startswith("point-"):
            continue
        words = tuple(WORD.findall(POINT_NUMBER.sub("", told.text.plain)))
        if len(words) >= LONG_POINT and first.setdefault(words, told) is not told and words not in repeated:
            repeated.add(words)
            yield _clash(first[words], told, "point_told_twice")


def _items(told: list[Told]) -> Iterator[Clash]:
    numbered = [(one, ITEM.match(one.text.plain)) for one in told]
    for (one, number), (other, following) in pairwise(numbered):
        if number and following and number[1] == following[1] and number[1] != "1":
            yield _clash(one, other, "number_of_two_items")


def _grounds(told: list[Told]) -> Iterator[Clash]:
    words: list[tuple[Told, frozenset[str]]] = []
    for one in told:
        number = ITEM.match(one.text.plain)
        if number and number[1] == "1":
            words = []  # another list begins: for another case
        words.append((one, _content(one)))
    for (one, mine), (other, theirs) in combinations(words, 2):
        if min(len(mine), len(theirs)) >= FEWEST_WORDS and len(mine & theirs) >= ALIKE * len(mine | theirs):
            yield _clash(one, other, "ground_told_twice")


def _content(told: Told) -> frozenset[str]:
    """The words of a ground without those that name who applies and for what."""
    named = pattern("repeats", "applicant").without(told.text.plain, by=" ")
    words = read_words(ITEM.sub(" ", named, count=1), damaged=True).items
    return frozenset(word.ru if told.document.language is Language.RU else word.folded_kk for word in words)


def _clash(one: Told, other: Told, reason: str) -> Clash:
    kind = FindingClass.DUPLICATION if reason in TOLD_TWICE else FindingClass.WITHIN_RECORD
    return Clash(kind=kind, a=one.point(), b=other.point(), reason=reason)
