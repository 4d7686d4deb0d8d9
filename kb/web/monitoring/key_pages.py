"""Pages of one row: the counts behind its figures, the same figure over all waves."""

from dataclasses import replace
from typing import Annotated

from fastapi import APIRouter, Query, Request
from fastapi.responses import Response

from kb.monitoring import Group, Measure, question_words
from kb.pipeline import Registry, UnknownName
from kb.web.language_choice import page_language
from kb.web.monitoring.asked import LONGEST_KEY, Asked, WaveId, require_known
from kb.web.monitoring.figure_view import figure_view
from kb.web.monitoring.trend_view import trend_drawing, trend_lines
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.monitoring.wave_page import wave_values
from kb.web.templating import render_page
from kb.web.words import words_in

Key = Annotated[str, Query(min_length=1, max_length=LONGEST_KEY)]


def add_key_pages(router: APIRouter, registry: Registry) -> None:
    """`/monitoring/{wave}/figure` and `/monitoring/{wave}/trend`; a key that the wave does not have is 404."""

    @router.get("/monitoring/{wave}/figure")
    def figure(request: Request, wave: WaveId, asked: Asked, key: Key) -> Response:
        ground = WaveGround.of(registry, wave, words_in(page_language(request)))
        require_known(registry, wave, asked)
        view = figure_view(ground, asked, key)
        if view is None:
            raise UnknownName(f"the wave {wave!r} has no marks of {key!r}")
        return render_page(
            request, "monitoring_figure.html",
            **wave_values(ground, asked, page="figure"),
            name=ground.shown(asked.by, key),
            service=ground.service(key) if asked.by is Group.SERVICE else None,
            figure=view,
            back=ground.address("", replace(asked, least=0).query()),
            trend=ground.trend(asked, key),
        )  # fmt: skip

    @router.get("/monitoring/{wave}/trend")
    def trend(request: Request, wave: WaveId, asked: Asked, key: Key) -> Response:
        words = words_in(page_language(request))
        ground = WaveGround.of(registry, wave, words)
        found = registry.monitoring.trend(asked.by, key, measure=asked.measure, question=asked.question)
        if not found.points:
            raise UnknownName(f"no wave has marks of {key!r}")
        name = ground.shown(asked.by, found.key)
        measure = words(f"monitoring.measure.{asked.measure.value}")
        title = words(
            "monitoring.drawing",
            what=name.text,
            measure=measure,
            question=question_words(asked.question, words.language),
        )
        return render_page(
            request, "monitoring_trend.html",
            **wave_values(ground, replace(asked, best_two=False), page="trend"),
            name=name,
            lines=trend_lines(found, words),
            drawing=trend_drawing(found, words, title),
            shares=asked.measure is Measure.SATISFACTION,
            incomparable=any(point.notes for point in found.points),
            back=ground.address("", asked.query()),
        )  # fmt: skip
