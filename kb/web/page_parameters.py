"""What pages take from their addresses."""

from datetime import date
from typing import Annotated

from fastapi import Depends, Path, Query
from starlette.exceptions import HTTPException

MAX_QUERY = 1000

Words = Annotated[str, Query(alias="q", max_length=MAX_QUERY)]
Cursor = Annotated[str | None, Query(max_length=500)]
Offset = Annotated[int, Query(ge=0, le=1_000_000_000)]
Name = Annotated[str, Path(max_length=300)]
Digest = Annotated[str, Path(pattern="^sha256:[0-9a-f]{64}$")]


def read_day(text: str, name: str) -> date | None:
    """A day of a form, which sends an empty one when none was chosen; raises HTTPException 422 for what is no day."""
    if not text.strip():
        return None
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise HTTPException(422, f"{name} is not a date") from error


def _asked_day(as_of: Annotated[str, Query(max_length=40)] = "") -> date | None:
    return read_day(as_of, "as_of")


def _first_day(start: Annotated[str, Query(alias="from", max_length=40)] = "") -> date | None:
    return read_day(start, "from")


def _second_day(end: Annotated[str, Query(alias="to", max_length=40)] = "") -> date | None:
    return read_day(end, "to")


def _since_day(since: Annotated[str, Query(max_length=40)] = "") -> date | None:
    return read_day(since, "since")


def _filed_day(filed: Annotated[str, Query(max_length=40)] = "") -> date | None:
    return read_day(filed, "filed")


def _seen(
    search: Annotated[str | None, Query(pattern="^[0-9a-f]{16}$")] = None,
    before: Annotated[int, Query(ge=0, le=100_000)] = 0,
) -> tuple[str | None, int]:
    return search, before


# A further page of results: the logged search that it belongs to, and how many results stood before it.
Seen = Annotated[tuple[str | None, int], Depends(_seen)]
AsOf = Annotated[date | None, Depends(_asked_day)]
FromDay = Annotated[date | None, Depends(_first_day)]
SinceDay = Annotated[date | None, Depends(_since_day)]
ToDay = Annotated[date | None, Depends(_second_day)]
FiledDay = Annotated[date | None, Depends(_filed_day)]
