"""From a question to a cited answer."""

import time
from collections.abc import Callable, Collection, Sequence
from datetime import date

from kb.answer.calculators.text_rules import TextRules
from kb.answer.errors import AnswerError
from kb.answer.question import Found, Question
from kb.answer.replies import reply_from_card
from kb.answer.reply_without_card import reply_without_card
from kb.answer.sheet import NO_TEXTS, Sheet, no_passages
from kb.answer.subject import find_subject
from kb.model import Answer, Card, Evidence, Finding, Language, Statement
from kb.resolve import Ruling
from kb.text import put_right as put_right_script


def answer_question(
    question: Question,
    *,
    find: Callable[[str, Language], Sequence[Found]],
    card: Callable[[str], Card],
    rule: Callable[[Card, date], Sequence[Ruling]],
    findings: Callable[[str], Sequence[Finding]],
    passages: Callable[[Sequence[Statement]], Sequence[Evidence]] = no_passages,
    texts: TextRules = NO_TEXTS,
    put_right: Callable[[str], str] = put_right_script,
    known: Callable[[Collection[str]], Collection[str]] = set,
    clock: Callable[[], float] = time.perf_counter,
) -> Answer:
    """The answer to a question from the statements of one service.

    `find` gives candidate services for words, best first; `card` gives a service's statements by id, `rule` a ruling of
    each on a day, `findings` the contradictions of a service by id, `passages` the paragraphs that statements stand in,
    `texts` what they say of how terms are counted; `put_right` gives the question as it was meant (keyboard, script,
    spelling), `known` those of words that the base has in any form. `clock` gives seconds and is read twice, for
    `took_ms`. Raises AnswerError for an empty question.
    """
    started = clock()
    if not question.text.strip():
        raise AnswerError("the question is empty; ask in words, for example what a service costs")
    subject = find_subject(question, find=find, card=card, put_right=put_right, known=known)
    asking, choice = subject.asking, subject.choice
    if choice.card is None:
        reply = reply_without_card(question, subject)
    else:
        sheet = Sheet(card=choice.card, rulings=tuple(rule(choice.card, asking.day)), passages=passages, texts=texts)
        reply = reply_from_card(asking, sheet, findings=findings(choice.card.service.id))
    return Answer(
        id=question.id,
        q=question.text,
        lang=asking.language,
        state=reply.state,
        intent=asking.intents[0],
        service=choice.card.service if choice.card else None,
        answer=reply.text,
        read_aloud=reply.aloud,
        values=reply.values,
        citations=reply.citations,
        alternatives=choice.alternatives,
        as_of=asking.day,
        intents=asking.intents,
        yes_no=reply.yes_no,
        choices=reply.choices,
        findings=reply.findings,
        due=reply.due,
        quoted=reply.quoted,
        took_ms=(clock() - started) * 1000,
    )
