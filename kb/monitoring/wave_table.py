"""All counts of a wave by service, for who looks at one service after another."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from kb.model.monitoring import Answers, Wave
from kb.monitoring.contents import counted_rows
from kb.monitoring.wave_store import WaveStore

ServiceTable = Mapping[tuple[str, str | None], Answers]


@dataclass(frozen=True, slots=True, kw_only=True)
class WaveTable:
    """The answers of a wave by service, then by question and channel (None where a row tells none)."""

    wave: Wave
    services: Mapping[str, ServiceTable]


def read_wave_table(store: WaveStore, wave: str) -> WaveTable:
    """The table of a wave, pooled over bodies and regions; raises UnknownWave."""
    counts: dict[str, dict[tuple[str, str | None], dict[Decimal, int]]] = {}
    silent: dict[tuple[str, str, str | None], int] = {}
    for row in counted_rows(store, wave):
        own = counts.setdefault(row.service, {}).setdefault((row.question, row.channel), {})
        if row.value is None:
            key = (row.service, row.question, row.channel)
            silent[key] = silent.get(key, 0) + row.count
        else:
            own[row.value] = own.get(row.value, 0) + row.count
    return WaveTable(
        wave=store.wave(wave),
        services={
            service: {key: Answers.of(own, silent.get((service, *key), 0)) for key, own in table.items()}
            for service, table in counts.items()
        },
    )
