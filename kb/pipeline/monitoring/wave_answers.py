"""The answers of waves by the services that the registry knows today."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal

from kb.model import Service
from kb.model.monitoring import Answers
from kb.monitoring import (
    BadMarks,
    CoefficientKind,
    Coefficients,
    Group,
    Measure,
    Pooled,
    Rating,
    Selection,
    WaveStore,
    pool_answers,
    rate,
    service_answers,
    wave_keys,
)
from kb.monitoring.measures import pool
from kb.store import Store


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """Which answers count, as people ask for it: `service` is any id that the service was ever known by,
    `among` are ids of today of services."""

    service: str | None = None
    among: frozenset[str] | None = None
    body: str | None = None
    region: str | None = None
    channel: str | None = None


ALL = Chosen()
OVERALL = "satisfaction"


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveAnswers:
    """Reads answers; the rows of a wave under former ids of a service count as rows of the service.

    A wave keeps the ids that it was imported with; services are joined and renamed after it.
    """

    waves: WaveStore
    store: Store = field(repr=False)

    def service(self, name: str) -> Service | None:
        """The service of the registry that goes by any of its ids, None where there is none."""
        with self.store.read() as base:
            return base.service(name)

    def known_ids(self) -> frozenset[str]:
        """Every id that a service of the registry was ever known by."""
        with self.store.read() as base:
            return frozenset(name for name, service in base.service_ids() if service is not None)

    def current_ids(self, names: Iterable[str]) -> Mapping[str, str]:
        """The id of today by each id; an id that the registry does not know stays as it is."""
        with self.store.read() as base:
            found = {name: base.service(name) for name in names}
        return {name: service.id if service else name for name, service in found.items()}

    def under_current_ids(self, coefficients: Coefficients) -> Coefficients:
        """The coefficients by the ids of today; raises BadMarks where two ids of one service have different ones."""
        by_kind: dict[CoefficientKind, dict[str, Decimal]] = {}
        for kind, given in coefficients.by_kind.items():
            current = self.current_ids(given)
            own = by_kind.setdefault(kind, {})
            for name, number in given.items():
                if own.setdefault(current[name], number) != number:
                    raise BadMarks([f"{name} is the service {current[name]} today, which has another {kind.value}"])
        return Coefficients(by_kind=by_kind, source=coefficients.source)

    def selection(self, wave: str, chosen: Chosen) -> Selection:
        """What of a wave is chosen; a service by all ids that the wave has of it."""
        services = None
        if chosen.service is not None:
            own = self.current_ids((chosen.service,))[chosen.service]
            current = self.current_ids(wave_keys(self.waves, wave, Group.SERVICE))
            services = frozenset(name for name, known in current.items() if known == own)
        if chosen.among is not None:
            current = self.current_ids(wave_keys(self.waves, wave, Group.SERVICE))
            among = frozenset(name for name, known in current.items() if known in chosen.among)
            services = among if services is None else services & among
        return Selection(services=services, body=chosen.body, region=chosen.region, channel=chosen.channel)

    def pooled(self, wave: str, group: Group, question: str, chosen: Chosen = ALL) -> Pooled:
        """The answers to a question by group; raises UnknownWave, MonitoringError for an unknown question,
        NothingAnswered where nobody was asked it so."""
        selection = self.selection(wave, chosen)
        found = pool_answers(self.waves, wave, group, question, selection)
        match group:
            case Group.SERVICE:
                return Pooled(groups=self._joined(found.groups), services=found.services, nameless=found.nameless)
            case Group.BODY if self._has_joined(wave):
                services = self.by_service(wave, group, question, chosen)
                counts = {key: len(services.get(key, ())) for key in found.services}
                return Pooled(groups=found.groups, services=counts, nameless=found.nameless)
        return found

    def rating(
        self,
        wave: str,
        by: Group,
        *,
        measure: Measure = Measure.SATISFACTION,
        question: str = OVERALL,
        chosen: Chosen = ALL,
        best_two: bool = False,
        least: int = 0,
    ) -> Rating:
        """The keys of a wave in the order of a measure; raises as `pooled`, and NothingAnswered for answers that are no
        marks."""
        pooled = self.pooled(wave, by, question, chosen)
        counted = pooled.services if by is Group.BODY else None
        return rate(pooled.groups, measure=measure, best_two=best_two, least=least, services=counted)

    def by_service(
        self, wave: str, group: Group, question: str, chosen: Chosen = ALL
    ) -> Mapping[str, Mapping[str, Answers]]:
        """The answers to a question by group, of each service apart, under the ids of today."""
        found = service_answers(self.waves, wave, group, question, self.selection(wave, chosen))
        current = self.current_ids({name for own in found.values() for name in own})
        told: dict[str, dict[str, list[Answers]]] = {}
        for key, own in found.items():
            for name, answers in own.items():
                group_key = current[key] if group is Group.SERVICE else key
                told.setdefault(group_key, {}).setdefault(current[name], []).append(answers)
        return {key: {name: pool(parts) for name, parts in own.items()} for key, own in sorted(told.items())}

    def _has_joined(self, wave: str) -> bool:
        """Whether a wave has one service under two ids: only then one more pass over it is needed."""
        current = self.current_ids(wave_keys(self.waves, wave, Group.SERVICE))
        return len(set(current.values())) < len(current)

    def _joined(self, groups: Mapping[str, Answers]) -> Mapping[str, Answers]:
        current = self.current_ids(groups)
        parts: dict[str, list[Answers]] = {}
        for key, own in groups.items():
            parts.setdefault(current[key], []).append(own)
        return {key: own[0] if len(own) == 1 else pool(own) for key, own in sorted(parts.items())}
