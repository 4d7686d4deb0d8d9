"""Pages from templates: words, language, the address of the style sheet."""

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from kb.model import Language
from kb.web.language_choice import in_language, page_language, remember_language
from kb.web.look import page_look, remember_look
from kb.web.static_files import static_address
from kb.web.words import words_in

# Pages with a search box load one script, from this server only; all others run none at all.
_SCRIPT_POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
    "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'"
)


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=PackageLoader("kb.web"),
        autoescape=True,  # every page is HTML; only drawings of kb.charts are marked as safe
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["base_style_sheet"] = static_address("base.css")
    environment.globals["citizen_style_sheet"] = static_address("citizen.css")
    environment.globals["leaflet_style_sheet"] = static_address("leaflet.css")
    environment.globals["style_sheet"] = static_address("anyq.css")
    environment.globals["dark_style_sheet"] = static_address("dark.css")
    environment.globals["low_vision_style_sheet"] = static_address("low-vision.css")
    environment.globals["review_style_sheet"] = static_address("review.css")
    environment.globals["console_style_sheet"] = static_address("console.css")
    environment.globals["monitoring_style_sheet"] = static_address("monitoring.css")
    environment.globals["console_script"] = static_address("console.js")
    environment.globals["suggest_script"] = static_address("suggest.js")
    environment.globals["icon"] = static_address("anyq.svg")
    return environment


def render_page(request: Request, template: str, *, status: int = 200, script: bool = False, **values: Any) -> Response:
    """The page in the language of the request; `script` has it load the suggestions of the search box."""
    language = page_language(request)
    html = (
        _environment()
        .get_template(template)
        .render(
            words=words_in(language),
            language=language,
            languages=[(one, words_in(one)("language.name"), in_language(request, one)) for one in Language],
            path=request.url.path,
            look=page_look(request),
            script=script,
            **values,
        )
    )
    # A query may hold a lone surrogate that UTF-8 cannot carry.
    body = html.encode("utf-8", "replace")
    headers = {"Content-Language": language.value, "Cache-Control": "private, no-cache"}
    if script:
        headers["Content-Security-Policy"] = _SCRIPT_POLICY
    response = HTMLResponse(body, status_code=status, headers=headers)
    remember_language(request, response)
    remember_look(request, response)
    return response
