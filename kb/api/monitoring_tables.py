"""Endpoints of tables of a survey: aspects, channels, regions, tension; and figures over surveys."""

from typing import Annotated

from fastapi import APIRouter, Depends, Header, Query

from kb.api.language import preferred_language
from kb.api.monitoring_conditions import By, MarksQuestion, OrderedBy, Wanted, WaveId, chosen_of
from kb.api.schemas.monitoring import AdviceShape, AspectsShape, ChannelsShape, RegionsShape, TensionShape, TrendShape
from kb.model.plain_json import Json
from kb.monitoring import Group, Measure
from kb.pipeline import Registry
from kb.pipeline.monitoring import (
    Named,
    advice_to_json,
    aspects_to_json,
    cell_to_json,
    channel_row_to_json,
    channels_to_json,
    formulas_to_json,
    tension_to_json,
    trend_point_to_json,
)

MARKS = ("satisfaction", "mean", "ten_point", "interval", "pooled")
BY_CHANNEL = (*MARKS, "difference")
AcceptLanguage = Annotated[str | None, Header(include_in_schema=False)]
TrendKey = Annotated[str, Query(min_length=1, max_length=300, description="A service by any id, or a code of a row")]


def add_tables(router: APIRouter, registry: Registry) -> None:
    """Puts the tables below `/v1/monitoring`."""
    wanted_wave = Annotated[Wanted, Depends(chosen_of(registry))]

    @router.get("/waves/{wave}/aspects", response_model=AspectsShape, summary="Rows by the aspects of a service")
    def show_aspects(
        wanted: wanted_wave,
        by: By = Group.BODY,
        measure: OrderedBy = Measure.SATISFACTION,
        accept_language: AcceptLanguage = None,
    ) -> Json:
        table = registry.monitoring.aspects(wanted.wave, by, measure=measure, chosen=wanted.chosen)
        told = aspects_to_json(table, Named(registry.monitoring.names(wanted.wave), by))
        return {"wave": wanted.wave, "by": by.value, "formulas": _formulas(MARKS, accept_language), **told}

    @router.get("/waves/{wave}/channels", response_model=ChannelsShape, summary="Rows by the channels of a survey")
    def show_channels(
        wave: WaveId, question: MarksQuestion, by: By = Group.BODY, accept_language: AcceptLanguage = None
    ) -> Json:
        table = registry.monitoring.channels(wave, by, question=question)
        told = channels_to_json(table, Named(registry.monitoring.names(wave), by))
        return {"wave": wave, "by": by.value, "formulas": _formulas(BY_CHANNEL, accept_language), **told}

    @router.get("/waves/{wave}/regions", response_model=RegionsShape, summary="The regions, in all and by channel")
    def show_regions(
        wave: WaveId,
        question: MarksQuestion,
        measure: OrderedBy = Measure.SATISFACTION,
        accept_language: AcceptLanguage = None,
    ) -> Json:
        rating = registry.monitoring.rating(wave, Group.REGION, measure=measure, question=question)
        table = registry.monitoring.channels(wave, Group.REGION, measure=measure, question=question)
        named = Named(registry.monitoring.names(wave), Group.REGION)
        by_key = {row.key: row for row in table.rows}
        return {
            "wave": wave,
            "measure": measure.value,
            "channels": table.channels,
            "formulas": _formulas(BY_CHANNEL, accept_language),
            "items": [
                {**channel_row_to_json(by_key[row.key], table, named), "overall": cell_to_json(row)}
                for row in rating.rows
                if row.key in by_key
            ],
        }

    @router.get("/waves/{wave}/tension", response_model=TensionShape, summary="The index of social tension")
    def show_tension(wanted: wanted_wave, by: By = Group.BODY, accept_language: AcceptLanguage = None) -> Json:
        rows = registry.monitoring.tension(wanted.wave, by, chosen=wanted.chosen)
        named = Named(registry.monitoring.names(wanted.wave), by)
        return {
            "wave": wanted.wave,
            "by": by.value,
            "formulas": _formulas(("tension",), accept_language),
            "items": [tension_to_json(row, named) for row in rows],
        }

    @router.get("/waves/{wave}/advice", response_model=AdviceShape, summary="Tests of operators' advice, by theme")
    def show_advice(wanted: wanted_wave, by: By = Group.SERVICE, accept_language: AcceptLanguage = None) -> Json:
        rows = registry.monitoring.advice(wanted.wave, by, chosen=wanted.chosen)
        named = Named(registry.monitoring.names(wanted.wave), by)
        return {
            "wave": wanted.wave,
            "by": by.value,
            "formulas": _formulas(("advice", "interval"), accept_language),
            "items": [advice_to_json(row, named) for row in rows],
        }

    @router.get("/trend", response_model=TrendShape, summary="One service, body, region or channel over the surveys")
    def show_trend(
        key: TrendKey,
        question: MarksQuestion,
        by: By = Group.SERVICE,
        measure: OrderedBy = Measure.SATISFACTION,
        accept_language: AcceptLanguage = None,
    ) -> Json:
        trend = registry.monitoring.trend(by, key, measure=measure, question=question)
        return {
            "by": by.value,
            "key": trend.key,
            "measure": measure.value,
            "question": question,
            "formulas": _formulas(MARKS, accept_language),
            "items": [trend_point_to_json(point) for point in trend.points],
        }


def _formulas(codes: tuple[str, ...], accept_language: str | None) -> list[Json]:
    return formulas_to_json(codes, preferred_language(accept_language))
