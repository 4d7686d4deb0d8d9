"""What is collected: acts by a search, each with all its pages in both languages."""

import json
from collections.abc import Generator
from itertools import pairwise

from kb.collect import NotOffered
from kb.model import Fetched, Reach, Request
from kb.read import ReadError, decode_body, load_json
from scrapers._contract import Discovery, within_limit
from scrapers.zan.address import SEARCH, TONGUES, document_address, page_number
from scrapers.zan.search_list import Found, SearchList, read_search_list

# What public code asks for, and what the bank was seen to answer.
PAGE_SIZE = 10

_Requests = Generator[Request, Fetched | None, None]
_Search = Generator[Request, Fetched | None, SearchList | None]


def discover(reach: Reach) -> Discovery:
    """Named acts (by the bank's number or the code of the legal database), else all that a search gives.

    The bank may refuse everybody for months: a refused search ends the run quietly, the refusal itself is
    reported by who asked. Raises ReadError when a list is empty or another shape, NotOffered when it
    knows no act by a name.
    """
    return within_limit(_named(reach) if reach.only else _all(reach), reach, beside=_is_beside)


def _is_beside(request: Request) -> bool:
    return (page_number(request.url) or 0) > 1


def _named(reach: Reach) -> _Requests:
    unknown: list[str] = []
    for name in reach.only:
        if name.isdecimal():
            yield from _act(name)
            continue
        listed = yield from _search({"text": name})
        if listed is None:
            return
        found = next((act for act in listed.acts if name in act.codes), None)
        if found:
            yield from _act(found.number)
        else:
            unknown.append(name)
    if unknown:
        raise NotOffered(f"{SEARCH}: no act {', '.join(unknown)}; expected it as 'ngr' or 'code' in 'list'")


def _all(reach: Reach) -> _Requests:
    seen: set[str] = set()
    page = total = 1
    while (page - 1) * PAGE_SIZE < total:
        listed = yield from _search({}, page)
        if listed is None:
            return
        total = listed.total
        fresh = [act for act in listed.acts if act.number not in seen]
        if not fresh:
            raise ReadError(
                f"{SEARCH}: page {page} has no act new to the pages before; expected more than {len(seen)} of {total}"
            )
        for act in fresh:
            if reach.since is None or act.adopted_on is None or act.adopted_on >= reach.since:
                yield from _act(act.number)
        seen.update(act.number for act in fresh)
        if _is_past(listed.acts, reach):
            return
        page += 1
    if len(seen) < total:
        raise ReadError(f"{SEARCH}: {len(seen)} acts on {page - 1} pages, expected {total} ('documentsFound')")


def _is_past(acts: tuple[Found, ...], reach: Reach) -> bool:
    """Whether the list goes back in time and a whole page lies before the day from which acts are wanted."""
    days = [act.adopted_on for act in acts if act.adopted_on]
    if reach.since is None or len(days) < len(acts):
        return False
    return max(days) < reach.since and all(later >= earlier for later, earlier in pairwise(days))


def _search(asked: dict[str, str], page: int = 1) -> _Search:
    body = json.dumps({"page": page, "pageSize": PAGE_SIZE, "lang": "rus", **asked})
    answer = yield Request(url=SEARCH, listing=True, json=body, accept="application/json")
    return read_search_list(answer.body, SEARCH) if answer else None


def _act(number: str) -> _Requests:
    for language, tongue in TONGUES.items():
        page = pages = 1
        while page <= pages:
            url = document_address(number, tongue, page)
            answer = yield Request(url=url, language=language, accept="application/json")
            if answer is None:
                break
            pages = max(pages, _pages(answer, url))
            page += 1


def _pages(answer: Fetched, url: str) -> int:
    try:
        data = load_json(decode_body(answer.body, document=url).text)
    except ReadError as error:
        raise ReadError(f"{url}: {error}") from error
    count = data.get("pagesCount", 1) if isinstance(data, dict) else None
    if not isinstance(count, int) or count < 1:
        raise ReadError(f"{url}: {count!r} is no number of pages; expected 'pagesCount' in the answer")
    return count
