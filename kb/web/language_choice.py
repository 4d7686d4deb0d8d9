"""Which language the pages speak: `?lang=`, then the cookie, then Kazakh."""

from starlette.requests import Request
from starlette.responses import Response

from kb.model import Language
from kb.web.kept_choice import address_choosing, kept_choice, remember_choice

_NAME = "lang"
_CODES = frozenset(one.value for one in Language)


def page_language(request: Request) -> Language:
    """The language of the page; an unknown code counts as none."""
    return Language(kept_choice(request, _NAME, _CODES) or Language.KK)


def remember_language(request: Request, response: Response) -> None:
    """Keeps a language that was switched to."""
    remember_choice(request, response, _NAME, _CODES)


def in_language(request: Request, language: Language) -> str:
    """The address of this page in another language."""
    return address_choosing(request, _NAME, language.value)
