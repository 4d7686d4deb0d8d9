"""The parts of an act: a table of requirements with the points of the rules that it belongs to, in one language."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from kb.compare.material import ActMaterial
from kb.compare.within_act.by_texts import ByTexts
from kb.compare.within_act.told import Told, told_in
from kb.model import Document, Language
from kb.text.words import read_words

FEWEST_TOPICS = 4  # a table of requirements has ten rows and more; four tell it from a table of another kind
APART = "\n\0\n"  # between the words of two clauses; no phrase goes over it
QUOTED = re.compile(r"[«\"]([^«»\"\n]{8,400})[»\"]")
ANNEX = re.compile(r"(?:^|/)(?:annex|appendix)[^/]*$")
ALIKE = 0.8  # the share of a title's words that the other title has, where both are of one service


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """Some clauses of a part, and all their words, to look for what none of them has."""

    told: tuple[Told, ...]
    words: str


@dataclass(frozen=True)
class Part:
    """`rows` are the clauses of one table, empty where the text has none; `points` are those of the rules around it."""

    language: Language
    rows: tuple[Told, ...]
    points: tuple[Told, ...]

    @cached_property
    def all(self) -> tuple[Told, ...]:
        """Both, the points first."""
        return (*self.points, *self.rows)

    def at(self, places: frozenset[str]) -> "Stretch":
        """What stands at any of these places: a topic of rows, `row` (any), `point` or `heading`."""
        if places not in self._stretches:
            told = tuple(one for one in self.all if places & one.places)
            self._stretches[places] = Stretch(told=told, words=APART.join(one.text.plain for one in told))
        return self._stretches[places]

    @cached_property
    def _stretches(self) -> "dict[frozenset[str], Stretch]":
        return {}

    def of(self, *topics: str) -> tuple[Told, ...]:
        """The clauses of the rows on these topics."""
        return tuple(one for one in self.rows if one.topic in topics)


def parts_of(material: ActMaterial) -> tuple[Part, ...]:
    """The parts of all texts of the act; rules whose table is not there are a part without rows."""
    return _parts_of(ByTexts(material.texts, material.texts))


@lru_cache(maxsize=1)  # all checks of one act ask for its parts in turn
def _parts_of(texts: ByTexts[Sequence[Document]]) -> tuple[Part, ...]:
    return tuple(
        part
        for language in Language
        for part in _parts([text for text in texts.content if text.language is language], language)
    )


def _parts(texts: Sequence[Document], language: Language) -> Iterator[Part]:
    tables: list[tuple[int, tuple[Told, ...]]] = []
    outside: list[tuple[Told, ...]] = []
    for place, text in enumerate(texts):
        rows: dict[str, list[Told]] = defaultdict(list)
        for one in told_in(text):
            if one.table is not None:
                rows[one.table].append(one)
        held = {name for name, ones in rows.items() if len({one.topic for one in ones} - {None}) >= FEWEST_TOPICS}
        outside.append(tuple(one for one in told_in(text) if one.table not in held))
        tables += [(place, tuple(ones)) for name, ones in rows.items() if name in held]
    counts = Counter(place for place, _ in tables)
    taken = set(counts)
    for place, ones in tables:
        points = outside[place] if counts[place] == 1 else _beside(ones[0].table or "", outside[place])
        if counts[place] == 1 and not _has_points(points):
            others = [other for other in range(len(texts)) if not counts[other]]
            others = [other for other in others if len(tables) == 1 or _of_one_service(texts[other], texts[place])]
            points = (*(point for other in others for point in outside[other]), *points)
            taken.update(others)
        elif counts[place] > 1 and not points:
            names = [_name(table[0].table or "", outside[there]) for there, table in tables]
            mine = names[tables.index((place, ones))]
            points = tuple(_chapters(mine, names, (told for told_here in outside for told in told_here)))
        yield Part(language=language, rows=ones, points=points)
    for place, points in enumerate(outside):
        if place not in taken:
            yield Part(language=language, rows=(), points=points)


def _beside(table: str, told: tuple[Told, ...]) -> tuple[Told, ...]:
    """Where a text has several tables, what stands in the annex that a table is an annex of."""
    owner, inside, _ = table.partition("/")
    return tuple(one for one in told if inside and one.clause.id.startswith(f"{owner}/"))


def _name(table: str, told: Iterable[Told]) -> frozenset[str]:
    """The words in quotation marks of the title of a table."""
    titles = (one.text.folding.text for one in told if one.heading and one.clause.id.startswith(f"{table}/"))
    return next((read_words(found[1]).stems for title in titles if (found := QUOTED.search(title))), frozenset())


def _chapters(name: frozenset[str], names: Iterable[frozenset[str]], told: Iterable[Told]) -> Iterator[Told]:
    """The clauses of the chapters whose heading has the words of a service's name, and those of no other's."""
    of_service = False
    for one in told:
        if one.heading:
            words = read_words(one.text.folding.text).stems
            of_service = _speaks_of(words, name) and not any(
                _speaks_of(words, other) for other in names if not other <= name
            )
        if of_service and not ANNEX.search(one.clause.id):
            yield one


def _speaks_of(words: frozenset[str], name: frozenset[str]) -> bool:
    return bool(name) and len(words & name) >= ALIKE * len(name)


def _has_points(told: Iterable[Told]) -> bool:
    return any(one.clause.id.rsplit("/", 1)[-1].startswith("point-") for one in told)


def _of_one_service(one: Document, other: Document) -> bool:
    first, second = (_title(text) for text in (one, other))
    return bool(first and second) and len(first & second) >= ALIKE * min(len(first), len(second))


def _title(document: Document) -> frozenset[str]:
    """The words of the first heading or caption of a text that has a name in it."""
    heading = next((one for one in told_in(document) if one.heading and "«" in one.text.folding.text), None)
    return read_words(heading.text.folding.text).stems if heading else frozenset()
