"""What a source module offers, and what discoveries share."""

import datetime as dt
from collections.abc import Callable, Generator, Mapping
from typing import Any, Protocol

from kb.model import Document, Fetched, Language, Reach, Repository, Request, Snapshot, Source
from kb.read import Head, ReadError, decode_body, load_json

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


def follow_list(
    pages: Callable[[int], str],
    *,
    language: Language,
    size: int,
    reach: Reach,
    each: Callable[[dict[str, Any]], Discovery],
    most: int | None = None,
) -> Generator[Request | Repository, Fetched | None, bool]:
    """Asks for `each` record of a JSON list, newest first, until a page is not full, or older than `reach.since`.

    `pages` gives the address of a page (the first is 1) of `size` records; `most` is the last page that is asked for.
    Comes back with False when the first page cannot be had. Raises ReadError when that page is empty, when a page has
    another shape, or when it repeats the one before.
    """
    page, before = 1, frozenset[str]()
    while most is None or page <= most:
        address = pages(page)
        fetched = yield Request(url=address, language=language, listing=True, accept="application/json")
        if fetched is None:
            return page > 1
        records = _records(fetched.body, address)
        keys = frozenset(str(record["id"]) for record in records)
        if (page == 1 and not keys) or (keys and keys == before):
            raise ReadError(f"{address}: nothing new on this page; expected objects with id and created_date")
        fresh = [record for record in records if _is_fresh(record, reach)]
        for record in fresh:
            yield from each(record)
        if len(records) < size or len(fresh) < len(records):
            break
        page, before = page + 1, keys
    return True


def day_of(record: Mapping[str, Any], *names: str) -> dt.date | None:
    """The day in the first of these fields that says something; None where that is no day."""
    printed = next((str(record[name]) for name in names if record.get(name)), "")
    try:
        return dt.date.fromisoformat(printed[:10])
    except ValueError:
        return None


def _is_fresh(record: Mapping[str, Any], reach: Reach) -> bool:
    """A record that does not tell its day may be new."""
    day = day_of(record, "modified_date", "published_date", "created_date")
    return reach.since is None or day is None or day >= reach.since


def _records(body: bytes, address: str) -> list[dict[str, Any]]:
    try:
        data = load_json(decode_body(body, document=address).text)
    except ReadError as error:
        raise ReadError(f"{address}: {error}") from error
    if not isinstance(data, list) or not all(isinstance(record, dict) and "id" in record for record in data):
        raise ReadError(f"{address}: expected a list of objects with an id")
    return data


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
