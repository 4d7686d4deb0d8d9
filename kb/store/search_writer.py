"""Keeping and forgetting what people searched for."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime

from sqlalchemy import delete, func, insert, select

from kb.model.search_log import ClickKind, LoggedClick, LoggedQuestion, LoggedSearch
from kb.store.search_reader import SearchReader, moment_text
from kb.store.search_tables import ClickRow, QuestionRow, SearchRow

MOST_CLICKS = 20  # of one search: a person opens fewer, a program that goes on is not followed


class SearchWriter(SearchReader):
    """Changes the query log."""

    def add_searches(self, searches: Iterable[LoggedSearch]) -> None:
        """Keeps searches; moments are kept in UTC, so that they sort as they read."""
        rows = [{**asdict(one), "asked_at": moment_text(one.asked_at), "shown": list(one.shown)} for one in searches]
        if rows:
            self._connection.execute(insert(SearchRow), rows)

    def add_clicks(self, clicks: Sequence[LoggedClick]) -> None:
        """Keeps clicks of searches that are in the log, at most `MOST_CLICKS` of each, and of services only on those
        that the search showed; others are left out."""
        names = {one.search for one in clicks}
        query = select(SearchRow.id, SearchRow.shown).where(SearchRow.id.in_(names))
        shown = {row[0]: frozenset(row[1]) for row in self._connection.execute(query)}
        held = select(ClickRow.search, func.count()).where(ClickRow.search.in_(names)).group_by(ClickRow.search)
        counts: Counter[str] = Counter({row[0]: row[1] for row in self._connection.execute(held)})
        rows = []
        for one in clicks:
            known = one.search in shown and (one.kind is not ClickKind.SERVICE or one.target in shown[one.search])
            if known and counts[one.search] < MOST_CLICKS:
                counts[one.search] += 1
                rows.append({**asdict(one), "kind": one.kind.value})
        if rows:
            self._connection.execute(insert(ClickRow), rows)

    def add_questions(self, questions: Iterable[LoggedQuestion]) -> None:
        """Keeps questions to the consultant."""
        rows = [{**asdict(one), "asked_at": moment_text(one.asked_at)} for one in questions]
        if rows:
            self._connection.execute(insert(QuestionRow), rows)

    def forget_questions(self, before: datetime | None) -> int:
        """Deletes questions that were put before a moment (None = all); how many that were."""
        query = delete(QuestionRow)
        if before is not None:
            query = query.where(QuestionRow.asked_at < moment_text(before))
        return self._connection.execute(query).rowcount

    def forget_searches(self, before: datetime | None) -> int:
        """Deletes what was asked before a moment (None = all) with its clicks; how many searches that were."""
        query = delete(SearchRow)
        if before is not None:
            query = query.where(SearchRow.asked_at < moment_text(before))
        return self._connection.execute(query).rowcount
