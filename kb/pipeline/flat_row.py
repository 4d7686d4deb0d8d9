"""A JSON object as a row of a table with dotted columns."""

from decimal import Decimal
from typing import Any

from kb.model.plain_json import Json

BETWEEN = "; "
FORMULA_SIGNS = ("=", "+", "-", "@", "\t", "\r")  # a spreadsheet runs a cell that begins so


def flat_row(data: Json, before: str = "") -> dict[str, str]:
    """`{"value": {"unit": …}}` is column `value.unit`, a list is joined by `; `, null is empty.

    A text that a spreadsheet would take for a formula begins with an apostrophe; numbers stay as they are.
    """
    row: dict[str, str] = {}
    for key, value in data.items():
        if isinstance(value, dict) and value:
            row.update(flat_row(value, f"{before}{key}."))
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
