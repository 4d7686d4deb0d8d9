"""The page on which staff work off what answers left open."""

from collections.abc import Callable
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import Response

from kb.model.access import Actor, Work
from kb.model.feedback import GAP_KINDS, GapClass, GapState, MarkFilter, MarkKind
from kb.pipeline import BadFeedback, Registry
from kb.web.form_change import answer_change
from kb.web.gap_view import gap_counts, gap_row
from kb.web.language_choice import page_language
from kb.web.page_parameters import Cursor
from kb.web.staff_access import OWN_REFERRER, Form, StaffDoor, access_values, first, require
from kb.web.templating import render_page
from kb.web.words import Words, words_in

ITEMS = 50
ANY, UNSORTED = "any", "unsorted"
Choice = Annotated[str, Query(max_length=40)]
Of = Annotated[str, Query(max_length=300)]
MarkId = Annotated[str, Path(pattern="^[0-9a-f]{16}$")]


def _chosen(
    state: Choice = GapState.OPEN.value,
    gap: Annotated[str, Query(alias="class", max_length=40)] = ANY,
    kind: Choice = ANY,
    service: Of = "",
) -> dict[str, str]:
    """What is chosen in the filters; what none of them offers is all."""
    return {
        "state": state if state in (*GapState, ANY) else ANY,
        "class": gap if gap in (*GapClass, UNSORTED, ANY) else ANY,
        "kind": kind if kind in GAP_KINDS else ANY,
        "service": service.strip(),
    }


Chosen = Annotated[dict[str, str], Depends(_chosen)]


def create_gap_router(registry: Registry, door: StaffDoor) -> APIRouter:
    """`/gaps` and its forms."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)
    page = _GapPage(registry, door)
    operator = Depends(require(door, Work.FEEDBACK))

    @router.get("/gaps")
    def listed(request: Request, chosen: Chosen, cursor: Cursor = None) -> Response:
        return page.show(request, chosen, cursor=cursor)

    @router.post("/gaps/{name}/class")
    def sort(
        request: Request,
        name: MarkId,
        form: Form,
        actor: Annotated[Actor, operator],
        chosen: Chosen,
    ) -> Response:
        gap = first(form, "class")
        return page.change(request, chosen, lambda: registry.feedback.sort(name, _class(gap), actor=actor), name)

    @router.post("/gaps/{name}/state")
    def settle(
        request: Request,
        name: MarkId,
        form: Form,
        actor: Annotated[Actor, operator],
        chosen: Chosen,
    ) -> Response:
        state = first(form, "state")
        return page.change(request, chosen, lambda: registry.feedback.settle(name, GapState(state), actor=actor), name)

    return router


class _GapPage:
    """The page in its states: asking for a key, shown, and after a form."""

    def __init__(self, registry: Registry, door: StaffDoor) -> None:
        self._registry = registry
        self._door = door

    def change(self, request: Request, chosen: dict[str, str], change: Callable[[], object], name: str) -> Response:
        """Back to the mark after a change; where it cannot be made, the page that says why."""

        def changed() -> str:
            change()
            return f"{_address(chosen)}#mark-{name}"

        return answer_change(
            request,
            changed,
            lambda problem, status: self.show(request, chosen, problem=problem, status=status),
            wrong=(BadFeedback, ValueError),
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
        """The list with its charts; to others nothing of it, but how to sign in."""
        words = words_in(page_language(request))
        access = access_values(self._door, request, Work.FEEDBACK, back=_address(chosen))
        if not access["may"]:
            return render_page(request, "gaps.html", **access)
        feedback = self._registry.feedback
        wanted = _wanted(chosen)
        found = feedback.listed(wanted, after=cursor, limit=ITEMS)
        response = render_page(
            request, "gaps.html", status=status,
            **access,
            fields=_fields(chosen, words),
            service=chosen["service"],
            rows=[gap_row(one, words) for one in found.items],
            classes=[(one.value, words(f"gaps.class.{one.value}")) for one in GapClass],
            counts=gap_counts(feedback.counts(wanted), words),
            query=_address(chosen).partition("?")[2],
            more=f"{_address(chosen)}&{urlencode({'cursor': found.next})}" if found.next else None,
            problem=problem,
            kept=words.count("gaps.kept", feedback.days) if feedback.days else words("gaps.not_kept"),
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        if status == 503:
            response.headers["Retry-After"] = "60"
        return response


def _wanted(chosen: dict[str, str]) -> MarkFilter:
    gap = chosen["class"]
    return MarkFilter(
        state=GapState(chosen["state"]) if chosen["state"] != ANY else None,
        gap=GapClass(gap) if gap not in (UNSORTED, ANY) else None,
        unsorted=gap == UNSORTED,
        kind=MarkKind(chosen["kind"]) if chosen["kind"] != ANY else None,
        service=chosen["service"] or None,
        gaps=True,
    )


def _fields(chosen: dict[str, str], words: Words) -> list[tuple[str, str, list[tuple[str, str, bool]]]]:
    """The filters: name, title, and (code, words, chosen) of each choice."""
    offered = {
        "state": [(one.value, words(f"gaps.state.{one.value}")) for one in GapState],
        "class": [
            (UNSORTED, words("gaps.unsorted")),
            *((one.value, words(f"gaps.class.{one.value}")) for one in GapClass),
        ],
        "kind": [(one.value, words(f"gaps.kind.{one.value}")) for one in MarkKind if one in GAP_KINDS],
    }
    return [
        (
            name,
            words(f"gaps.filter.{name}"),
            [(code, text, code == chosen[name]) for code, text in [(ANY, words("findings.all")), *choices]],
        )
        for name, choices in offered.items()
    ]


def _class(sent: str) -> GapClass | None:
    return GapClass(sent) if sent else None


def _address(chosen: dict[str, str]) -> str:
    return f"/gaps?{urlencode({name: value for name, value in chosen.items() if value})}"
