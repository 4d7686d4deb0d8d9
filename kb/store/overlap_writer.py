"""Storing what repeats."""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import delete, insert

from kb.model.overlap import OverlapShare, Repeat, repeat_to_json
from kb.store.overlap_reader import OverlapReader
from kb.store.overlap_tables import OverlapPairRow, OverlapServiceRow, OverlapShareRow
from kb.store.portions import in_portions


class OverlapWriter(OverlapReader):
    """Replaces what repeats."""

    def save_overlap(self, shares: Iterable[OverlapShare], repeats: Iterable[Repeat]) -> None:
        """Puts these in place of what was there."""
        for table in (OverlapServiceRow, OverlapPairRow, OverlapShareRow):
            self._connection.execute(delete(table))
        for portion in in_portions(shares):
            shares_of = [
                {
                    "kind": one.scope.value,
                    "first": one.first,
                    "second": one.second,
                    "characters": one.characters,
                    "repeated": one.repeated,
                    "common": one.common,
                }
                for one in portion
            ]
            self._connection.execute(insert(OverlapShareRow), shares_of)
        number = 0
        for pairs in in_portions(repeats):
            rows: list[dict[str, Any]] = []
            owners: list[dict[str, Any]] = []
            for one in pairs:
                number += 1
                rows.append(
                    {
                        "id": number,
                        "first": one.a.work,
                        "second": one.b.work,
                        "characters": one.characters,
                        "payload": repeat_to_json(one),
                    }
                )
                services = dict.fromkeys((*one.a.services, *one.b.services))
                owners += [{"pair": number, "service": service} for service in services]
            self._connection.execute(insert(OverlapPairRow), rows)
            if owners:
                self._connection.execute(insert(OverlapServiceRow), owners)
