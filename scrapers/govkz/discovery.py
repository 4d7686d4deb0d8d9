"""Which cards are collected: the list of the programming interface, then the page of each in both languages."""

from typing import Any

from kb.model import Language, Reach, Request
from kb.read import ReadError, decode_body, load_json
from scrapers._contract import Discovery, within_limit
from scrapers.govkz.address import SITE

_PAGE_SIZE = 100
_LIST = SITE + "/api/v1/public/content-manager/services?sort-by=created_date:DESC&page={page}&size=" + str(_PAGE_SIZE)
_LANGUAGES = (Language.KK, Language.RU)


def discover(reach: Reach) -> Discovery:
    """Pages of cards, both languages, those created since `reach.since`; `reach.only` names cards by number.

    Ends politely when the list cannot be had. Raises ReadError when its first page is empty, when a page has another
    shape, or when it repeats the page before.
    """
    return within_limit(_requests(reach), reach)


def _requests(reach: Reach) -> Discovery:
    for key in reach.only:
        yield from _card(key)
    page, before = 1, frozenset[str]()
    while not reach.only:
        address = _LIST.format(page=page)
        fetched = yield Request(url=address, language=Language.RU, listing=True, accept="application/json")
        if fetched is None:
            return
        records = _records(fetched.body, address)
        keys = frozenset(str(record["id"]) for record in records)
        if (page == 1 and not keys) or (keys and keys == before):
            raise ReadError(f"{address}: no new card; expected cards with id and created_date, newest first")
        fresh = [record for record in records if _is_fresh(record, reach)]
        for record in fresh:
            yield from _card(str(record["id"]))
        if len(records) < _PAGE_SIZE or len(fresh) < len(records):
            return
        page, before = page + 1, keys


def _card(key: str) -> Discovery:
    for language in _LANGUAGES:
        yield Request(url=f"{SITE}/services/{key}?lang={language.value}", language=language)


def _is_fresh(record: dict[str, Any], reach: Reach) -> bool:
    """A card that does not tell its day may have changed."""
    changed = str(record.get("modified_date") or record.get("created_date") or "")[:10]
    return reach.since is None or not changed or changed >= reach.since.isoformat()


def _records(body: bytes, address: str) -> list[dict[str, Any]]:
    try:
        data = load_json(decode_body(body, document=address).text)
    except ReadError as error:
        raise ReadError(f"{address}: {error}") from error
    if not isinstance(data, list) or not all(isinstance(record, dict) and "id" in record for record in data):
        raise ReadError(f"{address}: expected a list of objects with an id")
    return data
