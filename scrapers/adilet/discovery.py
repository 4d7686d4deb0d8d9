"""What is collected: the acts that are named, or the index of each year, and the pages of an act."""

import re
from collections.abc import Generator

from kb.collect import NotOffered
from kb.model import Fetched, Language, Reach, Request
from kb.read import ReadError, decode_body
from scrapers._contract import Discovery, within_limit
from scrapers.adilet.address import TONGUES, Address, is_code
from scrapers.adilet.history import read_history, text_days
from scrapers.adilet.passport import FIRST_FULL_YEAR, FIRST_YEAR, HOST, MIRROR
from scrapers.adilet.wording import wording
from scrapers.adilet.year_index import PAGE_SIZE, Entry, IndexPage, index_address, read_index

# The way through pages of the site: asks, is sent what came, returns what it found.
_Requests = Generator[Request, Fetched | None, None]
_STATUS = re.compile(rb"\bstatus_([a-z]+)\b")


def discover(reach: Reach) -> Discovery:
    """Named acts (by code) with their history and all editions since a day, else the acts of the years.

    A year is known by the adoption of its acts; those last changed before `reach.since` are left out. An
    amendment of an older act is found by its code or by a run without `since`. Raises ReadError when a
    list is empty, or gives fewer acts than it says, NotOffered for a name that is no code.
    """
    wrong = [code for code in reach.only if not is_code(code)]
    if wrong:
        raise NotOffered(f"{', '.join(wrong)}: no code of an act; expected one like Z3100000990 or K990009900_")
    return within_limit(_requests(reach), reach, beside=_is_beside)


def _is_beside(request: Request) -> bool:
    return request.url.endswith(("/history", "/info"))


def _requests(reach: Reach) -> _Requests:
    start = yield Request(url=f"{HOST}/rus", listing=True)
    # The page that a script fills has no address of an act; the mirror serves the pages themselves.
    site = HOST if start is None or b"/docs/" in start.body else MIRROR
    if reach.only:
        yield from _named(site, reach)
        return
    first = reach.since.year if reach.since else FIRST_YEAR
    for year in range(reach.today.year, first - 1, -1):
        for language, tongue in TONGUES.items():
            yield from _year(site, tongue, language, year, reach)


def _named(site: str, reach: Reach) -> _Requests:
    """The named acts; a history that cannot be read is told when all of them were collected."""
    faults: list[str] = []
    for code in reach.only:
        for language, tongue in TONGUES.items():
            try:
                yield from _all_of_act(Address(site=site, tongue=tongue, code=code), language, reach)
            except ReadError as error:
                faults.append(str(error))
    if faults:
        raise ReadError("; ".join(faults))


def _year(site: str, tongue: str, language: Language, year: int, reach: Reach) -> _Requests:
    """The acts of one year in one language; a list that is refused ends it."""
    seen: set[str] = set()
    page = total = 1
    while (page - 1) * PAGE_SIZE < total:
        url = index_address(site, tongue, year, page)
        answer = yield Request(url=url, listing=True)
        if answer is None:
            return
        listed = read_index(answer.body, url)
        total = listed.total
        _check(listed, url, may_be_empty=_may_be_empty(year, reach))
        for entry in listed.entries:
            if entry.code not in seen and _is_wanted(entry, reach):
                yield from _act_with_history(Address(site=site, tongue=tongue, code=entry.code), language)
            seen.add(entry.code)
        page += 1
    if len(seen) < total:
        raise ReadError(
            f"{index_address(site, tongue, year, 1)}: {len(seen)} acts on {page - 1} pages, expected {total}"
        )


def _check(listed: IndexPage, url: str, *, may_be_empty: bool) -> None:
    if not listed.entries and not (listed.total == 0 and may_be_empty):
        raise ReadError(f"{url}: an empty page of the index; expected some of {listed.total} acts as 'item'")


def _may_be_empty(year: int, reach: Reach) -> bool:
    """Years before independence, and the present one in its first month."""
    return year < FIRST_FULL_YEAR or (year == reach.today.year and reach.today.month == 1)


def _is_wanted(entry: Entry, reach: Reach) -> bool:
    return reach.since is None or entry.changed_on is None or entry.changed_on >= reach.since


def _act_with_history(address: Address, language: Language) -> _Requests:
    """The text in force, and the page that tells its day where the act was changed."""
    answer = yield Request(url=address.act, language=language)
    if answer and _was_changed(answer):
        yield Request(url=address.history, language=language)


def _all_of_act(address: Address, language: Language, reach: Reach) -> _Requests:
    """The text in force, its requisites and history, and the other editions; nothing more of a text that is gone."""
    act = yield Request(url=address.act, language=language)
    if act is None:
        return
    yield Request(url=address.card, language=language)
    answer = (yield Request(url=address.history, language=language)) if _was_changed(act) else None
    if answer is None:
        return
    html = decode_body(answer.body, document=address.history).text
    days = text_days(read_history(html, address, document=address.history))
    # The newest one in force is the text that was asked for first.
    now = max((day for day in days if day <= reach.today), default=None)
    for day in days:
        if day != now and (reach.since is None or day >= reach.since):
            yield Request(url=address.edition(day), language=language)


def _was_changed(act: Fetched) -> bool:
    status = _STATUS.search(act.body)
    return status is not None and status[1].decode() in wording().changed
