"""Pages on which people look at doubtful readings and decide."""

from collections.abc import Mapping
from typing import Annotated
from urllib.parse import quote, unquote, urlencode

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from kb.model import Verdict
from kb.model.access import Actor, Work
from kb.norms import label
from kb.pipeline import BadDecision, HomeBusy, Registry, Reviewed
from kb.store import ReviewFilter
from kb.web.language_choice import page_language
from kb.web.page_parameters import Cursor
from kb.web.review_form import Sent, sent_value, value_fields
from kb.web.review_view import candidate_names, decision_view, review_view, source_windows
from kb.web.staff_access import AUTHOR, OWN_REFERRER, Form, StaffDoor, access_values, first, keep_cookie, require
from kb.web.templating import render_page
from kb.web.words import Words, words_in

_ITEMS = 50
_TABLES = {"state": "review_state", "kind": "review_kind", "reason": "doubt_reason", "attribute": "attribute"}
Item = Annotated[str, Path(pattern="^[0-9a-f]{20}$")]
Chosen = Annotated[str, Query(max_length=60)]
Of = Annotated[str, Query(max_length=300)]


def _chosen(
    *, state: Chosen = "", kind: Chosen = "", reason: Chosen = "", attribute: Chosen = "", service: Of = ""
) -> ReviewFilter:
    """A form sends an empty choice for all."""
    return ReviewFilter(
        state=state or None,
        kind=kind or None,
        reason=reason or None,
        attribute=attribute or None,
        service=service or None,
    )


Wanted = Annotated[ReviewFilter, Depends(_chosen)]


def create_review_router(registry: Registry, door: StaffDoor) -> APIRouter:
    """`/reviews` and `/reviews/{id}`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)
    lawyer = Depends(require(door, Work.REVIEW))

    @router.get("/reviews")
    def listed(request: Request, wanted: Wanted, cursor: Cursor = None) -> Response:
        words = words_in(page_language(request))
        page = registry.reviews.listed(wanted, after=cursor, limit=_ITEMS)
        counts = registry.reviews.counts(ReviewFilter(service=wanted.service))
        return render_page(
            request, "reviews.html",
            items=[review_view(one, registry, words) for one in page.items],
            filters=[
                (name, words(f"review.filter.{name}"), _options(name, counts[name], getattr(wanted, name), words))
                for name in _TABLES
            ],
            service=wanted.service,
            query=_query(wanted),
            found=sum(registry.reviews.counts(wanted)["state"].values()),
            more=f"/reviews?{_query(wanted, cursor=page.next)}" if page.next else None,
        )  # fmt: skip

    @router.get("/reviews/{name}")
    def item(request: Request, name: Item, wanted: Wanted) -> Response:
        return _page(request, registry.reviews.item(name), wanted)

    @router.post("/reviews/{name}")
    def decide(request: Request, name: Item, wanted: Wanted, form: Form, actor: Annotated[Actor, lawyer]) -> Response:
        reviewed = registry.reviews.item(name)
        words = words_in(page_language(request))
        statement = reviewed.item.statement
        following = registry.reviews.following(name, wanted)  # before the item leaves its place among those that wait
        try:
            verdict = Verdict(first(form, "verdict"))
            edits = verdict is Verdict.EDIT and statement is not None
            registry.reviews.decide(
                name,
                verdict,
                reason=first(form, "reason"),
                actor=actor,
                value=sent_value(statement, form) if edits and statement else None,
            )
        except HomeBusy:
            return _page(request, reviewed, wanted, form=form, problem=words("review.busy"), status=503)
        except (BadDecision, ValueError) as problem:
            return _page(
                request, reviewed, wanted, form=form, problem=words("review.wrong", problem=problem), status=422
            )
        query = _query(wanted)
        response = RedirectResponse(f"/reviews/{following}?{query}" if following else f"/reviews?{query}", 303)
        if actor.key is None:
            keep_cookie(request, response, AUTHOR, quote(actor.name.strip()))
        return response

    def _page(
        request: Request, reviewed: Reviewed, wanted: ReviewFilter, *, form: Sent | None = None,
        problem: str | None = None, status: int = 200,
    ) -> Response:  # fmt: skip
        words = words_in(page_language(request))
        statement = reviewed.item.statement
        following = registry.reviews.following(reviewed.item.id, wanted)
        query = _query(wanted)
        here = f"/reviews/{reviewed.item.id}?{query}"
        response = render_page(
            request, "review.html", status=status,
            **access_values(door, request, Work.REVIEW, back=here),
            item=review_view(reviewed, registry, words),
            kind=reviewed.item.kind.value,
            windows=source_windows(reviewed.item, registry, words),
            candidates=candidate_names(reviewed.item, words),
            decisions=[decision_view(one, words) for one in reviewed.decisions],
            earlier=[decision_view(one, words) for one in reviewed.earlier],
            fields=value_fields(statement, words, sent=form) if statement else (),
            reason=first(form or {}, "reason"),
            author=first(form or {}, "author") or unquote(request.cookies.get(AUTHOR, "")),
            problem=problem,
            here=here,
            following=f"/reviews/{following}?{query}" if following else None,
            back=f"/reviews?{query}",
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        if status == 503:
            response.headers["Retry-After"] = "60"
        return response

    return router


def _options(
    name: str, counts: Mapping[str, int], chosen: str | None, words: Words
) -> list[tuple[str, str, int, bool]]:
    """The codes of a filter with their words, how many items have them, and whether they are chosen."""
    return [
        (code, label(_TABLES[name], code, words.language), number, code == chosen) for code, number in counts.items()
    ]


def _query(wanted: ReviewFilter, **more: str | None) -> str:
    parts = {name: getattr(wanted, name) for name in (*_TABLES, "service")} | more
    return urlencode({name: part for name, part in parts.items() if part})
