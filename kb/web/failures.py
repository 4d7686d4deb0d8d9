"""Failures as pages that say what to do."""

from starlette.requests import Request
from starlette.responses import Response

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


def page_error(request: Request, status: int, code: str) -> Response:
    """The page of a failed request; the same words whatever failed inside."""
    kind = "query" if code == "bad-query" else _KINDS.get(status, "internal")
    if status in (404, 422) and request.url.path.startswith("/findings/"):
        kind = "finding"
    return render_page(request, "error.html", status=status, kind=kind, q=_typed(request))


def _typed(request: Request) -> str:
    """What was asked, to be corrected; an endless query is not sent back."""
    query = request.query_params.get("q", "")
    return query if len(query) <= 1000 else ""
