"""Questions about what repeats."""

from collections.abc import Iterator

from sqlalchemy import Connection, select

from kb.model.overlap import OverlapScope, OverlapShare, Repeat, repeat_from_json
from kb.store.overlap_tables import OverlapPairRow, OverlapServiceRow, OverlapShareRow
from kb.store.portions import PORTION


class OverlapReader:
    """What the last build found to repeat."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def overlap_shares(self, scope: OverlapScope, *, first: str | None = None) -> Iterator[OverlapShare]:
        """Shares of a scope, those of one service or act if named, by what repeats, the most first."""
        query = select(OverlapShareRow.__table__).where(OverlapShareRow.kind == scope.value)
        if first is not None:
            query = query.where(OverlapShareRow.first == first)
        query = query.order_by(OverlapShareRow.repeated.desc(), OverlapShareRow.first, OverlapShareRow.second)
        for row in self._connection.execute(query, execution_options={"yield_per": PORTION}):
            yield OverlapShare(
                scope=scope,
                first=row.first,
                second=row.second,
                characters=row.characters,
                repeated=row.repeated,
                common=row.common,
            )

    def repeats(
        self,
        *,
        service: str | None = None,
        acts: tuple[str, str] | None = None,
        after: int = 0,
        limit: int | None = None,
    ) -> Iterator[tuple[int, Repeat]]:
        """Pairs of places with their numbers, from behind the number `after`, in the order of the texts: all, those
        that speak of a service, those of two acts or documents in either order."""
        query = select(OverlapPairRow.id, OverlapPairRow.payload).where(OverlapPairRow.id > after)
        if service is not None:
            query = query.join(OverlapServiceRow, OverlapServiceRow.pair == OverlapPairRow.id)
            query = query.where(OverlapServiceRow.service == service)
        if acts is not None:
            one, other = acts
            both = (OverlapPairRow.first == one) & (OverlapPairRow.second == other)
            query = query.where(both | ((OverlapPairRow.first == other) & (OverlapPairRow.second == one)))
        query = query.order_by(OverlapPairRow.id).limit(limit)
        for row in self._connection.execute(query, execution_options={"yield_per": PORTION}):
            yield row.id, repeat_from_json(row.payload)
