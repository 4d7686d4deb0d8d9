"""Tables of public monitoring as JSON."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from fractions import Fraction
from typing import Any

from kb.model import Language
from kb.model.monitoring import Answers
from kb.model.plain_json import Json, number_to_json
from kb.monitoring import Advice, CountedRow, Group, Indicator, RatedRow, WeightedRating, formula_of, rated_to_json
from kb.monitoring.advice import RIGHT
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import share
from kb.monitoring.rounding import half_up
from kb.pipeline.monitoring.row_names import RowNames
from kb.pipeline.monitoring.tables import (
    AdviceRow,
    AspectTable,
    ChannelRow,
    ChannelTable,
    TableRow,
    TensionRow,
    TrendPoint,
)

COUNTED_COLUMNS = ("service", "body", "region", "channel", "question", "value", "count")


class Named:
    """Keys with their names, as the JSON of a table has them."""

    def __init__(self, names: RowNames, by: Group) -> None:
        self._names, self._by = names, by

    def __call__(self, key: str) -> Json:
        """`key`, `name_kk` and `name_ru`."""
        kk, ru = (self._names(self._by, key, language) for language in (Language.KK, Language.RU))
        return {"key": key, "name_kk": kk, "name_ru": ru}


def rating_rows(rows: Iterable[RatedRow], named: Named) -> list[Json]:
    """Rows of a rating with their names."""
    return [{**rated_to_json(row), **named(row.key)} for row in rows]


def formulas_to_json(codes: Iterable[str], language: Language) -> list[Json]:
    """Formulas of measures with their words and sources."""
    return [asdict(formula_of(code, language)) for code in codes]


def aspects_to_json(table: AspectTable, named: Named) -> Json:
    """Rows by aspects; a cell is null where nobody gave a mark."""
    rows = [_row_to_json(row, table.aspects, named) for row in table.rows]
    return {"aspects": list(table.aspects), "missing": list(table.missing), "items": rows}


def channels_to_json(table: ChannelTable, named: Named) -> Json:
    """Rows by channels, with the difference of two of them."""
    return {"channels": list(table.channels), "items": [channel_row_to_json(row, table, named) for row in table.rows]}


def channel_row_to_json(row: ChannelRow, table: ChannelTable, named: Named) -> Json:
    """A row by channels; `difference` is in percentage points, null where one of the two has no marks."""
    difference = None if row.difference is None else float(row.difference)
    return {**_row_to_json(row, table.channels, named), "difference": difference}


def tension_to_json(row: TensionRow, named: Named) -> Json:
    """The index in per cent, null where it cannot be computed, with its counts."""
    return {
        **named(row.key),
        "index": None if row.index is None else float(row.index),
        "indicators": {code: _indicator(one) for code, one in row.indicators.items()},
    }


def advice_to_json(row: AdviceRow, named: Named) -> Json:
    """Tests of advice in all and by theme, each with the share of right ones and its interval."""
    themes = {code: outcomes_to_json(own) for code, own in row.themes.items()}
    return {**named(row.key), **outcomes_to_json(row.overall), "themes": themes}


def outcomes_to_json(answers: Answers) -> Json:
    """Outcomes of tests of advice; per cent with one decimal, null where no call was answered."""
    told: Json = {**asdict(Advice.of(answers)), "share": None, "low": None, "high": None}
    if answers.rated:
        bounds = wilson(answers.of_values(RIGHT), answers.rated)
        figures = {"share": share(answers, RIGHT), "low": Fraction(bounds.low), "high": Fraction(bounds.high)}
        told |= {name: float(half_up(100 * figure, 1)) for name, figure in figures.items()}
    return told


def trend_point_to_json(point: TrendPoint) -> Json:
    """A wave of a trend; `notes` say why it cannot be compared with the one before."""
    return {
        "wave": point.wave.id,
        "year": point.wave.year,
        "method": point.wave.method,
        **cell_to_json(point.row),
        "notes": [note.value for note in point.notes],
        "compared": {"common": point.common, "gone": point.gone, "new": point.new},
    }


def counted_to_json(row: CountedRow) -> Json:
    """How many gave a value; null for those who gave none."""
    return {
        "service": row.service,
        "body": row.body,
        "region": row.region,
        "channel": row.channel,
        "question": row.question,
        "value": number_to_json(row.value),
        "count": row.count,
    }


def cell_to_json(row: RatedRow) -> Json:
    """A rated row without its key."""
    told: dict[str, Any] = rated_to_json(row)
    del told["key"]
    return told


def _row_to_json(row: TableRow, columns: tuple[str, ...], named: Named) -> Json:
    cells: Mapping[str, Json | None] = {
        column: cell_to_json(row.cells[column]) if column in row.cells else None for column in columns
    }
    return {**named(row.key), "cells": cells}


def _indicator(one: Indicator) -> Json:
    return {"met": one.met, "rated": one.rated}


def weighted_to_json(rating: WeightedRating, language: Language) -> Json:
    """How a rating was weighed: formula, who gave the coefficients, kinds that nobody gave."""
    return {
        "formula": asdict(formula_of(rating.formula, language)),
        "source": rating.source,
        "unused": [kind.value for kind in rating.unused],
    }
