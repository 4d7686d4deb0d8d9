"""Who may do the work of staff: people at this machine, or with the token, and never another site in their name."""

import hmac
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

SCHEME = "bearer "
OWN_SITE = ("same-origin", "none")
# What a proxy adds: behind one, the loopback name in a request is the proxy's and not that of the reader.
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffGuard:
    """Without a token staff work on this machine only: the server listens on loopback and is asked for by a
    loopback name (a foreign name that leads here is another site's page in a browser of this machine), and no proxy has
    passed the request on for somebody elsewhere. A proxy that tells nothing of itself cannot be seen: with one, a token
    must be set.

    `cookie` names the one in which pages keep the token.
    """

    token: str | None = field(default=None, repr=False)
    loopback: bool = False
    cookie: str = "anyq_review"

    def check_bearer(self, request: Request) -> None:
        """Lets a request of staff to the API pass; raises HTTPException 403 for others."""
        given = request.headers.get("authorization", "")
        bearer = given[len(SCHEME) :].strip() if given.lower().startswith(SCHEME) else ""
        self._check(request, bearer)

    def check_cookie(self, request: Request) -> None:
        """Lets a form of staff on the pages pass; raises HTTPException 403 for others."""
        self._check(request, request.cookies.get(self.cookie, ""))

    @property
    def asks_token(self) -> bool:
        """Whether there is a token with which anybody may do the work of staff."""
        return self.token is not None

    def check_site(self, request: Request) -> None:
        """Raises HTTPException 403 for a form that a page of another site sends."""
        refuse_other_sites(request)

    def knows(self, request: Request) -> bool:
        """Whether the reader of a page is staff."""
        return self._may(request, request.cookies.get(self.cookie, ""))

    def is_token(self, given: str) -> bool:
        """Whether these words are the token."""
        return self.token is not None and hmac.compare_digest(self.token.encode(), given.encode("utf-8", "replace"))

    def _check(self, request: Request, given: str) -> None:
        refuse_other_sites(request)
        if not self._may(request, given):
            raise HTTPException(403, "this needs the review token" if self.token else "this is not open here")

    def _may(self, request: Request, given: str) -> bool:
        if self.token is not None:
            return self.is_token(given)
        passed_on = any(name in request.headers for name in PASSED_ON)
        return self.loopback and not passed_on and is_loopback(request.url.hostname or "")


def refuse_other_sites(request: Request) -> None:
    """Raises HTTPException 403 for a request that a browser sends for a page of another site.

    Programs that are no browsers send neither header; they cannot be made to ask by a page.
    """
    site = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    if site is not None:
        own = site in OWN_SITE
    else:
        own = origin is None or urlsplit(origin).netloc == request.headers.get("host")
    if not own:
        raise HTTPException(403, "the request comes from a page of another site")


def is_loopback(host: str) -> bool:
    """Whether a name or address is this machine's own."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False
