"""Keeping and withdrawing the words and best bets of staff."""

from dataclasses import replace
from datetime import datetime

from sqlalchemy import insert, update

from kb.model.curation import BestBet, Synonym
from kb.store.curation_reader import CurationReader
from kb.store.search_reader import moment_text
from kb.store.search_tables import BestBetRow, SynonymRow

PARTS = ("kk", "ru", "said", "short")


class CurationWriter(CurationReader):
    """Changes what staff added to search; nothing is deleted, so that it can be told who had added what."""

    def add_synonym(self, synonym: Synonym) -> Synonym:
        """Keeps a synonym; it comes back with its number."""
        row = {
            "words": {part: list(getattr(synonym, part)) for part in PARTS},
            "author": synonym.author,
            "added_at": moment_text(synonym.added_at),
            "search": synonym.search,
        }
        number = self._connection.execute(insert(SynonymRow).returning(SynonymRow.id), row).scalar_one()
        return replace(synonym, id=number)

    def add_best_bet(self, bet: BestBet) -> BestBet:
        """Keeps a best bet; it comes back with its number."""
        row = {
            "phrase": bet.phrase,
            "service": bet.service,
            "author": bet.author,
            "added_at": moment_text(bet.added_at),
        }
        number = self._connection.execute(insert(BestBetRow).returning(BestBetRow.id), row).scalar_one()
        return replace(bet, id=number)

    def withdraw_synonym(self, number: int, *, when: datetime) -> bool:
        """Marks a synonym as no longer used; tells whether there was one in use."""
        return self._withdraw(SynonymRow, number, when)

    def withdraw_best_bet(self, number: int, *, when: datetime) -> bool:
        """Marks a best bet as no longer used; tells whether there was one in use."""
        return self._withdraw(BestBetRow, number, when)

    def _withdraw(self, table: type[SynonymRow] | type[BestBetRow], number: int, when: datetime) -> bool:
        here = update(table).where(table.id == number, table.withdrawn_at.is_(None))
        return self._connection.execute(here.values(withdrawn_at=moment_text(when))).rowcount == 1
