"""Rows of totals beside their parts: a row without a body, region or channel that is the sum of rows which have one."""

from dataclasses import dataclass
from pathlib import Path

from kb.monitoring.engine import Engine
from kb.monitoring.staged import FILE_STEP, staged_rows

DIMENSIONS = ("channel", "region", "body")
LEAST_PARTS = 2
# Counts alone: rows of respondents are people, not sums. A row is told by its keys, which no other row has; it is a
# total where every answer of it is counted as often by the rows beside it together, and by no answer more.
COUNTS = """
CREATE TEMP TABLE counts AS
SELECT service, question, body, region, channel, coalesce(value, -1) AS value, sum(count) AS people,
    min(place) AS place
FROM {rows} WHERE respondent IS NULL GROUP BY ALL
"""
TOTALS = """
WITH wholes AS (
    SELECT service, question, {others}, count(*) AS answers, min(place) AS place FROM counts
    WHERE {column} IS NULL GROUP BY service, question, {others}
), parts AS (
    SELECT service, question, {others}, count(DISTINCT value) AS answers, count(DISTINCT {column}) AS parts FROM counts
    WHERE {column} IS NOT NULL GROUP BY service, question, {others}
), sums AS (
    SELECT service, question, {others}, value, sum(people) AS people FROM counts
    WHERE {column} IS NOT NULL GROUP BY service, question, {others}, value
), same AS (
    SELECT counts.service, counts.question, {own_others}, count(*) AS answers FROM counts
    JOIN sums ON {same_sums} AND counts.value = sums.value AND counts.people = sums.people
    WHERE counts.{column} IS NULL GROUP BY counts.service, counts.question, {own_others}
)
SELECT wholes.place, wholes.service, wholes.question, parts.parts FROM wholes
JOIN parts ON {same_parts} JOIN same ON {same_same}
WHERE parts.parts >= {least} AND wholes.answers = parts.answers AND wholes.answers = same.answers
ORDER BY wholes.place LIMIT {most}
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class TotalRow:
    """A row, by its file's place in the import and its number, that is the sum of so many others by a column."""

    row: tuple[int, int]
    service: str
    question: str
    column: str
    parts: int


def find_totals(engine: Engine, path: Path, most: int) -> tuple[TotalRow, ...]:
    """At most so many rows of counts that equal all rows together which differ from them by having a channel, a region
    or a body."""
    engine.execute(COUNTS.format(rows=staged_rows(path)))
    found: list[TotalRow] = []
    for column in DIMENSIONS:
        others = [one for one in DIMENSIONS if one != column]
        query = TOTALS.format(
            column=column, others=", ".join(others), own_others=", ".join(f"counts.{one}" for one in others),
            same_sums=_same("counts", "sums", others), same_parts=_same("wholes", "parts", others),
            same_same=_same("wholes", "same", others), least=LEAST_PARTS, most=most,
        )  # fmt: skip
        found += [
            TotalRow(row=divmod(int(place), FILE_STEP), service=service, question=question, column=column, parts=parts)
            for place, service, question, parts in engine.execute(query).fetchall()
        ]
    engine.execute("DROP TABLE counts")
    return tuple(sorted(found, key=lambda one: one.row)[:most])


def _same(one: str, other: str, others: list[str]) -> str:
    keys = ("service", "question", *others)
    return " AND ".join(f"{one}.{key} IS NOT DISTINCT FROM {other}.{key}" for key in keys)
