"""JSON → rows."""

import json
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from kb.monitoring.errors import BadMarks
from kb.monitoring.sheets.sheet import Sheet, SheetRow

LARGEST_JSON = 64 * 2**20  # bytes; it is parsed as a whole, and larger surveys come as CSV
HEAD, ROWS = "wave", "rows"


def read_json(path: Path, name: str) -> Sheet:
    """`{"wave": {…}, "rows": [{column: value}, …]}` or the list of rows alone; raises BadMarks for another shape.

    Numbers keep the digits they are written with. Rows are numbered from 2, as below a heading.
    """
    try:
        if path.stat().st_size > LARGEST_JSON:
            raise BadMarks([f"{name}: larger than {LARGEST_JSON // 2**20} MB; bring so many answers as CSV"])
        data = json.loads(
            path.read_text(encoding="utf-8-sig"), parse_float=str, parse_int=str, parse_constant=_no_number
        )
    except (ValueError, RecursionError) as problem:
        raise BadMarks([f"{name}: is no JSON ({problem})"]) from problem
    except OSError as problem:
        raise BadMarks([f"{name}: cannot be read ({problem.strerror})"]) from problem
    head = data.get(HEAD) if isinstance(data, dict) else None
    rows = data.get(ROWS) if isinstance(data, dict) else data
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise BadMarks([f'{name}: expected {{"rows": [{{column: value}}, …]}}, and "wave" where they are of a wave'])
    if head is not None and not isinstance(head, dict):
        raise BadMarks([f"{name}: «wave» must be an object with the head of the wave"])
    return Sheet(name=name, rows=_rows(rows, name), head=head)


def sheet_of_rows(rows: Sequence[Mapping[str, Any]], name: str) -> Sheet:
    """Rows that came as JSON already, numbered as those of a file; raises BadMarks for what no cell holds."""
    told = [{column: _told(value) for column, value in row.items()} for row in rows]
    return Sheet(name=name, rows=_rows(told, name))


def _told(value: Any) -> Any:
    return str(value) if isinstance(value, int | float) and not isinstance(value, bool) else value


def _rows(rows: list[dict[str, Any]], name: str) -> Iterator[SheetRow]:
    if not rows:
        return
    columns = list(dict.fromkeys(column for row in rows for column in row))
    yield SheetRow(1, tuple(columns))
    for number, row in enumerate(rows, start=2):
        yield SheetRow(
            number, tuple(_cell(row.get(column), f"{name}: row {number}, column «{column}»") for column in columns)
        )


def _cell(value: Any, place: str) -> str:
    match value:
        case None:
            return ""
        case bool():
            return "yes" if value else "no"
        case str():
            return value.strip()
    raise BadMarks([f"{place}: a value must be a text or a number, not a list or an object"])


def _no_number(word: str) -> str:
    raise ValueError(f"{word} is no number")
