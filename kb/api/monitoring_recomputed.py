"""The endpoint of printed figures computed anew."""

from typing import Annotated

from fastapi import APIRouter, Header, Path, Query

from kb.api.language import preferred_language
from kb.api.paging import page_of
from kb.api.parameters import Cursor, Limit
from kb.api.schemas.monitoring import RecomputationShape
from kb.model import Language
from kb.model.monitoring import Recomputed, Standing
from kb.model.plain_json import Json
from kb.monitoring import lost_to_json, recomputed_to_json, recomputed_words
from kb.pipeline import Registry

Document = Annotated[str, Path(max_length=500, description="A document of the base that prints figures of a survey")]
OfStanding = Annotated[Standing | None, Query(description="Only figures of this standing")]


def add_recomputed(router: APIRouter, registry: Registry) -> None:
    """Puts `recomputed` below `/v1/monitoring`."""

    @router.get(
        "/recomputed/{document:path}",
        response_model=RecomputationShape,
        summary="The printed figures of a report that others of it decide on, computed anew",
    )
    def show_recomputed(
        document: Document,
        standing: OfStanding = None,
        limit: Limit = 50,
        cursor: Cursor = None,
        accept_language: Annotated[str | None, Header(include_in_schema=False)] = None,
    ) -> Json:
        found = registry.monitoring.recomputed(document)
        figures = [one for one in found.figures if standing in (None, one.standing)]
        page, following = page_of(figures, cursor=cursor, limit=limit, name="these figures")
        language = preferred_language(accept_language)
        return {
            "document": found.document,
            "counts": {own.value: count for own, count in found.counts.items()},
            "items": [{**recomputed_to_json(one), "words": _words(one, language)} for one in page],
            "next": following,
            "lost": [lost_to_json(row) for row in found.lost],
        }


def _words(one: Recomputed, language: Language) -> str:
    kind, code = ("reasons", one.reason) if one.reason else ("standings", one.standing.value)
    return recomputed_words(kind, code, language)
