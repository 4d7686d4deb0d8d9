"""Pages from templates: words, language, the address of the style sheet."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kb.model import Language
from kb.web.language_choice import in_language, page_language, remember_language
from kb.web.static_files import static_address
from kb.web.words import words_in


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kb.web"),
        autoescape=True,  # every page is HTML; nothing in this room marks text as safe
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["style_sheet"] = static_address("anyq.css")
    environment.globals["review_style_sheet"] = static_address("review.css")
    environment.globals["icon"] = static_address("anyq.svg")
    return environment


def render_page(request: Request, template: str, *, status: int = 200, **values: Any) -> Response:
    """The page in the language of the request."""
    language = page_language(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            words=words_in(language),
            language=language,
            languages=[(one, words_in(one)("language.name"), in_language(request, one)) for one in Language],
            path=request.url.path,
            **values,
        )
    )
    # A query may hold a lone surrogate that UTF-8 cannot carry.
    body = html.encode("utf-8", "replace")
    headers = {"Content-Language": language.value, "Cache-Control": "private, no-cache"}
    response = HTMLResponse(body, status_code=status, headers=headers)
    remember_language(request, response)
    return response
