"""Which language the pages speak: `?lang=`, then the cookie, then Kazakh."""

from urllib.parse import parse_qsl, urlencode

from starlette.requests import Request
from starlette.responses import Response

from kb.model import Language

COOKIE = "anyq_lang"
_YEAR = 365 * 24 * 60 * 60


def page_language(request: Request) -> Language:
    """The language of the page; an unknown code counts as none."""
    for code in (request.query_params.get("lang"), request.cookies.get(COOKIE)):
        if code in set(Language):
            return Language(code)
    return Language.KK


def remember_language(request: Request, response: Response) -> None:
    """Keeps a language that was switched to."""
    code = request.query_params.get("lang")
    if code in set(Language):
        response.set_cookie(COOKIE, str(code), max_age=_YEAR, httponly=True, samesite="lax")


def in_language(request: Request, language: Language) -> str:
    """The address of this page in another language."""
    kept = [(name, value) for name, value in parse_qsl(request.url.query) if name != "lang"]
    return f"{request.url.path}?{urlencode([*kept, ('lang', language.value)])}"
