"""The search over clauses, for people who work with the texts of acts."""

from dataclasses import dataclass
from typing import Annotated
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Query, Request
from fastapi.responses import Response

from kb.pipeline import Registry
from kb.search import Narrowing, act_number_ids
from kb.web.clause_view import found_clauses
from kb.web.language_choice import page_language
from kb.web.page_parameters import AsOf, Cursor, Seen, Words
from kb.web.search_filters import CLAUSE_FACETS, check_chosen, chosen_pairs, filter_panel, read_chosen
from kb.web.search_page import RESULTS, find_page
from kb.web.templating import render_page
from kb.web.words import words_in

ActName = Annotated[str, Query(max_length=100)]
_MARKS = "№# "  # what people write before a number


@dataclass(frozen=True, slots=True)
class AskedClauses:
    """What the form asks for: words, an act by code or number, and whether every word must be there."""

    words: str
    act: str
    every: bool

    @property
    def parameters(self) -> list[tuple[str, str]]:
        """The same as parameters of an address."""
        given = [("q", self.words), ("act", self.act), ("every", "1" if self.every else "")]
        return [(name, value) for name, value in given if value]


def _asked(q: Words = "", act: ActName = "", *, every: bool = False) -> AskedClauses:
    return AskedClauses(q.strip(), act.strip(), every)


Asked = Annotated[AskedClauses, Depends(_asked)]


def create_clause_router(registry: Registry) -> APIRouter:
    """`/clauses`."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/clauses")
    def clauses(request: Request, asked: Asked, seen: Seen, as_of: AsOf = None, cursor: Cursor = None) -> Response:
        words = words_in(page_language(request))
        if not asked.words:
            return render_page(request, "clauses.html", asked=asked, as_of=as_of)
        chosen = read_chosen(request, CLAUSE_FACETS)
        check_chosen(chosen, CLAUSE_FACETS, words, {})
        narrowing = Narrowing(clauses=chosen, acts=act_names(asked.act), every=asked.every)
        result, cursor, lost = find_page(registry, asked.words, as_of=as_of, narrowing=narrowing, cursor=cursor)
        before = seen[1] if cursor else 0
        kept = asked.parameters
        kept += [("as_of", as_of.isoformat())] if as_of else []
        further = [*kept, *chosen_pairs(chosen, CLAUSE_FACETS), ("before", str(before + RESULTS))]
        more = result.next and result.total_clauses > before + RESULTS
        return render_page(
            request,
            "clauses.html",
            asked=asked,
            as_of=as_of,
            before=before,
            clauses=found_clauses(registry, result.clauses, words, as_of=as_of),
            total=result.total_clauses,
            panel=filter_panel(
                CLAUSE_FACETS, result.clause_facets, chosen, words,
                path="/clauses", kept=kept, total=result.total_clauses, situations={},
            ),
            kept=kept,
            corrected=result.corrected,
            lost=lost,
            wider=f"/clauses?{urlencode({'q': asked.words})}" if chosen or len(kept) > 1 else None,
            more=f"/clauses?{urlencode([*further, ('cursor', result.next)])}" if more else None,
            sample=any(hit.sample for hit in result.clauses),
        )  # fmt: skip

    return router


def act_names(typed: str) -> tuple[str, ...]:
    """What an act is looked up by: the code as typed, or its number with or without the sign before it."""
    if not typed:
        return ()
    return (typed, *act_number_ids(typed.lstrip(_MARKS), None))
