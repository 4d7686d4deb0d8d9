"""The page on which staff see what people did not find, and turn it into synonyms and best bets."""

from collections.abc import Callable
from typing import Annotated
from urllib.parse import quote, unquote

from fastapi import APIRouter, Depends, Path, Query, Request
from fastapi.responses import RedirectResponse, Response

from indexes.vocabulary import read_vocabulary
from kb.model import Service
from kb.model.access import Actor, Work
from kb.model.search_log import Missing
from kb.pipeline import BadCuration, Registry, UnknownName
from kb.pipeline.curation import LONGEST_WORDS, PlacedBet
from kb.pipeline.vocabulary_terms import term_label
from kb.store import StoreBusy
from kb.web.language_choice import page_language
from kb.web.query_view import TypedWord, bet_view, query_views, synonym_view
from kb.web.review_form import Sent
from kb.web.staff_access import AUTHOR, OWN_REFERRER, Form, StaffDoor, access_values, first, keep_cookie, require
from kb.web.templating import render_page
from kb.web.words import Words, words_in

_QUERIES = 50
_LATEST = 50
# Which queries are shown: the name in the address, and what they were left without.
LISTS = {"result": Missing.RESULT, "click": Missing.CLICK, "all": None}

Chosen = Annotated[str, Query(max_length=10)]
# A word that is about to be tied to a term, from the page of what was left open.
NewWord = Annotated[str, Query(max_length=LONGEST_WORDS)]
Number = Annotated[int, Path(ge=1, le=2**31 - 1)]


def privacy_words(days: int, words: Words) -> str:
    """What is kept of a search and for how long."""
    return words.count("queries.privacy", days) if days else words("queries.privacy_none")


def create_query_router(registry: Registry, door: StaffDoor) -> APIRouter:
    """`/queries` and its forms."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)
    page = _QueryPage(registry, door)
    operator = Depends(require(door, Work.CURATION))

    @router.get("/queries")
    def listed(request: Request, without: Chosen = "result", words: NewWord = "") -> Response:
        return page.show(request, without, form={"words": [words]} if words else None)

    @router.post("/queries/synonyms")
    def add_synonym(
        request: Request, form: Form, actor: Annotated[Actor, operator], without: Chosen = "result"
    ) -> Response:
        def add() -> None:
            registry.curation.add_synonym(
                [first(form, "words")],
                term=first(form, "term"),
                actor=actor,
                short=bool(first(form, "short")),
                search=first(form, "search") or None,
            )

        return page.change(request, without, add, actor=actor, form=form, part="synonyms")

    @router.post("/queries/synonyms/{number}/withdraw")
    def withdraw_synonym(
        request: Request, number: Number, actor: Annotated[Actor, operator], without: Chosen = "result"
    ) -> Response:
        def withdraw() -> None:
            registry.curation.withdraw_synonym(number, actor=actor)

        return page.change(request, without, withdraw, actor=actor, part="synonyms")

    @router.post("/queries/best-bets")
    def add_best_bet(
        request: Request, form: Form, actor: Annotated[Actor, operator], without: Chosen = "result"
    ) -> Response:
        def add() -> None:
            registry.curation.add_best_bet(first(form, "phrase"), first(form, "service").strip(), actor=actor)

        return page.change(request, without, add, actor=actor, form=form, part="best-bets")

    @router.post("/queries/best-bets/{number}/withdraw")
    def withdraw_best_bet(
        request: Request, number: Number, actor: Annotated[Actor, operator], without: Chosen = "result"
    ) -> Response:
        def withdraw() -> None:
            registry.curation.withdraw_best_bet(number, actor=actor)

        return page.change(request, without, withdraw, actor=actor, part="best-bets")

    return router


class _QueryPage:
    """The page in its states: asking for a key, shown, and after a form."""

    def __init__(self, registry: Registry, door: StaffDoor) -> None:
        self._registry = registry
        self._door = door

    def change(
        self,
        request: Request,
        without: str,
        change: Callable[[], None],
        *,
        actor: Actor,
        part: str,
        form: Sent | None = None,
    ) -> Response:
        """Back to the page after a change; where it cannot be made, the page with what was typed."""
        words = words_in(page_language(request))
        try:
            change()
        except StoreBusy:
            return self.show(request, without, form=form, problem=words("queries.busy"), status=503)
        except (BadCuration, UnknownName) as problem:
            return self.show(request, without, form=form, problem=words("queries.wrong", problem=problem), status=422)
        response = RedirectResponse(f"{_address(without)}#{part}", 303)
        if form is not None and actor.key is None:
            keep_cookie(request, response, AUTHOR, quote(actor.name.strip()))
        return response

    def show(
        self, request: Request, without: str, *, form: Sent | None = None, problem: str | None = None, status: int = 200
    ) -> Response:
        """The log with its forms; to others nothing of it, but how to sign in."""
        words = words_in(page_language(request))
        access = access_values(self._door, request, Work.CURATION, back=_address(without))
        privacy = privacy_words(self._registry.queries.days, words)
        if not access["may"]:
            return render_page(request, "queries.html", **access, privacy=privacy)
        log, curation, given = self._registry.queries, self._registry.curation, form or {}
        typed = TypedWord(words=first(given, "words"), term=first(given, "term"), short=bool(first(given, "short")))
        found = log.listed(LISTS[_name(without)], limit=_QUERIES)
        queries = query_views(found, words, sent=first(given, "search"), typed=typed if form is not None else None)
        response = render_page(
            request, "queries.html", status=status,
            **access,
            without=_name(without),
            queries=queries,
            counts=log.counts(),
            typed=TypedWord() if any(one.opened for one in queries) else typed,
            phrase=first(given, "phrase"),
            service=first(given, "service"),
            author=first(given, "author") or unquote(request.cookies.get(AUTHOR, "")),
            terms=[term_label(term) for term in read_vocabulary()],
            synonyms=[synonym_view(one, words) for one in curation.synonyms()[:_LATEST]],
            bets=[bet_view(one, self._service(one), words) for one in curation.best_bets()],
            problem=problem,
            privacy=privacy,
        )  # fmt: skip
        response.headers.update(OWN_REFERRER)
        if status == 503:
            response.headers["Retry-After"] = "60"
        return response

    def _service(self, placed: PlacedBet) -> Service | None:
        return self._registry.service(placed.bet.service) if placed.present else None


def _name(without: str) -> str:
    return without if without in LISTS else "result"


def _address(without: str) -> str:
    return f"/queries?without={_name(without)}"
