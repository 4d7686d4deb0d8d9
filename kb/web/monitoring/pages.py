"""`/monitoring` and the pages of each wave."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kb.monitoring import Group, NothingAnswered
from kb.monitoring.formulas import formula_of
from kb.pipeline import Registry
from kb.web.language_choice import page_language
from kb.web.monitoring.asked import Asked, RatingAsked, WaveId, require_known
from kb.web.monitoring.form import filter_fields, group_field, measure_field, question_field
from kb.web.monitoring.key_pages import add_key_pages
from kb.web.monitoring.rating_view import rating_view
from kb.web.monitoring.recomputed_asked import document_address
from kb.web.monitoring.recomputed_pages import add_recomputed_pages
from kb.web.monitoring.reports import report_names
from kb.web.monitoring.table_pages import add_table_pages
from kb.web.monitoring.wave_ground import WaveGround, wave_head
from kb.web.monitoring.wave_page import wave_values
from kb.web.source_link import document_name
from kb.web.templating import render_page
from kb.web.words import words_in

SHOWN_FORMULAS = ("satisfaction", "best_two", "mean", "ten_point", "interval", "pooled", "difference", "tension")


def create_monitoring_router(registry: Registry) -> APIRouter:
    """All pages of public monitoring; what else begins with `/monitoring/` is to be included before it."""
    router = APIRouter(include_in_schema=False, default_response_class=Response)

    @router.get("/monitoring")
    def waves(request: Request) -> Response:
        words = words_in(page_language(request))
        return render_page(
            request, "monitoring.html",
            waves=[wave_head(wave, words) for wave in registry.monitoring.waves()],
            reports=[(document_name(name), document_address(name)) for name in report_names(registry)],
            formulas=[formula_of(code, words.language) for code in SHOWN_FORMULAS],
        )  # fmt: skip

    add_recomputed_pages(router, registry)  # its path is longer than a wave's

    @router.get("/monitoring/{wave}")
    def rating(request: Request, wave: WaveId, asked: Asked) -> Response:
        words = words_in(page_language(request))
        ground = WaveGround.of(registry, wave, words)
        require_known(registry, wave, asked)
        return render_page(
            request, "monitoring_rating.html",
            **wave_values(ground, asked, page=""),
            title=words(
                "monitoring.rating_title", rating=words(f"monitoring.rate.{asked.by.value}"), wave=ground.wave.id
            ),
            rating=_rated(ground, asked),
            fields=[
                group_field(ground, asked),
                measure_field(ground, asked),
                question_field(ground, asked),
                *filter_fields(ground, asked),
            ],
            least=asked.least,
            narrowed=asked != replace(RatingAsked(), by=asked.by),
            everything=ground.address("", RatingAsked(by=asked.by).query()),
            of_bodies=asked.by is Group.BODY,
        )  # fmt: skip

    add_table_pages(router, registry)
    add_key_pages(router, registry)
    return router


def _rated(ground: WaveGround, asked: RatingAsked) -> object:
    """The rating; None where nobody answered so."""
    try:
        found = ground.registry.monitoring.rating(
            ground.wave.id, asked.by, measure=asked.measure, question=asked.question, chosen=asked.chosen,
            best_two=asked.best_two, least=asked.least,
        )  # fmt: skip
    except NothingAnswered:
        return None
    return rating_view(found, ground, asked)
