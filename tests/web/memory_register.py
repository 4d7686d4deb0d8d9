"""Two editions of an invented register, with a year between them that has none."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from kb.model import Language, RegisterText, Service, ServiceState
from tests.web.memory_texts import KITE, NEST, SERVICES

FIRST, SECOND = date(2024, 4, 2), date(2026, 2, 3)
NEST_THEN = replace(NEST, automation="paper", one_stop=False, paid=True)
NEST_NOW = replace(NEST, automation="electronic_full", one_stop=True, paid=False)
KITE_NOW = replace(KITE, automation="paper", one_stop=False, paid=True)


class MemoryReader:
    """What the catalogue asks of a base."""

    def each_service(self) -> Iterator[Service]:
        return iter(SERVICES)

    def register_texts(self) -> tuple[RegisterText, ...]:
        return tuple(
            RegisterText(snapshot=f"sha256:{place}", language=Language.KK, edition=day, taken_on=SECOND)
            for place, day in enumerate((FIRST, SECOND))
        )

    def service_states(self, *, day: date) -> Iterator[ServiceState]:
        states = (
            ServiceState(since=FIRST, until=SECOND, service=NEST_THEN),
            ServiceState(since=SECOND, until=None, service=NEST_NOW),
            ServiceState(since=SECOND, until=None, service=KITE_NOW),
        )
        return (one for one in states if one.since <= day and (one.until is None or day < one.until))
