"""The base of every response shape."""

from typing import Generic, TypeVar

from pydantic import BaseModel, ConfigDict, Field

Item = TypeVar("Item")


class Shape(BaseModel):
    """A JSON object that may gain fields: clients must ignore those they do not know."""

    model_config = ConfigDict(extra="allow")


class Listing(Shape, Generic[Item]):
    """One page of a list."""

    items: list[Item]
    next: str | None = Field(description="Cursor of the following page, null on the last one")
