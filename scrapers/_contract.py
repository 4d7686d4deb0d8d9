"""What a source module offers."""

from collections.abc import Callable, Generator, Mapping
from typing import Protocol

from kb.model import Document, Fetched, Reach, Repository, Request, Snapshot, Source
from kb.read import Head

# Bodies of the same source whose document names match a pattern (fnmatch: `folder/meta*.yaml`), by document name.
Related = Callable[[str], Mapping[str, bytes]]

# A source yields what it wants and is sent what came: None for a page that is gone, refused or a repository.
Discovery = Generator[Request | Repository, Fetched | None, None]


def within_limit(discovery: Discovery, reach: Reach, *, beside: Callable[[Request], bool] | None = None) -> Discovery:
    """The discovery, ended when it asks for more than the documents of the limit of the reach.

    What stands `beside` a document (its history, a further page of it) counts for none, and is still asked for behind
    the last one; lists count for none, and are not.
    """
    documents = 0
    answer: Fetched | None = None
    while True:
        try:
            request = discovery.send(answer)
        except StopIteration:
            return
        if isinstance(request, Request) and not (beside and beside(request)):
            if reach.limit is not None and documents >= reach.limit:
                return
            documents += not request.listing
        answer = yield request


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
