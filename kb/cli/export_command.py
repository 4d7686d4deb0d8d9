"""`kb export`: the data of the base as JSON Lines or CSV."""

from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kb.cli.csv_table import write_csv
from kb.cli.opening import opened_registry
from kb.cli.output import json_line, written_file
from kb.model.shapes import Json, service_to_json, statement_to_json, survey_to_json
from kb.pipeline import Registry


class Kind(StrEnum):
    """What can be exported."""

    STATEMENTS = "statements"
    SERVICES = "services"
    SURVEY = "survey"


class Format(StrEnum):
    """How it is written."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    kind: Annotated[Kind, typer.Argument(help="What to export.")],
    format: Annotated[Format, typer.Option("--format", help="JSON Lines, or CSV with dotted columns.")] = Format.JSONL,  # noqa: A002
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; standard output when left out.")] = None,
) -> None:
    """Write the data of the base out, always in the same order."""
    with opened_registry() as registry, written_file(out) as file:
        lines = _lines(registry, kind)
        if format is Format.CSV:
            write_csv(list(lines), file)
        else:
            file.writelines(json_line(line) for line in lines)


def _lines(registry: Registry, kind: Kind) -> Iterator[Json]:
    match kind:
        case Kind.STATEMENTS:
            return (statement_to_json(statement, service) for statement, service in registry.all_statements())
        case Kind.SERVICES:
            return (service_to_json(service) for service in registry.all_services())
        case Kind.SURVEY:
            return (survey_to_json(row, service) for row, service in registry.all_survey())
