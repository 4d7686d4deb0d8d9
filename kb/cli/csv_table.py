"""JSON objects as a table with dotted columns."""

import csv
from collections.abc import Sequence
from decimal import Decimal
from typing import Any, TextIO

from kb.model.plain_json import Json

BETWEEN = "; "
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that begins so


def write_csv(lines: Sequence[Json], file: TextIO) -> None:
    """One row an object: `{"value": {"unit": …}}` is column `value.unit`, a list is joined by `; `, null is empty.

    A text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay as they are. Columns
    stand in the order in which the objects first name them.
    """
    rows = [_flat(line) for line in lines]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)


def _flat(data: Json, before: str = "") -> dict[str, str]:
    row: dict[str, str] = {}
    for key, value in data.items():
        if isinstance(value, dict) and value:
            row.update(_flat(value, f"{before}{key}."))
        else:
            row[f"{before}{key}"] = _cell(value)
    return row


def _cell(value: Any) -> str:
    match value:
        case None | {}:
            return ""
        case bool():
            return "true" if value else "false"
        case int() | float() | Decimal():
            return str(value)
        case list():
            text = BETWEEN.join(str(one) for one in value)
        case _:
            text = str(value)
    return f"'{text}" if text.startswith(FORMULA_SIGNS) else text
