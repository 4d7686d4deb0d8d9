"""`kb export`: the data of the base as JSON Lines or CSV."""

from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from kb.cli.csv_table import write_csv
from kb.cli.failures import WrongCall
from kb.cli.opening import opened_registry
from kb.cli.options import read_day
from kb.cli.output import json_line, written_file
from kb.model.finding_shapes import judged_to_json, verdict_to_json
from kb.model.plain_json import Json
from kb.model.service_shapes import service_to_json
from kb.model.shapes import statement_to_json, survey_to_json
from kb.pipeline import Registry


class Kind(StrEnum):
    """What can be exported."""

    STATEMENTS = "statements"
    SERVICES = "services"
    SURVEY = "survey"
    FINDINGS = "findings"
    VERDICTS = "verdicts"


class Format(StrEnum):
    """How it is written."""

    JSONL = "jsonl"
    CSV = "csv"


def export(
    kind: Annotated[Kind, typer.Argument(help="What to export.")],
    format: Annotated[Format, typer.Option("--format", help="JSON Lines, or CSV with dotted columns.")] = Format.JSONL,  # noqa: A002
    out: Annotated[Path | None, typer.Option("--out", help="The file to write; standard output when left out.")] = None,
    as_of: Annotated[
        str | None, typer.Option("--as-of", metavar="YYYY-MM-DD", help="Services as the register had them on this day.")
    ] = None,
) -> None:
    """Write the data of the base out, always in the same order."""
    day = read_day(as_of)
    if day and kind is not Kind.SERVICES:
        raise WrongCall(f"--as-of goes with services only, not with {kind.value}")
    with opened_registry() as registry, written_file(out) as file:
        lines = _lines(registry, kind, day)
        if format is Format.CSV:
            write_csv(list(lines), file)
        else:
            file.writelines(json_line(line) for line in lines)


def _lines(registry: Registry, kind: Kind, day: date | None) -> Iterator[Json]:
    match kind:
        case Kind.STATEMENTS:
            return (statement_to_json(statement, service) for statement, service in registry.all_statements())
        case Kind.SERVICES:
            services = registry.catalogue.on(day) if day else registry.all_services()
            return (service_to_json(service) for service in services)
        case Kind.SURVEY:
            return (survey_to_json(row, service) for row, service in registry.all_survey())
        case Kind.FINDINGS:
            return (judged_to_json(judged, service) for judged, service in registry.findings.each())
        case Kind.VERDICTS:
            return (verdict_to_json(note) for note in registry.findings.verdicts())
