"""The services that a question may be about, and what speaks for each."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from kb.answer.question import Found
from kb.answer.reading.creatures import speaks_of_living
from kb.answer.reading.topic import Topic, Unit
from kb.answer.service.familiarity import familiar, read_names
from kb.answer.values.selection import condition_text
from kb.model import Card, Service
from kb.resolve import statements_on
from kb.text.words import read_words

# How candidates are ranked: the score of the search for the whole question, more by a share of NAMED and TOLD for what
# the card knows of the topic in its names and its texts, and OWN of the score for the topic's words alone. Chosen on
# the 140 development questions, with and without the acts in the base, and the even half of tests/labels/consultant:
# 336 of 364 go to the right service, 330 by the score alone; all neighbouring weights (0.2 to 0.5 each) give 333 to
# 337.
NAMED = 0.3
TOLD = 0.3
OWN = 0.5
# A service none of whose statements holds on the day comes after others: a caller of 2017 does not mean an act of 2020.
# At 0.3 of its score 6 of 15 wrong choices of the same questions become right, and services that are alone keep their
# place.
NOT_YET = 0.3
SHORTLIST = 6  # cards that are read: the right one was never further down


def _wholly() -> float:
    return 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A service with its card. `named` and `told` are numbers of the topic's units that its names and its texts know,
    of `units` in all, `papers` numbers of those of its papers that the names know; `own` is the score of the search
    for the topic's words alone. `phrased` says that its names know a
    phrase of the vocabulary, `alien` that the question names a creature that it has nothing to do with. `familiarity`
    gives how far (0 to 1) it knows the thing that it knows best, `full` is its score wherever it holds."""

    card: Card
    score: float
    own: float
    named: frozenset[int]
    told: frozenset[int]
    units: int
    papers: frozenset[int]
    phrased: bool = False
    alien: bool = False
    familiarity: Callable[[], float] = _wholly
    full: float = 0.0

    @property
    def service(self) -> Service:
        """The service itself."""
        return self.card.service

    @property
    def known(self) -> frozenset[int]:
        """Units that it knows in any way."""
        return self.named | self.told


def weigh_candidates(
    found: Sequence[Found], own: Sequence[Found], *, topics: Sequence[Topic], day: date, card: Callable[[str], Card]
) -> tuple[Candidate, ...]:
    """Candidates, best first: `found` for the question, `own` for its topic's words. `topics` are readings of the same
    question, as it was typed and put right; what is known of the best understood one counts."""
    scores = {one.service.id: (one.score, 0.0) for one in found}
    for one in own:
        scores[one.service.id] = (scores.get(one.service.id, (0.0, 0.0))[0], one.score)
    order = sorted(scores, key=lambda key: -(scores[key][0] + OWN * scores[key][1]))[:SHORTLIST]
    weighed = [_weigh(card(key), *scores[key], topics=topics, day=day) for key in order]
    return tuple(sorted(weighed, key=lambda one: -one.score))


def _weigh(card: Card, whole: float, own: float, *, topics: Sequence[Topic], day: date) -> Candidate:
    names = _stems(name for name in (card.service.name_kk, card.service.name_ru) if name)
    texts = _stems(text for one in card.statements for text in (one.evidence.quote, condition_text(one)))
    options = [
        (
            topic,
            frozenset(place for place, unit in enumerate(topic.units) if unit.held_by(names)),
            frozenset(place for place, unit in enumerate(topic.units) if unit.held_by(texts)),
        )
        for topic in topics
        if topic.units
    ]
    topic, named, told = max(options, key=lambda one: len(one[1] | one[2]) / len(one[0].units))
    shares = (NAMED * len(named) + TOLD * len(told)) / len(topic.units)
    full = whole * (1 + shares) + OWN * own
    return Candidate(
        card=card,
        score=full if statements_on(card.statements, day) else full * NOT_YET,
        own=own,
        named=named,
        told=told,
        units=len(topic.units),
        papers=frozenset(place for place, unit in enumerate(topic.papers) if unit.held_by(names)),
        phrased=any(len(topic.units[place].words) > 1 for place in named),
        alien=_is_alien(card.service, topics[0], names | texts),
        # asked of one candidate at most, and the dearest of all
        familiarity=lambda: max(_familiar(topic.units, known, card.service, texts) for topic, known, _ in options),
        full=full,
    )


def _familiar(units: Sequence[Unit], named: frozenset[int], service: Service, texts: frozenset[str]) -> float:
    if named:
        return 1.0
    names = read_names(name for name in (service.name_kk, service.name_ru) if name)
    return max(familiar(unit, names, texts) for unit in units)


def _is_alien(service: Service, topic: Topic, stems: frozenset[str]) -> bool:
    if all(unit.held_by(stems) for unit in topic.creatures):
        return False
    return not any(name and speaks_of_living(name) for name in (service.name_kk, service.name_ru))


def _stems(texts: Iterable[str]) -> frozenset[str]:
    return frozenset().union(*(read_words(text, damaged=True).stems for text in texts))
