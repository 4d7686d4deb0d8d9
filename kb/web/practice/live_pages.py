"""Where the buttons of 1 to 5 send."""

from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from kb.model import Language
from kb.model.live import LiveMark, LiveSubject
from kb.pipeline import BadFeedback, MarkedToday, Registry
from kb.web.language_choice import page_language
from kb.web.mark_pages import PAGE, search_name
from kb.web.practice.live_form import AGAIN, KEPT, RATED
from kb.web.review_form import Sent
from kb.web.service_address import service_address
from kb.web.staff_access import FORM_TOKEN, Form, StaffDoor, first


def create_live_router(registry: Registry, door: StaffDoor) -> APIRouter:
    """`/live-marks`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.post("/live-marks")
    def note(request: Request, form: Form) -> Response:
        door.check_open_form(request, token=first(form, FORM_TOKEN))
        mark = _mark(request, form)
        try:
            registry.practice.live.note(mark, address=request.client.host if request.client else "")
        except MarkedToday:
            return RedirectResponse(_back(mark, form, AGAIN), 303)
        return RedirectResponse(_back(mark, form, KEPT), 303)

    return router


def _mark(request: Request, form: Sent) -> LiveMark:
    try:
        return LiveMark(
            subject=LiveSubject(first(form, "subject")),
            service=first(form, "service"),
            mark=int(first(form, "mark")[:2]),
            language=Language(first(form, "language") or page_language(request).value),
            channel=first(form, "channel") or None,
            words=first(form, "words"),
        )
    except ValueError:
        raise BadFeedback("the form names no mark of 1 to 5; press one of its buttons") from None


def _back(mark: LiveMark, form: Sent, told: str) -> str:
    """The page that the button stands on."""
    if mark.subject is LiveSubject.SERVICE:
        return f"{service_address(mark.service)}?{urlencode({RATED: told})}#live-mark"
    asked = {
        "q": first(form, "question"),
        "as_of": first(form, "as_of"),
        "search": search_name(first(form, "search")),
        "thanks": "" if first(form, "search") == "" else "1",
        RATED: told,
    }
    return f"{PAGE}?{urlencode({name: value for name, value in asked.items() if value})}#live-mark"
