"""Parts of a registry in which nothing was kept, asked or found."""

from kb.model import FindingVerdict
from kb.pipeline import FindingCounts
from kb.pipeline.practice.service_practice import ServicePractice, hold_topics


class NoLog:
    """A query log that keeps nothing."""

    days = lost = 0

    def note(self, _result, **_told):
        return None

    def note_question(self, _answer, **_told):
        return None


class NoPractice:
    """A base in which nobody was asked anything."""

    def of_service(self, card, rulings, *, day):
        topics = hold_topics(rulings, (), (), frozenset())
        return ServicePractice(
            service=card.service,
            day=day,
            topics=topics,
            channels=(),
            survey=card.survey,
            people={},
            quotes=(),
            recommendations=(),
        )


class NoFindings:
    """A base in which nothing contradicts anything."""

    def counts(self, _conditions=None):
        none = dict.fromkeys((one.value for one in FindingVerdict), 0)
        return FindingCounts(
            found=0,
            fixed=0,
            verdicts=none,
            kinds={},
            services={},
            bodies={},
            severities={},
            editions={"current": 0, "past": 0},
        )
