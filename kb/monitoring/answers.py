"""The answers of a wave, pooled by what a rating is of."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from kb.model.monitoring import Answers
from kb.monitoring.errors import MonitoringError, NothingAnswered
from kb.monitoring.template import question_kinds
from kb.monitoring.wave_store import WaveStore


class Group(StrEnum):
    """What a rating is of."""

    SERVICE = "service"
    BODY = "body"
    REGION = "region"
    CHANNEL = "channel"


@dataclass(frozen=True, slots=True, kw_only=True)
class Selection:
    """Which answers count: those of one body, region or channel alone, or of some services; None is all of them."""

    services: frozenset[str] | None = None
    body: str | None = None
    region: str | None = None
    channel: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Pooled:
    """Answers to one question by group; `services` has of how many services those of each body are, `nameless` are
    the answers of rows that do not say their group."""

    groups: Mapping[str, Answers]
    services: Mapping[str, int]
    nameless: Answers


EVERYTHING = Selection()
PLACES = ("body", "region", "channel")
POOL = """
SELECT {group}, value, sum(count), 0 FROM read_parquet(?) WHERE question = ? {condition} GROUP BY {group}, value
"""
# One pass too; how many services a body has is told from the few cells that are left of its answers.
POOL_BODIES = """
WITH cells AS MATERIALIZED (
    SELECT {group} AS key, service, value, sum(count) AS people FROM read_parquet(?)
    WHERE question = ? {condition} GROUP BY ALL
), sizes AS (SELECT key, count(DISTINCT service) AS services FROM cells GROUP BY key)
SELECT cells.key, value, sum(people), any_value(services) FROM cells
JOIN sizes ON cells.key IS NOT DISTINCT FROM sizes.key GROUP BY cells.key, value
"""
PAIRS = """
WITH rows AS (
    SELECT respondent, service, channel, question, value FROM read_parquet(?)
    WHERE respondent IS NOT NULL AND value IS NOT NULL {condition}
)
SELECT a.value, b.value, count(*) FROM rows a JOIN rows b
ON a.respondent = b.respondent AND a.service = b.service AND a.channel IS NOT DISTINCT FROM b.channel
WHERE a.question = ? AND b.question = ? GROUP BY 1, 2
"""


def pool_answers(store: WaveStore, wave: str, group: Group, question: str, selection: Selection = EVERYTHING) -> Pooled:
    """The answers of a wave to a question, pooled by group in one pass over its file.

    Raises UnknownWave, MonitoringError for an unknown question, NothingAnswered where the wave did not ask it.
    """
    _require_question(question)
    condition, chosen = selected(selection)
    with store.opened() as engine:
        rows = engine.execute(
            (POOL_BODIES if group is Group.BODY else POOL).format(group=group.value, condition=condition),
            [str(store.path(wave)), question, *chosen],
        ).fetchall()
    if not rows:
        raise NothingAnswered(f"the wave {wave!r} has no answers to «{question}» of such services")
    found: dict[str | None, tuple[dict[Decimal, int], int]] = {}
    services: dict[str | None, int] = {}
    for key, value, count, own_services in rows:
        services[key] = int(own_services)
        counts, silent = found.setdefault(key, ({}, 0))
        if value is None:
            found[key] = (counts, silent + int(count))
        else:
            counts[value.normalize()] = int(count)
    groups = {key: Answers.of(counts, silent) for key, (counts, silent) in found.items()}
    return Pooled(
        groups={key: own for key, own in sorted(groups.items(), key=str) if key is not None},
        services={key: count for key, count in services.items() if key is not None and count},
        nameless=groups.get(None, Answers()),
    )


def wave_services(store: WaveStore, wave: str) -> frozenset[str]:
    """The ids of the services that a wave asked about."""
    path = str(store.path(wave))
    with store.opened() as engine:
        rows = engine.execute("SELECT DISTINCT service FROM read_parquet(?)", [path]).fetchall()
    return frozenset(str(row[0]) for row in rows)


def answer_pairs(
    store: WaveStore, wave: str, one: str, other: str, selection: Selection = EVERYTHING
) -> Mapping[tuple[Decimal, Decimal], int]:
    """How many people gave which two answers to two questions, for waves imported as rows of respondents.

    Raises NothingAnswered where the wave has counts only: who gave which two marks cannot be told from them.
    """
    _require_question(one)
    _require_question(other)
    condition, chosen = selected(selection)
    with store.opened() as engine:
        rows = engine.execute(
            PAIRS.format(condition=condition), [str(store.path(wave)), *chosen, one, other]
        ).fetchall()
    if not rows:
        raise NothingAnswered(
            f"the wave {wave!r} has no respondents who answered «{one}» and «{other}»; a correlation needs rows of "
            "respondents, not counts"
        )
    return {(first.normalize(), second.normalize()): int(count) for first, second, count in rows}


def selected(selection: Selection) -> tuple[str, list[str | list[str]]]:
    """The words of SQL for a selection and what stands in their places."""
    chosen = {name: getattr(selection, name) for name in PLACES}
    kept = {name: value for name, value in chosen.items() if value is not None}
    words = "".join(f" AND {name} = ?" for name in kept)
    values: list[str | list[str]] = list(kept.values())
    if selection.services is not None:
        return f"{words} AND service IN (SELECT unnest(?))", [*values, sorted(selection.services)]
    return words, values


def _require_question(question: str) -> None:
    if question not in question_kinds():
        raise MonitoringError(f"no question {question!r}; the questions are {', '.join(question_kinds())}")
