"""The page of recommendations: everybody reads it, staff enter recommendations and their steps there."""

from collections.abc import Callable
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from kb.model import Language, Service
from kb.model.access import Actor, Work
from kb.model.recommendation import LONGEST_WORDS, Recommendation, RecommendationFilter, RecommendationState
from kb.pipeline import BadRecommendation, Registry, UnknownName
from kb.web.form_change import answer_change
from kb.web.language_choice import page_language
from kb.web.page_parameters import Cursor
from kb.web.practice.recommendation_view import recommendation_row, state_words
from kb.web.review_form import Sent
from kb.web.staff_access import OWN_REFERRER, Form, StaffDoor, access_values, first, require
from kb.web.templating import render_page
from kb.web.words import Words, words_in

PAGE = "/monitoring/recommendations"
ROWS = 50
ANY, OVERDUE = "any", "overdue"
State = Annotated[str, Query(max_length=40)]
Typed = Annotated[str, Query(max_length=300)]
RecommendationId = Annotated[str, Path(pattern="^[0-9a-f]{8}$")]


def _chosen(state: State = ANY, service: Typed = "", owner: Typed = "") -> dict[str, str]:
    """What is chosen in the filters; what none of them offers is all."""
    known = (*RecommendationState, OVERDUE)
    return {"state": state if state in known else ANY, "service": service.strip(), "owner": owner.strip()}


Chosen = Annotated[dict[str, str], Depends(_chosen)]


def create_recommendation_router(
    registry: Registry, *, today: Callable[[], date], door: StaffDoor | None = None
) -> APIRouter:
    """`/monitoring/recommendations` and its forms; without a `door` it is only read."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)
    page = _RecommendationPage(registry, door, today)

    @router.get(PAGE)
    def listed(request: Request, chosen: Chosen, cursor: Cursor = None) -> Response:
        return page.show(request, chosen, cursor=cursor)

    if door is None:
        return router
    staff = Depends(require(door, Work.RECOMMENDATION))

    @router.post(PAGE)
    def add(request: Request, form: Form, actor: Annotated[Actor, staff], chosen: Chosen) -> Response:
        return page.change(request, chosen, lambda: _add(registry, form, actor))

    @router.post(f"{PAGE}/{{name}}/steps")
    def step(
        request: Request, name: RecommendationId, form: Form, actor: Annotated[Actor, staff], chosen: Chosen
    ) -> Response:
        return page.change(request, chosen, lambda: _step(registry, name, form, actor))

    return router


class _RecommendationPage:
    """The page as it is read, and after a form."""

    def __init__(self, registry: Registry, door: StaffDoor | None, today: Callable[[], date]) -> None:
        self._registry = registry
        self._door = door
        self._today = today

    def change(self, request: Request, chosen: dict[str, str], change: Callable[[], str]) -> Response:
        """Back to the recommendation after a change; where it cannot be made, the page that says why."""
        return answer_change(
            request,
            lambda: f"{_address(chosen)}#recommendation-{change()}",
            lambda problem, status: self.show(request, chosen, problem=problem, status=status),
            wrong=(BadRecommendation, UnknownName, ValueError),
        )

    def show(
        self,
        request: Request,
        chosen: dict[str, str],
        *,
        cursor: str | None = None,
        problem: str | None = None,
        status: int = 200,
    ) -> Response:
        """The list with how many stand in each state; staff with forms."""
        words = words_in(page_language(request))
        tracker = self._registry.practice.recommendations
        found = tracker.listed(self._wanted(chosen), after=cursor, limit=ROWS)
        access = access_values(self._door, request, Work.RECOMMENDATION, back=PAGE) if self._door else {"may": False}
        counts = tracker.counts()
        response = render_page(
            request, "recommendations.html", status=status,
            **access,
            chosen=chosen,
            states=_states(chosen, words),
            counts=[(state_words(state, words), words.number(count)) for state, count in counts.items()],
            rows=[
                recommendation_row(one, words, today=self._today(), service=self._service) for one in found.items
            ],
            query=_address(chosen).partition("?")[2],
            more=f"{_address(chosen)}&{urlencode({'cursor': found.next})}" if found.next else None,
            problem=problem,
            longest=LONGEST_WORDS,
            word_languages=[(one.value, words(f"language.{one.value}")) for one in (Language.KK, Language.RU)],
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        if status == 503:
            response.headers["Retry-After"] = "60"
        return response

    def _wanted(self, chosen: dict[str, str]) -> RecommendationFilter:
        state = chosen["state"]
        service = self._service(chosen["service"]) if chosen["service"] else None
        return RecommendationFilter(
            state=RecommendationState(state) if state not in (ANY, OVERDUE) else None,
            service=service.id if service else chosen["service"] or None,
            owner=chosen["owner"] or None,
            overdue_on=self._today() if state == OVERDUE else None,
        )

    def _service(self, name: str) -> Service | None:
        try:
            return self._registry.service(name)
        except UnknownName:
            return None


def _states(chosen: dict[str, str], words: Words) -> list[tuple[str, str, bool]]:
    offered = [
        (ANY, words("findings.all")),
        *((state.value, state_words(state, words)) for state in RecommendationState),
        (OVERDUE, words("recommendations.overdue")),
    ]
    return [(code, text, code == chosen["state"]) for code, text in offered]


def _add(registry: Registry, form: Sent, actor: Actor) -> str:
    tracker = registry.practice.recommendations
    document, line = first(form, "document").strip(), first(form, "line").strip()
    if bool(document) != bool(line):
        raise BadRecommendation("a place is a document and a line of it; give both or neither")
    if line and not (line.isascii() and line.isdigit() and len(line) < 9):
        raise BadRecommendation("the line is a whole number from 1 on")
    place = tracker.place(document, int(line)) if document else None
    wanted = Recommendation(
        words=first(form, "words"),
        language=Language(first(form, "language")),
        service=first(form, "service").strip() or None,
        finding=first(form, "finding").strip() or None,
        place=place,
    )
    made = tracker.add(
        wanted,
        actor=actor,
        owner=first(form, "owner").strip() or None,
        due=_day(first(form, "due")),
        note=first(form, "note"),
    )
    return made.id


def _step(registry: Registry, name: str, form: Sent, actor: Actor) -> str:
    changed = registry.practice.recommendations.change(
        name,
        RecommendationState(first(form, "state")),
        actor=actor,
        owner=first(form, "owner").strip() or None,
        due=_day(first(form, "due")),
        note=first(form, "note"),
    )
    return changed.id


def _day(sent: str) -> date | None:
    return date.fromisoformat(sent) if sent else None


def _address(chosen: dict[str, str]) -> str:
    return f"{PAGE}?{urlencode({name: value for name, value in chosen.items() if value})}"
