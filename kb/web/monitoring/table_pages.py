"""Pages of a wave with tables: aspects, channels, regions, the tension index."""

from dataclasses import replace

from fastapi import APIRouter, Request
from fastapi.responses import Response

from kb.monitoring import Group, Measure, NothingAnswered, question_words
from kb.monitoring.formulas import formula_of
from kb.monitoring.tension import INDICATORS
from kb.norms import label
from kb.pipeline import Registry
from kb.web.language_choice import page_language
from kb.web.monitoring.answers_view import answers_view
from kb.web.monitoring.asked import OVERALL, Asked, AskedAnswers, RatingAsked, WaveId, require_known
from kb.web.monitoring.form import (
    answers_field,
    filter_fields,
    group_field,
    measure_field,
    other_questions,
    question_field,
)
from kb.web.monitoring.rating_view import drawing_note, rating_drawing
from kb.web.monitoring.region_view import region_lines
from kb.web.monitoring.table_view import aspect_view, channel_view
from kb.web.monitoring.tension_view import tension_lines
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.monitoring.wave_page import wave_values
from kb.web.templating import render_page
from kb.web.words import words_in

BOTH = tuple(one.value for one in Measure)  # tables have no rating by fours and fives
OF_CHANNELS = (Group.BODY, Group.SERVICE, Group.REGION)


def add_table_pages(router: APIRouter, registry: Registry) -> None:
    """`/monitoring/{wave}/aspects`, `/channels`, `/regions`, `/tension`."""

    @router.get("/monitoring/{wave}/aspects")
    def aspects(request: Request, wave: WaveId, asked: Asked) -> Response:
        ground, asked = _opened(request, wave, asked, Group.BODY)
        language = ground.words.language
        table = registry.monitoring.aspects(wave, asked.by, measure=asked.measure, chosen=asked.chosen)
        view = aspect_view(table, ground, asked, [question_words(code, language) for code in table.aspects])
        return render_page(
            request, "monitoring_aspects.html",
            **wave_values(ground, asked, page="aspects"),
            table=view,
            missing=[question_words(code, language) for code in table.missing],
            fields=[group_field(ground, asked), measure_field(ground, asked, BOTH), *filter_fields(ground, asked)],
        )  # fmt: skip

    @router.get("/monitoring/{wave}/channels")
    def channels(request: Request, wave: WaveId, asked: Asked) -> Response:
        ground, asked = _opened(request, wave, asked, Group.BODY)
        by_channel = replace(asked, by=Group.CHANNEL)
        try:
            rows = registry.monitoring.rating(wave, Group.CHANNEL, measure=asked.measure, question=asked.question).rows
            table = registry.monitoring.channels(wave, asked.by, measure=asked.measure, question=asked.question)
        except NothingAnswered:
            rows, table = (), None
        names = [label("channel", code, ground.words.language) for code in table.channels] if table else []
        return render_page(
            request, "monitoring_channels.html",
            **wave_values(ground, asked, page="channels"),
            drawing=rating_drawing(rows, ground, by_channel),
            note=drawing_note(rows, by_channel, ground.words),
            table=channel_view(table, ground, asked, names) if table else None,
            fields=[
                group_field(ground, asked, OF_CHANNELS),
                measure_field(ground, asked, BOTH),
                question_field(ground, asked),
            ],
        )  # fmt: skip

    @router.get("/monitoring/{wave}/regions")
    def regions(request: Request, wave: WaveId, asked: Asked) -> Response:
        ground, asked = _opened(request, wave, asked, Group.REGION)
        asked = replace(asked, by=Group.REGION)
        rows, lines = region_lines(ground, asked)
        return render_page(
            request, "monitoring_regions.html",
            **wave_values(ground, asked, page="regions"),
            drawing=rating_drawing(rows, ground, asked),
            note=drawing_note(rows, asked, ground.words),
            lines=lines,
            fields=[
                measure_field(ground, asked, BOTH),
                question_field(ground, asked),
                *filter_fields(ground, asked),
            ],
        )  # fmt: skip

    @router.get("/monitoring/{wave}/tension")
    def tension(request: Request, wave: WaveId, asked: Asked) -> Response:
        ground, asked = _opened(request, wave, asked, Group.BODY)
        try:
            rows = registry.monitoring.tension(wave, asked.by, chosen=asked.chosen)
        except NothingAnswered:
            rows = ()
        return render_page(
            request, "monitoring_tension.html",
            **wave_values(ground, asked, page="tension"),
            lines=tension_lines(rows, ground, asked.by),
            formula=formula_of("tension", ground.words.language),
            indicators=[question_words(code, ground.words.language) for code in INDICATORS],
            fields=[group_field(ground, asked), *filter_fields(ground, asked)],
        )  # fmt: skip

    @router.get("/monitoring/{wave}/answers")
    def answers(request: Request, wave: WaveId, asked: AskedAnswers) -> Response:
        ground, asked = _opened(request, wave, asked, Group.BODY)
        put = other_questions(ground)
        asked = replace(asked, question=asked.question or next(iter(put), OVERALL))
        try:
            view = answers_view(ground, asked) if put else None
        except NothingAnswered:
            view = None
        return render_page(
            request, "monitoring_answers.html",
            **wave_values(ground, asked, page="answers"),
            put=put,
            answers=view,
            fields=[answers_field(ground, asked), group_field(ground, asked), *filter_fields(ground, asked)],
        )  # fmt: skip

    def _opened(request: Request, wave: str, asked: RatingAsked, by: Group) -> tuple[WaveGround, RatingAsked]:
        """The wave, and what is asked for; `by` where the address does not say of what."""
        ground = WaveGround.of(registry, wave, words_in(page_language(request)))
        if not request.query_params.get("by", "").strip():
            asked = replace(asked, by=by)
        require_known(registry, wave, asked)
        return ground, replace(asked, best_two=False)
