"""What a source module offers."""

from collections.abc import Callable, Generator, Mapping
from typing import Protocol

from kb.model import Document, Fetched, Reach, Repository, Request, Snapshot, Source
from kb.read import Head

# Bodies of the same source whose document names match a pattern (fnmatch: `folder/meta*.yaml`), by document name.
Related = Callable[[str], Mapping[str, bytes]]

# A source yields what it wants and is sent what came: None for a page that is gone, refused or a repository.
Discovery = Generator[Request | Repository, Fetched | None, None]


class Scraper(Protocol):
    """One source. A module with these names is found by itself; `TRIAL` orders the trial, smaller first.

    A module may also have `accompanies(head) -> bool`: True for a body that is only read together
    with others (the data sheet of an act) and is no document of its own; and `discover(reach) ->
    Discovery`: what is collected. A source without it takes local files only.
    """

    SOURCE: Source
    TRIAL: int

    def recognise(self, head: Head) -> bool:
        """Whether the body is of this source, by its content."""
        ...

    def read(self, snapshot: Snapshot, body: bytes, related: Related) -> Document:
        """The document; raises ReadError naming it when its shape is another one."""
        ...
