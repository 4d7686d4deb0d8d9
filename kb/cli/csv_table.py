"""JSON objects as a table with dotted columns."""

import csv
from collections.abc import Sequence
from typing import TextIO

from kb.model.plain_json import Json
from kb.pipeline.flat_row import flat_row


def write_csv(lines: Sequence[Json], file: TextIO) -> None:
    """One row an object, as `kb.pipeline.flat_row` makes them; columns stand in the order in which the objects first
    name them."""
    rows = [flat_row(line) for line in lines]
    columns = list(dict.fromkeys(column for row in rows for column in row))
    writer = csv.DictWriter(file, columns, restval="", lineterminator="\n")
    writer.writeheader()
    writer.writerows(rows)
