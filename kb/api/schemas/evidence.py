"""Evidence and issues: places in documents."""

from pydantic import Field

from kb.api.schemas.shape import Shape
from kb.model import Language, Severity


class EvidenceShape(Shape):
    """The exact words and their place in an archived snapshot."""

    document: str = Field(description="URL, or the path of an imported file")
    snapshot: str = Field(description="sha256:… of the archived bytes")
    act: str | None
    edition: str | None
    language: Language
    clause: str | None
    start: int = Field(description="Character offset into /v1/snapshots/{digest}/text, first letter")
    end: int = Field(description="Character offset after the last letter")
    line: int = Field(description="1-based line of the first letter")
    quote: str


class IssueShape(Shape):
    """Something in a document that could not be read or did not fit."""

    code: str
    severity: Severity
    document: str
    message: str
    line: int | None
