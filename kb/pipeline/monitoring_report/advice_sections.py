"""Tests of operators' advice as sections of a report."""

from collections.abc import Iterable, Iterator
from fractions import Fraction

from kb.model.monitoring import Answers
from kb.monitoring import Advice, Group, NothingAnswered, advice_questions, question_words
from kb.monitoring.advice import RIGHT
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import pool, share
from kb.monitoring.rounding import half_up
from kb.pipeline.monitoring_report.ground import ReportGround
from kb.pipeline.monitoring_report.tables import Column, ReportCell, Section, Table

OUTCOMES = ("right", "incomplete", "wrong", "silent", "right_share", "low", "high")


def advice_sections(ground: ReportGround) -> Iterator[Section]:
    """By service and by theme; nothing for a wave that tested no advice."""
    try:
        rows = ground.monitoring.advice(ground.wave.id, Group.SERVICE)
    except NothingAnswered:
        return
    services = ((ground.name(Group.SERVICE, row.key), row.overall) for row in rows)
    yield _section(ground, "advice", "name", services)
    themes = {
        code: pool(row.themes[code] for row in rows if code in row.themes)
        for code in advice_questions()
        if any(code in row.themes for row in rows)
    }
    told = ((question_words(code, ground.language), own) for code, own in themes.items())
    yield _section(ground, "advice_themes", "question", told)


def _section(ground: ReportGround, code: str, first: str, rows: Iterable[tuple[str, Answers]]) -> Section:
    words = ground.words
    names = (first, *OUTCOMES)
    return Section(
        code=code,
        title=words(f"section.{code}"),
        table=Table(
            columns=tuple(
                Column(name=words(f"column.{name}"), numeric=name != first, named=name == first) for name in names
            ),
            rows=tuple((name, *_cells(own)) for name, own in rows),
        ),
    )


def _cells(own: Answers) -> tuple[ReportCell, ...]:
    told = Advice.of(own)
    counts = (told.right, told.incomplete, told.wrong, told.silent)
    if not own.rated:
        return (*counts, None, None, None)
    bounds = wilson(told.right, own.rated)
    figures = (share(own, RIGHT), Fraction(bounds.low), Fraction(bounds.high))
    return (*counts, *(half_up(100 * figure, 1) for figure in figures))
