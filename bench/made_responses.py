"""Responses of a survey that is as large as wanted: services, bodies, regions, channels and marks, made by counting."""

import csv
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path

from kb.model.monitoring import Wave
from kb.monitoring import WaveStore
from kb.norms import codes
from kb.norms.bodies import bodies
from kb.norms.regions import regions

SERVICES = 1_300  # about as many as the register has
WAVE = Wave(
    id="made-2025",
    year=2025,
    organisation="made",
    method="mass_survey",
    since=date(2025, 8, 1),
    until=date(2025, 10, 1),
)
HEADING = ("service", "body", "region", "channel", "respondent", "question", "value")
BODIES = 22
CHANNELS = 3
# Marks of a hundred respondents, as the survey of 2017 has them: one is silent.
MARKS = ("5",) * 65 + ("4",) * 27 + ("3",) * 6 + ("2", "")
STEP = 7_919  # a prime, so that the columns do not run in step
INTO_PARQUET = """
COPY (
    SELECT 's-' || (i * {step} % {services}) AS service, '{bodies}'.split(',')[1 + i % {body_count}] AS body,
        '{regions}'.split(',')[1 + i * 31 % {region_count}] AS region,
        '{channels}'.split(',')[1 + i * 13 % {channel_count}] AS channel,
        'satisfaction' AS question, i::VARCHAR AS respondent,
        TRY_CAST('{marks}'.split(',')[1 + i * 37 % 100] AS DECIMAL(7,2)) AS value, 1::BIGINT AS count
    FROM range({responses}) numbers(i)
) TO '{path}' (FORMAT parquet, COMPRESSION zstd)
"""


def services() -> frozenset[str]:
    """The ids of the services."""
    return frozenset(f"s-{number}" for number in range(SERVICES))


def write_wave(store: WaveStore, responses: int) -> Path:
    """The file of a wave with so many responses, as an import of them would leave it."""
    with store.opened() as engine:
        path = store.folder / f"{WAVE.id}.parquet"
        bodies_of, regions_of, channels_of = _columns()
        engine.execute(
            INTO_PARQUET.format(
                step=STEP, services=SERVICES, responses=responses, path=path, marks=",".join(MARKS),
                bodies=",".join(bodies_of), body_count=len(bodies_of), regions=",".join(regions_of),
                region_count=len(regions_of), channels=",".join(channels_of), channel_count=len(channels_of),
            )
        )  # fmt: skip
    return path


def write_csv(path: Path, responses: int) -> None:
    """A file of the template with so many rows."""
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(HEADING)
        writer.writerows(_rows(responses))


def _rows(responses: int) -> Iterator[tuple[str, ...]]:
    bodies_of, regions_of, channels_of = _columns()
    for number in range(responses):
        yield (
            f"s-{number * STEP % SERVICES}",
            bodies_of[number % len(bodies_of)],
            regions_of[number * 31 % len(regions_of)],
            channels_of[number * 13 % len(channels_of)],
            str(number),
            "satisfaction",
            MARKS[number * 37 % 100],
        )


def _columns() -> tuple[list[str], list[str], list[str]]:
    return (
        list(islice(bodies(), BODIES)),
        [region.code for region in regions()],
        list(islice(codes("channel"), CHANNELS)),
    )
