"""Marks on answers in one click, without script."""

import re
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from kb.model import Answer, Language
from kb.model.access import Visitor, Work
from kb.model.feedback import GapClass, Mark, MarkKind
from kb.pipeline import BadFeedback, Registry
from kb.web.console_call import CONSOLE, marked_at
from kb.web.language_choice import page_language
from kb.web.result_view import ANSWERING
from kb.web.staff_access import FORM_TOKEN, Form, StaffDoor, first
from kb.web.words import Words

PAGE = "/search"
ANSWER_MARKS = (MarkKind.HELPFUL, MarkKind.WRONG_ANSWER, MarkKind.NO_ANSWER)
_SEARCH = re.compile("[0-9a-f]{16}")


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkForm:
    """The buttons below an answer: `fields` are sent along, `classes` are offered to staff, `thanks` stands in place of
    the buttons once one was pressed."""

    fields: tuple[tuple[str, str], ...]
    kinds: tuple[tuple[str, str], ...]
    classes: tuple[tuple[str, str], ...]
    thanks: bool


def mark_form(
    answer: Answer, visitor: Visitor, words: Words, *, as_of: date | None, search: str | None, thanks: bool
) -> MarkForm:
    """The buttons for an answer; without one only NO_ANSWER can be said."""
    fields = {
        FORM_TOKEN: visitor.form_token,
        "question": answer.q,
        "service": answer.service.id if answer.service else "",
        "answer": answer.id,
        "language": answer.lang.value,
        "as_of": as_of.isoformat() if as_of else "",
        "search": search or "",
    }
    kinds = ANSWER_MARKS if answer.state in ANSWERING else (MarkKind.NO_ANSWER,)
    staff = visitor.may(Work.FEEDBACK)
    return MarkForm(
        fields=tuple((name, value) for name, value in fields.items() if value),
        kinds=tuple((kind.value, words(f"marks.{kind.value}")) for kind in kinds),
        classes=tuple((one.value, words(f"gaps.class.{one.value}")) for one in GapClass) if staff else (),
        thanks=thanks,
    )


def create_mark_router(registry: Registry, door: StaffDoor) -> APIRouter:
    """`/feedback`, to which the buttons below an answer send."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.post("/feedback")
    def note(request: Request, form: Form) -> Response:
        visitor = door.check_open_form(request, token=first(form, FORM_TOKEN))
        try:
            kind = MarkKind(first(form, "kind"))
            gap = GapClass(first(form, "class")) if first(form, "class") and kind is not MarkKind.HELPFUL else None
            language = Language(first(form, "language") or page_language(request).value)
        except ValueError:
            raise BadFeedback("the form names no mark; press one of its buttons") from None
        at_console = first(form, "page") == CONSOLE
        mark = Mark(
            kind=kind,
            page=CONSOLE if at_console else PAGE,
            language=language,
            question=first(form, "question") or None,
            service=first(form, "service") or None,
            answer=first(form, "answer") or None,
            words=first(form, "words"),
            gap=gap,
        )
        if visitor.actor is not None and visitor.may(Work.FEEDBACK):
            registry.feedback.note(mark, actor=visitor.actor)
        else:
            registry.feedback.note(mark, address=request.client.host if request.client else "")
        if at_console:
            return RedirectResponse(marked_at(first(form, "back")), 303)
        back = {
            "q": first(form, "question"),
            "as_of": first(form, "as_of"),
            "search": search_name(first(form, "search")),
            "thanks": "1",
        }
        return RedirectResponse(
            f"{PAGE}?{urlencode({name: value for name, value in back.items() if value})}#marks", 303
        )

    return router


def search_name(sent: str) -> str:
    """The id of a search of the log as a form sent it; empty for what is none."""
    return sent if _SEARCH.fullmatch(sent) else ""
