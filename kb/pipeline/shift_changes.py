"""What changed for those who answer calls: values between two days, and the texts that came into the base meanwhile."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from kb.model import Edition, Service
from kb.pipeline.acts import Acts
from kb.pipeline.card_difference import CardChange, card_difference
from kb.pipeline.cards import read_card
from kb.pipeline.errors import UnknownName
from kb.pipeline.today import KAZAKHSTAN
from kb.store import Reader, TakenText

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True, kw_only=True)
class ServiceChanges:
    """The values of a service that hold on one of the days `since` and `until` only.

    `edition` is set where an edition of before the asked time was read within it: `since` is then the day before that
    edition, so that what it changed is told.
    """

    service: Service
    since: date
    until: date
    changes: tuple[CardChange, ...]
    edition: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftChanges:
    """What changed after the day `since` up to `until`: services in the order of their ids, texts the newest first."""

    since: date
    until: date
    services: tuple[ServiceChanges, ...]
    texts: tuple[TakenText, ...]


class Shifts:
    """What `Registry.shifts` gives."""

    def __init__(
        self, acts: Acts, built: Callable[[], AbstractContextManager[Reader]], *, today: Callable[[], date]
    ) -> None:
        self._acts = acts
        self._built = built
        self._today = today

    def changes(self, since: date, *, services: Sequence[str] | None = None) -> ShiftChanges:
        """What changed since that day, for some services (ids; unknown ones are left out) or for all of them (None).

        A text counts as come in when it was taken on the day `since` or later. A day to come gives nothing.
        """
        until = self._today()
        if since > until:
            return ShiftChanges(since=since, until=until, services=(), texts=())
        with self._built() as base:
            texts = base.texts_taken(_morning(since))
            late = _late_editions(base, texts, since)
            wanted = None if services is None else {known.id for name in services if (known := base.service(name))}
            turning = {
                service
                for service, days in base.turning_days(since).items()
                if any(day <= until.isoformat() for day in days)
            }
            names = turning | set(late)
            told = [
                found
                for name in sorted(names if wanted is None else names & wanted)
                if (found := self._of_service(base, name, since, until, late.get(name)))
            ]
        return ShiftChanges(since=since, until=until, services=tuple(told), texts=texts)

    def _of_service(
        self, base: Reader, name: str, since: date, until: date, edition: date | None
    ) -> ServiceChanges | None:
        start = edition - _DAY if edition else since
        try:
            card = read_card(base, name)
        except UnknownName:  # a statement of a mention that belongs to no service any more
            return None
        changes = card_difference(card, start, until, acts=self._acts.of_card(card))
        if not changes:
            return None
        return ServiceChanges(service=card.service, since=start, until=until, changes=changes, edition=edition)


def _late_editions(base: Reader, texts: Iterable[TakenText], since: date) -> dict[str, date]:
    """By service: the earliest edition of up to the day `since` that was read after it, where an edition before it was
    known already. Without one nothing is known to have changed: the whole text is new."""
    taken = {one.digest: one for one in texts}
    old: dict[str, list[Edition]] = {}
    new: list[Edition] = []
    for edition in base.editions() if taken else ():
        if edition.snapshot not in taken:
            old.setdefault(edition.act, []).append(edition)
        elif edition.date and edition.date <= since:
            new.append(edition)
    days: dict[str, date] = {}
    for edition in new:
        if edition.date is None or not _has_before(old, edition):
            continue
        for service in base.mentioned_in(edition.snapshot).values():
            days[service] = min(edition.date, days.get(service, edition.date))
    return days


def _has_before(old: Mapping[str, Sequence[Edition]], edition: Edition) -> bool:
    return any(
        one.date and edition.date and one.language is edition.language and one.date < edition.date
        for one in old.get(edition.act, ())
    )


def _morning(day: date) -> datetime:
    """When a day begins in Kazakhstan."""
    return datetime.combine(day, time.min, KAZAKHSTAN).astimezone(UTC)
