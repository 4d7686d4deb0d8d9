"""Asking the cards that are written by hand."""

from collections.abc import Callable
from datetime import date

from kb.answer import Found, Question, answer_question
from kb.model import Answer, Card, Language
from kb.resolve import Ruling, compare_forces, rule_statements

DAY = date(2017, 10, 1)
Ask = Callable[..., Answer]


def ruled(card: Card, day: date) -> tuple[Ruling, ...]:
    return rule_statements(card.statements, day, force=compare_forces({}, day))


def ask(card: Card, text: str, *, day: date = DAY, language: Language | None = None) -> Answer:
    ticks = iter((5.0, 5.25))
    return answer_question(
        Question(text=text, as_of=day, language=language, id="q1"),
        find=lambda _text, _language: [Found(service=card.service, score=75.0)],
        card={card.service.id: card}.__getitem__,
        rule=ruled,
        findings=lambda _service: (),
        clock=lambda: next(ticks),
    )


def plain(text: str) -> str:
    return text.replace("\N{NO-BREAK SPACE}", " ")


def lines(answer: Answer) -> list[int]:
    return [evidence.line for evidence in answer.citations]
