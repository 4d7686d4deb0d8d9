"""The reply of a card to a question, with what the test knows of the question."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from kb.answer.asking import Claim
from kb.answer.calculators.text_rules import TextRules
from kb.answer.question import Question
from kb.answer.reading.understanding import read_asking
from kb.answer.replies import reply_from_card
from kb.answer.reply import Reply
from kb.answer.sheet import NO_TEXTS, Sheet
from kb.model import Card, Evidence, Finding, Intent, Language
from kb.resolve import compare_forces, rule_statements

DAY = date(2017, 10, 1)


def reply(
    card: Card,
    text: str,
    *,
    day: date = DAY,
    language: Language | None = None,
    claim: Claim | None = None,
    intents: tuple[Intent, ...] = (),
    findings: Sequence[Finding] = (),
    passages: Sequence[Evidence] = (),
    texts: TextRules = NO_TEXTS,
) -> Reply:
    """The reply on the day; `claim` and `intents` stand in for what is read of the text."""
    asking = read_asking(Question(text=text, as_of=day, language=language), put_right=lambda words: words)
    asking = replace(asking, claim=claim, intents=intents or asking.intents, day=day)
    sheet = Sheet(
        card=card,
        rulings=rule_statements(card.statements, day, force=compare_forces({}, day)),
        passages=lambda _: passages,
        texts=texts,
    )
    return reply_from_card(asking, sheet, findings=findings)


def plain(text: str) -> str:
    """The text with usual blanks."""
    return text.replace("\N{NO-BREAK SPACE}", " ")


def lines(told: Reply) -> list[int]:
    """The lines that are cited, in order."""
    return [evidence.line for evidence in told.citations]
