"""Which act a page holds, from its line of requisites, its mark and the pages beside it."""

import datetime as dt
from dataclasses import dataclass, replace
from glob import escape

from bs4 import BeautifulSoup

from kb.model import Act, ActStatus, Language
from kb.read import ReadError, Requisites, act_of, at_most_one, decode_body, read_requisites, words_in
from scrapers._contract import Related
from scrapers.adilet.address import Address
from scrapers.adilet.card import Card, read_card
from scrapers.adilet.history import Change, read_history, text_days
from scrapers.adilet.wording import wording

_PREFIX = "status_"


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """What the pages beside the text tell: empty where they were not collected; `unread` are their errors."""

    card: Card
    history: tuple[Change, ...]
    unread: tuple[str, ...] = ()


def read_beside(address: Address, related: Related) -> Beside:
    """The pages of requisites and history of the same act and language.

    One that cannot be read costs the act its own text least of all: it is named in `unread`.
    """
    card = Card(values={}, unknown=())
    history: tuple[Change, ...] = ()
    unread: list[str] = []
    try:
        for name, body in related(escape(address.card)).items():
            card = read_card(decode_body(body, document=name).text, document=name)
    except ReadError as error:
        unread.append(str(error))
    try:
        for name, body in related(escape(address.history)).items():
            history = read_history(decode_body(body, document=name).text, address, document=name)
    except ReadError as error:
        unread.append(str(error))
    return Beside(card=card, history=history, unread=tuple(unread))


def status_code(page: BeautifulSoup) -> str | None:
    """The code in the class of the mark beside the title, None without a mark."""
    mark = at_most_one(page, ".slogan span.status")
    names = mark.get_attribute_list("class") if mark else []
    return next((name.removeprefix(_PREFIX) for name in names if name and name.startswith(_PREFIX)), None)


def requisites_of(page: BeautifulSoup) -> Requisites:
    """From the first paragraph below the title that tells a date."""
    lines = (read_requisites(words_in(paragraph)) for paragraph in page.select(".slogan p"))
    return next((line for line in lines if line.date), Requisites())


def make_act(
    code: str, *, line: Requisites, mark: str | None, beside: Beside, title: str | None, language: Language
) -> Act:
    """The act: what the line tells, then the mark, and what both leave open from the pages beside."""
    card = beside.card
    act = act_of(
        line,
        ids=(code,),
        title_kk=title if language is Language.KK else None,
        title_ru=title if language is Language.RU else None,
        date=card.day("date"),
        status=wording().status.get(mark or "", ActStatus.UNKNOWN),
    )
    issuer = card.values.get("issuers")
    act = replace(
        act,
        # The database knows its code; the one built from a registration is a guess for those who do not.
        ids=(code,),
        number=act.number or card.values.get("number"),
        issuers=act.issuers or ((issuer,) if issuer else ()),
        in_force_on=act.in_force_on or card.day("in_force_on"),
        registered_number=act.registered_number or card.values.get("registered_number"),
        registered_on=act.registered_on or card.day("registered_on"),
    )
    if act.status is not ActStatus.REPEALED:
        return act
    end = next((change for change in reversed(beside.history) if change.repeals), None)
    return replace(
        act,
        repealed_on=act.repealed_on or card.day("repealed_on") or (end.day if end else None),
        repealed_by=act.repealed_by or (end.by if end else None),
    )


def edition_day(
    address: Address, *, act: Act, mark: str | None, history: tuple[Change, ...], taken: dt.date
) -> dt.date | None:
    """From which day the text is in force: the day in its address, else the newest of its texts in its history.

    An act that was never changed has one text, in force since the act is.
    """
    if address.day:
        return address.day
    past = [day for day in text_days(history) if day <= taken]
    if past:
        return past[-1]
    return act.in_force_on if mark in wording().status.keys() - wording().changed else None
