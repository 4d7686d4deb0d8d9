"""Long answers: JSON Lines and CSV, read to their end into a file beside memory and then sent."""

import csv
import json
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO
from itertools import islice
from tempfile import SpooledTemporaryFile
from typing import IO

from starlette.responses import StreamingResponse

from kb.model.plain_json import Json
from kb.pipeline.flat_row import flat_row

JSON_LINES = "application/jsonl"
CSV = "text/csv; charset=utf-8"
IN_MEMORY = 1_000_000  # bytes of an answer; a longer one lies in a temporary file until it is sent
SENT_AT_ONCE = 65_536  # bytes
_PORTION = 100  # lines written at a time


def jsonl_response(lines: Iterable[Json], *, name: str) -> StreamingResponse:
    """One object a line, for a file of this name; what fails while it is read is raised here."""
    portions = (
        "".join(json.dumps(line, ensure_ascii=False) + "\n" for line in portion) for portion in _portions(lines)
    )
    return _response(portions, JSON_LINES, f"{name}.jsonl")


def csv_response(lines: Iterable[Json], *, columns: Sequence[str], name: str) -> StreamingResponse:
    """The dotted columns of each object (kb.pipeline.flat_row); what fails while it is read is raised here."""
    return _response(_csv(lines, columns), CSV, f"{name}.csv")


def _csv(lines: Iterable[Json], columns: Sequence[str]) -> Iterator[str]:
    yield ",".join(columns) + "\n"
    for portion in _portions(lines):
        held = StringIO()
        writer = csv.DictWriter(held, columns, restval="", extrasaction="ignore", lineterminator="\n")
        writer.writerows(flat_row(line) for line in portion)
        yield held.getvalue()


def _response(portions: Iterator[str], media_type: str, name: str) -> StreamingResponse:
    # All is read before the first byte leaves: a client that reads slowly holds a file, and no connection to the
    # database, of which there are few; and what fails is told as a failure, not by a file that ends early.
    held = SpooledTemporaryFile(max_size=IN_MEMORY)  # noqa: SIM115 - closed by who sends it
    try:
        for portion in portions:
            held.write(portion.encode("utf-8", "replace"))  # sources may hold a lone surrogate that UTF-8 cannot carry
    except BaseException:
        held.close()
        raise
    size = held.tell()
    return StreamingResponse(
        _sent(held),
        media_type=media_type,
        headers={"Content-Disposition": f'attachment; filename="{name}"', "Content-Length": str(size)},
    )


def _sent(held: IO[bytes]) -> Iterator[bytes]:
    with held:
        held.seek(0)
        while portion := held.read(SENT_AT_ONCE):
            yield portion


def _portions(lines: Iterable[Json]) -> Iterator[list[Json]]:
    rest = iter(lines)
    while portion := list(islice(rest, _PORTION)):
        yield portion
