"""Query parameters that several endpoints take, with their limits."""

from datetime import date
from typing import Annotated

from fastapi import Path, Query
from fastapi.exceptions import RequestValidationError

from kb.api.schemas.answer import QUERY_LIMIT
from kb.model import Language

Text = Annotated[str, Query(min_length=1, max_length=QUERY_LIMIT, description="Words in Kazakh or Russian")]
Limit = Annotated[int, Query(ge=1, le=100, description="Items on a page")]
Cursor = Annotated[str | None, Query(max_length=500, description="`next` of the page before")]
AsOf = Annotated[date | None, Query(description="Date that the values are looked at for; today when left out")]
Lang = Annotated[Language | None, Query(description="Language of the words; told from the text when left out")]
WithFacets = Annotated[bool, Query(description="With counts of what the results could be narrowed to")]
ServiceName = Annotated[str, Query(max_length=300, description="Any id of a service")]
Name = Annotated[str, Path(max_length=300)]
Digest = Annotated[str, Path(pattern="^sha256:[0-9a-f]{64}$", description="sha256:… of the archived bytes")]


def wrong_value(name: str, message: str, *, place: int | None = None) -> RequestValidationError:
    """What is raised for a parameter whose form is right and whose value is not; `place` is that of several values."""
    where = ("query", name) if place is None else ("query", name, place)
    return RequestValidationError([{"type": "value_error", "loc": where, "msg": message}])
