"""The waves of public monitoring, as pages, commands and the API read them."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal

from kb.model.monitoring import Wave
from kb.monitoring import (
    Coefficients,
    CountedRow,
    Group,
    Measure,
    Pooled,
    Rating,
    Recomputation,
    WeightedRating,
    answer_pairs,
    counted_rows,
    question_kinds,
    require_comparable,
    wave_keys,
    wave_questions,
    weigh,
)
from kb.monitoring.live import require_same_asking
from kb.pipeline.home import Home
from kb.pipeline.monitored import FollowingWaves, open_waves
from kb.pipeline.monitoring.recomputed import RecomputedReports
from kb.pipeline.monitoring.row_names import RowNames
from kb.pipeline.monitoring.tables import (
    AdviceRow,
    AspectTable,
    ChannelTable,
    TensionRow,
    Trend,
)
from kb.pipeline.monitoring.tabulating import advice_rows, aspect_table, channel_table, tension_rows
from kb.pipeline.monitoring.trends import trend_of
from kb.pipeline.monitoring.wave_answers import ALL, OVERALL, Chosen, WaveAnswers
from kb.store import Store


class Monitoring:
    """What `Registry.monitoring` gives: all is computed from the counts of a wave when it is asked for.

    `service` in filters and keys is any id that the service was ever known by; rows have the id of today. Raises
    UnknownWave, NothingAnswered where the wave does not have such answers, MonitoringError for an unknown question.
    """

    def __init__(self, home: Home, store: Store, *, refresh: Callable[[], None] = lambda: None) -> None:
        self._waves = FollowingWaves(open_waves(home).folder, refresh)
        self._answers = WaveAnswers(waves=self._waves, store=store)
        self._reports = RecomputedReports(home=home)

    def waves(self) -> tuple[Wave, ...]:
        """The heads of all waves, the newest first."""
        found = [self._waves.wave(name) for name in self._waves.ids()]
        return tuple(sorted(found, key=lambda one: (one.since, one.until, one.id), reverse=True))

    def wave(self, wave: str) -> Wave:
        """The head of a wave."""
        return self._waves.wave(wave)

    def known_services(self) -> frozenset[str]:
        """Every id that services of the registry were ever known by: what an import may name."""
        return self._answers.known_ids()

    def names(self, wave: str) -> RowNames:
        """What the keys of a wave are called: `names(group, key, language)`."""
        return RowNames(self.wave(wave), self._answers.service)

    def keys(self, wave: str, by: Group) -> tuple[str, ...]:
        """The keys that a wave has rows of, sorted; services by their ids of today."""
        found = wave_keys(self._waves, wave, by)
        return tuple(sorted(set(self._answers.current_ids(found).values()))) if by is Group.SERVICE else found

    def has_service(self, wave: str, name: str) -> bool:
        """Whether a wave asked about the service of this id, under whichever of its ids."""
        return bool(self._answers.selection(wave, Chosen(service=name)).services)

    def questions(self, wave: str) -> Mapping[str, int]:
        """How many people each question of a wave was put to, by its code, in the order of kb/monitoring/data."""
        asked = wave_questions(self._waves, wave)
        return {code: asked[code] for code in question_kinds() if code in asked}

    def pooled(self, wave: str, by: Group, question: str = OVERALL, chosen: Chosen = ALL) -> Pooled:
        """The counts behind a figure: answers to a question by key."""
        return self._answers.pooled(wave, by, question, chosen)

    def pairs(self, wave: str, one: str, other: str) -> Mapping[tuple[Decimal, Decimal], int]:
        """How many people gave which two answers to two questions; raises NothingAnswered for a wave of counts."""
        return answer_pairs(self._waves, wave, one, other)

    def rating(
        self,
        wave: str,
        by: Group = Group.SERVICE,
        *,
        measure: Measure = Measure.SATISFACTION,
        question: str = OVERALL,
        chosen: Chosen = ALL,
        best_two: bool = False,
        least: int = 0,
    ) -> Rating:
        """Services, bodies, regions or channels in the order of a measure; see `kb.monitoring.rate`."""
        return self._answers.rating(
            wave, by, measure=measure, question=question, chosen=chosen, best_two=best_two, least=least
        )

    def weighted(
        self,
        wave: str,
        by: Group,
        coefficients: Coefficients,
        *,
        measure: Measure = Measure.SATISFACTION,
        question: str = OVERALL,
        chosen: Chosen = ALL,
        best_two: bool = False,
        least: int = 0,
    ) -> WeightedRating:
        """The rating with coefficients of demand and complexity, whose services go by any of their ids; see
        `kb.monitoring.weigh`."""
        rating = self.rating(
            wave, by, measure=measure, question=question, chosen=chosen, best_two=best_two, least=least
        )
        answers = self._answers.by_service(wave, by, question, chosen)
        return weigh(rating, answers, self._answers.under_current_ids(coefficients), by=by, best_two=best_two)

    def shared_services(self, one: str, other: str, *, common: bool = False) -> frozenset[str]:
        """The services that both waves asked about; raises NotComparable where they differ, unless those in `common`
        are enough, and for live marks against a survey."""
        require_same_asking(self.wave(one), self.wave(other))
        first, second = (frozenset(self.keys(wave, Group.SERVICE)) for wave in (one, other))
        if not common:
            require_comparable(first, second)
        return first & second

    def aspects(
        self, wave: str, by: Group = Group.BODY, *, measure: Measure = Measure.SATISFACTION, chosen: Chosen = ALL
    ) -> AspectTable:
        """Every key by every aspect that the wave asked about."""
        return aspect_table(self._answers, wave, by, measure=measure, chosen=chosen)

    def channels(
        self, wave: str, by: Group = Group.BODY, *, measure: Measure = Measure.SATISFACTION, question: str = OVERALL
    ) -> ChannelTable:
        """Every key by every channel, and how far the State Corporation and the bodies' own offices are apart."""
        return channel_table(self._answers, wave, by, measure=measure, question=question)

    def tension(self, wave: str, by: Group = Group.BODY, *, chosen: Chosen = ALL) -> tuple[TensionRow, ...]:
        """The index of social tension with the counts of its five indicators, the highest first."""
        return tension_rows(self._answers, wave, by, chosen)

    def advice(self, wave: str, by: Group = Group.SERVICE, *, chosen: Chosen = ALL) -> tuple[AdviceRow, ...]:
        """Tests of operators' advice by key, in all and by theme; raises NothingAnswered where the wave has none."""
        return advice_rows(self._answers, wave, by, chosen)

    def trend(self, by: Group, key: str, *, measure: Measure = Measure.SATISFACTION, question: str = OVERALL) -> Trend:
        """One key over all waves that have it, the oldest first; points that cannot be compared say why."""
        return trend_of(self._answers, self.waves(), by, key, measure=measure, question=question)

    def recomputed(self, document: str) -> Recomputation:
        """The printed figures of a document of the archive computed anew; raises UnknownName, MonitoringError."""
        return self._reports.of(document)

    def wave_export(self, wave: str) -> Iterator[CountedRow]:
        """All counts of a wave in a fixed order, without respondents: what people gave, not who."""
        return counted_rows(self._waves, wave)
