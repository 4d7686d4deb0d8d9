"""Questions about the words and best bets of staff."""

from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Row, func, select

from kb.model.curation import BestBet, Synonym
from kb.store.search_tables import BestBetRow, SynonymRow

Mark = tuple[int, int, int, int]


# One question for all: it is asked with every search.
_MARK = select(
    select(func.count(SynonymRow.id)).scalar_subquery(),
    select(func.count(SynonymRow.withdrawn_at)).scalar_subquery(),
    select(func.count(BestBetRow.id)).scalar_subquery(),
    select(func.count(BestBetRow.withdrawn_at)).scalar_subquery(),
)


class CurationReader:
    """What staff added to search, the newest first."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def curation_mark(self) -> Mark:
        """Differs whenever something was added or withdrawn since; rows are never deleted."""
        row = self._connection.execute(_MARK).one()
        return row[0], row[1], row[2], row[3]

    def synonyms(self, *, withdrawn: bool = False) -> tuple[Synonym, ...]:
        """Synonyms that are used, or those and the withdrawn ones."""
        query = select(SynonymRow.__table__).order_by(SynonymRow.id.desc())
        if not withdrawn:
            query = query.where(SynonymRow.withdrawn_at.is_(None))
        return tuple(_synonym(row) for row in self._connection.execute(query))

    def best_bets(self, *, withdrawn: bool = False) -> tuple[BestBet, ...]:
        """Best bets that are used, or those and the withdrawn ones."""
        query = select(BestBetRow.__table__).order_by(BestBetRow.id.desc())
        if not withdrawn:
            query = query.where(BestBetRow.withdrawn_at.is_(None))
        return tuple(_best_bet(row) for row in self._connection.execute(query))


def _synonym(row: Row[Any]) -> Synonym:
    words = {part: tuple(found) for part, found in row.words.items()}
    return Synonym(
        **words,
        author=row.author,
        added_at=datetime.fromisoformat(row.added_at),
        search=row.search,
        withdrawn_at=_moment(row.withdrawn_at),
        id=row.id,
    )


def _best_bet(row: Row[Any]) -> BestBet:
    return BestBet(
        phrase=row.phrase,
        service=row.service,
        author=row.author,
        added_at=datetime.fromisoformat(row.added_at),
        withdrawn_at=_moment(row.withdrawn_at),
        id=row.id,
    )


def _moment(text: str | None) -> datetime | None:
    return datetime.fromisoformat(text) if text else None
