"""Quotes of focus groups: brought wave by wave, personal data masked, shown with their services."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from kb.model.access import Actor
from kb.model.monitoring import Wave
from kb.model.quote import Quote
from kb.monitoring import WaveExists
from kb.monitoring.quotes import ReadQuotes, read_quotes
from kb.pipeline.errors import UnknownName
from kb.store import Store
from kb.text import Masked, mask_personal


class Quotes:
    """The quotes of a base. Safe to use from several threads."""

    def __init__(
        self,
        store: Store,
        *,
        mask: Callable[[str], Masked] = mask_personal,
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._mask = mask
        self._clock = clock

    def bring(
        self, files: Sequence[Path], *, actor: Actor, head: Mapping[str, Any] | None = None, replaces: bool = False
    ) -> ReadQuotes:
        """Keeps the quotes of files as one wave, masked, all of them or none.

        Raises BadMarks with a line for each fault, WaveExists where the wave has quotes and nothing `replaces` them,
        StoreBusy.
        """
        with self._store.read() as base:
            services = {name for name, service in base.service_ids() if service is not None}
        read = read_quotes(files, services=services, head=head)
        masked = tuple(replace(one, words=self._mask(one.words).text) for one in read.quotes)
        now = self._clock()
        with self._store.write() as base:
            there = {wave.id: count for wave, count in base.quote_waves()}
            if read.wave.id in there and not replaces:
                raise WaveExists(f"the wave {read.wave.id!r} has quotes already; --replace puts these in their place")
            base.save_quotes(read.wave, masked, at=now)
            base.note_audit(
                actor=actor,
                action="quotes.import",
                target=read.wave.id,
                before={"quotes": there.get(read.wave.id, 0)},
                after={"quotes": len(masked), "files": [path.name for path in files]},
                at=now,
            )
        return ReadQuotes(wave=read.wave, quotes=masked)

    def waves(self) -> tuple[tuple[Wave, int], ...]:
        """The waves that have quotes with how many, the newest year first."""
        with self._store.read() as base:
            return base.quote_waves()

    def of_wave(self, wave: str) -> tuple[Quote, ...]:
        """The quotes of a wave in the order of its files; raises UnknownName."""
        with self._store.read() as base:
            found = base.quotes(wave)
        if not found:
            raise UnknownName(f"no wave {wave!r} has quotes; see kb monitor quotes waves")
        return found

    def of_service(self, names: frozenset[str]) -> tuple[tuple[Wave, Quote], ...]:
        """What was said of a service that goes by these ids, the newest year first."""
        with self._store.read() as base:
            return base.quotes_of(names)

    def remove(self, wave: str, *, actor: Actor) -> int:
        """Deletes the quotes of a wave; how many they were. Raises UnknownName, StoreBusy."""
        with self._store.write() as base:
            count = base.forget_quotes(wave)
            if not count:
                raise UnknownName(f"no wave {wave!r} has quotes; see kb monitor quotes waves")
            base.note_audit(actor=actor, action="quotes.remove", target=wave, before={"quotes": count}, after=None)
        return count
