"""The answer to a search: how many acts were found, and some of them."""

import datetime as dt
from dataclasses import dataclass

from kb.read import ReadError, decode_body, load_json
from scrapers.zan.answer import day_of


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """An act in the list; `number` is that of its address, `codes` are all by which it is known."""

    number: str
    codes: frozenset[str]
    adopted_on: dt.date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class SearchList:
    """`total` is the number of acts that the search found on all its pages."""

    total: int
    acts: tuple[Found, ...]


def read_search_list(body: bytes, url: str) -> SearchList:
    """The acts on a page; raises ReadError naming it when it is no such answer."""
    try:
        data = load_json(decode_body(body, document=url).text)
    except ReadError as error:
        raise ReadError(f"{url}: {error}") from error
    total = data.get("documentsFound") if isinstance(data, dict) else None
    listed = data.get("list") if isinstance(data, dict) else None
    if not isinstance(total, int) or not isinstance(listed, list):
        raise ReadError(f"{url}: no answer to a search; expected the number 'documentsFound' and the list 'list'")
    acts = tuple(
        Found(
            number=str(act["id"]),
            codes=frozenset(str(act[key]) for key in ("id", "code", "ngr") if act.get(key)),
            adopted_on=day_of(act.get("stateAgencyApprovalDate")),
        )
        for act in listed
        if isinstance(act, dict) and act.get("id")
    )
    if len(acts) < len(listed):
        raise ReadError(f"{url}: {len(listed) - len(acts)} acts of the list without 'id'")
    return SearchList(total=total, acts=acts)
