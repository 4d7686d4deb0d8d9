"""The built base, opened for reading."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime

from indexes.weights import Weights
from kb.answer import Asked, Question
from kb.collect import CollectError
from kb.model import Answer, Card, Clause, Document, Issue, Language, Service, Snapshot, Statement, SurveyRow
from kb.pipeline.access import Access
from kb.pipeline.act_record import read_act
from kb.pipeline.acts import Acts
from kb.pipeline.asking import ask_consultant
from kb.pipeline.calculating import Calculators
from kb.pipeline.cards import decided_statements, with_services
from kb.pipeline.catalogue import Catalogue
from kb.pipeline.checklists import Checklists
from kb.pipeline.curation import Curation
from kb.pipeline.errors import BadCursor, NothingBuilt, UnknownName
from kb.pipeline.evaluations import Evaluations
from kb.pipeline.feedback import Feedback
from kb.pipeline.findings import Findings
from kb.pipeline.home import Home
from kb.pipeline.impact import Impacts
from kb.pipeline.monitoring import Monitoring
from kb.pipeline.mystery import Mystery
from kb.pipeline.overlaps import Overlaps
from kb.pipeline.practice.practice import Practice
from kb.pipeline.query_log import KEPT_DAYS, QueryLog
from kb.pipeline.read_lately import ReadLately
from kb.pipeline.reviews import Reviews
from kb.pipeline.shift_changes import Shifts
from kb.pipeline.source_states import read_sources
from kb.pipeline.states import ActRecord, BaseStatus, Page, SourceState
from kb.pipeline.swapping import settle_swap
from kb.pipeline.today import today_in_kazakhstan
from kb.pipeline.turns import Turns
from kb.search import (
    EVERYTHING,
    Narrowing,
    Reason,
    SearchRequest,
    SearchResult,
    explain_service,
    search_base,
    suggest_services,
)
from kb.store import Reader

EARLIER_STATE = "this cursor belongs to an earlier state of the base; begin with the first page"


class Registry:
    """What the command line, the API and the pages read. Safe to use from several threads.

    It follows a build that finishes while it is open. What needs a built base raises NothingBuilt while there is
    none; StoreError or SearchError are raised when database or engine cannot be used.
    """

    def __init__(
        self, home: Home, *, today: Callable[[], date] = today_in_kazakhstan, log_days: int = KEPT_DAYS
    ) -> None:
        self._today = today
        self._lately = ReadLately()
        # Answers take long: who serves several people gives each of them a turn.
        self.turns = Turns()
        self._folder = home.folder
        self._store = home.store()
        self._archive = home.archive()
        self._backend = home.backend(self._store)
        settle_swap(home, self._store, self._backend)
        # The texts of acts: editions, what changed, both languages, references.
        self.acts = Acts(self._store, today=today)
        # What people should look at, and what they decided.
        self.reviews = Reviews(home, self._store)
        self.access = Access(self._store)
        # What staff added to search, and what people searched for.
        self.curation = Curation(self._store)
        self.queries = QueryLog(self._store, self.curation, days=log_days)
        # What people say of answers and pages, and the work that comes of it.
        self.feedback = Feedback(self._store, days=log_days)
        # Questions with expected answers, and how many were met.
        self.mystery = Mystery(self._store)
        # What contradicts what, and what people decided on it.
        self.findings = Findings(self._store, self._built)
        self.practice = Practice(home, self._store, today=today, days=log_days)
        self.monitoring = Monitoring(home, self._store, refresh=self.practice.live_waves.refresh)
        # The evaluation of state bodies: methods, points, appeals.
        self.evaluations = Evaluations(self._store, today=today)
        # How much of the texts repeats elsewhere.
        self.overlaps = Overlaps(self._built)
        # What an edition of an act changes.
        self.impacts = Impacts(self.acts, self._built)
        # What changed since somebody looked last.
        self.shifts = Shifts(self.acts, self._built, today=today)
        # The services by conditions, on a day, over the years.
        self.catalogue = Catalogue(self._built)
        # Documents for a person's case.
        self.checklists = Checklists(card=self.card, acts=self.acts.of_card)
        # Sums and days for a person's case.
        self.calculators = Calculators(card=self.card, acts=self.acts.of_card, document=self._stored)

    def close(self) -> None:
        """Lets go of database and engine."""
        self.turns.close()
        self.queries.close()
        self._backend.close()
        self._store.close()

    def search(
        self,
        text: str,
        *,
        language: Language | None = None,
        as_of: date | None = None,
        limit: int = 10,
        cursor: str | None = None,
        narrowing: Narrowing = EVERYTHING,
        facets: bool = False,
        weights: Weights | None = None,
    ) -> SearchResult:
        """Ranked services and clauses for words in Kazakh or Russian; `language` None = told from the text, `weights`
        None = those in force, `facets` = with counts of what the results could be narrowed to."""
        request = SearchRequest(
            text=text, language=language, as_of=as_of or self._today(), limit=limit, cursor=cursor,
            narrowing=narrowing, facets=facets,
        )  # fmt: skip
        with self._built() as base:
            return search_base(self._backend, request, curated=self.curation.curated(base), weights=weights)

    def explain(self, text: str, *, service: str, as_of: date | None = None) -> tuple[Reason, ...]:
        """Why a search for `text` finds a service, part by part; empty when it does not. Raises UnknownName."""
        known = self.service(service)
        request = SearchRequest(text=text, as_of=as_of or self._today())
        with self._built() as base:
            return explain_service(self._backend, request, known.id, curated=self.curation.curated(base))

    def suggest(self, text: str, *, limit: int = 8) -> tuple[Service, ...]:
        """Services whose names continue what was typed."""
        with self._built():
            return suggest_services(self._backend, text, limit=limit)

    def ask(
        self,
        text: str,
        *,
        language: Language | None = None,
        as_of: date | None = None,
        key: str = "",
        service: str | None = None,
        before: tuple[Asked, ...] = (),
    ) -> Answer:
        """The consultant's answer; `as_of` None = today, `key` comes back as the answer's id (made from the question
        and the day when it is empty, so that the same question has the same id). `service` is the service that is
        meant, `before` what was asked before in the conversation, oldest first. Raises BadQuery for a text that no
        search takes, AnswerError for an empty one, UnknownName for a service that is not in the base."""
        if service is not None:
            service = self.service(service).id
        question = Question(
            text=text, as_of=as_of or self._today(), language=language, id=key, service=service, before=before
        )
        with self._built() as base:
            return ask_consultant(
                question,
                base,
                self._backend,
                curated=self.curation.curated(base),
                reading=self._lately.reading(base),
            )

    def services(self, *, after: str | None = None, limit: int = 50) -> Page[Service]:
        """Services in the order of their ids; `after` is the cursor of the page before; raises BadCursor."""
        with self._built() as base:
            if after is not None and ((last := base.service(after)) is None or last.id != after):
                raise BadCursor(EARLIER_STATE)
            found = base.services(after=after, limit=limit + 1)
        more = len(found) > limit
        return Page(found[:limit], found[limit - 1].id if more else None)

    def service(self, name: str) -> Service:
        """The service that goes by any of its ids; raises UnknownName."""
        with self._built() as base:
            found = base.service(name)
        if found is None:
            raise UnknownName(f"no service {name!r} in this base; see kb services")
        return found

    def card(self, name: str) -> Card:
        """A service with all that is stated of it; raises UnknownName."""
        with self._built() as base:
            return self._lately.card(base, name)

    def statements(self, name: str, *, after: str | None = None, limit: int = 50) -> Page[Statement]:
        """Statements of a service in their reading order; raises UnknownName, BadCursor."""
        found = self.card(name).statements
        start = 0
        if after is not None:
            places = [place for place, one in enumerate(found) if one.id == after]
            if not places:
                raise BadCursor(EARLIER_STATE)
            start = places[0] + 1
        items = found[start : start + limit]
        return Page(items, items[-1].id if start + limit < len(found) else None)

    def snapshot(self, digest: str) -> Snapshot:
        """The archived body of this digest, described; raises UnknownName."""
        stored = self._stored(digest)
        if stored:
            return stored.snapshot
        try:
            return self._archive.snapshot(digest)
        except CollectError as problem:
            raise UnknownName(str(problem)) from problem

    def body(self, digest: str) -> bytes:
        """The archived bytes; raises UnknownName."""
        try:
            return self._archive.body(digest)
        except CollectError as problem:
            raise UnknownName(str(problem)) from problem

    def text(self, digest: str) -> str:
        """The text that evidence points into; raises UnknownName for a body that is not in the base."""
        return self._known(digest).text

    def clauses(self, digest: str) -> tuple[Clause, ...]:
        """The clauses of a body in reading order; raises UnknownName for a body that is not in the base."""
        return self._known(digest).clauses

    def act_of(self, digest: str) -> str | None:
        """Id of the act that a body is a text of, None for a body that is no act or none of the base."""
        stored = self._stored(digest)
        return stored.act.id if stored and stored.act else None

    def act(self, name: str) -> ActRecord:
        """An act by any of its codes, with its texts; raises UnknownName."""
        with self._store.read() as base:
            return read_act(base, name)

    def sources(self) -> tuple[SourceState, ...]:
        """All sources that this program knows, by id, and how much of each there is."""
        with self._store.read() as base:
            return read_sources(base, self._archive, today=self._today())

    def issues(self) -> tuple[Issue, ...]:
        """What could not be read or did not fit, by document and line."""
        with self._store.read() as base:
            return (*base.issues(), *base.check_issues())

    def status(self) -> BaseStatus:
        """The base as it stands."""
        with self._store.read() as base:
            build = base.build()
        engine = self._backend.info()
        return BaseStatus(
            engine=engine.engine,
            engine_version=engine.version,
            database=self._store.shown_url,
            indexes={kind: state.name for kind, state in engine.indexes.items()},
            built_at=datetime.fromisoformat(build.finished_at) if build else None,
            counts=build.counts if build else {},
            sample=bool(build and build.counts.get("samples")),
        )

    def all_services(self) -> Iterator[Service]:
        """All services in the order of their ids."""
        with self._built() as base:
            yield from base.each_service()

    def all_statements(self) -> Iterator[tuple[Statement, Service]]:
        """All statements, as people decided on them, with their services, by service, document and reading order."""
        with self._built() as base:
            yield from with_services(base, decided_statements(base))

    def all_survey(self) -> Iterator[tuple[SurveyRow, Service]]:
        """All survey rows with their services, in the same order."""
        with self._built() as base:
            yield from with_services(base, base.survey())

    @contextmanager
    def _built(self) -> Iterator[Reader]:
        """One state of the base; raises NothingBuilt while there is none."""
        with self._store.read() as base:
            if base.build() is None:
                raise NothingBuilt(
                    f"nothing was built in {self._folder} yet; bring documents with 'kb import FILE…', then 'kb build'"
                )
            yield base

    def _stored(self, digest: str) -> Document | None:
        with self._store.read() as base:
            return base.document(digest)

    def _known(self, digest: str) -> Document:
        stored = self._stored(digest)
        if stored is None:
            raise UnknownName(f"the base holds no body with digest {digest}")
        return stored
