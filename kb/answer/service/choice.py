"""Which service a question is about."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from kb.answer.service.candidates import Candidate
from kb.answer.service.likeness import same_answer
from kb.answer.service.listing import prefer_listing
from kb.model import AnswerState, Card, Intent, Service

# From which score of the topic's own words, searched alone, a service is taken for meant although its names know none
# of them. On the 140 development questions, with and without the acts, and the even half of tests/labels/consultant:
# at 5.0 two of 350 right services are lost, and of 8 questions on things that no service is about 3 are told (cloud,
# vodka, …); at 9 two more right ones are lost and one more stranger is told.
MEANT = 5.0
# The less a service knows of the thing that it knows best, the more it must score for each thing named and STORY more:
# SURE for nothing of it, nothing where a name has it as a whole. With the right service taken out of the base, 454
# questions of four sets of labels went to a neighbour; of tests/labels/consultant/strangers.yaml 71 and 80 of 115 did
# on the bases of the report and of the acts. 35 %, 63 % and 50 % of them are told, and 2 of 510 right answers are
# silenced (both odd). At 50: 41 %, 69 %, 58 % and 5; at 80: 44 %, 76 %, 68 % and 9.
SURE, STORY = 30.0, 2
# From which share of the best score a service that knows the same of the question is as likely meant. Measured on the
# same: at 0.7 all of the 6 questions that fit several services are told, at 0.8 four; 3 of 140 that were meant for one
# are asked back.
ALIKE = 0.7
BARE = 2
# A service that knows less than HALF of what is named is not meant where its score for the topic's own words is low for
# each of them: under FOREIGN where STRANGE of them are words that the base has nowhere, under IDLE where the question
# asks for nothing that a service has. Of 30 texts of tests/labels/consultant/borders.yaml that no service is about and
# that were answered, 16 are told; of 218 right services of the development set and the even labels none is lost (at
# FOREIGN 7 one on the base without the acts, at STRANGE 1/4 two, at IDLE 10 one).
HALF = 0.5
FOREIGN, STRANGE, IDLE = 6.0, 1 / 3, 8.0
# A word in the names of at most so many candidates tells a service, however much else is said. Of 64 texts of
# borders.yaml outside our services, asked without the cues for them, 48 are told (49 without this rule, 45 at 4); the
# development set and the even labels are the same.
RARE = 2
COUNTED = 4  # things: callers who tell a story name many, and the score does not grow with them
MOST_CHOICES = 5
ALTERNATIVES = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceChoice:
    """The chosen card; None with a `state`: NO_SERVICE where nothing fits, CLARIFY where several fit alike, which are
    then the `rivals`. `alternatives` is what else may be meant."""

    card: Card | None
    alternatives: tuple[Service, ...] = ()
    state: AnswerState | None = None
    rivals: tuple[Service, ...] = ()


def choose_service(
    candidates: Sequence[Candidate],
    *,
    own: bool,
    kinds: bool = False,
    strange: float = 0.0,
    asks: bool = True,
    intents: Sequence[Intent],
    day: date,
) -> ServiceChoice:
    """The service that is meant among the candidates (best first); `own` says that the question names something that
    tells services apart, `kinds` that it names a kind of help or a person alone, `strange` is the share of what it
    names that no text of the base has, `asks` that it asks for something of a service. Services that fit alike are
    asked back only where they would be answered otherwise."""
    services = tuple(candidate.service for candidate in candidates)
    if not candidates:
        unnamed = kinds or not own
        return ServiceChoice(card=None, state=AnswerState.CLARIFY if unnamed else AnswerState.NO_SERVICE)
    best = candidates[0]
    if not own:
        return _choose_without_topic(candidates, services)
    if kinds:
        return _clarify([one for one in candidates if one.named])
    if not _is_meant(best):
        best = next((one for one in candidates if _is_meant(one) and one.score >= ALIKE * best.score), best)
    best = prefer_listing(best, [one for one in candidates if _is_meant(one)], intents=intents, day=day)
    foreign = _is_foreign(best, strange=strange, asks=asks) and not _is_told_by_name(best, candidates)
    if foreign or not _is_meant(best) or not _is_known(best):
        return ServiceChoice(card=None, alternatives=services[:ALTERNATIVES], state=AnswerState.NO_SERVICE)
    rivals = [one for one in candidates if _is_rival(one, best)] if _is_bare(best) else []
    if any(not same_answer(best.card, one.card, intents=intents, day=day) for one in rivals[1:]):
        return _clarify(rivals)
    others = tuple(service for service in services if service.id != best.service.id)
    return ServiceChoice(card=best.card, alternatives=others[:ALTERNATIVES])


def _is_meant(one: Candidate) -> bool:
    return not one.alien and (bool(one.named) or one.own >= MEANT)


def _is_known(one: Candidate) -> bool:
    return one.full >= SURE * (1 - one.familiarity()) * (one.units + STORY)


def _choose_without_topic(candidates: Sequence[Candidate], services: tuple[Service, ...]) -> ServiceChoice:
    """«Переоформление лицензии сколько дней?» fits every licence; words that no card knows fit none, and «жеке
    куәлікті ауыстыру» the one whose name has the phrase."""
    rivals = [one for one in candidates if one.known and _is_rival(one, candidates[0])]
    if len(rivals) > 1:
        return _clarify(rivals)
    if rivals and rivals[0].phrased:
        return ServiceChoice(card=rivals[0].card, alternatives=services[1:][:ALTERNATIVES])
    return ServiceChoice(card=None, alternatives=services[:ALTERNATIVES], state=AnswerState.CLARIFY)


def _is_foreign(best: Candidate, *, strange: float, asks: bool) -> bool:
    """Whether the best service knows but an everyday word of what is named: «сколько живут кошки?»."""
    if len(best.named) >= HALF * best.units or len(best.known) > HALF * best.units:
        return False
    bar = max(FOREIGN if strange >= STRANGE else 0.0, 0.0 if asks else IDLE)
    return best.own < bar * min(best.units, COUNTED)


def _is_told_by_name(best: Candidate, candidates: Sequence[Candidate]) -> bool:
    """Whether a word of the question stands in the name of the best service and in those of few others."""
    return any(sum(unit in one.named for one in candidates) <= RARE for unit in best.named)


def _is_bare(best: Candidate) -> bool:
    """Whether the question names one or two things only, and the service knows them all: «сколько стоит апостиль?»."""
    return best.units <= BARE and len(best.known) == best.units


def _is_rival(one: Candidate, best: Candidate) -> bool:
    return one.score >= ALIKE * best.score and best.known <= one.known and best.papers <= one.papers


def _clarify(rivals: Sequence[Candidate]) -> ServiceChoice:
    chosen = tuple(one.service for one in rivals[:MOST_CHOICES])
    return ServiceChoice(card=None, alternatives=chosen[:ALTERNATIVES], state=AnswerState.CLARIFY, rivals=chosen)
