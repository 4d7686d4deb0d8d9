"""Questions about what people searched for."""

from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, case, func, select, tuple_

from kb.model.search_log import (
    ClickKind,
    LoggedClick,
    LoggedQuestion,
    LoggedSearch,
    Missing,
    QueryCount,
    QuestionCount,
)
from kb.store.portions import in_portions
from kb.store.search_tables import ClickRow, QuestionRow, SearchRow

_CLICKED = select(ClickRow.id).where(ClickRow.search == SearchRow.id).exists()
_FOUND_NOTHING = SearchRow.total == 0
# Where an answer stood above the results nothing had to be opened.
_EXPECTS_CLICK = (SearchRow.total > 0) & SearchRow.answered.is_(False)


class SearchReader:
    """The query log. `since` is a moment; what was asked before it is left out."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def logged_search(self, name: str) -> LoggedSearch | None:
        """The search of this id."""
        row = self._connection.execute(select(SearchRow.__table__).where(SearchRow.id == name)).first()
        return _search(row) if row else None

    def query_counts(self, missing: Missing | None, *, since: datetime, limit: int) -> tuple[QueryCount, ...]:
        """Queries (all, or those left without something), those with the most such searches first."""
        held = (SearchRow.asked_at >= moment_text(since), *_condition(missing))
        searches, clicked = func.count(), func.sum(case((_CLICKED, 1), else_=0))
        left = searches - clicked if missing is Missing.CLICK else searches
        newest = func.max(SearchRow.asked_at)
        query = select(SearchRow.key, searches, clicked, newest).where(*held).group_by(SearchRow.key).having(left > 0)
        counts = self._connection.execute(query.order_by(left.desc(), newest.desc(), SearchRow.key).limit(limit)).all()
        # Of searches of one moment any may stand for the others.
        places = [(key, moment) for key, _, _, moment in counts]
        rows = self._connection.execute(
            select(SearchRow.__table__).where(*held, tuple_(SearchRow.key, SearchRow.asked_at).in_(places))
        )
        latest = {row.key: _search(row) for row in rows}
        return tuple(
            QueryCount(newest=latest[key], searches=int(searches), clicked=int(clicked))
            for key, searches, clicked, _ in counts
        )

    def search_counts(self, *, since: datetime) -> dict[str, int]:
        """How many searches there are, how many `without_result` and `without_click`, and how many clicks."""
        asked = SearchRow.asked_at >= moment_text(since)

        def count(*conditions: ColumnElement[bool]) -> int:
            query = select(func.count()).select_from(SearchRow).where(asked, *conditions)
            return self._connection.execute(query).scalar_one()

        clicks = select(func.count()).select_from(ClickRow).join(SearchRow, SearchRow.id == ClickRow.search)
        return {
            "searches": count(),
            "without_result": count(*_condition(Missing.RESULT)),
            "without_click": count(*_condition(Missing.CLICK), ~_CLICKED),
            "clicks": self._connection.execute(clicks.where(asked)).scalar_one(),
        }

    def opened_services(self, *, least: int, days: int, limit: int) -> tuple[str, ...]:
        """Ids of the services that were opened from most searches, from at least `least` of them on at least so many
        different `days`: what one person does in an hour counts for nothing."""
        clicks, searches = ClickRow.__table__.c, SearchRow.__table__.c
        times = func.count(clicks.search.distinct())
        on_days = func.count(func.substr(searches.asked_at, 1, len("2026-11-26")).distinct())
        query = (
            select(clicks.target)
            .join(SearchRow.__table__, searches.id == clicks.search)
            .where(clicks.kind == ClickKind.SERVICE.value)
            .group_by(clicks.target)
            .having(times >= least, on_days >= days)
            .order_by(times.desc(), clicks.target)
            .limit(limit)
        )
        return tuple(row[0] for row in self._connection.execute(query))

    def searches(self, *, since: datetime) -> Iterator[tuple[LoggedSearch, tuple[LoggedClick, ...]]]:
        """All searches with what was opened from them, the earliest first."""
        query = select(SearchRow.__table__).where(SearchRow.asked_at >= moment_text(since))
        for rows in in_portions(self._connection.execute(query.order_by(SearchRow.asked_at, SearchRow.id))):
            opened: dict[str, list[LoggedClick]] = {row.id: [] for row in rows}
            found = select(ClickRow.__table__).where(ClickRow.search.in_(opened)).order_by(ClickRow.id)
            for one in self._connection.execute(found):
                click = LoggedClick(search=one.search, kind=ClickKind(one.kind), target=one.target, place=one.place)
                opened[one.search].append(click)
            yield from ((_search(row), tuple(opened[row.id])) for row in rows)

    def questions(self, *, since: datetime) -> Iterator[LoggedQuestion]:
        """All questions to the consultant, the earliest first."""
        query = select(QuestionRow.__table__).where(QuestionRow.asked_at >= moment_text(since))
        for rows in in_portions(self._connection.execute(query.order_by(QuestionRow.asked_at, QuestionRow.id))):
            for row in rows:
                yield LoggedQuestion(**{**row._asdict(), "asked_at": datetime.fromisoformat(row.asked_at)})

    def question_counts(self, *, since: datetime) -> tuple[QuestionCount, ...]:
        """How many questions of each language ended in each state."""
        columns = (QuestionRow.language, QuestionRow.state)
        query = select(*columns, func.count()).where(QuestionRow.asked_at >= moment_text(since))
        rows = self._connection.execute(query.group_by(*columns).order_by(*columns))
        return tuple(QuestionCount(language=row[0], state=row[1], questions=row[2]) for row in rows)


def _condition(missing: Missing | None) -> tuple[ColumnElement[bool], ...]:
    match missing:
        case Missing.RESULT:
            return (_FOUND_NOTHING,)
        case Missing.CLICK:
            return (_EXPECTS_CLICK,)
        case None:
            return ()


def moment_text(moment: datetime) -> str:
    """A moment as the tables keep it: UTC with microseconds, so that texts sort as moments do."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def _search(row: Row[Any]) -> LoggedSearch:
    return LoggedSearch(
        id=row.id,
        asked_at=datetime.fromisoformat(row.asked_at),
        text=row.text,
        key=row.key,
        language=row.language,
        corrected=row.corrected,
        total=row.total,
        total_clauses=row.total_clauses,
        shown=tuple(row.shown),
        took_ms=row.took_ms,
        page=row.page,
        answered=row.answered,
    )
