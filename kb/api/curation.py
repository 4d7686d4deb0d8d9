"""Endpoints of what staff add to search: synonyms and best bets."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends, Path

from kb.api.access import REFUSED, require
from kb.api.problem import MEDIA_TYPE, ProblemShape
from kb.api.schemas.query_log import BestBetBody, BestBetShape, SynonymBody, SynonymShape, WithdrawnShape
from kb.api.schemas.shape import Listing
from kb.api.staff_guard import StaffGuard
from kb.model.access import Actor, Work
from kb.model.plain_json import Json
from kb.pipeline import Registry
from kb.pipeline.curation import PlacedBet
from kb.pipeline.query_json import best_bet_to_json, synonym_to_json

Number = Annotated[int, Path(ge=1, le=2**31 - 1)]
_BUSY: dict[int | str, dict[str, Any]] = {
    503: {"model": ProblemShape, "content": {MEDIA_TYPE: {}}, "description": "A build is at work"},
}


def create_curation_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/synonyms` and `/v1/best-bets`, all of it for operators."""
    operator = Depends(require(guard, Work.CURATION))
    router = APIRouter(prefix="/v1", tags=["curation"], responses={**REFUSED, **_BUSY}, dependencies=[operator])

    @router.get("/synonyms", response_model=Listing[SynonymShape], summary="Words that staff added, the newest first")
    def list_synonyms() -> Json:
        return {"items": [synonym_to_json(one) for one in registry.curation.synonyms()], "next": None}

    @router.post(
        "/synonyms", response_model=SynonymShape, status_code=201, summary="Lets words lead to a term of the vocabulary"
    )
    def add_synonym(body: SynonymBody, actor: Annotated[Actor, operator]) -> Json:
        who = actor.signing(body.author)
        if body.search and not body.words:
            made = registry.queries.adopt(body.search, term=body.term, actor=who, short=body.short)
        else:
            made = registry.curation.add_synonym(
                body.words, term=body.term, actor=who, short=body.short, search=body.search
            )
        return synonym_to_json(made)

    @router.delete("/synonyms/{id}", response_model=WithdrawnShape, summary="Takes a synonym out of use")
    def withdraw_synonym(id: Number, actor: Annotated[Actor, operator]) -> Json:  # noqa: A002 - the path names it so
        registry.curation.withdraw_synonym(id, actor=actor)
        return {"id": id}

    @router.get("/best-bets", response_model=Listing[BestBetShape], summary="Services that come first for a phrase")
    def list_best_bets() -> Json:
        return {"items": [best_bet_to_json(one) for one in registry.curation.best_bets()], "next": None}

    @router.post(
        "/best-bets", response_model=BestBetShape, status_code=201, summary="Puts a service first for a phrase"
    )
    def add_best_bet(body: BestBetBody, actor: Annotated[Actor, operator]) -> Json:
        made = registry.curation.add_best_bet(body.phrase, body.service, actor=actor.signing(body.author))
        return best_bet_to_json(PlacedBet(made, present=True))

    @router.delete("/best-bets/{id}", response_model=WithdrawnShape, summary="Takes a best bet out of use")
    def withdraw_best_bet(id: Number, actor: Annotated[Actor, operator]) -> Json:  # noqa: A002
        registry.curation.withdraw_best_bet(id, actor=actor)
        return {"id": id}

    return router
