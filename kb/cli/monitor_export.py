"""`kb monitor export`: the counts of a wave, for others to compute with."""

import csv
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, TextIO

import typer

from kb.cli.export_command import Format
from kb.cli.monitor_commands import WaveId
from kb.cli.monitor_print import monitor
from kb.cli.opening import opened_registry
from kb.cli.output import json_line, written_file
from kb.model.plain_json import Json
from kb.pipeline.flat_row import flat_row
from kb.pipeline.monitoring import COUNTED_COLUMNS, counted_to_json

__all__ = ["monitor"]  # with this command beside the others


def export_counts(
    wave: WaveId,
    *,
    format: Annotated[Format, typer.Option("--format", help="CSV or JSON Lines.")] = Format.CSV,  # noqa: A002
    out: Annotated[Path | None, typer.Option("--out", help="File to write; stdout when left out.")] = None,
) -> None:
    """Write how many people gave which answer, row by row, without respondents."""
    with opened_registry() as registry:
        registry.monitoring.wave(wave)  # an unknown wave is told before a file is begun
        rows = (counted_to_json(row) for row in registry.monitoring.wave_export(wave))
        with written_file(out) as file:
            if format is Format.JSONL:
                file.writelines(json_line(row) for row in rows)
            else:
                _write_csv(rows, file)


def _write_csv(rows: Iterable[Json], file: TextIO) -> None:
    writer = csv.DictWriter(file, COUNTED_COLUMNS, lineterminator="\n")
    writer.writeheader()
    writer.writerows(flat_row(row) for row in rows)


monitor.command("export")(export_counts)
