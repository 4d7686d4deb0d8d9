"""Where a clause of one service names another: its subject stands where the result or the channel is told."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from kb.compare.overlap.clause_text import ClauseText
from kb.compare.overlap.pasted_text import PastedKind, PastedText
from kb.compare.overlap.service_names import ServiceNames, ToldWord, printed_words, told_words
from kb.extract.segment import label_topic
from kb.model import Language
from kb.model.overlap import RepeatedPlace
from kb.text import fold_plain

# What a clause must tell. Documents, refusals, terms and fees name other services because they must. docs/overlap.md
# tells how these numbers were chosen.
TOPICS = frozenset({"result", "result_form", "channel", "provider", "name"})
NAMED = 0.7  # of the weight of a name that must stand together
SUBJECT = 0.5  # of it where a word that tells the subject is among them
FOREIGN = 0.5  # of the weight of what was found that the own name does not have
FEWEST = 3  # words of a name that can be told from others
ROOM = 2  # times as many words as the name has: where they stand together
OPENING = 260  # characters in which a clause says what it tells


@dataclass(frozen=True, slots=True)
class _Named:
    service: str
    other: str
    clause: ClauseText
    told: list[ToldWord]
    found: list[ToldWord]
    foreign: frozenset[str]


def find_foreign_names(texts: Callable[[], Iterable[ClauseText]], names: ServiceNames) -> Iterator[PastedText]:
    """The clauses of one service that name another and not itself, each beside the other's clause with most of its
    words. The texts are read twice."""
    found = [
        named
        for clause in texts()
        if len(clause.services) == 1 and not clause.heading and topic_of(clause) in TOPICS
        for named in _foreign(clause, names)
    ]
    beside = _best_clauses(texts(), found) if found else {}
    for named in found:
        place = beside.get(id(named))
        if place:
            yield PastedText(
                kind=PastedKind.NAME,
                service=named.service,
                other=named.other,
                a=_place(named.clause, named.found[0].start, named.found[-1].end),
                b=place,
                words=printed_words(named.clause.text, named.found, named.foreign),
            )


def topic_of(clause: ClauseText) -> str | None:
    """What a clause is about by the label of its row or its own opening; None where neither tells."""
    labels = (clause.label, clause.text[:OPENING])
    topics = (label_topic(fold_plain(words)) for words in labels if words)
    return next((topic for topic in topics if topic), None)


def _foreign(clause: ClauseText, names: ServiceNames) -> Iterator[_Named]:
    (own,) = clause.services
    language = clause.language
    own_words = names.words(own, language)
    told = told_words(clause.text, language)
    stems = {word.stem for word in told}
    for other in names.named_by(stems - own_words, language, part=FOREIGN * SUBJECT) if own_words else ():
        words = names.words(other, language)
        if len(words) < FEWEST:
            continue
        found = _together(told, words, names, language)
        met = {word.stem for word in found} & words
        foreign, weight = frozenset(met - own_words), names.weight(met, language)
        enough = SUBJECT if foreign & names.telling(other, language) else NAMED
        if weight >= enough * names.weight(words, language) and names.weight(foreign, language) >= FOREIGN * weight:
            yield _Named(own, other, clause, told, found, foreign)


def _together(told: list[ToldWord], words: frozenset[str], names: ServiceNames, language: Language) -> list[ToldWord]:
    """The shortest of the stretches that hold most of a name in little room."""
    places = [place for place, word in enumerate(told) if word.stem in words]
    best: list[ToldWord] = []
    held = 0.0
    for number, first in enumerate(places):
        met: set[str] = set()
        for place in places[number:]:
            if place >= first + ROOM * len(words):
                break
            met.add(told[place].stem)
            weight = names.weight(met, language)
            if weight > held or (weight == held and place - first + 1 < len(best)):
                best, held = told[first : place + 1], weight
    return best


def _best_clauses(texts: Iterable[ClauseText], found: list[_Named]) -> dict[int, RepeatedPlace]:
    """By what was found, the clause of the other service that is most like it, of those with half of its foreign
    words."""
    wanted: dict[str, list[_Named]] = {}
    for named in found:
        wanted.setdefault(named.other, []).append(named)
    best: dict[int, tuple[float, RepeatedPlace]] = {}
    for clause in texts:
        services = () if clause.heading else clause.services
        sought = [named for service in services for named in wanted.get(service, ())]
        told = told_words(clause.text, clause.language) if sought else []
        for named in sought:
            shared = [word for word in told if word.stem in named.foreign]
            ours, theirs = {word.stem for word in named.told}, {word.stem for word in told}
            alike = len(ours & theirs) / len(ours | theirs)
            enough = 2 * len(theirs & named.foreign) >= len(named.foreign)
            if enough and clause.language is named.clause.language and alike > best.get(id(named), (0.0, None))[0]:
                best[id(named)] = alike, _place(clause, shared[0].start, shared[-1].end)
    return {key: place for key, (_, place) in best.items()}


def _place(clause: ClauseText, start: int, end: int) -> RepeatedPlace:
    return RepeatedPlace(
        work=clause.work,
        document=clause.document,
        snapshot=clause.snapshot,
        clause=clause.clause,
        language=clause.language,
        start=clause.start + start,
        end=clause.start + end,
        services=clause.services,
    )
