"""What the base holds of a service, put together: its card, and everything with the service that it is told of."""

from collections.abc import Iterable, Iterator
from itertools import groupby
from operator import itemgetter
from typing import TypeVar

from kb.model import Card, Service, Statement, SurveyRow, apply_decisions
from kb.pipeline.errors import UnknownName
from kb.store import Reader

Told = TypeVar("Told", Statement, SurveyRow)


def with_services(base: Reader, found: Iterable[tuple[Told, str]]) -> Iterator[tuple[Told, Service]]:
    """What is told by service, with the services: one of them is in memory at a time."""
    for name, mine in groupby(found, key=itemgetter(1)):
        service = base.service(name)
        if service is None:
            raise UnknownName(f"no service {name!r} in this base, although it is stated of; run 'kb build --full'")
        for one, _ in mine:
            yield one, service


def decided_statements(base: Reader) -> Iterator[tuple[Statement, str]]:
    """All statements as people decided on them, with the ids of their services, in the order of the base."""
    if not base.decision_count():
        yield from base.statements()
        return
    for name, mine in groupby(base.statements(), key=itemgetter(1)):
        decided = apply_decisions([one for one, _ in mine], base.statement_decisions(name))
        yield from ((one, name) for one in decided.statements)


def read_card(base: Reader, name: str) -> Card:
    """A service by any of its ids with all that is stated of it, as people decided; raises UnknownName."""
    service = base.service(name)
    if service is None:
        raise UnknownName(f"no service {name!r} in this base; see kb services")
    decided = apply_decisions(
        [one for one, _ in base.statements(service=service.id)], base.statement_decisions(service.id)
    )
    corrected = {one.evidence for one in decided.statements if one.id in decided.decisions}
    return Card(
        service=service,
        statements=decided.statements,
        gaps=tuple(one for one, _ in base.gaps(service=service.id) if one.evidence not in corrected),
        survey=tuple(one for one, _ in base.survey(service=service.id)),
        decisions=decided.decisions,
        rejected=decided.rejected,
        names={
            one.evidence.document: printed
            for one in base.mentions(service=service.id)
            if (printed := one.name_kk or one.name_ru)
        },
    )
