"""What a source asks to be collected, and what comes back."""

from dataclasses import dataclass
from datetime import date

from kb.model.language import Language
from kb.model.source import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """How far a run goes: what changed `since` a day, at most `limit` documents, `only` the named ones.

    What a name in `only` means is the source's own: a tier of repositories, the id of an act, a body.
    `today` is the day of the run in Kazakhstan.
    """

    today: date
    since: date | None = None
    limit: int | None = None
    only: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Request:
    """A page to be collected.

    `language` is the one that the page must have, None when the address does not say. A `listing` is read
    to find other pages and is no document of the base. `json` makes it a POST with that body.
    """

    url: str
    language: Language | None = None
    listing: bool = False
    json: str | None = None
    accept: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """A git repository whose files enter the archive: those whose paths match a pattern (fnmatch).

    Documents are named `name/<path of the file>`, those of an earlier commit `…@<commit>/<file>`;
    `companions` match files that are taken along with the documents of the same folder.
    """

    url: str
    name: str
    documents: tuple[str, ...]
    companions: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """The archived page: `changed` is False when its body is the one that was archived before.

    `url` is where the page was found in the end, behind redirects.
    """

    snapshot: Snapshot
    body: bytes
    url: str
    changed: bool
