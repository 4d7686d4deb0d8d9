"""Plants changes one by one and tells which of them the product finds."""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from random import Random

from kb.model import Finding, Language
from tests.mutations import changes, list_changes
from tests.mutations.changes import Change, Spot
from tests.mutations.pasted_bench import PastedBench
from tests.mutations.plant_words import Plant, PlantKind, classes_of, plants
from tests.mutations.planted_text import Part, PlantedText
from tests.mutations.twin import TEXT, TWIN, Bench, Twin

SEED = 20310409
TIMES = 8
SHELF = 8  # texts of other services among which one is pasted from
CHANGES: Mapping[str, Change] = {
    "number": changes.number,
    "wording": changes.reworded,
    "body": changes.body,
    "successor": changes.body,
    "act_number": changes.cited_number,
    "act_date": changes.cited_day,
    "appended": changes.appended,
    "amended": changes.amended,
    "item_dropped": list_changes.item_dropped,
    "channel_dropped": list_changes.channel_dropped,
    "channel_added": list_changes.channel_added,
    "document_added": list_changes.document_added,
    "swapped": list_changes.swapped,
}
# One of these is made in one language only.
APART = ("number", "unit", "payer", "channel dropped", "document dropped", "negation")
BETWEEN_LANGUAGES = ("apart", "act_number", "act_date")


@dataclass(frozen=True, slots=True, kw_only=True)
class Planted:
    """One change: where, what became what, and whether it was told of (for a harmless one: whether an alarm came)."""

    plant: Plant
    text: str
    twin: Twin
    line: int
    was: str
    became: str
    told: bool


class Harness:
    """The texts, in which changes are planted by chance of a seed."""

    def __init__(self, texts: Sequence[PlantedText], *, seed: int = SEED) -> None:
        random = Random(seed)  # noqa: S311 - a seeded choice of texts
        # All plants take the texts in one order and each text with one twin: what is told without a change is asked
        # once.
        self._texts = random.sample(texts, len(texts))
        self._twins = {text.name: random.choice((Twin.ACT, Twin.CARD)) for text in self._texts}
        self._seed = seed
        self._benches: dict[tuple[str, Twin], Bench | PastedBench] = {}
        self._shelves: dict[Language, list[PlantedText]] = {}

    def plant(self, plant: Plant, *, times: int = TIMES) -> Iterator[Planted]:
        """The change in so many texts, once in each; in fewer where it has no place in more."""
        random = Random(f"{self._seed}/{plant.name}")  # noqa: S311 - a seeded choice of places
        done = 0
        for text in self._texts:
            if done == times:
                return
            twin = self._twin(plant, text)
            spots = list(self._spots(plant, text, random)) if twin else []
            if twin is Twin.CARD:
                spots = [one for one in spots if not one.by_portal]
            if not twin or not spots:
                continue
            spot, bench = random.choice(spots), self._bench(text, twin)
            if plant.harmless or not _told_of(plant, spot, bench.before):
                done += 1
                yield self._try(plant, text, bench, spot)

    def _twin(self, plant: Plant, text: PlantedText) -> Twin | None:
        if plant.change in BETWEEN_LANGUAGES:
            return Twin.LANGUAGE if text.sibling else None
        if plant.change == "pasted":
            return Twin.BASE if text in self._shelf(text.document.language) else None
        return Twin.ACT if text.is_report else self._twins[text.name]

    def _spots(self, plant: Plant, text: PlantedText, random: Random) -> Iterator[Spot]:
        if text.document.language not in (Language.KK, Language.RU) or text.scope is None:
            return
        if plant.change == "apart":
            one = random.choice([each for each in plants() if each.name in APART])
            yield from self._spots(one, text, random)
            return
        scope = Part(topic="", start=text.scope.start, end=text.scope.end)
        for part in [one for one in text.parts if one.topic in plant.topics] if plant.topics else [scope]:
            spots: Iterator[Spot]
            if plant.change == "pasted":
                spots = list_changes.pasted(self._shelf(text.document.language), text, part, random)
            else:
                spots = CHANGES[plant.change](plant, text, part, random)
            yield from (one for one in spots if not text.in_note(one.start))

    def _bench(self, text: PlantedText, twin: Twin) -> Bench | PastedBench:
        key = (text.name, twin)
        if key not in self._benches:
            shelf = self._shelf(text.document.language) if twin is Twin.BASE else ()
            self._benches[key] = PastedBench(text, shelf) if twin is Twin.BASE else Bench(text, twin)
        return self._benches[key]

    def _shelf(self, language: Language) -> list[PlantedText]:
        """Texts of different services in a language, the same for the whole run."""
        if language not in self._shelves:
            found: dict[str, PlantedText] = {}
            for text in self._texts:
                if len(found) < SHELF and text.document.language is language and text.scope:
                    found.setdefault(text.service_name, text)
            self._shelves[language] = list(found.values())
        return self._shelves[language]

    def _try(self, plant: Plant, text: PlantedText, bench: Bench | PastedBench, spot: Spot) -> Planted:
        told = bench.told(text.changed(spot.start, spot.end, spot.words))
        return Planted(
            plant=plant,
            text=text.name,
            twin=bench.twin,
            line=text.document.line_of(spot.start),
            was=text.document.text[spot.start : spot.end],
            became=spot.words,
            told=_alarm(bench.before, told) if plant.harmless else _told_of(plant, spot, told),
        )


def _alarm(before: Sequence[Finding], told: Sequence[Finding]) -> bool:
    """Whether there are more findings of a class than without the change."""
    return bool(Counter(one.kind for one in told) - Counter(one.kind for one in before))


def _told_of(plant: Plant, spot: Spot, told: Sequence[Finding]) -> bool:
    """Whether a finding of a fitting class points at the place of a change; where one does so without the change,
    nothing is planted there."""
    fitting = plant.told_by or classes_of(spot.topic)
    return any(one.kind in fitting and any(_points(place, spot) for place in _places(one)) for one in told)


def _places(one: Finding) -> Iterator[tuple[str, int, int]]:
    for side in (one.a, one.b):
        yield side.evidence.snapshot.removeprefix("sha256:"), side.evidence.start, side.evidence.end


def _points(place: tuple[str, int, int], spot: Spot) -> bool:
    body, start, end = place
    longer = len(spot.words) - (spot.end - spot.start)
    last = {TEXT: spot.last, TWIN: spot.last + longer}.get(body)
    return last is not None and start <= last and spot.first <= end


def aims() -> Mapping[PlantKind, float]:
    """The least share that is to be told of; of harmless changes the most."""
    return {PlantKind.NUMERIC: 0.97, PlantKind.SET: 0.97, PlantKind.TEXTUAL: 0.80, PlantKind.HARMLESS: 0.03}
