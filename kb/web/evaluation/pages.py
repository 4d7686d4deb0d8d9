"""Pages of the evaluation of state bodies: everybody reads them, staff enter appeals and their steps there."""

from collections.abc import Callable
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from kb.model.access import Actor, Work
from kb.model.evaluation import AppealState
from kb.monitoring.evaluation import BODY, BadAppeal
from kb.pipeline import BadEvaluation, Registry, UnknownName
from kb.pipeline.evaluation_names import evaluated_name
from kb.store import StoreBusy
from kb.web.evaluation.body_view import body_view, total_view
from kb.web.evaluation.method_view import change_rows, item_names, method_view
from kb.web.evaluation.places import Places
from kb.web.language_choice import page_language
from kb.web.review_form import Sent
from kb.web.staff_access import AUTHOR, OWN_REFERRER, Form, StaffDoor, access_values, first, keep_cookie, require
from kb.web.templating import render_page
from kb.web.words import words_in

PAGE = "/monitoring/evaluation"
FIRST_YEAR, LAST_YEAR = 2007, 2100
LONGEST_REASON = 2_000
MethodName = Annotated[str, Path(pattern="^[a-z0-9][a-z0-9-]{0,39}$")]
EvaluationName = Annotated[str, Path(pattern="^[0-9]{4}-[a-z0-9-]{1,80}$")]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
Year = Annotated[int | None, Query(ge=FIRST_YEAR, le=LAST_YEAR)]
Earlier = Annotated[str, Query(max_length=40)]


def create_evaluation_router(
    registry: Registry, *, today: Callable[[], date], door: StaffDoor | None = None
) -> APIRouter:
    """`/monitoring/evaluation` and what stands below it; without a `door` it is only read."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)
    body_page = _BodyPage(registry, door, today)

    @router.get(PAGE)
    def overview(request: Request, year: Year = None) -> Response:
        words = words_in(page_language(request))
        evaluations, years = registry.evaluations, registry.evaluations.years()
        wanted = year if year is not None else next(iter(years), None)
        sheets = evaluations.listed(wanted) if wanted is not None else ()
        return render_page(
            request, "evaluation.html",
            methods=[
                (one.id, one.year, one.source.ru if words.language.value == "ru" else one.source.kk)
                for one in evaluations.methods()
            ],
            years=years,
            year=wanted,
            rows=[
                (
                    f"{PAGE}/{one.evaluation.id}", evaluated_name(one.evaluation, words.language), one.method.id,
                    total_view(one.totals[BODY], item_names(one.method, words), words),
                )
                for one in sheets
            ],
        )  # fmt: skip

    @router.get(f"{PAGE}/methods/{{name}}")
    def method(request: Request, name: MethodName, since: Earlier = "") -> Response:
        words = words_in(page_language(request))
        found = registry.evaluations.method(name)
        others = [one.id for one in registry.evaluations.methods() if one.id != name]
        earlier = registry.evaluations.method(since) if since else None
        changes = registry.evaluations.changes(since, name) if since else ()
        return render_page(
            request, "evaluation_method.html",
            method=method_view(found, Places(registry, found.source, words), words),
            others=others,
            since=since,
            changes=change_rows(changes, earlier, found, words) if earlier else None,
        )  # fmt: skip

    @router.get(f"{PAGE}/{{name}}")
    def body(request: Request, name: EvaluationName) -> Response:
        return body_page.show(request, name)

    if door is None:
        return router
    staff = Depends(require(door, Work.EVALUATION))

    @router.post(f"{PAGE}/{{name}}/appeals")
    def file_appeal(request: Request, name: EvaluationName, form: Form, actor: Annotated[Actor, staff]) -> Response:
        return body_page.change(request, name, form, actor, lambda: _file(registry, name, form, actor))

    @router.post(f"{PAGE}/{{name}}/appeals/{{number}}")
    def move_appeal(
        request: Request, name: EvaluationName, number: Number, form: Form, actor: Annotated[Actor, staff]
    ) -> Response:
        return body_page.change(request, name, form, actor, lambda: _move(registry, number, form, actor))

    return router


class _BodyPage:
    """The sheet of a body as it is read, and after a form."""

    def __init__(self, registry: Registry, door: StaffDoor | None, today: Callable[[], date]) -> None:
        self._registry = registry
        self._door = door
        self._today = today

    def change(self, request: Request, name: str, form: Sent, actor: Actor, change: Callable[[], int]) -> Response:
        """Back to the appeal after a step; where it cannot be taken, the page that says why, with what was typed."""
        words = words_in(page_language(request))
        try:
            number = change()
        except StoreBusy:
            return self.show(request, name, form=form, problem=words("queries.busy"), status=503)
        except (BadAppeal, BadEvaluation, UnknownName, ValueError) as problem:
            told = words("queries.wrong", problem=problem)
            return self.show(request, name, form=form, problem=told, status=422)
        response = RedirectResponse(f"{PAGE}/{name}#appeal-{number}", 303)
        if actor.key is None:
            keep_cookie(request, response, AUTHOR, quote(actor.name.strip()))
        return response

    def show(
        self, request: Request, name: str, *, form: Sent | None = None, problem: str | None = None, status: int = 200
    ) -> Response:
        """The sheet; staff with forms."""
        words, back = words_in(page_language(request)), f"{PAGE}/{name}"
        access = access_values(self._door, request, Work.EVALUATION, back=back) if self._door else {"may": False}
        sheet = self._registry.evaluations.sheet(name)
        sent = form or {}
        response = render_page(
            request, "evaluation_body.html", status=status,
            **access,
            body=body_view(sheet, words, staff=bool(access["may"])),
            closed=self._door is None,
            problem=problem,
            longest=LONGEST_REASON,
            typed={key: first(sent, key) for key in ("item", "reason", "points")},
            day=first(sent, "day") or self._today().isoformat(),
            author=first(sent, "author") or unquote(request.cookies.get(AUTHOR, "")),
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        if status == 503:
            response.headers["Retry-After"] = "60"
        return response


def _file(registry: Registry, name: str, form: Sent, actor: Actor) -> int:
    made = registry.evaluations.file_appeal(
        name, first(form, "item"), day=_day(form), reason=first(form, "reason"), actor=actor
    )
    return made.id


def _move(registry: Registry, number: int, form: Sent, actor: Actor) -> int:
    moved = registry.evaluations.move_appeal(
        number,
        AppealState(first(form, "state")),
        behalf=first(form, "behalf"),
        day=_day(form),
        reason=first(form, "reason"),
        points=_points(first(form, "points")),
        actor=actor,
    )
    return moved.id


def _day(form: Sent) -> date:
    return date.fromisoformat(first(form, "day").strip())


def _points(text: str) -> Decimal | None:
    """Points as they are typed, with a comma or a point; None for an empty field."""
    if not text.strip():
        return None
    try:
        found = Decimal(text.strip().replace(",", "."))
    except InvalidOperation:
        found = Decimal("nan")
    if not found.is_finite():
        raise ValueError(f"{text.strip()[:40]!r} is no number of points")
    return found
