"""Storing services, and what becomes of the ids that were given out before."""

from collections import defaultdict
from collections.abc import Container, Iterable, Mapping

from sqlalchemy import bindparam, delete, insert, select, update

from kb.model import Service, ServiceState
from kb.model.service_shapes import service_to_json
from kb.model.shapes import statement_from_json
from kb.store.portions import in_portions
from kb.store.service_ids import Place, follow_ids
from kb.store.service_reader import ServiceReader
from kb.store.tables import (
    DocumentRow,
    GapRow,
    KeyPlaceRow,
    MentionRow,
    RemarkRow,
    ServiceIdRow,
    ServiceRow,
    ServiceStateRow,
    StatementRow,
    SurveyTableRow,
)


class ServiceWriter(ServiceReader):
    """Changes the services of the base."""

    def save_services(self, services: Iterable[Service]) -> None:
        """Replaces the services. Ids given out before stay: with the service they mean now, or retired.

        `services` may be read from the base while they are stored: only the tables of services and ids change.
        """
        given: dict[str, str] = {}
        self._connection.execute(delete(ServiceRow))
        for portion in in_portions(services):
            rows = []
            for one in portion:
                ids = list(dict.fromkeys((one.id, *one.ids)))
                given.update(dict.fromkeys(ids, one.id))
                rows.append({"id": one.id, "payload": {**service_to_json(one), "ids": ids}})
            self._connection.execute(insert(ServiceRow), rows)
        lost = self._follow_lost(given)
        self._renew_key_places(given)
        for name in sorted(lost):
            if owner := lost[name]:
                self._add_id(owner, name)
        self._connection.execute(delete(ServiceIdRow))
        for names in in_portions({**given, **lost}.items()):
            self._connection.execute(insert(ServiceIdRow), [{"id": name, "service": owner} for name, owner in names])

    def rename_mention(self, key: str, new: str, *, document: str, snapshot: str) -> None:
        """Gives the mention `key` of one reading another key, and all that was read of it; ids of statements follow."""
        number = self._connection.execute(
            select(DocumentRow.id).where(DocumentRow.document == document, DocumentRow.digest == snapshot)
        ).scalar_one()
        here = (MentionRow.document_id == number, MentionRow.key == key)
        self._connection.execute(update(MentionRow).where(*here).values(key=new))
        for table in (SurveyTableRow, GapRow, RemarkRow):
            mine = (table.document_id == number, table.mention == key)
            self._connection.execute(update(table).where(*mine).values(mention=new))
        mine = (StatementRow.document_id == number, StatementRow.mention == key)
        rows = self._connection.execute(select(StatementRow.id, StatementRow.payload).where(*mine)).all()
        followed: dict[str, str] = {}
        for row in sorted(rows, key=lambda row: bool(row.payload["value"].get("of"))):
            payload = row.payload
            if of := payload["value"].get("of"):  # a share of a fee points at that fee by its id
                payload = {**payload, "value": {**payload["value"], "of": followed.get(of, of)}}
            followed[row.id] = statement_from_json(payload, new).id
            self._connection.execute(
                update(StatementRow)
                .where(StatementRow.id == row.id)
                .values(id=followed[row.id], mention=new, payload=payload)
            )

    def save_service_states(self, states: Iterable[ServiceState]) -> None:
        """Replaces the states of services in the editions of the register; `states` may be read from the base."""
        self._connection.execute(delete(ServiceStateRow))
        for portion in in_portions(states):
            self._connection.execute(
                insert(ServiceStateRow),
                [
                    {
                        "service": one.service.id,
                        "since": one.since.isoformat(),
                        "until": one.until.isoformat() if one.until else None,
                        "payload": service_to_json(one.service),
                    }
                    for one in portion
                ],
            )

    def _follow_lost(self, given: Mapping[str, str]) -> dict[str, str | None]:
        """The ids that are not given out any more, with the services that they mean now."""
        known = {name: former for name, former in self.service_ids() if name not in given}
        if not known:
            return {}
        lost = frozenset(known)
        formers = set(known.values())
        known.update((name, former) for name, former in self.service_ids() if former and former in formers)
        before = self._key_places(lost)
        now = self._places_now(given, {place for places in before.values() for place in places})
        meaning = follow_ids(known, given, before=before, now=now)
        return {name: meaning[name] for name in lost}

    def _key_places(self, keys: Iterable[str]) -> dict[str, set[Place]]:
        places: dict[str, set[Place]] = defaultdict(set)
        for portion in in_portions(sorted(keys)):
            query = select(KeyPlaceRow.__table__).where(KeyPlaceRow.key.in_(portion))
            for row in self._connection.execute(query):
                places[row.key].add((row.document, row.clause))
        return places

    def _places_now(self, given: Container[str], wanted: Container[Place]) -> dict[str, set[Place]]:
        """Keys of services that stand in the wanted places now."""
        places: dict[str, set[Place]] = defaultdict(set)
        for one in self.mentions():
            place = (one.evidence.document, one.evidence.clause or "")
            if one.key in given and place in wanted:
                places[one.key].add(place)
        return places

    def _renew_key_places(self, given: Container[str]) -> None:
        """Keeps where the keys of services stand now; those that stand nowhere keep their last places."""
        standing = {one.key for one in self.mentions() if one.key in given}
        for portion in in_portions(standing):
            self._connection.execute(
                delete(KeyPlaceRow).where(KeyPlaceRow.key == bindparam("gone")), [{"gone": key} for key in portion]
            )
            places = {
                (one.key, one.evidence.document, one.evidence.clause or "") for one in self.mentions(keys=portion)
            }
            self._connection.execute(
                insert(KeyPlaceRow),
                [{"key": key, "document": name, "clause": clause} for key, name, clause in sorted(places)],
            )

    def _add_id(self, service: str, name: str) -> None:
        """Lets a service go by one more id."""
        here = ServiceRow.id == service
        payload = self._connection.execute(select(ServiceRow.payload).where(here)).scalar_one()
        if name not in payload["ids"]:
            longer = {**payload, "ids": [*payload["ids"], name]}
            self._connection.execute(update(ServiceRow).where(here).values(payload=longer))
