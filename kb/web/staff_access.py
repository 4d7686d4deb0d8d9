"""The door of pages and forms that are not open to everybody, and the page on which people sign in."""

from collections.abc import Callable
from typing import Annotated, Any, Protocol
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import RedirectResponse, Response

from kb.model.access import NEEDED, Actor, Session, Visitor, Work
from kb.web.review_form import Sent
from kb.web.templating import render_page

AUTHOR = "anyq_reviewer"  # the cookie that keeps the name of who decides at this machine without a key
FORM_TOKEN = "form_token"  # noqa: S105 - the name of a field
# A form may say where it comes from, so that another site's can be told apart; the other pages tell nobody.
OWN_REFERRER = {"Referrer-Policy": "same-origin"}
_MOST_FIELDS = 60
_MONTH_S = 30 * 24 * 60 * 60
_LONGEST_BACK = 2_000


class StaffDoor(Protocol):
    """Who may do what (`kb.api.staff_guard`)."""

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the session."""

    @property
    def asks_key(self) -> bool:
        """Whether there is a key with which somebody may sign in."""

    def visitor(self, request: Request) -> Visitor:
        """Who looks at a page."""

    def check_form(self, request: Request, *, token: str, work: Work | None = None) -> Visitor:
        """Who sends a form; raises HTTPException 401 or 403 for who may not."""

    def check_open_form(self, request: Request, *, token: str) -> Visitor:
        """Who sends a form that is open to everybody; raises HTTPException 403 for one of another site or session."""

    def sign_in(self, request: Request, given: str) -> Session | None:
        """A new session; None for a wrong key, raises HTTPException 403 or 429."""

    def sign_out(self, visitor: Visitor) -> None:
        """Ends the session of a visitor."""


async def _sent(request: Request) -> Sent:
    """The fields of a form; anything else sends none."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return parse_qs(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


Form = Annotated[Sent, Depends(_sent)]
Back = Annotated[str, Query(max_length=_LONGEST_BACK)]


def require(door: StaffDoor, work: Work) -> Callable[[Request, Sent], Actor]:
    """A dependency that gives the `Actor` who sends a form: `Annotated[Actor, Depends(require(door, work))]`.

    Others get a page with 401 (nobody signed in) or 403 (another site, another session, too low a role). Without a key
    the actor bears the name that stands in the field `author` of the form.
    """

    def allowed(request: Request, form: Form) -> Actor:
        actor = door.check_form(request, token=first(form, FORM_TOKEN), work=work).actor
        if actor is None:
            raise RuntimeError("a form was let in without an actor")
        return actor.signing(next(iter(form.get("author", ())), None))

    return allowed


def access_values(door: StaffDoor, request: Request, work: Work, *, back: str) -> dict[str, Any]:
    """What the templates of such a page need: `may` the visitor, who it is, the token of the forms, and for
    `staff_access.html` how to sign in and come `back`."""
    visitor = door.visitor(request)
    return {
        "may": visitor.may(work),
        "signed_in": visitor.actor if visitor.session else None,
        "form_token": visitor.form_token,
        "asks_key": door.asks_key,
        "needed": NEEDED[work].value,
        "sign_in_back": back,
    }


def create_access_router(door: StaffDoor) -> APIRouter:
    """`/sign-in` and `/sign-out`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/sign-in")
    def ask(request: Request, back: Back = "") -> Response:
        return _page(request, door, back=back)

    @router.post("/sign-in")
    def sign_in(request: Request, form: Form) -> Response:
        back = first(form, "back")
        session = door.sign_in(request, first(form, "key").strip())
        if session is None:
            return _page(request, door, back=back, refused=True)
        response = RedirectResponse(_own_path(back), 303)
        # Without an age: it goes with the browser, and the server ends the session whatever the browser keeps.
        response.set_cookie(door.cookie, session.secret, **_cookie_rules(request))
        return response

    @router.post("/sign-out")
    def sign_out(request: Request, form: Form) -> Response:
        door.sign_out(door.check_form(request, token=first(form, FORM_TOKEN)))
        response = RedirectResponse("/sign-in", 303)
        response.delete_cookie(door.cookie, **_cookie_rules(request))
        return response

    return router


def first(form: Sent, name: str) -> str:
    """What was sent in a field; empty where it was not."""
    return next(iter(form.get(name, ())), "")


def keep_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Keeps a value for a month where no script reads it."""
    response.set_cookie(name, value, max_age=_MONTH_S, **_cookie_rules(request))


def _cookie_rules(request: Request) -> dict[str, Any]:
    return {"httponly": True, "samesite": "strict", "secure": request.url.scheme == "https"}


def _page(request: Request, door: StaffDoor, *, back: str, refused: bool = False) -> Response:
    visitor = door.visitor(request)
    response = render_page(
        request, "sign_in.html", status=401 if refused else 200,
        signed_in=visitor.actor if visitor.session else None,
        local=visitor.actor is not None and visitor.session is None,
        form_token=visitor.form_token,
        asks_key=door.asks_key,
        refused=refused,
        sign_in_back=back,
    )  # fmt: skip
    response.headers.update(OWN_REFERRER)
    if refused:
        response.headers["WWW-Authenticate"] = 'Bearer realm="anyq"'
    return response


def _own_path(path: str) -> str:
    """The address to go back to: never one of another site."""
    own = path.startswith("/") and not path.startswith("//") and "\\" not in path and path.isprintable()
    return path if own else "/sign-in"
