"""Who is staff, and the form in which they show it."""

from typing import Annotated, Protocol
from urllib.parse import parse_qs

from fastapi import APIRouter, Depends, Request
from fastapi.responses import RedirectResponse, Response

from kb.web.review_form import Sent

AUTHOR = "anyq_reviewer"  # the cookie that keeps the name of who decides
# A form may say where it comes from, so that another site's can be told apart; the other pages tell nobody.
OWN_REFERRER = {"Referrer-Policy": "same-origin"}
_MOST_FIELDS = 60
_MONTH_S = 30 * 24 * 60 * 60
_PAGES = ("/reviews", "/queries")


class StaffDoor(Protocol):
    """Who is staff (`kb.api.staff_guard`)."""

    @property
    def cookie(self) -> str:
        """The name of the cookie that holds the token."""

    @property
    def asks_token(self) -> bool:
        """Whether there is a token with which anybody may do the work of staff."""

    def knows(self, request: Request) -> bool:
        """Whether the reader is staff."""

    def is_token(self, given: str) -> bool:
        """Whether these words are the token."""

    def check_cookie(self, request: Request) -> None:
        """Raises HTTPException 403 for a form of anybody else."""

    def check_site(self, request: Request) -> None:
        """Raises HTTPException 403 for a form of another site."""


async def _sent(request: Request) -> Sent:
    """The fields of a form; anything else sends none."""
    body = (await request.body()).decode("utf-8", "replace")
    try:
        return parse_qs(body, keep_blank_values=True, max_num_fields=_MOST_FIELDS)
    except ValueError:
        return {}


Form = Annotated[Sent, Depends(_sent)]


def create_access_router(door: StaffDoor) -> APIRouter:
    """The form that opens the pages of staff."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.post("/reviews/access")
    def access(request: Request, form: Form) -> Response:
        door.check_site(request)
        back = _own_path(first(form, "back"))
        given = first(form, "token").strip()
        if not door.is_token(given):
            return RedirectResponse(f"{back}{'&' if '?' in back else '?'}refused=1", 303)
        response = RedirectResponse(back, 303)
        keep_cookie(request, response, door.cookie, given)
        return response

    return router


def first(form: Sent, name: str) -> str:
    """What was sent in a field; empty where it was not."""
    return next(iter(form.get(name, ())), "")


def keep_cookie(request: Request, response: Response, name: str, value: str) -> None:
    """Keeps a value for a month where no script reads it."""
    response.set_cookie(
        name, value, max_age=_MONTH_S, httponly=True, samesite="strict", secure=request.url.scheme == "https"
    )


def _own_path(path: str) -> str:
    """The address to go back to: never one of another site."""
    return path if path.startswith(_PAGES) and "\\" not in path else _PAGES[0]
