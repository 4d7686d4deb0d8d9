"""What a wave holds: its questions, whom it is about, its counts row by row."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from kb.model.monitoring import Answers
from kb.monitoring.answers import EVERYTHING, Group, Selection, selected
from kb.monitoring.wave_store import WaveStore

AT_ONCE = 5_000  # rows taken from the engine at a time: some hundred kilobytes
COUNTED = """
SELECT service, body, region, channel, question, value, sum(count) FROM read_parquet(?)
GROUP BY ALL ORDER BY service, body, region, channel, question, value
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class CountedRow:
    """How many people gave `value` (None: no answer) to a question; without the respondents of a wave that has them."""

    service: str
    body: str | None
    region: str | None
    channel: str | None
    question: str
    value: Decimal | None
    count: int


def wave_keys(store: WaveStore, wave: str, group: Group) -> tuple[str, ...]:
    """The services, bodies, regions or channels that a wave names, sorted; raises UnknownWave."""
    rows = _rows(store, wave, f"SELECT DISTINCT {group.value} FROM read_parquet(?)", [])  # noqa: S608 - of an enum
    return tuple(sorted(str(row[0]) for row in rows if row[0] is not None))


def wave_questions(store: WaveStore, wave: str) -> Mapping[str, int]:
    """How many people each question of a wave was put to, by code; raises UnknownWave."""
    words = "SELECT question, sum(count) FROM read_parquet(?) GROUP BY 1 ORDER BY 1"
    return {str(code): int(asked) for code, asked in _rows(store, wave, words, [])}


def service_answers(
    store: WaveStore, wave: str, group: Group, question: str, selection: Selection = EVERYTHING
) -> Mapping[str, Mapping[str, Answers]]:
    """The answers to a question by body, region, channel or service, of each service apart; raises UnknownWave."""
    condition, chosen = selected(selection)
    words = (
        f"SELECT {group.value}, service, value, sum(count) FROM read_parquet(?) "  # noqa: S608 - of an enum
        f"WHERE question = ? {condition} GROUP BY {group.value}, service, value"
    )
    counts: dict[tuple[str, str], dict[Decimal, int]] = {}
    silent: dict[tuple[str, str], int] = {}
    for key, service, value, count in _rows(store, wave, words, [question, *chosen]):
        if key is None:
            continue
        own = counts.setdefault((str(key), str(service)), {})
        if value is None:
            silent[str(key), str(service)] = int(count)
        else:
            own[value.normalize()] = int(count)
    found: dict[str, dict[str, Answers]] = {}
    for (key, service), own in sorted(counts.items()):
        found.setdefault(key, {})[service] = Answers.of(own, silent.get((key, service), 0))
    return found


def counted_rows(store: WaveStore, wave: str) -> Iterator[CountedRow]:
    """All counts of a wave in a fixed order, a portion at a time; raises UnknownWave."""
    path = str(store.path(wave))
    with store.opened() as engine:
        rows = engine.execute(COUNTED, [path])
        while portion := rows.fetchmany(AT_ONCE):
            for service, body, region, channel, question, value, count in portion:
                yield CountedRow(
                    service=service, body=body, region=region, channel=channel, question=question,
                    value=None if value is None else value.normalize(), count=int(count),
                )  # fmt: skip


def _rows(store: WaveStore, wave: str, words: str, chosen: list[str | list[str]]) -> list[tuple[Any, ...]]:
    path = str(store.path(wave))
    with store.opened() as engine:
        return engine.execute(words, [path, *chosen]).fetchall()
