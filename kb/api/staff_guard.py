"""Who may do what is not open to everybody: people with a key, and while there is none the person at this machine."""

import hmac
from dataclasses import dataclass, field
from ipaddress import ip_address
from urllib.parse import urlsplit

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kb.api.wrong_keys import WrongKeys
from kb.model.access import LOCAL, NEEDED, Actor, Session, Visitor, Work
from kb.pipeline.access import Access

SCHEME = "bearer "
OWN_SITE = ("same-origin", "none")
# What a proxy adds: behind one, the loopback name in a request is the proxy's and not that of the reader.
PASSED_ON = ("forwarded", "x-forwarded-for", "x-forwarded-host", "x-forwarded-proto", "x-real-ip", "via")
_CHALLENGE = {"WWW-Authenticate": 'Bearer realm="anyq"'}
_WRONG = {"WWW-Authenticate": 'Bearer realm="anyq", error="invalid_token"'}


@dataclass(frozen=True, slots=True, kw_only=True)
class StaffGuard:
    """As long as no key was ever made (`access`), the person at this machine may do everything where `loopback` says
    so: the server listens on loopback and is asked for by a loopback name (a foreign name that leads here is another
    site's page in a browser of this machine), and no proxy has passed the request on for somebody elsewhere. A proxy
    that tells nothing of itself cannot be seen: with one, make a key.

    `cookie` names the one in which pages keep the session. Without `access` nobody may do anything.
    """

    access: Access | None = None
    loopback: bool = False
    cookie: str = "anyq_session"
    wrong_keys: WrongKeys = field(default_factory=WrongKeys, repr=False)

    @property
    def asks_key(self) -> bool:
        """Whether there is a key with which somebody may sign in."""
        return self.access is not None and self.access.asks_key

    def check_bearer(self, request: Request, work: Work) -> Actor:
        """Who asks the API for a work; raises HTTPException 401, 403 or 429 for others."""
        refuse_other_sites(request)
        header = request.headers.get("authorization")
        if header is None:
            actor = self._local(request)
            if actor is None:
                raise HTTPException(401, "this needs a key: send Authorization: Bearer <key>", headers=_CHALLENGE)
            return _allowed(actor, work)
        given = header[len(SCHEME) :].strip() if header.lower().startswith(SCHEME) else ""
        self._refuse_guessing(request)
        actor = self.access.who(given) if self.access else None
        if actor is None:
            self._note_wrong(request)
            raise HTTPException(401, "this key opens nothing", headers=_WRONG)
        return _allowed(actor, work)

    def check_mark(self, request: Request, *, sorts: bool) -> Actor | None:
        """Who gives a mark, which everybody may: staff, by key or session, or None for others.

        Raises HTTPException 403 for a page of another site, and 401 or 403 where it `sorts` the mark without the role.
        """
        refuse_other_sites(request)
        if "authorization" not in request.headers:
            actor = self.visitor(request).actor
            if actor is not None and actor.may(Work.FEEDBACK):
                return actor
            if not sorts:
                return None
        return self.check_bearer(request, Work.FEEDBACK)

    def visitor(self, request: Request) -> Visitor:
        """Who looks at a page."""
        secret = request.cookies.get(self.cookie)
        session = self.access.session(secret) if self.access and secret else None
        if session is not None:
            return Visitor(actor=session.actor, session=session)
        return Visitor(actor=self._local(request))

    def check_form(self, request: Request, *, token: str, work: Work | None = None) -> Visitor:
        """Who sends a form with this token, for a work or (None) without asking for a role.

        Raises HTTPException 401 for nobody in particular, 403 for a form of another site or session and for too low a
        role.
        """
        refuse_other_sites(request)
        visitor = self.visitor(request)
        if visitor.actor is None:
            raise HTTPException(401, "nobody is signed in", headers=_CHALLENGE)
        if not hmac.compare_digest(visitor.form_token.encode(), token.encode("utf-8", "replace")):
            raise HTTPException(403, "the form belongs to no session, or to an earlier one")
        if work is not None:
            _allowed(visitor.actor, work)
        return visitor

    def check_open_form(self, request: Request, *, token: str) -> Visitor:
        """Who sends a form that is open to everybody; one of a session has to carry its token.

        Raises HTTPException 403 for a form of another site or session.
        """
        refuse_other_sites(request)
        visitor = self.visitor(request)
        if visitor.session is None:
            return visitor
        return self.check_form(request, token=token)

    def sign_in(self, request: Request, given: str) -> Session | None:
        """A session, always a new one, for the key that a form sent; None for a wrong key.

        Raises HTTPException 403 for a form of another site, 429 after too many wrong keys.
        """
        refuse_other_sites(request)
        self._refuse_guessing(request)
        if self.access is None:
            return None
        session = self.access.sign_in(given)
        if session is None:
            self._note_wrong(request)
        elif secret := request.cookies.get(self.cookie):
            self._end(secret)
        return session

    def sign_out(self, visitor: Visitor) -> None:
        """Ends the session of a visitor, where there is one."""
        if self.access is not None and visitor.session is not None:
            self.access.sign_out(visitor.session)

    def _end(self, secret: str) -> None:
        if self.access is not None and (before := self.access.session(secret)):
            self.access.sign_out(before)

    def _local(self, request: Request) -> Actor | None:
        if not self.loopback or self.access is None or any(name in request.headers for name in PASSED_ON):
            return None
        return LOCAL if is_loopback(request.url.hostname or "") and not self.access.asks_key else None

    def _refuse_guessing(self, request: Request) -> None:
        if wait := self.wrong_keys.wait_s(_address(request)):
            raise HTTPException(429, "too many wrong keys from this address", headers={"Retry-After": str(wait)})

    def _note_wrong(self, request: Request) -> None:
        self.wrong_keys.note(_address(request))


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


def _allowed(actor: Actor, work: Work) -> Actor:
    if not actor.may(work):
        raise HTTPException(403, f"this needs the role {NEEDED[work]}, the key has {actor.role}")
    return actor


def _address(request: Request) -> str:
    return request.client.host if request.client else ""
