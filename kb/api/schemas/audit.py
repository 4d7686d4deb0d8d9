"""The audit trail."""

from typing import Any

from pydantic import Field

from kb.api.schemas.shape import Shape


class AuditShape(Shape):
    """One change made by a person."""

    id: int
    at: str
    actor: str = Field(description="Name of the key, or of a person at this machine")
    role: str
    key: str | None = Field(description="Id of the key; null where no key signed in")
    action: str = Field(description="A thing and what was done to it: key.add, review.decide, ...")
    target: str = Field(description="Id of what was changed")
    before: Any = None
    after: Any = None
    previous: str = Field(description="Digest of the entry before")
    digest: str = Field(description="SHA-256 over `previous` and all that stands here")
