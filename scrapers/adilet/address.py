"""Addresses of acts: `<site>/rus/docs/Z3100000990`, of an edition with its day behind it."""

import datetime as dt
import re
from dataclasses import dataclass

from kb.model import Language

TONGUES = {Language.RU: "rus", Language.KK: "kaz"}

# `Z3100000990`, `V31R0009944`, `K990009900_`.
_CODE = r"(?:[A-Z]\d{2}[A-Z0-9]{7,8}_?|[A-Z]\d{8,9}_)"
_FULL = re.compile(
    rf"(?P<site>.{{0,500}}?)/(?P<tongue>rus|kaz|eng)/docs/(?P<code>{_CODE})"
    r"(?:/(?P<day>\d{2}\.\d{2}\.\d{4})|/(?P<side>[a-z]+))?(?![\w.])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """Where a page of an act stands; `day` is that of an edition, `side` names another page of it (`history`)."""

    site: str
    tongue: str
    code: str
    day: dt.date | None = None
    side: str | None = None

    @property
    def act(self) -> str:
        """Address of the act's text in force."""
        return f"{self.site}/{self.tongue}/docs/{self.code}"

    @property
    def history(self) -> str:
        """Address of the page with its editions."""
        return f"{self.act}/history"

    @property
    def card(self) -> str:
        """Address of the page with its requisites."""
        return f"{self.act}/info"

    def edition(self, day: dt.date) -> str:
        """Address of the text as of a day in the history."""
        return f"{self.act}/{day:%d.%m.%Y}"


def find_address(text: str) -> Address | None:
    """The first address of an act in a text; None when there is none."""
    found = _FULL.search(text)
    if not found:
        return None
    return Address(
        site=found["site"], tongue=found["tongue"], code=found["code"], day=read_day(found["day"]), side=found["side"]
    )


def is_code(text: str) -> bool:
    """Whether a text is the code of an act in the database."""
    return re.fullmatch(_CODE, text) is not None


def read_day(text: str | None) -> dt.date | None:
    """The day in `07.05.2031`, None when there is no such day."""
    try:
        return dt.datetime.strptime(text or "", "%d.%m.%Y").date()  # noqa: DTZ007 - a day has no time zone
    except ValueError:
        return None
