"""What a visitor chose once and keeps: in the address, then in a cookie. It works without script."""

from collections.abc import Container
from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response

_YEAR_S = 365 * 24 * 60 * 60


def kept_choice(request: Request, name: str, allowed: Container[str]) -> str | None:
    """The choice in the address (`?name=`), else the kept one; None where neither is allowed."""
    for code in (request.query_params.get(name), request.cookies.get(_cookie(name))):
        if code is not None and code in allowed:
            return code
    return None


def remember_choice(request: Request, response: Response, name: str, allowed: Container[str]) -> None:
    """Keeps for a year what the address chooses."""
    code = request.query_params.get(name)
    if code is not None and code in allowed:
        response.set_cookie(_cookie(name), code, max_age=_YEAR_S, httponly=True, samesite="lax")


def address_choosing(request: Request, name: str, code: str) -> str:
    """The address of this page with another choice."""
    kept = [(key, value) for key, value in parse_qsl(request.url.query) if key != name]
    return f"{request.url.path}?{urlencode([*kept, (name, code)])}"


def _cookie(name: str) -> str:
    return f"anyq_{name}"
