"""Long answers, sent while they are made: JSON Lines and CSV."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import chain, islice

from starlette.responses import StreamingResponse

from kb.model.plain_json import Json
from kb.pipeline.flat_row import flat_row

JSON_LINES = "application/jsonl"
CSV = "text/csv; charset=utf-8"
_PORTION = 100  # lines sent at a time


def jsonl_response(lines: Iterable[Json], *, name: str) -> StreamingResponse:
    """One object a line, for a file of this name. What fails before the first line is raised here."""
    portions = (
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in portion) for portion in _portions(_begun(lines))
    )
    return _response(portions, JSON_LINES, f"{name}.jsonl")


def csv_response(lines: Iterable[Json], *, columns: Sequence[str], name: str) -> StreamingResponse:
    """The dotted columns of each object (kb.pipeline.flat_row); what fails before the first line is raised here."""
    return _response(_csv(_begun(lines), columns), CSV, f"{name}.csv")


def _csv(lines: Iterator[Json], columns: Sequence[str]) -> Iterator[str]:
    yield ",".join(columns) + "\n"
    for portion in _portions(lines):
        held = StringIO()
        writer = csv.DictWriter(held, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writerows(flat_row(line) for line in portion)
        yield held.getvalue()


def _response(portions: Iterator[str], media_type: str, name: str) -> StreamingResponse:
    # Sources may hold a lone surrogate that UTF-8 cannot carry.
    return StreamingResponse(
        (portion.encode("utf-8", "replace") for portion in portions),
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"'},
    )


def _begun(lines: Iterable[Json]) -> Iterator[Json]:
    """The lines, of which the first is read at once."""
    rest = iter(lines)
    return chain(list(islice(rest, 1)), rest)


def _portions(lines: Iterator[Json]) -> Iterator[list[Json]]:
    while portion := list(islice(lines, _PORTION)):
        yield portion
