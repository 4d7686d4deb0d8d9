"""Endpoints that take words: search, suggestions, the consultant."""

from functools import partial
from typing import Any

from fastapi import APIRouter, Depends

from kb.answer import Asked
from kb.api.access import REFUSED, require
from kb.api.narrowing import Narrowed
from kb.api.parameters import AsOf, Cursor, Lang, Limit, ServiceName, Text, WithFacets
from kb.api.schemas.answer import AnswerShape, QuestionBody
from kb.api.schemas.search import ReasonsShape, SearchShape, SuggestionsShape
from kb.api.staff_guard import StaffGuard
from kb.model.access import Work
from kb.model.answer_shapes import answer_to_json
from kb.model.plain_json import Json
from kb.model.service_shapes import service_reference
from kb.pipeline import Registry
from kb.search import EVERYTHING, reason_to_json, result_to_json


def create_questions_router(registry: Registry, guard: StaffGuard) -> APIRouter:
    """`/v1/search`, `/v1/suggest` and `/v1/ask`."""
    router = APIRouter(prefix="/v1", tags=["questions"])

    @router.get("/search", response_model=SearchShape, summary="Ranked services and clauses")
    def search(
        q: Text,
        narrowing: Narrowed,
        *,
        lang: Lang = None,
        as_of: AsOf = None,
        limit: Limit = 10,
        cursor: Cursor = None,
        facets: WithFacets = True,
    ) -> Json:
        result = registry.search(
            q, language=lang, as_of=as_of, limit=limit, cursor=cursor, narrowing=narrowing, facets=facets
        )
        # A further page and a narrower choice belong to the search before.
        begins = cursor is None and narrowing == EVERYTHING
        noted = registry.queries.note(result, page="/v1/search") if begins else None
        return {**result_to_json(result), "search": noted}

    @router.get(
        "/search/why",
        response_model=ReasonsShape,
        dependencies=[Depends(require(guard, Work.QUERY_LOG))],
        responses=REFUSED,
        summary="Why a search finds a service; needs the role operator",
    )
    def why(q: Text, service: ServiceName, as_of: AsOf = None) -> Json:
        reasons = registry.explain(q, service=service, as_of=as_of)
        return {"query": q, "service": service, "reasons": [reason_to_json(reason) for reason in reasons]}

    @router.get("/suggest", response_model=SuggestionsShape, summary="Services whose names continue the words")
    def suggest(q: Text, limit: Limit = 8) -> Json:
        return {"items": [service_reference(service) for service in registry.suggest(q, limit=limit)]}

    def told(text: str, **asked: Any) -> Json:
        answer = registry.ask(text, **asked)
        registry.queries.note_question(answer, page="/v1/ask")
        return answer_to_json(answer)

    @router.get("/ask", response_model=AnswerShape, summary="The consultant's answer with its citations")
    async def ask(q: Text, lang: Lang = None, as_of: AsOf = None) -> Json:
        return await registry.turns.take(partial(told, q, language=lang, as_of=as_of))

    @router.post("/ask", response_model=AnswerShape, summary="The same for a question in the body")
    async def ask_in_body(question: QuestionBody) -> Json:
        before = tuple(Asked(text=asked.q, service=asked.service) for asked in question.before)
        asked = {"language": question.lang, "as_of": question.as_of, "service": question.service, "before": before}
        return await registry.turns.take(partial(told, question.q, **asked))

    return router
