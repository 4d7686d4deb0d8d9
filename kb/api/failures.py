"""Which problem an exception is, and who tells it: the API as problem+json, other paths as a page."""

import logging
import traceback
from collections.abc import Callable, Mapping
from dataclasses import replace

from fastapi import FastAPI, Request
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from kb.answer import AnswerError
from kb.api.language import preferred_language
from kb.api.problem import Problem, problem_response
from kb.monitoring import BadMarks, MonitoringError, NothingAnswered, NothingPrinted, UnknownWave
from kb.monitoring.evaluation import BadAppeal
from kb.pipeline import (
    BadCuration,
    BadCursor,
    BadDecision,
    BadEvaluation,
    BadFeedback,
    BadRecommendation,
    HomeBusy,
    MarkedToday,
    NothingBuilt,
    PipelineError,
    TooManyMarks,
    UnknownName,
)
from kb.search import BadQuery, SearchError
from kb.store import StoreBusy, StoreError
from kb.text import mask_personal

logger = logging.getLogger("anyq.api")

PageError = Callable[[Request, int, str], Response]

_API_PATHS = ("/v1/", "/healthz", "/readyz", "/metrics")
_HTTP_CODES = {
    401: "key-needed",
    403: "forbidden",
    404: "not-found",
    405: "method-not-allowed",
    413: "body-too-large",
    429: "too-many-keys",
}
_TOLD = (401, 403, 429)  # their reasons are this program's own words
_ROOM_PROBLEMS: dict[type[Exception], tuple[int, str]] = {  # the closer name before its family
    UnknownName: (404, "not-found"),
    UnknownWave: (404, "no-wave"),
    NothingAnswered: (422, "no-answers"),
    NothingPrinted: (422, "no-answers"),
    BadMarks: (422, "bad-evaluation"),
    BadAppeal: (422, "bad-evaluation"),
    MonitoringError: (503, "answers-away"),
    BadQuery: (422, "bad-query"),
    AnswerError: (422, "bad-query"),
    BadCursor: (400, "bad-query"),
    BadDecision: (422, "bad-decision"),
    BadCuration: (422, "bad-curation"),
    BadEvaluation: (422, "bad-evaluation"),
    BadFeedback: (422, "bad-feedback"),
    BadRecommendation: (422, "bad-recommendation"),
    MarkedToday: (409, "marked-today"),
    TooManyMarks: (429, "too-many-marks"),
    HomeBusy: (503, "busy"),
    NothingBuilt: (503, "not-built"),
    PipelineError: (503, "engine-away"),
    SearchError: (503, "engine-away"),
    StoreBusy: (503, "busy"),
    StoreError: (503, "engine-away"),
}
_RETRY = {"Retry-After": "30"}


def install_failures(app: FastAPI, *, page_error: PageError | None = None) -> None:
    """Every failure of `app` leaves as a problem; `page_error(request, status, code)` words it for pages."""

    def answer(request: Request, error: Exception) -> Response:
        found = problem_of(error)
        # Paths and reasons repeat what was asked for, which may be a person's number in the place of a service's.
        problem = replace(found, reason=mask_personal(found.reason).text if found.reason else None)
        if problem.status >= 500:
            _log(request, error, problem)
        headers = _headers(error, problem)
        if page_error and not request.url.path.startswith(_API_PATHS):
            response = page_error(request, problem.status, problem.code)
            response.headers.update(headers)
            return response
        language = preferred_language(request.headers.get("accept-language"))
        return problem_response(problem, path=_path(request), language=language, headers=headers)

    for family in (
        HTTPException,
        RequestValidationError,
        PipelineError,
        AnswerError,
        MonitoringError,
        SearchError,
        StoreError,
    ):
        app.add_exception_handler(family, answer)
    app.add_middleware(_AnswerFailures, answer=answer)


class _AnswerFailures:
    """Answers what no room declares. A handler of the framework would let the server log it with all its words."""

    def __init__(self, app: ASGIApp, answer: Callable[[Request, Exception], Response]) -> None:
        self._app = app
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on."""
        begun = False

        async def send_and_note(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        except Exception as error:
            if scope["type"] != "http":
                raise
            response = self._answer(Request(scope, receive), error)
            if begun:
                raise RuntimeError(f"an answer broke off: {type(error).__name__}") from None
            await response(scope, receive, send)


def _log(request: Request, error: Exception, problem: Problem) -> None:
    """Where a request carries a person's words, those of an exception may be the same: the places alone are logged."""
    carries_words = request.method == "POST" or "q" in request.query_params
    told = type(error).__name__ if carries_words else f"{type(error).__name__}: {mask_personal(str(error)).text}"
    if problem.status != 500:
        logger.error("%s: %s", _path(request), told)
    else:
        logger.error("%s: %s\n%s", _path(request), told, "".join(traceback.format_tb(error.__traceback__)))


def _path(request: Request) -> str:
    return mask_personal(request.url.path).text


def problem_of(error: Exception) -> Problem:
    """The problem of an exception; one that no room declares is an internal error and keeps its words to the log."""
    match error:
        case HTTPException():
            reason = error.detail if error.status_code in _TOLD else None
            code = _HTTP_CODES.get(error.status_code, "request-failed")
            return Problem(status=error.status_code, code=code, reason=reason)
        case RequestValidationError():
            return Problem(status=422, code="invalid-request", errors=_wrong_fields(error))
    for family, (status, code) in _ROOM_PROBLEMS.items():
        if isinstance(error, family):
            return Problem(status=status, code=code, reason=str(error))
    return Problem(status=500, code="internal-error")


def _wrong_fields(error: RequestValidationError) -> list[dict[str, str]]:
    """What is wrong where; the value itself is not repeated, it may be long or broken."""
    fields = []
    for part in error.errors():
        where, *names = [str(name) for name in part["loc"]]
        # A key that is not known is a person's own words.
        field, message = (mask_personal(words).text for words in (".".join(names), str(part["msg"])))
        fields.append({"in": where, "field": field, "message": message})
    return fields


def _headers(error: Exception, problem: Problem) -> Mapping[str, str]:
    if isinstance(error, HTTPException) and error.headers:
        return error.headers
    if isinstance(error, TooManyMarks):
        return {"Retry-After": str(error.wait_s)}
    return _RETRY if problem.status == 503 else {}
