"""The editions of the register of public services: which services stand in each, since when and until when."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.model import Language, Mention, RegisterStatus, RegisterText, Service, ServiceState, Statement
from kb.resolve.services import Group, build_service


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """Where the register has a service, and from when until when (years), None where the editions do not tell."""

    status: RegisterStatus
    year_in: int | None = None
    year_out: int | None = None


class RegisterEditions:
    """The texts of the register by the days of its editions; texts of one day are one edition in two languages."""

    def __init__(self, texts: Iterable[RegisterText]) -> None:
        self._texts = tuple(texts)
        self.days: tuple[date, ...] = tuple(sorted({text.day for text in self._texts}))
        self._days = {text.snapshot: text.day for text in self._texts}

    def day_of(self, snapshot: str) -> date | None:
        """The day of the edition that a body is a text of; None for a body that is none of the register."""
        return self._days.get(snapshot)

    def day_on(self, day: date) -> date | None:
        """The day of the edition that is the newest on `day`; None before the first."""
        place = bisect_right(self.days, day)
        return self.days[place - 1] if place else None

    def snapshots_on(self, day: date) -> frozenset[str]:
        """The bodies that tell what the register says on `day`: the newest text of each language."""
        newest: dict[Language, date] = {}
        for text in self._texts:
            if text.day <= day:
                newest[text.language] = max(newest.get(text.language, text.day), text.day)
        return frozenset(text.snapshot for text in self._texts if newest.get(text.language) == text.day)

    def standing_of(self, mentions: Iterable[Mention]) -> Standing:
        """Where the register has the service of these mentions.

        Its year in needs an earlier edition that does not have it: a service of the first edition in the base may be
        older. One that was gone for some editions and came back is in since it first came.
        """
        held = self._held(mentions)
        if not held:
            return Standing(status=RegisterStatus.UNLISTED)
        year_in = held[0].year if held[0] > self.days[0] else None
        if held[-1] == self.days[-1]:
            return Standing(status=RegisterStatus.REGISTERED, year_in=year_in)
        gone = self.days[bisect_right(self.days, held[-1])]
        return Standing(status=RegisterStatus.EXCLUDED, year_in=year_in, year_out=gone.year)

    def current(self, mentions: Sequence[Mention], statements: Iterable[Statement]) -> tuple[Statement, ...]:
        """The statements without those that an earlier edition of the register makes of the service."""
        held = self._held(mentions)
        if not held:
            return tuple(statements)
        kept = self.snapshots_on(held[-1])
        return tuple(
            one for one in statements if one.evidence.snapshot not in self._days or one.evidence.snapshot in kept
        )

    def states_of(
        self, group: Group, mentions: Sequence[Mention], statements: Sequence[Statement]
    ) -> Iterator[ServiceState]:
        """The service as each edition had it, told by the register alone; editions that agree make one state."""
        held = set(self._held(mentions))
        standing = self.standing_of(mentions)
        last: ServiceState | None = None
        for place, day in enumerate(self.days):
            until = self.days[place + 1] if place + 1 < len(self.days) else None
            if day not in held:
                if last:
                    yield last
                last = None
                continue
            service = self._service_on(day, group, mentions, statements, standing)
            if last and last.service == service:
                last = replace(last, until=until)
                continue
            if last:
                yield last
            last = ServiceState(since=day, until=until, service=service)
        if last:
            yield last

    def _held(self, mentions: Iterable[Mention]) -> tuple[date, ...]:
        days = (self._days.get(one.evidence.snapshot) for one in mentions)
        return tuple(sorted({day for day in days if day}))

    def _service_on(
        self,
        day: date,
        group: Group,
        mentions: Sequence[Mention],
        statements: Sequence[Statement],
        standing: Standing,
    ) -> Service:
        texts = self.snapshots_on(day)
        service = build_service(
            group,
            [one for one in mentions if one.evidence.snapshot in texts],
            [one for one in statements if one.evidence.snapshot in texts],
        )
        return with_standing(service, standing)


def with_standing(service: Service, standing: Standing) -> Service:
    """The service with what the editions of the register tell of it."""
    return replace(service, register_status=standing.status, year_in=standing.year_in, year_out=standing.year_out)
