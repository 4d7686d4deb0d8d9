"""Plants changes in one language of acts and tells which are found: `python -m tests.mutations.parity_planting`."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from random import Random

from kb.compare.parity import ParityDifference, ParityKind, compare_languages, compare_wordings
from kb.compare.parity.clause_text import read_words
from kb.model import Clause, ClauseKind, Document, Language
from kb.read import align_clauses
from kb.read.own_words import own_words
from tests.mutations.parity_changes import PLANTINGS, Planting
from tests.mutations.parity_document import ActPair, real_pairs, sample_pairs, with_text

SEED = 20310409
# A change is planted where the pair of clauses is sure and nothing differs; changes of one text stand apart.
SURE = 0.5
APART = 10
LONGEST = 4_000
ROUNDS = 1
DROPPED = "list item dropped"
ITEM = range(40, 400)
WHOLE = (ClauseKind.NOTE, ClauseKind.TABLE, ClauseKind.HEADING)


@dataclass(frozen=True, slots=True)
class Planted:
    """One change, in which clause of which language, and whether a difference tells of it there."""

    planting: str
    act: str
    language: Language
    clause: str
    found: bool


@dataclass(frozen=True, slots=True)
class _Spot:
    clause: str
    start: int
    end: int
    words: str
    planting: Planting


class _Act:
    """Both texts of an act, and the clauses in which something may be changed."""

    def __init__(self, pair: ActPair) -> None:
        self.pair = pair
        self.told = compare_languages(pair.kk, pair.ru)
        differing = {name for one in self.told for name in (one.kk.clause, one.ru.clause)}
        holding = {clause.parent for document in (pair.kk, pair.ru) for clause in document.clauses}
        kinds = {clause.id: clause.kind for clause in pair.kk.clauses}
        self.words = {
            language: {clause.id: document.text[clause.start : clause.end] for clause in document.clauses}
            for language, document in ((Language.KK, pair.kk), (Language.RU, pair.ru))
        }
        pairs = [
            {Language.KK: one.kk, Language.RU: one.ru}
            for one in align_clauses(pair.kk, pair.ru)
            if one.kk and one.ru and one.confidence >= SURE and kinds[one.kk] not in WHOLE
            if not {one.kk, one.ru} & (differing | holding)
        ]
        self.pairs = [one for one in pairs if not self._differs(one)]

    def _differs(self, pair: dict[Language, str]) -> bool:
        """Whether the clauses differ by themselves, or are lines of a form, which are not compared."""
        kk, ru = (self.words[language][pair[language]] for language in (Language.KK, Language.RU))
        is_form = read_words(kk, Language.KK).is_form or read_words(ru, Language.RU).is_form
        return is_form or len(kk) > LONGEST or bool(compare_wordings(kk, ru))

    def text(self, language: Language) -> Document:
        return self.pair.kk if language is Language.KK else self.pair.ru

    def compare(self, language: Language, text: str) -> tuple[ParityDifference, ...]:
        changed = with_text(self.text(language), text)
        kk, ru = (changed, self.pair.ru) if language is Language.KK else (self.pair.kk, changed)
        return compare_languages(kk, ru)


def plant_all(pairs: Iterable[ActPair], *, rounds: int = ROUNDS, seed: int = SEED) -> list[Planted]:
    """Changes in all acts, in each language and round several in one text."""
    random = Random(seed)  # noqa: S311 - a seeded choice of places
    planted: list[Planted] = []
    for pair in pairs:
        act = _Act(pair)
        for language in (Language.KK, Language.RU):
            for _ in range(rounds):
                planted += _change(act, language, random)
            planted += _drop_item(act, language, random)
    return planted


def _change(act: _Act, language: Language, random: Random) -> list[Planted]:
    document = act.text(language)
    spots = _choose(act, language, random)
    text = document.text
    for spot in reversed(spots):
        text = text[: spot.start] + spot.words + text[spot.end :]
    told = {
        (one.kk.clause if language is Language.KK else one.ru.clause, one.kind)
        for one in (act.compare(language, text) if spots else ())
    }
    return [
        Planted(
            spot.planting.name,
            act.pair.name,
            language,
            spot.clause,
            any((spot.clause, kind) in told for kind in spot.planting.told_by),
        )
        for spot in spots
    ]


def _choose(act: _Act, language: Language, random: Random) -> list[_Spot]:
    """Places in their order, by chance, of each kind one after the other, those that can be planted least first."""
    document, other = act.text(language), Language.RU if language is Language.KK else Language.KK
    clauses = {clause.id: clause for clause in document.clauses}
    place = {clause.id: number for number, clause in enumerate(document.clauses)}
    chosen: dict[int, _Spot] = {}
    for planting in reversed(PLANTINGS):
        for pair in random.sample(act.pairs, len(act.pairs)):
            name = pair[language]
            if any(abs(place[name] - other) < APART for other in chosen):
                continue
            if planting.needs_twin and not any(planting.find(act.words[other][pair[other]], other, random)):
                continue
            spot = _spot(document, clauses[name], planting, language, random)
            if spot:
                chosen[place[name]] = spot
    return [chosen[number] for number in sorted(chosen)]


def _spot(document: Document, clause: Clause, planting: Planting, language: Language, random: Random) -> _Spot | None:
    words = document.text[clause.start : clause.end]
    found = list(planting.find(words, language, random))
    if not found:
        return None
    start, end, new = random.choice(found)
    return _Spot(clause.id, clause.start + start, clause.start + end, new, planting)


def _drop_item(act: _Act, language: Language, random: Random) -> list[Planted]:
    """One item of a list dropped; found where that list is told to have an item more in the other language."""
    document = act.text(language)
    other = Language.RU if language is Language.KK else Language.KK
    words = {one.clause.id: one.words for one in own_words(document)}
    clauses = {clause.id: clause for clause in document.clauses}
    listed = Counter(clauses[one[language]].parent for one in act.pairs)
    items = [
        one for one in act.pairs[:-1] if len(words[one[language]]) in ITEM and listed[clauses[one[language]].parent] > 2
    ]
    if not items:
        return []
    item = random.choice(items)
    clause = clauses[item[language]]
    found = act.compare(language, document.text[: clause.start] + document.text[clause.end :])
    missing = _missing(found, other) - _missing(act.told, other)
    found_there = any(_above(one) == _above(item[other]) for one in missing)
    return [Planted(DROPPED, act.pair.name, language, clause.id, found_there)]


def _missing(differences: Iterable[ParityDifference], language: Language) -> set[str]:
    """The items that stand in the text of a language only."""
    return {
        value
        for one in differences
        if one.kind is ParityKind.LIST_ITEM
        for value in (one.kk_values if language is Language.KK else one.ru_values)
    }


def _above(clause: str) -> str:
    return clause.rpartition("/")[0]


def recall(planted: Iterable[Planted]) -> dict[str, tuple[int, int]]:
    """By planting, how many were found of how many."""
    found: Counter[str] = Counter()
    every: Counter[str] = Counter()
    for one in planted:
        found[one.planting] += one.found
        every[one.planting] += 1
    return {name: (found[name], every[name]) for name in every}


def main() -> None:
    """Prints what is not found, and the table."""
    planted = plant_all([*real_pairs(), *sample_pairs()])
    for one in planted:
        if not one.found:
            print(one.planting, one.language.value, one.act, one.clause)  # noqa: T201
    for name, (found, every) in sorted(recall(planted).items()):
        print(f"{name:20} {found:5} of {every:5}  {found / every:.3f}")  # noqa: T201
    found, every = sum(one.found for one in planted), len(planted)
    print(f"{'all':20} {found:5} of {every:5}  {found / every:.3f}")  # noqa: T201


if __name__ == "__main__":
    main()
