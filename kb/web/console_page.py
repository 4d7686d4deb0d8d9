"""The operator's console: an answer while the caller speaks; with script as it is typed, without it by a form."""

from dataclasses import dataclass
from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import RedirectResponse, Response

from kb.model import Language
from kb.model.access import Work
from kb.model.feedback import GapClass
from kb.pipeline import Registry
from kb.pipeline.today import KAZAKHSTAN
from kb.text.languages import weigh_languages
from kb.web.console_answer import ConsoleAnswer, Way, console_answer
from kb.web.console_call import CONSOLE, SPOKEN, THANKS, Call, own_place, read_call, sent_in_address
from kb.web.language_choice import page_language
from kb.web.my_services import COOKIE, MOST, my_services, starred, with_star
from kb.web.result_view import service_names
from kb.web.staff_access import FORM_TOKEN, OWN_REFERRER, Form, StaffDoor, first, keep_cookie
from kb.web.templating import render_page
from kb.web.words import Words, words_in

_KEEP = "keep"  # a field: the question is kept in the call


@dataclass(frozen=True, slots=True)
class _Desk:
    """What the console is served from."""

    registry: Registry
    door: StaffDoor | None

    def answer(self, request: Request, call: Call, words: Words, *, keep: bool) -> tuple[Call, ConsoleAnswer | None]:
        """The call after its question, and the answer; None where nothing is asked."""
        if not call.q:
            return call, None
        answer = self.registry.ask(
            call.q, language=_spoken(call, words), as_of=call.as_of, service=call.service, before=call.before
        )
        shown = console_answer(self.registry, answer, call, words, base_address=str(request.base_url).rstrip("/"))
        if not keep:
            return call, shown
        self.registry.queries.note_question(answer, page=CONSOLE)
        return call.keeping(answer.service), shown

    def values(self, request: Request, call: Call, *, keep: bool) -> dict[str, Any]:
        """What the templates show."""
        words = words_in(page_language(request))
        after, answer = self.answer(request, call, words, keep=keep)
        visitor = self.door.visitor(request) if self.door else None
        built = self.registry.status().built_at
        other = _other(Language(answer.language) if answer else words.language)
        return {
            "call": after,
            "answer": answer,
            "other": other,
            "other_href": after.speaking(other),
            "starred": starred(request),
            "built": words.day(built.astimezone(KAZAKHSTAN).date()) if built else None,
            "form_token": visitor.form_token if visitor else "",
            "classes": [one.value for one in GapClass] if visitor and visitor.may(Work.FEEDBACK) else [],
            "here": after.address(),
        }


def create_console_router(registry: Registry, *, door: StaffDoor | None) -> APIRouter:
    """`/console`, by address or as a form; `/console/answer`, its changing part alone; `/console/star`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)
    desk = _Desk(registry, door)

    @router.get(CONSOLE)
    async def by_address(request: Request) -> Response:
        call = read_call(sent_in_address(request))
        return await registry.turns.take(lambda: _page(desk, request, call, keep=True))

    @router.post(CONSOLE)
    async def by_form(request: Request, form: Form) -> Response:
        call, keep = read_call(form), bool(first(form, _KEEP))
        return await registry.turns.take(lambda: _page(desk, request, call, keep=keep))

    @router.post(f"{CONSOLE}/answer")
    async def answer_alone(request: Request, form: Form) -> Response:
        call, keep = read_call(form), bool(first(form, _KEEP))

        def parts() -> Response:
            return render_page(request, "console_parts.html", **desk.values(request, call, keep=keep))

        return await registry.turns.take(parts)

    @router.post(f"{CONSOLE}/star")
    def star(request: Request, form: Form) -> Response:
        if door is not None:
            door.check_open_form(request, token=first(form, FORM_TOKEN))
        back = first(form, "back")
        response = RedirectResponse(own_place(back), 303)
        name = registry.service(first(form, "id")).id
        kept = with_star(starred(request), name, on=bool(first(form, "on")))
        if kept is None:
            return render_page(request, "console_full.html", status=409, most=MOST, back=own_place(back))
        keep_cookie(request, response, COOKIE, kept)
        return response

    return router


def _page(desk: _Desk, request: Request, call: Call, *, keep: bool) -> Response:
    words = words_in(page_language(request))
    mine = my_services(desk.registry, request)
    response = render_page(
        request, "console.html", script=True,
        mine=[
            Way(shown=(name := service_names(one, words.language)[0]), href=call.picking(one.id, q=call.q or name.text))
            for one in mine
        ],
        thanks=THANKS in request.query_params,
        **desk.values(request, call, keep=keep),
    )  # fmt: skip
    response.headers.update(OWN_REFERRER)
    return response


def _spoken(call: Call, words: Words) -> Language | None:
    """The language of the answer: the chosen one, else that of the question (None), and where nothing tells it that of
    the page: «паспорт» is one word in both."""
    if call.speak or any(weigh_languages(call.q).values()):
        return call.speak
    return words.language if words.language in SPOKEN else None


def _other(language: Language) -> Language:
    """The other of the two languages that callers speak."""
    return Language.KK if language is Language.RU else Language.RU
