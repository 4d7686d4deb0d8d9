"""The lines of a report that the answers of a wave were read from."""

from collections.abc import Mapping
from dataclasses import dataclass

from kb.monitoring.engine import Engine
from kb.monitoring.wave_store import WaveStore


@dataclass(frozen=True, slots=True, kw_only=True)
class AnsweredKeys:
    """Whom answers are about, and which question they answer."""

    service: str
    body: str | None
    region: str | None
    channel: str | None
    question: str


LINES = """
SELECT service, body, region, channel, question, min(line) FROM read_parquet(?)
GROUP BY service, body, region, channel, question ORDER BY min(line), service, question
"""


def wave_lines(store: WaveStore, wave: str) -> Mapping[AnsweredKeys, int]:
    """The 1-based line of the report behind the answers of a wave; nothing for a wave of files. Raises UnknownWave."""
    path = str(store.path(wave))
    with store.opened() as engine:
        rows = engine.execute(LINES, [path]).fetchall() if _has_lines(engine, path) else []
    return {
        AnsweredKeys(service=service, body=body, region=region, channel=channel, question=question): int(line)
        for service, body, region, channel, question, line in rows
    }


def _has_lines(engine: Engine, path: str) -> bool:
    columns = engine.execute("DESCRIBE SELECT * FROM read_parquet(?)", [path]).fetchall()
    return any(row[0] == "line" for row in columns)
