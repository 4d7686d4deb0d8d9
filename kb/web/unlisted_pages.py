"""«They asked me for a document that is not on the list»: a report that staff read."""

from collections.abc import Callable
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from kb.model.feedback import Mark, MarkKind
from kb.pipeline import BadFeedback, Registry
from kb.pipeline.dating import rule_card
from kb.pipeline.errors import TooManyMarks
from kb.pipeline.feedback import LONGEST_WORDS
from kb.store import StoreBusy
from kb.web.card_view import card_view
from kb.web.language_choice import page_language
from kb.web.page_parameters import Name
from kb.web.plain_view import PAPERS, plain_view
from kb.web.result_view import service_view
from kb.web.service_address import service_address
from kb.web.staff_access import FORM_TOKEN, OWN_REFERRER, Form, StaffDoor, first
from kb.web.templating import render_page
from kb.web.words import words_in

_RETRY_S = 60


def create_unlisted_router(registry: Registry, door: StaffDoor, *, today: Callable[[], date]) -> APIRouter:
    """`/services/{id}/unlisted`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/services/{name:path}/unlisted")
    def ask(request: Request, name: Name, thanks: Annotated[str, Query(max_length=1)] = "") -> Response:
        return _page(request, name, thanks=bool(thanks))

    @router.post("/services/{name:path}/unlisted")
    def report(request: Request, name: Name, form: Form) -> Response:
        door.check_open_form(request, token=first(form, FORM_TOKEN))
        words, typed = words_in(page_language(request)), first(form, "words")
        here = f"{service_address(registry.service(name).id)}/unlisted"
        problem, status = None, 422
        if not typed.strip():
            problem = words("unlisted.empty")
        elif len(typed) > LONGEST_WORDS:
            problem = words("unlisted.long", most=words.number(LONGEST_WORDS), typed=words.number(len(typed)))
        else:
            mark = Mark(kind=MarkKind.UNLISTED_DOCUMENT, page=here, service=name, words=typed, language=words.language)
            try:
                registry.feedback.note(mark, address=request.client.host if request.client else "")
            except BadFeedback as wrong:
                problem = words("unlisted.wrong", problem=wrong)
            except TooManyMarks as many:
                problem, status = words("unlisted.many", wait=many.wait_s), 429
            except StoreBusy:
                problem, status = words("unlisted.busy"), 503
        if problem:
            return _page(request, name, typed=typed, problem=problem, status=status)
        return RedirectResponse(f"{here}?thanks=1", 303)

    def _page(
        request: Request, name: str, *, thanks: bool = False, typed: str = "", problem: str | None = None,
        status: int = 200,
    ) -> Response:  # fmt: skip
        words, card, day = words_in(page_language(request)), registry.card(name), today()
        views = card_view(card, words, day=day, rulings=rule_card(card, day, acts=registry.acts.of_card(card)))
        response = render_page(
            request, "unlisted.html", status=status,
            service=service_view(card.service, words), sample=card.service.sample,
            papers=next(one.checklist for one in plain_view(views, words) if one.code == PAPERS),
            address=service_address(card.service.id), dated="", report_only=None,
            form_token=door.visitor(request).form_token,
            kept=words.count("unlisted.kept", registry.feedback.days) if registry.feedback.days else None,
            longest=LONGEST_WORDS, thanks=thanks, typed=typed, problem=problem,
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        if status in (429, 503):
            response.headers["Retry-After"] = str(_RETRY_S)
        return response

    return router
