"""Changes of words: each gives the places in a part of a text and what is written there instead."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from kb.model import Language
from kb.norms.bodies import bodies, same_body
from kb.text import find_numbers, fold
from tests.mutations.plant_words import Plant, pattern, table, wording
from tests.mutations.planted_text import Part, PlantedText


@dataclass(frozen=True, slots=True, kw_only=True)
class Spot:
    """`text[start:end]` becomes `words`; a finding is looked for in `text[first:last]`. What is `by_portal` a card may
    leave out: a portal does it by itself."""

    start: int
    end: int
    words: str
    first: int
    last: int
    topic: str
    by_portal: bool = False


Change = Callable[[Plant, PlantedText, Part, Random], Iterator[Spot]]


def in_line(text: str, start: int, end: int, words: str, topic: str) -> Spot:
    """A change that is told of in its own line."""
    first, last = text.rfind("\n", 0, start) + 1, text.find("\n", end)
    return Spot(start=start, end=end, words=words, first=first, last=len(text) if last < 0 else last, topic=topic)


def in_part(part: Part, start: int, end: int, words: str, *, by_portal: bool = False) -> Spot:
    """A change that is told of anywhere in its part."""
    first, last = part.start, part.end
    return Spot(start=start, end=end, words=words, first=first, last=last, topic=part.topic, by_portal=by_portal)


def number(_plant: Plant, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """Another number of a term or a price; its explanation in brackets goes."""
    unit = pattern("units", text.document.language)
    folded = fold(text.document.text[part.start : part.end])
    for one in find_numbers(folded.text):
        start, end = folded.span(one.start, one.end)
        if (
            unit.match(folded.text, one.end) is None
            and unit.match(text.document.text[part.start + end : part.end]) is None
        ):
            continue
        words = f"{int(one.value) + random.randint(1, 9)}"
        yield in_line(text.document.text, part.start + start, part.start + end, words, part.topic)


def reworded(plant: Plant, text: PlantedText, part: Part, _random: Random) -> Iterator[Spot]:
    """The wording of the plant."""
    whole = text.document.text
    for sought, words in wording(plant.name, text.document.language):
        for found in re.compile(sought, re.IGNORECASE).finditer(whole, part.start, part.end):
            yield in_line(whole, *found.span(), found.expand(words), part.topic)


def body(plant: Plant, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """Another body; or the same one under the name of another time."""
    whole, language = text.document.text, text.document.language
    here, behind = whole[part.start : part.end], pattern("body_ends", language)
    named = [
        (found.start(), found.end(), code, name.in_language(language))
        for code, one in bodies().items()
        for name in one.names
        for found in re.finditer(rf"\b{re.escape(name.in_language(language))}", here)
        if plant.harmless or behind.match(here, found.end())
    ]
    for start, end, code, printed in named:
        if any(other[0] <= start and end <= other[1] and other[1] - other[0] > end - start for other in named):
            continue
        at = part.start + start, part.start + end
        names = _other_names(code, printed, language) if plant.harmless else [_another(code, language, random)]
        for name in names:
            yield in_line(whole, *at, name, part.topic)


def _another(code: str, language: Language, random: Random) -> str:
    others = [other for other in table()["other_bodies"] if not same_body(other, code)]
    return bodies()[random.choice(others)].names[-1].in_language(language)


def _other_names(code: str, printed: str, language: Language) -> list[str]:
    """Names of the body, and of the only body that it was before or became, at other times."""
    line = [code, *(step.code for step in bodies()[code].became if same_body(code, step.code))]
    names = [name.in_language(language) for one in line for name in bodies()[one].names]
    return [name for name in dict.fromkeys(names) if name != printed]


def cited_number(_plant: Plant, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """Another number of an act that is cited."""
    yield from _cited("act_number", text, part, random)


def cited_day(_plant: Plant, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """Another day of an act that is cited."""
    yield from _cited("act_date", text, part, random)


def _cited(name: str, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    whole = text.document.text
    for found in pattern(name, text.document.language).finditer(whole, part.start, part.end):
        printed = int(found[1])
        words = f"{printed % 27 + 1}" if name == "act_date" else f"{printed + random.randint(1, 90)}"
        yield in_line(whole, *found.span(1), words, part.topic)


def appended(plant: Plant, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """A line of another case or region at the end of the part."""
    _, words = random.choice(wording(plant.name, text.document.language))
    yield in_part(part, part.end, part.end, f"{';' if text.document.text[part.end - 1].isalnum() else ''}\n{words}")


def amended(plant: Plant, text: PlantedText, part: Part, _random: Random) -> Iterator[Spot]:
    """A note on a later amendment behind the text."""
    if not text.is_report:
        ((_, words),) = wording(plant.name, text.document.language)
        yield in_part(part, part.end, part.end, f"\n\n{words}\n")
