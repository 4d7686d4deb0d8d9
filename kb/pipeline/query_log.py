"""What people searched for and asked: kept for some days with personal data masked, for staff to learn from."""

import re
import secrets
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta

from kb.model import Answer
from kb.model.access import Actor
from kb.model.curation import Synonym
from kb.model.search_log import (
    ClickKind,
    LoggedClick,
    LoggedQuestion,
    LoggedSearch,
    Missing,
    QueryCount,
    QuestionCount,
)
from kb.pipeline.curation import Curation
from kb.pipeline.errors import UnknownName
from kb.pipeline.log_writer import CLOSING_S, LogWriter
from kb.pipeline.today import KAZAKHSTAN
from kb.search import SearchResult
from kb.store import Store, Writer
from kb.text import Masked, fold, mask_personal

KEPT_DAYS = 90
SHOWN = 10
LONGEST_KEY = 200
MOST_A_DAY = 100_000  # of one program: whoever asks without end fills no disk
_DAY = timedelta(days=1)
# Codes of acts, digests and paths of clauses; no blank and no letter of Kazakh or Russian.
_CLAUSE = re.compile(r"[A-Za-z0-9][A-Za-z0-9:._/~#-]{0,299}")


class QueryLog:
    """The log of a base; `days` is how long a search is kept, 0 keeps none. Safe to use from several threads.

    `since` is a day in Kazakhstan; what was asked before it is left out.
    """

    def __init__(
        self,
        store: Store,
        curation: Curation,
        *,
        mask: Callable[[str], Masked] = mask_personal,
        days: int = KEPT_DAYS,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
        name: Callable[[], str] = lambda: secrets.token_hex(8),
    ) -> None:
        self.days = days
        self._store = store
        self._curation = curation
        self._mask = mask
        self._clock = clock
        self._name = name
        self._writer = LogWriter(store)
        self._purged_at: datetime | None = None
        self._noted = (date.min, 0)

    @property
    def lost(self) -> int:
        """How many searches and clicks could not be kept since the program began."""
        return self._writer.lost

    def note(self, result: SearchResult, *, page: str, answered: bool = False) -> str | None:
        """Keeps a first page of results; the id that its clicks come with, None where nothing is kept.

        `page` is the path that was asked. Comes back at once; a database that takes nothing loses it, never a search.
        """
        now = self._clock()
        if not self._takes(now):
            return None
        search = LoggedSearch(
            id=self._name(),
            asked_at=now,
            text=result.query,
            key="",
            language=result.language.value,
            corrected=result.corrected,
            total=result.total,
            total_clauses=result.total_clauses,
            shown=tuple(hit.service.id for hit in result.services[:SHOWN]),
            took_ms=result.took_ms,
            page=page,
            answered=answered,
        )
        self._writer.put(lambda: self._masked(search))
        return search.id

    def note_question(self, answer: Answer, *, page: str) -> str | None:
        """Keeps a question to the consultant and how its answer ended; the id of the entry, None where nothing is kept.

        `page` is the path that was asked, or the command. Comes back at once, as `note` does.
        """
        now = self._clock()
        if not self._takes(now):
            return None
        question = LoggedQuestion(
            id=self._name(),
            asked_at=now,
            text=answer.q,
            key="",
            language=answer.lang.value,
            state=answer.state.value,
            intent=answer.intent.value,
            service=answer.service.id if answer.service else None,
            took_ms=answer.took_ms,
            page=page,
        )
        self._writer.put(lambda: self._masked_question(question))
        return question.id

    def click(self, search: str, *, kind: ClickKind, target: str, place: int) -> None:
        """Keeps that something was opened from a search; comes back at once, as `note` does.

        Of services only those that the search showed first are kept, of clauses only what has the form of one: anybody
        can send a click, and nothing that a person wrote may be stored by it.
        """
        if self.days and (kind is ClickKind.SERVICE or self._is_clause(target)):
            click = LoggedClick(search=search, kind=kind, target=target, place=place)
            self._writer.put(lambda: lambda base: base.add_clicks([click]))

    def listed(
        self, missing: Missing | None = None, *, since: date | None = None, limit: int = 50
    ) -> tuple[QueryCount, ...]:
        """All queries, or those that were left without something, the most frequent first."""
        with self._store.read() as base:
            return base.query_counts(missing, since=self._first(since), limit=limit)

    def without_result(self, *, since: date | None = None, limit: int = 50) -> tuple[QueryCount, ...]:
        """Queries that found no service."""
        return self.listed(Missing.RESULT, since=since, limit=limit)

    def without_click(self, *, since: date | None = None, limit: int = 50) -> tuple[QueryCount, ...]:
        """Queries that found services, showed no answer and were not followed by a click."""
        return self.listed(Missing.CLICK, since=since, limit=limit)

    def counts(self, *, since: date | None = None) -> dict[str, int]:
        """How many searches there are, how many `without_result` and `without_click`, and how many clicks."""
        with self._store.read() as base:
            return base.search_counts(since=self._first(since))

    def searches(self, *, since: date | None = None) -> Iterator[tuple[LoggedSearch, tuple[LoggedClick, ...]]]:
        """All searches with what was opened from them, the earliest first."""
        with self._store.read() as base:
            yield from base.searches(since=self._first(since))

    def questions(self, *, since: date | None = None) -> Iterator[LoggedQuestion]:
        """All questions to the consultant, the earliest first."""
        with self._store.read() as base:
            yield from base.questions(since=self._first(since))

    def question_counts(self, *, since: date | None = None) -> tuple[QuestionCount, ...]:
        """How many questions of each language ended in each state."""
        with self._store.read() as base:
            return base.question_counts(since=self._first(since))

    def adopt(self, search: str, *, term: str, actor: Actor, words: str = "", short: bool = False) -> Synonym:
        """Lets what was typed in a search (or `words` of it) lead to a term; raises UnknownName, BadCuration."""
        with self._store.read() as base:
            logged = base.logged_search(search)
        if logged is None:
            raise UnknownName(f"no search {search!r} in the log")
        said = words if words.strip() else logged.text
        return self._curation.add_synonym([said], term=term, actor=actor, short=short, search=search)

    def forget(self, *, actor: Actor, older_than: int | None = None) -> int:
        """Deletes searches and questions older than so many days (None = the days they are kept; 0 = all); how many
        they were."""
        now, days = self._clock(), self.days if older_than is None else older_than
        with self._store.write() as base:
            searches, questions = self._purge(base, now, days)
            told = {"older_than": days, "searches": searches, "questions": questions}
            base.note_audit(actor=actor, action="queries.forget", target="queries", after=told, at=now)
            return searches + questions

    def begin(self) -> None:
        """Forgets what is too old, also where nobody searches; for a program that serves. Comes back at once."""
        now = self._clock()
        self._writer.put(lambda: lambda base: self._purge_once(base, now))

    def flush(self) -> None:
        """Comes back when all that was noted is stored or lost."""
        self._writer.flush()

    def close(self, *, patience_s: float = CLOSING_S) -> None:
        """Stores what waits, as long as the database takes it within so many seconds."""
        self._writer.close(patience_s=patience_s)

    def _first(self, since: date | None) -> datetime:
        """Nothing that should be forgotten is shown, even where nothing has been written since."""
        kept = self._clock() - self.days * _DAY
        return max(datetime.combine(since, time.min, KAZAKHSTAN), kept) if since else kept

    def _is_clause(self, target: str) -> bool:
        return bool(_CLAUSE.fullmatch(target)) and not self._mask(target).kinds

    def _masked(self, search: LoggedSearch) -> Callable[[Writer], object]:
        text, corrected = self._mask(search.text), self._mask(search.corrected or "")
        # A correction in which less was masked may show what the words do not.
        told = corrected.text if corrected.kinds == text.kinds else ""
        kept = replace(search, text=text.text, corrected=told or None, key=self._key(text.text))

        def store(base: Writer) -> None:
            base.add_searches([kept])
            self._purge_once(base, search.asked_at)

        return store

    def _masked_question(self, question: LoggedQuestion) -> Callable[[Writer], object]:
        text = self._mask(question.text).text
        kept = replace(question, text=text, key=self._key(text))

        def store(base: Writer) -> None:
            base.add_questions([kept])
            self._purge_once(base, question.asked_at)

        return store

    def _key(self, masked: str) -> str:
        return self._mask(" ".join(fold(masked).text.split())).text[:LONGEST_KEY]

    def _takes(self, now: datetime) -> bool:
        """Whether something that is asked now is kept; where nothing is, what was before goes."""
        if self.days:
            return not self._is_full(now.date())
        if self._is_due(now):
            self._writer.put(lambda: lambda base: self._purge_once(base, now))
        return False

    def _is_full(self, today: date) -> bool:
        day, count = self._noted
        self._noted = (today, count + 1 if day == today else 1)
        return self._noted[1] > MOST_A_DAY

    def _is_due(self, now: datetime) -> bool:
        return self._purged_at is None or now - self._purged_at >= _DAY

    def _purge_once(self, base: Writer, now: datetime) -> None:
        """Forgets at most once a day; only the thread that writes comes here."""
        if self._is_due(now):
            self._purge(base, now, self.days)
            # Marks carry words of people as well; where nobody gives any, no other hand comes by.
            base.forget_marks(now - self.days * _DAY if self.days else None)
            self._purged_at = now

    def _purge(self, base: Writer, now: datetime, days: int) -> tuple[int, int]:
        before = now - days * _DAY if days else None
        return base.forget_searches(before), base.forget_questions(before)
