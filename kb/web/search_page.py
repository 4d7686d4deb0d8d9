"""The page of results: the answer, services with their filters, clauses."""

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kb.model import Answer, LifeSituation
from kb.model.access import Work
from kb.pipeline import Registry
from kb.search import EVERYTHING, Narrowing, SearchResult, StaleCursor
from kb.web.facet_words import LIFE_SITUATION
from kb.web.language_choice import page_language
from kb.web.mark_pages import MarkForm, mark_form
from kb.web.page_parameters import AsOf, Cursor, Seen, Words
from kb.web.practice.live_form import LiveForm, answer_form
from kb.web.query_pages import privacy_words
from kb.web.result_view import AnswerView, answer_view, clause_views, service_views, shows_samples
from kb.web.search_filters import SERVICE_FACETS, check_chosen, chosen_pairs, filter_panel, read_chosen
from kb.web.staff_access import OWN_REFERRER, StaffDoor
from kb.web.templating import render_page
from kb.web.words import Words as InterfaceWords
from kb.web.words import words_in

RESULTS = 10  # on a page


def create_search_router(registry: Registry, *, staff: StaffDoor | None) -> APIRouter:
    """`/search`; only who comes through the door of `staff` is shown the way to the reasons of a result."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/search")
    def search(
        request: Request,
        seen: Seen,
        *,
        q: Words = "",
        as_of: AsOf = None,
        cursor: Cursor = None,
        thanks: Annotated[str, Query(max_length=1)] = "",
    ) -> Response:
        words = words_in(page_language(request))
        query = q.strip()
        if not query:
            return render_page(request, "blank_search.html", script=True, q="", as_of=as_of)
        chosen = read_chosen(request, SERVICE_FACETS)
        narrowing = Narrowing(services=chosen) if chosen else EVERYTHING
        result, cursor, lost = find_page(registry, query, as_of=as_of, narrowing=narrowing, cursor=cursor)
        situations = named_situations(registry, result, chosen)
        check_chosen(chosen, SERVICE_FACETS, words, situations)
        # A narrower choice is about services: an answer and clauses from elsewhere would stand beside it unasked.
        told = None if cursor or chosen else registry.ask(query, as_of=as_of)
        answer = _answer(registry, told, words)
        # Whoever marked the answer comes back to the same search.
        noted, before = seen if cursor else (seen[0] if chosen or thanks else _note(registry, result, told, answer), 0)
        asked = [("q", query)] + ([("as_of", as_of.isoformat())] if as_of else [])
        kept = [*asked, *([("search", noted)] if noted else [])]
        further = [*kept, *chosen_pairs(chosen, SERVICE_FACETS), ("before", str(before + RESULTS))]
        more = result.next and (not chosen or result.total > before + RESULTS)
        response = render_page(
            request,
            "search.html",
            script=True,
            q=query,
            as_of=as_of,
            answer=answer,
            live=_live(request, staff, told, words, as_of=as_of, search=noted),
            marks=_marks(request, staff, told, words, as_of=as_of, search=noted, thanks=bool(thanks)),
            services=service_views(result.services, words),
            clauses=() if chosen else clause_views(result.clauses, words),
            total=result.total,
            panel=filter_panel(
                SERVICE_FACETS, result.facets, chosen, words,
                path="/search", kept=kept, total=result.total, situations=situations,
            ),
            kept=kept,
            corrected=result.corrected,
            lost=lost,
            search_id=noted,
            before=before,
            privacy=privacy_words(registry.queries.days, words),
            plain=urlencode(asked),
            staff=staff is not None and staff.visitor(request).may(Work.QUERY_LOG),
            more=f"/search?{urlencode([*further, ('cursor', result.next)])}" if more else None,
            sample=shows_samples(result) or bool(answer and answer.service and answer.service.sample),
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        return response

    return router


def find_page(
    registry: Registry, query: str, *, as_of: date | None, narrowing: Narrowing, cursor: str | None
) -> tuple[SearchResult, str | None, bool]:
    """A page of results with the cursor that it stands at; the first one where the base was built anew since the page
    before, and then True."""

    def find(place: str | None) -> SearchResult:
        return registry.search(query, as_of=as_of, limit=RESULTS, cursor=place, narrowing=narrowing, facets=True)

    try:
        return find(cursor), cursor, False
    except StaleCursor:
        return find(None), None, True


def named_situations(
    registry: Registry, result: SearchResult, chosen: Mapping[str, Iterable[str]]
) -> dict[str, LifeSituation]:
    """The life situations of the base by code; none where nothing found has one."""
    if not result.facets.get(LIFE_SITUATION) and LIFE_SITUATION not in chosen:
        return {}
    return {one.code: one for one in registry.catalogue.select(limit=1).life_situations}


def _note(registry: Registry, result: SearchResult, told: Answer | None, answer: AnswerView | None) -> str | None:
    """Id of the search in the log; further pages and narrower choices belong to it."""
    if told is not None:
        registry.queries.note_question(told, page="/search")
    return registry.queries.note(result, page="/search", answered=answer is not None)


def _marks(
    request: Request,
    door: StaffDoor | None,
    answer: Answer | None,
    words: InterfaceWords,
    *,
    as_of: date | None,
    search: str | None,
    thanks: bool,
) -> MarkForm | None:
    """The buttons below the answer, where there is a door that tells forms of other sites apart."""
    if door is None or answer is None:
        return None
    return mark_form(answer, door.visitor(request), words, as_of=as_of, search=search, thanks=thanks)


def _live(
    request: Request,
    door: StaffDoor | None,
    answer: Answer | None,
    words: InterfaceWords,
    *,
    as_of: date | None,
    search: str | None,
) -> LiveForm | None:
    """The marks of 1 to 5 below an answer on a service."""
    if door is None or answer is None:
        return None
    return answer_form(request, door.visitor(request), answer, words, as_of=as_of, search=search)


def _answer(registry: Registry, answer: Answer | None, words: InterfaceWords) -> AnswerView | None:
    if answer is None:
        return None
    stated = registry.card(answer.service.id).statements if answer.service and answer.values else ()
    return answer_view(answer, words, stated=stated)
