"""What `Registry.practice` gives."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import groupby
from operator import itemgetter

from kb.model import Card, Service, Statement
from kb.model.recommendation import RecommendationFilter
from kb.pipeline.cards import decided_statements
from kb.pipeline.errors import NothingBuilt
from kb.pipeline.home import Home
from kb.pipeline.monitored import open_waves
from kb.pipeline.practice.burden import COUNTED, Burden, weigh_burdens
from kb.pipeline.practice.live_marks import LiveMarks
from kb.pipeline.practice.live_wave import LiveWaves
from kb.pipeline.practice.quotes import Quotes
from kb.pipeline.practice.recommendations import Recommendations
from kb.pipeline.practice.service_practice import ServicePractice, asked_people, channel_points, hold_topics
from kb.pipeline.practice.wave_tables import WaveTables
from kb.resolve import Ruling
from kb.store import Reader, Store

Stated = Iterator[tuple[Service, list[Statement]]]
MOST_SHOWN = 50  # recommendations on one service; the tracker has all


class Practice:
    """Recommendations, marks given here and now with the waves they become, quotes, and a service's practice beside its
    promise; `days` is how long words beside marks are kept."""

    def __init__(self, home: Home, store: Store, *, today: Callable[[], date], days: int) -> None:
        self._store = store
        self.recommendations = Recommendations(store, today=today)
        self.live = LiveMarks(store, days=days)
        self.live_waves = LiveWaves(store, open_waves(home), self.live)
        self.quotes = Quotes(store)
        self._burdens: tuple[tuple[int, str, int, date], tuple[Burden, ...]] | None = None
        self._tables = WaveTables(open_waves(home), refresh=self.live_waves.refresh)

    def burdens(self, day: date) -> tuple[Burden, ...]:
        """The burden of every service that lists documents on the day, the heaviest first; raises NothingBuilt."""
        with self._store.read() as base:
            build = base.build()
            if build is None:
                raise NothingBuilt("nothing was built yet; bring documents with 'kb import FILE…', then 'kb build'")
            state = (build.id, build.finished_at, base.decision_count(), day)
            held = self._burdens
            if held is not None and held[0] == state:
                return held[1]
            found = weigh_burdens(_stated(base), day)
        self._burdens = (state, found)
        return found

    def of_service(self, card: Card, rulings: Sequence[Ruling], *, day: date) -> ServicePractice:
        """What the card promises on a day (`rulings` of its statements then) beside what was told and measured."""
        service = card.service
        names = frozenset((service.id, *service.ids))
        with self._store.read() as base:
            remarks = tuple(remark for remark, _ in base.remarks(service=service.id))
            quotes = base.quotes_of(names)
            recommendations = base.recommendations(RecommendationFilter(service=service.id), limit=MOST_SHOWN)
        tables = self._tables.all()
        return ServicePractice(
            service=service,
            day=day,
            topics=hold_topics(rulings, remarks, tables, names),
            channels=channel_points(tables, names),
            survey=card.survey,
            people=asked_people(card.survey, remarks),
            quotes=quotes,
            recommendations=recommendations,
        )


def _stated(base: Reader) -> Stated:
    """The statements that a burden is counted from, service by service."""
    for name, mine in groupby(decided_statements(base), key=itemgetter(1)):
        service = base.service(name)
        counted = [one for one, _ in mine if one.attribute in COUNTED]
        if service is not None:
            yield service, counted
