"""Who asks, within which limits, and whether it is a test."""

import re
from dataclasses import dataclass
from ipaddress import ip_address
from pathlib import Path

import httpx2

from kb import __version__
from kb.collect.body import MAX_BODY
from kb.collect.fetch.error import FetchError

# A mail address or a page: what the people of a host can write to or open.
_CONTACT = re.compile(r"mailto:[!-~]+@[!-~]+|https?://[!-~]+|[!-~]+@[!-~]+")


@dataclass(frozen=True, slots=True, kw_only=True)
class FetchSettings:
    """Settings of fetching; sizes are bytes, times are seconds.

    `contact` is a mail address or page that every request names. `certificates` is a folder of PEM files that
    hosts leave out of their chains. `test_site` is the address of a server on this machine to which all
    connections go instead. `wire_limit` is the size as sent, `body_limit` as unpacked, `unpack_ratio` how many
    times larger a body may become by unpacking. `longest_wait` is the longest pause that a run sits out.
    """

    contact: str | None = None
    certificates: Path | None = None
    test_site: str | None = None
    wire_limit: int = MAX_BODY
    body_limit: int = MAX_BODY
    # Deflate makes at most 1:1032; HTML of tables with many equal cells comes to 1:40.
    unpack_ratio: int = 100
    header_limit: int = 64 * 1024
    connect_seconds: float = 15.0
    read_seconds: float = 30.0
    total_seconds: float = 180.0
    redirects: int = 5
    attempts: int = 4
    first_backoff: float = 2.0
    longest_wait: float = 300.0

    @property
    def user_agent(self) -> str:
        """`Anyq/<version> (+contact)`; raises FetchError `no_contact` when no usable contact is set."""
        if not self.contact or not self.contact.strip():
            raise FetchError(
                "nothing is fetched without a contact: set KB_CONTACT to a mail address or the address of a page, "
                "so that the people of a host can reach whoever collects",
                code="no_contact",
                url="",
            )
        if not _CONTACT.fullmatch(self.contact.strip()):
            raise FetchError(
                f"KB_CONTACT is {self.contact!r}; a mail address or an http(s) address in Latin letters is needed",
                code="no_contact",
                url="",
            )
        return f"Anyq/{__version__} (+{self.contact.strip()})"

    @property
    def test_address(self) -> httpx2.URL | None:
        """The test site; raises FetchError `bad_setting` when it is not on this machine."""
        if self.test_site is None:
            return None
        try:
            address = httpx2.URL(self.test_site)
            if address.scheme in ("http", "https") and ip_address(address.host).is_loopback:
                return address
        except (httpx2.InvalidURL, ValueError):
            pass
        raise FetchError(
            f"KB_TEST_SITE is {self.test_site!r}; it may only be a loopback address such as http://127.0.0.1:8001",
            code="bad_setting",
            url="",
        )
