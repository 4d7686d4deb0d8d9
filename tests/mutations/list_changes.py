"""Changes of lists: an item added, dropped, moved or brought from another service."""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from random import Random

from kb.norms.document_types import find_document_type
from kb.text import fold
from tests.mutations.changes import Spot, in_part
from tests.mutations.plant_words import Plant, pattern, table
from tests.mutations.planted_text import Part, PlantedText

ITEM = re.compile(r"(?m)^[ \t]*(?:(?P<number>\d{1,2})\\?\)|[•–-])[ \t]*(?P<words>\S.{5,400}?)[;.]?[ \t]*$")
FEWEST = 2
LONG = 60
STEM = 6
TELLING = 2  # words of another service's name that tell whose a line is


def _items(text: PlantedText, part: Part) -> list[re.Match[str]]:
    return list(ITEM.finditer(text.document.text, part.start, part.end))


def _same(one: str, other: str) -> bool:
    return fold(one).text[:40] in fold(other).text


def item_dropped(_plant: Plant, text: PlantedText, part: Part, _random: Random) -> Iterator[Spot]:
    """A list without one of its items; what the part names twice stays."""
    none = pattern("no_documents", text.document.language)
    items = [one for one in _items(text, part) if not none.search(one["words"])]
    for one in items if len(items) > FEWEST else ():
        others = [other for other in items if other is not one]
        if not any(_same(one["words"], other["words"]) for other in others):
            code = find_document_type(fold(one["words"]).text, text.document.language)
            yield in_part(
                part, one.start(), min(one.end() + 1, part.end), "", by_portal=code in table()["done_by_portal"]
            )


def channel_dropped(_plant: Plant, text: PlantedText, part: Part, _random: Random) -> Iterator[Spot]:
    """A list or a sentence without one of its channels."""
    items, whole = _items(text, part), text.document.text
    joined = re.compile(table()["channel_joined"][text.document.language.value])
    found = items if len(items) >= FEWEST else joined.finditer(whole, part.start, part.end)
    for one in found:
        end = min(one.end() + 1, part.end) if one.re is ITEM else one.end()
        rest = _channels(whole[part.start : one.start()] + whole[end : part.end])
        codes = _channels(one[0])
        if codes and not codes & rest:
            yield in_part(part, one.start(), end, "", by_portal=rest == {"portal"})


def channel_added(_plant: Plant, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """A list or a sentence with a channel more."""
    language, items = text.document.language.value, _items(text, part)
    there = _channels(text.document.text[part.start : part.end])
    missing = [entry[language] for code, entry in table()["channels"].items() if code not in there]
    if not missing:
        return
    words = random.choice(missing)
    if items:
        yield _inserted(part, items[0], words)
    elif mould := table()["channel_sentence"].get(language):
        place = text.document.text.find(mould[0], part.start, part.end)
        if place >= 0:
            yield in_part(part, place, place + len(mould[0]), mould[1].format(words))


def document_added(_plant: Plant, text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """A list with a paper more, of a type that the part does not name."""
    language, items = text.document.language, _items(text, part)
    there = {find_document_type(fold(one["words"]).text, language) for one in items}
    missing = [
        paper
        for paper in table()["documents"][language.value]
        if find_document_type(fold(paper).text, language) not in there
    ]
    for one in items[1:] if missing else ():
        yield _inserted(part, one, random.choice(missing))


def swapped(_plant: Plant, text: PlantedText, part: Part, _random: Random) -> Iterator[Spot]:
    """Two items of one list that follow each other change places; their numbers stay."""
    items, whole = _items(text, part), text.document.text
    for one, other in pairwise(items):
        between = whole[one.end() : other.start()]
        if between.strip() or (one["number"] and other["number"] != str(int(one["number"]) + 1)):
            continue
        words = other["words"] + whole[one.end("words") : other.start("words")] + one["words"]
        yield in_part(part, one.start("words"), other.end("words"), words)


def pasted(others: Sequence[PlantedText], text: PlantedText, part: Part, random: Random) -> Iterator[Spot]:
    """A line of the same part of another service at the end, with words of that service's name that neither this text
    nor a third one uses: any other line may be true of both."""
    stems = {one.name: _stems(one.document.text) for one in (text, *others)}
    lines = [
        line.strip()
        for other in others
        if other.service_name != text.service_name
        for there in other.parts
        if there.topic == part.topic
        for line in other.document.text[there.start : there.end].splitlines()
        if len(line) > LONG and len(_typical(line, other, stems)) >= TELLING
    ]
    if lines:
        yield in_part(part, part.end, part.end, f"\n{random.choice(lines)}")


def _typical(line: str, of: PlantedText, stems: Mapping[str, set[str]]) -> set[str]:
    """The words of a line that stand in the name of its service and in no other text."""
    elsewhere = set[str]().union(*(used for name, used in stems.items() if name != of.name))
    return (_stems(line) & _stems(of.service_name)) - elsewhere


def _stems(words: str) -> set[str]:
    return {word[:STEM] for word in fold(words).text.split() if len(word) >= STEM}


def _inserted(part: Part, before: re.Match[str], words: str) -> Spot:
    label = f"{int(before['number'])}-1) " if before["number"] else "• "
    return in_part(part, before.start(), before.start(), f"{label}{words};\n")


def _channels(words: str) -> set[str]:
    plain = fold(words).text
    return {code for code, entry in table()["channels"].items() if re.search(entry["find"], plain)}
