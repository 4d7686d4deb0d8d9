"""Where texts come from and who speaks in them."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from kb.model.language import Language


class SourceKind(StrEnum):
    """Who states a value (not who prints it): a standard quoted in a report stays `standard`."""

    ACT = "act"
    STANDARD = "standard"
    PORTAL_CARD = "portal_card"
    CONTACT_CENTRE = "contact_centre"
    PRACTICE = "practice"
    SURVEY = "survey"
    NEWS = "news"


class Layout(StrEnum):
    """Whether a scraper's reading of a page was checked against a real page."""

    VERIFIED = "verified"
    UNVERIFIED = "unverified"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The passport of a source.

    `expected_documents` is (minimum, maximum or None); a run outside it is an issue. `cadence_days`
    and `pace_seconds` are what collection keeps to; both are None for sources that only import files.
    """

    id: str
    publisher_kk: str
    publisher_ru: str
    urls: tuple[str, ...]
    languages: tuple[Language, ...]
    kind: SourceKind
    layout: Layout
    expected_documents: tuple[int, int | None] = (1, None)
    cadence_days: int | None = None
    pace_seconds: float | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One archived body: what stood at `document` (URL or path) when it was taken.

    `digest` is `sha256:…` of the bytes; `language` is None until the text is read; `sample` marks
    pages written for this project, which are shown as such everywhere.
    """

    digest: str
    document: str
    source: str
    media_type: str
    taken_at: datetime
    size: int
    language: Language | None = None
    sample: bool = False
