"""Observations of an import on their way into the base: a file of our own, checked as a whole."""

import csv
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from kb.monitoring.engine import Engine, sql_text
from kb.monitoring.observations import Observation

STAGED = {
    "place": "BIGINT", "service": "VARCHAR", "body": "VARCHAR", "region": "VARCHAR", "channel": "VARCHAR",
    "question": "VARCHAR", "respondent": "VARCHAR", "value": "DECIMAL(7,2)", "count": "BIGINT",
}  # fmt: skip
# Bytes; an import of two million rows took 267 MB with the engine's own buffers, 205 with 16 of these (bench, part
# «monitoring»).
LONGEST_ROW = 2**16
FILE_STEP = 2**40  # the place of an observation is its file and its row in one number
KEY = "service, body, region, channel, question, respondent"
# Two rows that answer one question for the same people; one row may hold several answers. Hashes of the keys are held
# against each other in as many passes as keep the memory flat, and those that are there twice are looked at in full.
HASHES = "COPY (SELECT hash({key}) AS key, place FROM {rows}) TO '{hashes}' (FORMAT parquet)"
SUSPECTS = """
SELECT key FROM read_parquet('{hashes}') WHERE key % {passes} = {number}
GROUP BY key HAVING min(place) <> max(place) ORDER BY min(place) LIMIT {most}
"""
KEYS_A_PASS = (
    500_000  # a million keys at once took 256 MB at the peak, in passes of this size 235 (bench, «monitoring»)
)
TWICE = """
SELECT any_value(question), any_value(service), min(place), max(place) FROM {rows}
WHERE list_contains(?, hash({key})) GROUP BY {key} HAVING min(place) <> max(place) ORDER BY 3
"""
TOTALS = """
SELECT coalesce(sum(count) FILTER (value IS NOT NULL), 0), coalesce(sum(count) FILTER (value IS NULL), 0) FROM {rows}
"""
MOST_ASKED = "SELECT question, sum(count) AS people FROM {rows} GROUP BY 1 ORDER BY people DESC, question LIMIT 1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Twice:
    """The same people counted in two rows, each by its file's place in the import and its number."""

    question: str
    service: str
    first: tuple[int, int]
    second: tuple[int, int]


class StagedWriter:
    """Writes observations one after the other."""

    def __init__(self, file: Any) -> None:
        self._file = file

    def write(self, sheet: int, row: int, one: Observation) -> None:
        """Adds an observation of a row of the sheet with this number; a count of 0 is nothing."""
        if one.count:
            self._file.writerow(
                [
                    sheet * FILE_STEP + row, one.service, one.body, one.region, one.channel, one.question,
                    one.respondent, one.value, one.count,
                ]
            )  # fmt: skip


@contextmanager
def staged_writer(path: Path) -> Iterator[StagedWriter]:
    """A writer into a new file at `path`."""
    with path.open("w", encoding="utf-8", newline="") as file:
        yield StagedWriter(csv.writer(file, lineterminator="\n"))


def staged_rows(path: Path) -> str:
    """The words of SQL that read a staged file with the types of its columns."""
    columns = ", ".join(f"'{name}': '{kind}'" for name, kind in STAGED.items())
    return (
        f"read_csv('{sql_text(str(path))}', columns={{{columns}}}, header=false, auto_detect=false, delim=',', "
        f"quote='\"', escape='\"', nullstr='', max_line_size={LONGEST_ROW}, buffer_size={16 * LONGEST_ROW})"
    )


def find_twice(engine: Engine, path: Path, most: int) -> tuple[Twice, ...]:
    """At most so many pairs of rows that count the same people."""
    source, hashes = staged_rows(path), sql_text(str(path.with_suffix(".keys")))
    ((count,),) = engine.execute(HASHES.format(rows=source, key=KEY, hashes=hashes)).fetchall()
    passes = 1 + int(count) // KEYS_A_PASS
    suspects = [
        row[0]
        for number in range(passes)
        for row in engine.execute(SUSPECTS.format(hashes=hashes, passes=passes, number=number, most=most)).fetchall()
    ][:most]
    if not suspects:
        return ()
    rows = engine.execute(TWICE.format(rows=source, key=KEY), [suspects]).fetchall()
    return tuple(
        Twice(
            question=str(question),
            service=str(service),
            first=divmod(int(first), FILE_STEP),
            second=divmod(int(second), FILE_STEP),
        )
        for question, service, first, second in rows
    )


def count_answers(engine: Engine, path: Path) -> tuple[int, int]:
    """How many answers there are, and how many people gave none."""
    ((answers, silent),) = engine.execute(TOTALS.format(rows=staged_rows(path))).fetchall()
    return int(answers), int(silent)


def most_asked(engine: Engine, path: Path) -> tuple[str, int]:
    """The question that was put to most people, and to how many."""
    ((question, people),) = engine.execute(MOST_ASKED.format(rows=staged_rows(path))).fetchall()
    return str(question), int(people)
