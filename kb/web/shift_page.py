"""What changed since the operator's last shift, and the button that begins a new one."""

from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Annotated
from urllib.parse import quote

from fastapi import APIRouter, Query, Request
from fastapi.responses import RedirectResponse, Response

from kb.pipeline import Registry
from kb.pipeline.shift_changes import ServiceChanges
from kb.pipeline.spoken_language import in_language
from kb.pipeline.today import KAZAKHSTAN
from kb.store import TakenText
from kb.web.act_name import act_name, act_title
from kb.web.card_changes import ChangeView, change_views
from kb.web.console_call import CONSOLE
from kb.web.language_choice import page_language
from kb.web.my_services import my_services
from kb.web.page_parameters import SinceDay
from kb.web.result_view import ServiceView, service_view
from kb.web.source_link import document_name
from kb.web.staff_access import FORM_TOKEN, OWN_REFERRER, Form, StaffDoor, first, keep_cookie
from kb.web.templating import render_page
from kb.web.value_words import Shown
from kb.web.words import Words, words_in

CHANGES = f"{CONSOLE}/changes"
COOKIE = "anyq_shift"  # two days: when this shift began, and when the one before did
LONGEST_DAYS = 366
_SERVICES = 50
_CHANGES = 5  # of one service
_TEXTS = 30
_BETWEEN = "|"


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftService:
    """The changes of one service, the first ones; `more` are left for the page of its differences (`href`)."""

    service: ServiceView
    changes: tuple[ChangeView, ...]
    more: int
    href: str
    late: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ShiftText:
    """A text that came in; `impact_href` leads to what its edition changed."""

    name: str
    title: Shown | None
    href: str
    edition: str | None
    taken: str
    impact_href: str | None


def create_shift_router(registry: Registry, *, today: Callable[[], date], door: StaffDoor | None) -> APIRouter:
    """`/console/changes` and `/console/shift`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get(CHANGES)
    def changes(request: Request, since: SinceDay = None, whose: Annotated[str, Query(max_length=10)] = "") -> Response:
        words, now = words_in(page_language(request)), today()
        shift = _shift(request)
        asked = since or (shift[1] if shift else None) or now - timedelta(days=1)
        first_day = max(asked, now - timedelta(days=LONGEST_DAYS))
        mine = my_services(registry, request)
        own = bool(mine) and whose != "all"
        found = registry.shifts.changes(first_day, services=[one.id for one in mine] if own else None)
        texts = _editions(found.texts)
        built = registry.status().built_at
        response = render_page(
            request, "shift.html",
            since=first_day, until=found.until, too_far=LONGEST_DAYS if first_day > asked else None,
            begun=shift[0] if shift else None, mine=len(mine), own=own,
            services=[_service(one, words) for one in found.services[:_SERVICES]],
            texts=[_text(one, words) for one in texts[:_TEXTS]], more_texts=max(0, len(texts) - _TEXTS),
            built=words.day(built.astimezone(KAZAKHSTAN).date()) if built else None,
            form_token=door.visitor(request).form_token if door else "",
            sample=any(one.service.sample for one in found.services),
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        return response

    @router.post(f"{CONSOLE}/shift")
    def begin(request: Request, form: Form) -> Response:
        if door is not None:
            door.check_open_form(request, token=first(form, FORM_TOKEN))
        response = RedirectResponse(CHANGES, 303)
        now, shift = today(), _shift(request)
        before = shift or (now, now - timedelta(days=1))
        if before[0] != now:  # pressed twice on one day it is one shift
            before = (now, before[0])
        keep_cookie(request, response, COOKIE, _BETWEEN.join(day.isoformat() for day in (now, before[1])))
        return response

    return router


def _shift(request: Request) -> tuple[date, date] | None:
    """When this shift began and when the one before did; None where none was begun."""
    try:
        begun, before = request.cookies.get(COOKIE, "").split(_BETWEEN)
        return date.fromisoformat(begun), date.fromisoformat(before)
    except ValueError:
        return None


def _service(found: ServiceChanges, words: Words) -> ShiftService:
    spoken = in_language(found.changes, words.language, lambda one: (*one.before, *one.after))
    page = f"/services/{quote(found.service.id, safe='/:')}"
    return ShiftService(
        service=service_view(found.service, words),
        changes=change_views(spoken[:_CHANGES], words),
        more=max(0, len(spoken) - _CHANGES),
        href=f"{page}/difference?from={found.since.isoformat()}&to={found.until.isoformat()}",
        late=words("shift.read_later", day=words.day(found.edition)) if found.edition else None,
    )


def _editions(texts: Sequence[TakenText]) -> list[TakenText]:
    """Each edition of an act once, whatever parts and languages it came in."""
    editions: dict[Hashable, TakenText] = {}
    for one in texts:
        editions.setdefault((one.act.id, one.edition) if one.act else one.document, one)
    return [*editions.values()]


def _text(taken: TakenText, words: Words) -> ShiftText:
    page = f"/acts/{quote(taken.act.id, safe=':')}" if taken.act else None
    day = f"?edition={taken.edition.isoformat()}" if taken.edition else ""
    return ShiftText(
        name=act_name(taken.act, words) if taken.act else taken.title or document_name(taken.document),
        title=act_title(taken.act, words),
        href=f"/source/{quote(taken.digest, safe=':')}",
        edition=words("card.dated", day=words.day(taken.edition)) if taken.edition else None,
        taken=words("shift.taken", day=words.day(taken.taken_at.astimezone(KAZAKHSTAN).date())),
        impact_href=f"{page}/impact{day}" if page and day else None,
    )
