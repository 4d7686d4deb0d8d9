"""From a question to a cited answer."""

import time
from collections.abc import Callable, Sequence
from dataclasses import replace

from kb.answer.errors import AnswerError
from kb.answer.question import Found, Question
from kb.answer.replies import Reply, reply_from_card
from kb.answer.service_choice import choose_service
from kb.answer.wording import say
from kb.model import Answer, AnswerState, Card, Language
from kb.search.question_reading import read_question
from kb.text import identify_language
from kb.text import put_right as put_right_script


def answer_question(
    question: Question,
    *,
    find: Callable[[str, Language], Sequence[Found]],
    card: Callable[[str], Card],
    put_right: Callable[[str], str] = put_right_script,
    clock: Callable[[], float] = time.perf_counter,
) -> Answer:
    """The answer to a question from the statements of one service.

    `find` gives candidate services for words, best first; `card` gives a service's statements by id; `put_right` gives
    the question as it was meant (keyboard, script, spelling).
    `clock` gives seconds and is read twice, for `took_ms`. Raises AnswerError for an empty question.
    """
    started = clock()
    if not question.text.strip():
        raise AnswerError("the question is empty; ask in words, for example what a service costs")
    asked = replace(question, text=put_right(question.text))
    language = _language(asked)
    reading = read_question(asked.text)
    choice = choose_service(find(question.text, language), topic=reading.topic, card=card)
    if choice.card is None:
        text = say("no_service", language)
        reply = Reply(state=AnswerState.NO_SERVICE, text=text, aloud=text)
    else:
        reply = reply_from_card(asked, reading, choice.card, language)
    return Answer(
        id=question.id,
        q=question.text,
        lang=language,
        state=reply.state,
        intent=reading.intent,
        service=choice.card.service if choice.card else None,
        answer=reply.text,
        read_aloud=reply.aloud,
        values=reply.values,
        citations=reply.citations,
        alternatives=choice.alternatives,
        as_of=question.as_of,
        took_ms=(clock() - started) * 1000,
    )


def _language(question: Question) -> Language:
    """Kazakh or Russian; texts in neither are answered in Kazakh, the language that the base speaks first."""
    language = question.language or identify_language(question.text)
    return Language.RU if language is Language.RU else Language.KK
