"""Failures as pages that say what to do."""

from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import Response

from kb.text import mask_personal
from kb.web.templating import render_page

_KINDS = {
    401: "sign_in",
    403: "forbidden",
    404: "not_found",
    405: "method",
    413: "too_large",
    422: "invalid",
    429: "guessing",
    503: "away",
}
# What a status alone would tell wrongly.
_CODES = {"bad-query": "query", "bad-feedback": "mark", "too-many-marks": "marks"}


def page_error(request: Request, status: int, code: str) -> Response:
    """The page of a failed request; the same words whatever failed inside."""
    kind = _CODES.get(code) or _KINDS.get(status, "internal")
    if status in (404, 422) and request.url.path.startswith("/findings/"):
        kind = "finding"
    if status in (404, 422) and request.url.path.startswith("/monitoring/"):
        kind = "monitoring"
    shown = _without_personal(request)
    return render_page(shown, "error.html", status=status, kind=kind, q=_typed(shown))


def _without_personal(request: Request) -> Request:
    """The request with personal data masked in its address, which the links of the page repeat."""
    query = urlencode([(name, mask_personal(value).text) for name, value in request.query_params.multi_items()])
    return Request({**request.scope, "path": mask_personal(request.url.path).text, "query_string": query.encode()})


def _typed(request: Request) -> str:
    """What was asked, to be corrected; an endless query is not sent back."""
    query = request.query_params.get("q", "")
    return query if len(query) <= 1000 else ""
