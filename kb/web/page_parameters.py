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


def _asked_day(as_of: Annotated[str, Query(max_length=40)] = "") -> date | None:
    """A form sends an empty date when none was chosen."""
    if not as_of.strip():
        return None
    try:
        return date.fromisoformat(as_of.strip())
    except ValueError as error:
        raise HTTPException(422, "as_of is not a date") from error


AsOf = Annotated[date | None, Depends(_asked_day)]
