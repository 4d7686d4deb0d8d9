"""Which of the likely services a question on documents is answered for; the services are invented."""

from datetime import date

import pytest

from kb.answer.service.candidates import Candidate
from kb.answer.service.listing import prefer_listing
from kb.model import Attribute, Card, Intent, RequiredDocument, Statement
from tests.unit.answer.conftest import service, state

DAY = date(2017, 10, 1)
PAPER = state("mon2017-92", Attribute.DOCUMENT, RequiredDocument(text="өтініш"), 4, "өтініш")


def candidate(number: int, *statements: Statement, score: float, named: set[int], told: set[int]) -> Candidate:
    key = f"mon2017-{number}"
    return Candidate(
        card=Card(service=service(key, "Омарта паспортын беру"), statements=statements, gaps=(), survey=()),
        score=score,
        own=20.0,
        named=frozenset(named),
        told=frozenset(told),
        units=4,
        papers=frozenset(),
    )


BEST = candidate(91, score=100.0, named={0}, told={0})


@pytest.mark.parametrize(
    ("other", "wins"),
    [
        (candidate(92, PAPER, score=60.0, named={0}, told=set()), True),
        (candidate(92, PAPER, score=40.0, named={0}, told=set()), False),  # far less likely
        (candidate(92, score=60.0, named={0}, told=set()), False),  # lists nothing either
        (candidate(92, PAPER, score=60.0, named={1}, told={0}), False),  # its name lacks what the other's has
        (candidate(92, PAPER, score=60.0, named=set(), told={0, 1, 2}), True),  # and knows much more of the question
        (candidate(92, PAPER, score=60.0, named=set(), told={1, 2, 3}), False),  # of other things
    ],
)
def test_a_service_that_lists_documents_wins_where_it_is_nearly_as_likely(other: Candidate, wins: bool) -> None:
    chosen = prefer_listing(BEST, [BEST, other], intents=(Intent.DOCUMENTS,), day=DAY)
    assert (chosen is other) == wins


def test_other_questions_and_services_with_a_list_stay_with_the_best() -> None:
    other = candidate(92, PAPER, score=90.0, named={0}, told={1, 2})
    listing = candidate(91, PAPER, score=100.0, named={0}, told={0})
    assert prefer_listing(BEST, [BEST, other], intents=(Intent.FEE, Intent.DOCUMENTS), day=DAY) is BEST
    assert prefer_listing(listing, [listing, other], intents=(Intent.DOCUMENTS,), day=DAY) is listing
