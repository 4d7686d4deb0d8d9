"""Endpoints of public monitoring: waves, ratings and exports, computed from counts for each request."""

from collections.abc import Callable, Iterator
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Depends, Header
from fastapi.responses import Response, StreamingResponse

from kb.api.language import preferred_language
from kb.api.monitoring_conditions import BestTwo, By, Least, MarksQuestion, OrderedBy, Wanted, WaveId, chosen_of
from kb.api.monitoring_recomputed import add_recomputed
from kb.api.monitoring_reports import add_reports
from kb.api.monitoring_tables import add_tables
from kb.api.paging import page_of
from kb.api.parameters import Cursor, Limit
from kb.api.schemas.monitoring import RatingShape, WaveDetailShape, WaveShape
from kb.api.schemas.shape import Listing
from kb.api.streamed import csv_response, jsonl_response
from kb.model.monitoring import wave_to_json
from kb.model.plain_json import Json
from kb.monitoring import Group, Measure, question_kinds, question_words
from kb.pipeline import Registry
from kb.pipeline.monitoring import COUNTED_COLUMNS, Named, counted_to_json, formulas_to_json, rating_rows

AcceptLanguage = Annotated[str | None, Header(include_in_schema=False)]


def create_monitoring_router(registry: Registry, *, today: Callable[[], date]) -> APIRouter:
    """`/v1/monitoring` and what stands below it."""
    router = APIRouter(prefix="/v1/monitoring", tags=["monitoring"])
    wanted_wave = Annotated[Wanted, Depends(chosen_of(registry))]

    @router.get("/waves", response_model=Listing[WaveShape], summary="The surveys of the base, the newest first")
    def list_waves(limit: Limit = 50, cursor: Cursor = None) -> Json:
        waves, following = page_of(registry.monitoring.waves(), cursor=cursor, limit=limit, name="/v1/monitoring/waves")
        return {"items": [wave_to_json(one) for one in waves], "next": following}

    @router.get("/waves/{wave}", response_model=WaveDetailShape, summary="A survey: what it asked, and whom")
    def show_wave(wave: WaveId, accept_language: AcceptLanguage = None) -> Json:
        language = preferred_language(accept_language)
        questions = [
            {
                "code": code,
                "kind": question_kinds()[code].value,
                "words": question_words(code, language),
                "asked": asked,
            }
            for code, asked in registry.monitoring.questions(wave).items()
        ]
        keys = {group.value: registry.monitoring.keys(wave, group) for group in Group}
        return {**wave_to_json(registry.monitoring.wave(wave)), "questions": questions, "keys": keys}

    @router.get(
        "/waves/{wave}/rating", response_model=RatingShape, summary="Services, bodies, regions or channels in order"
    )
    def rate_wave(
        *,
        wanted: wanted_wave,
        question: MarksQuestion,
        by: By = Group.SERVICE,
        measure: OrderedBy = Measure.SATISFACTION,
        best_two: BestTwo = False,
        least: Least = 0,
        limit: Limit = 50,
        cursor: Cursor = None,
        accept_language: AcceptLanguage = None,
    ) -> Json:
        wave, chosen = wanted.wave, wanted.chosen
        rating = registry.monitoring.rating(
            wave, by, measure=measure, question=question, chosen=chosen, best_two=best_two, least=least
        )
        rows, following = page_of(rating.rows, cursor=cursor, limit=limit, name="this rating")
        share = "best_two" if best_two else "satisfaction"
        return {
            "wave": wave,
            "by": by.value,
            "measure": measure.value,
            "question": question,
            "best_two": best_two,
            "least": least,
            "formulas": formulas_to_json(
                (share, "mean", "ten_point", "interval", "pooled"), preferred_language(accept_language)
            ),
            "items": rating_rows(rows, Named(registry.monitoring.names(wave), by)),
            "next": following,
            "excluded": rating.excluded,
            "unanswered": rating.unanswered,
            "nameless": registry.monitoring.pooled(wave, by, question, chosen).nameless.asked,
        }

    @router.get(
        "/waves/{wave}/marks.jsonl",
        response_class=StreamingResponse,
        summary="All counts of a survey, without respondents, one object a line",
    )
    def export_jsonl(wave: WaveId) -> Response:
        return jsonl_response(_counts(registry, wave), name=f"{wave}-marks")

    @router.get(
        "/waves/{wave}/marks.csv",
        response_class=StreamingResponse,
        summary="All counts of a survey, without respondents; no cell runs as a formula",
    )
    def export_csv(wave: WaveId) -> Response:
        return csv_response(_counts(registry, wave), columns=COUNTED_COLUMNS, name=f"{wave}-marks")

    add_tables(router, registry)
    add_recomputed(router, registry)
    add_reports(router, registry, today=today)
    return router


def _counts(registry: Registry, wave: str) -> Iterator[Json]:
    return (counted_to_json(row) for row in registry.monitoring.wave_export(wave))
