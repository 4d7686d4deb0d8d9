"""The method of evaluation against the document that it was read from: every item stands where it says."""

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.model import Language
from kb.model.evaluation_method import Method, Place
from kb.monitoring.evaluation import own_methods
from kb.pipeline.evaluation_names import naming_day
from kb.resolve.bodies import BodyMatch, resolve_body
from kb.text import fold

METHOD = own_methods()["three-blocks"]
FEWEST = {
    "items": 11,
    "evaluators": 3,
    "penalties": 3,
    "stages": 5,
    "calendar": 26,
    "notes": 9,
    "rest": 2,
    "material": 3,
}


def named_places(method: Method) -> Iterator[tuple[str, str, Place]]:
    """Kind, name and place of everything that a version has from its source."""
    for item in method.each():
        yield "items", item.id, item.told.place
        if item.evaluators_place:
            yield "evaluators", item.id, item.evaluators_place
        yield from (("material", told.kk, told.place) for told in item.material)
    yield from (("penalties", one.id, one.told.place) for one in method.penalties)
    yield from (("stages", one.id, one.told.place) for one in method.stages)
    yield from (("calendar", f"{one.item}/{one.step}", one.place) for one in method.calendar)
    yield from (("notes", told.kk, told.place) for told in method.notes)
    for name, place in (("rounding", method.digits_place), ("appeals", method.appeals_place)):
        assert place is not None
        yield "rest", name, place


PLACES = tuple(named_places(METHOD))


@pytest.fixture(scope="module")
def lines(shared: Path) -> list[str]:
    """The lines of the document, found by the digest that the method names."""
    digests = {
        "sha256:" + hashlib.sha256(path.read_bytes()).hexdigest(): path for path in (shared / "seeds").glob("*.txt")
    }
    assert METHOD.source.digest in digests, "the document of the method is not among the real ones"
    return digests[METHOD.source.digest].read_text(encoding="utf-8").split("\n")


def test_all_that_the_method_has_is_looked_at() -> None:
    kinds = [kind for kind, _, _ in PLACES]
    assert {kind: kinds.count(kind) for kind in FEWEST} == FEWEST


@pytest.mark.parametrize(("kind", "name", "place"), PLACES, ids=[f"{kind}-{name}"[:60] for kind, name, _ in PLACES])
def test_the_line_has_the_words(lines: list[str], kind: str, name: str, place: Place) -> None:
    assert place.line is not None
    assert place.quote is not None
    times = lines[place.line - 1].count(place.quote)
    assert times >= (place.nth or 1), f"{kind} {name}: line {place.line} has other words"


def test_terms_of_a_block_stand_behind_its_name(lines: list[str]) -> None:
    """The calendars of the three blocks repeat each other's words in one line: each term is that of its own block."""
    starts = {}
    for term in METHOD.calendar:
        assert term.place is not None
        assert term.place.line is not None
        line, place = lines[term.place.line - 1], -1
        for _ in range(term.place.nth or 1):
            place = line.index(term.place.quote or "", place + 1)
        starts.setdefault(term.item, []).append(place)
    first, second, third = starts["goals"], starts["citizens"], starts["organisation"]
    assert max(first) < min(second)
    assert max(second) < min(third)


def test_the_names_of_blocks_are_the_lines_themselves(lines: list[str]) -> None:
    for block in METHOD.blocks:
        assert fold(lines[(block.told.place.line or 0) - 1]).text.strip() == fold(block.told.kk).text


def test_no_weight_and_no_highest_points_are_told_in_the_lines_of_the_method(lines: list[str]) -> None:
    """What the method leaves empty: no line that it was read from speaks of weights (салмақ, үлес) or of a scale."""
    for number in sorted({place.line or 0 for _, _, place in PLACES}):
        words = fold(lines[number - 1]).text
        assert not any(cue in words for cue in ("салмақ", "салмағы", "үлес салма", "ең жоғары балл", "балдық шкала"))


def test_the_evaluators_are_the_bodies_that_the_words_name() -> None:
    """All bodies of the quote, and no other; words behind the names say that they are entitled to evaluate."""
    day = naming_day(METHOD)
    assert day is not None
    for block in METHOD.blocks:
        quote = (block.evaluators_place or Place()).quote or ""
        named = resolve_body(quote.removesuffix(" бағалау жүргізуге уәкілетті"), Language.KK, day)
        assert isinstance(named, BodyMatch)
        assert named.codes == block.evaluators
