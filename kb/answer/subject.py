"""What a question is about: read, with its conversation, and the service that is meant."""

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace

from kb.answer.asking import Asking
from kb.answer.days.filing_day import read_filing_day
from kb.answer.halt import Halt
from kb.answer.question import Found, Question
from kb.answer.reading.follow_up import goes_on, join_question, last_service
from kb.answer.reading.foreign_text import is_foreign
from kb.answer.reading.named_words import read_beside_name
from kb.answer.reading.understanding import read_asking
from kb.answer.service.candidates import Candidate, weigh_candidates
from kb.answer.service.choice import ServiceChoice, choose_service
from kb.model import AnswerState, Card, Language
from kb.text import put_right as put_right_script


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A question as it is understood and the service chosen for it."""

    asking: Asking
    choice: ServiceChoice


def find_subject(
    question: Question,
    *,
    find: Callable[[str, Language], Sequence[Found]],
    card: Callable[[str], Card],
    put_right: Callable[[str], str],
    known: Callable[[Collection[str]], Collection[str]],
) -> Subject:
    """The subject of a question: the service that the caller chose, else the one spoken of before where the question
    goes on from it, else the best one for its words. `known` gives those of words that the base has in any form."""
    asking = read_asking(question, put_right=put_right)
    if asking.halt is None and is_foreign(question.text, put_right_script(question.text), known):
        asking = replace(asking, halt=Halt(state=AnswerState.CLARIFY, phrase="clarify_language"))
    if asking.halt:
        return Subject(asking=asking, choice=ServiceChoice(card=None, state=asking.halt.state))
    spoken_of = last_service(question.before)
    if question.service:
        joined = _join(question, asking, put_right=put_right) if spoken_of == question.service else asking
        return Subject(asking=joined, choice=ServiceChoice(card=card(question.service)))
    candidates = _weigh(question, asking, find=find, card=card) if asking.reading.topic.items else ()
    if spoken_of and goes_on(asking, candidates, service=spoken_of):
        joined = _join(question, asking, put_right=put_right)
        return Subject(asking=joined, choice=ServiceChoice(card=card(spoken_of)))
    if not asking.reading.topic.items:  # «тегін бе?»: nothing that a service could be told by
        return Subject(asking=asking, choice=ServiceChoice(card=None, state=AnswerState.CLARIFY))
    own = any(topic.own for topic in asking.topics)
    choice = choose_service(
        candidates,
        own=own,
        kinds=any(topic.kinds for topic in asking.topics),
        strange=asking.topics[0].strange(known),
        asks=bool(asking.reading.scores),
        intents=asking.intents,
        day=asking.day,
    )
    return Subject(asking=read_beside_name(asking, choice.card.service) if choice.card else asking, choice=choice)


def _join(question: Question, asking: Asking, *, put_right: Callable[[str], str]) -> Asking:
    """A follow-up with what it takes over from the questions before, the day of filing too."""
    joined = join_question(asking, question.before, put_right=put_right)
    earlier = "\n".join(put_right_script(one.text) for one in reversed(question.before))
    filing = read_filing_day(put_right_script(question.text), asked_on=question.as_of, before=earlier)
    if filing is None or (asking.filing and not asking.filing.supposed):
        return joined
    return replace(joined, filing=filing, day=joined.day if filing.supposed else filing.day)


def _weigh(
    question: Question,
    asking: Asking,
    *,
    find: Callable[[str, Language], Sequence[Found]],
    card: Callable[[str], Card],
) -> tuple[Candidate, ...]:
    typed = asking.topics[0]
    own = find(typed.text, asking.language) if typed.own else ()
    return weigh_candidates(
        find(question.text, asking.language), own, topics=asking.topics, day=question.as_of, card=card
    )
