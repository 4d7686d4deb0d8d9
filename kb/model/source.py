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
class ExpectedField:
    """The share of a source's documents (0 to 1) that state an attribute when its layout is read rightly."""

    attribute: str
    minimum: float
    maximum: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """The passport of a source.

    `expected_documents` is (minimum, maximum or None) of a whole run; a run outside it is an issue, and so
    is a base outside `expected_fields`. Collection keeps to the hosts of `urls` and `hosts`, goes to one of
    them once in `pace_seconds` at most and `daily_budget` times a day, and is due again after `cadence_days`;
    the three are None for sources that only import files.
    """

    id: str
    publisher_kk: str
    publisher_ru: str
    urls: tuple[str, ...]
    languages: tuple[Language, ...]
    kind: SourceKind
    layout: Layout
    hosts: tuple[str, ...] = ()
    expected_documents: tuple[int, int | None] = (1, None)
    expected_fields: tuple[ExpectedField, ...] = ()
    cadence_days: int | None = None
    pace_seconds: float | None = None
    daily_budget: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Snapshot:
    """One archived body: what stood at `document` (URL or path) when it was taken.

    `digest` is `sha256:…` of the bytes; `language` is None until the text is read; `sample` marks
    pages written for this project, which are shown as such everywhere; a `listing` was only read to find
    others and is no document of the base.
    """

    digest: str
    document: str
    source: str
    media_type: str
    taken_at: datetime
    size: int
    language: Language | None = None
    sample: bool = False
    listing: bool = False
