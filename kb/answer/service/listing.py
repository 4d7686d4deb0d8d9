"""The service that lists documents, where a question asks for them."""

from collections.abc import Sequence
from datetime import date

from kb.answer.documents.texts import listed_documents
from kb.answer.service.candidates import Candidate
from kb.model import Intent
from kb.resolve import statements_on

# Of the best score: a service without a list gives way to one that has one and scores so much, where that one knows as
# much of the question by its name, or MORE things by its texts. F1 over items with the service found, 92 questions of
# tests/labels/consultant/documents.jsonl: 0.785 without the rule, 0.796 with it, 0.809 at 0.7 and 0.811 at 0.5 where
# nothing need be known – but then 3 of 186 own labels go to another service, with it one.
LISTS = 0.5
MORE = 2


def prefer_listing(
    best: Candidate, candidates: Sequence[Candidate], *, intents: Sequence[Intent], day: date
) -> Candidate:
    """The candidate that answers: the `best` one; for a question on documents of which its texts list none, the first
    of the others that lists some and is nearly as likely meant."""
    if intents[:1] != (Intent.DOCUMENTS,) or lists_documents(best, day):
        return best
    near = (one for one in candidates if one.score >= LISTS * best.score and _knows_as_much(one, best))
    return next((one for one in near if lists_documents(one, day)), best)


def _knows_as_much(one: Candidate, best: Candidate) -> bool:
    """By its name as much of the question as the best one, or by its texts all of that and much more."""
    return best.named <= one.named or (best.known <= one.known and len(one.known) >= len(best.known) + MORE)


def lists_documents(candidate: Candidate, day: date) -> bool:
    """Whether rules of the service list documents on the day."""
    return bool(listed_documents(statements_on(candidate.card.statements, day)))
