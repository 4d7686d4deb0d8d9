"""The page of a finding: both clauses side by side, what decides between them, and the verdicts of people."""

from dataclasses import dataclass, replace
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from kb.model import FindingVerdict
from kb.model.access import Actor, Work
from kb.pipeline import BadVerdict, FindingConditions, Registry
from kb.pipeline.finding_report import FindingTeller
from kb.store import StoreBusy
from kb.web.finding_conditions import Asked, query_of
from kb.web.finding_view import finding_view
from kb.web.language_choice import page_language
from kb.web.staff_access import AUTHOR, OWN_REFERRER, Form, StaffDoor, access_values, first, keep_cookie, require
from kb.web.templating import render_page
from kb.web.words import words_in

_VERDICTS = tuple(one.value for one in FindingVerdict if one is not FindingVerdict.OPEN)
Item = Annotated[str, Path(pattern="^[0-9a-f]{20}$")]
Before = Annotated[str | None, Query(alias="previous", pattern="^[0-9a-f]{20}$")]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """Where a person stands in a list of findings: the conditions of the list, and the finding looked at before."""

    asked: FindingConditions
    previous: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class _Refused:
    """A form that was not taken, with what was typed."""

    problem: str
    status: int
    reason: str
    author: str


def _walk(asked: Asked, previous: Before = None) -> _Walk:
    return _Walk(asked=asked, previous=previous)


Walk = Annotated[_Walk, Depends(_walk)]


def add_finding_page(router: APIRouter, registry: Registry, door: StaffDoor | None) -> None:
    """`/findings/{id}`; without a `door` nobody decides."""
    page = _FindingPage(registry, door)

    @router.get("/findings/{name}")
    def item(request: Request, name: Item, walk: Walk) -> Response:
        return page.show(request, name, walk)

    if door is None:
        return
    lawyer = Depends(require(door, Work.VERDICT))

    @router.post("/findings/{name}")
    def decide(request: Request, name: Item, walk: Walk, form: Form, actor: Annotated[Actor, lawyer]) -> Response:
        words = words_in(page_language(request))
        verdict, reason = first(form, "verdict"), first(form, "reason")
        try:
            registry.findings.decide(name, FindingVerdict(verdict), reason=reason, actor=actor)
        except StoreBusy:
            problem, status = words("review.busy"), 503
        except (BadVerdict, ValueError):
            problem, status = words("finding.wrong"), 422
        else:
            response = RedirectResponse(page.following(name, walk) or f"/findings?{query_of(walk.asked)}", 303)
            if actor.key is None:
                keep_cookie(request, response, AUTHOR, quote(actor.name.strip()))
            return response
        refused = _Refused(problem=problem, status=status, reason=reason, author=first(form, "author"))
        return page.show(request, name, walk, refused=refused)


@dataclass(frozen=True, slots=True)
class _FindingPage:
    registry: Registry
    door: StaffDoor | None

    def show(self, request: Request, name: str, walk: _Walk, *, refused: _Refused | None = None) -> Response:
        """The page; raises UnknownName."""
        words = words_in(page_language(request))
        judged, service = self.registry.findings.item(name)
        here = f"/findings/{name}?{query_of(walk.asked, previous=walk.previous)}"
        response = render_page(
            request, "finding.html", status=refused.status if refused else 200,
            **(access_values(self.door, request, Work.VERDICT, back=here) if self.door else {"may": False}),
            door=self.door is not None,
            finding=finding_view(judged, service, FindingTeller(self.registry, words.language), words),
            verdicts=_VERDICTS,
            reason=refused.reason if refused else "",
            author=(refused and refused.author) or unquote(request.cookies.get(AUTHOR, "")),
            problem=refused.problem if refused else None,
            here=here,
            following=self.following(name, walk),
            previous=f"/findings/{walk.previous}?{query_of(walk.asked)}" if walk.previous else None,
            back=f"/findings?{query_of(walk.asked)}",
            sample=service.sample if service else False,
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        if response.status_code == 503:
            response.headers["Retry-After"] = "60"
        return response

    def following(self, name: str, walk: _Walk) -> str | None:
        """The address of the next finding of the list that nobody decided on."""
        waiting = replace(walk.asked, verdict=FindingVerdict.OPEN)
        items = self.registry.findings.listed(waiting, after=name, limit=1).items
        return f"/findings/{items[0][0].finding.id}?{query_of(walk.asked, previous=name)}" if items else None
