"""What the text before the sections says of the survey."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.model import Evidence
from kb.monitoring.report.ground import ReportGround
from kb.monitoring.report.names import TOTAL, report_pattern
from kb.monitoring.report.printed import PrintedFigure
from kb.text import fold_plain

TEXT_LINE = re.compile(r"[^\n]+")


@dataclass(frozen=True, slots=True)
class SurveyLine:
    """A line before the sections: its folded text, and its place."""

    plain: str
    start: int
    ground: ReportGround

    def cite(self, start: int, end: int) -> Evidence:
        """The words from one place of the line to another."""
        return self.ground.document.cite(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class ToldSample:
    """A number of people that the text tells of the whole survey."""

    people: int
    evidence: Evidence


def survey_lines(ground: ReportGround) -> tuple[SurveyLine, ...]:
    """The lines before the sections that speak of the survey; folding keeps every letter's place in them."""
    return tuple(_lines(ground))


def _lines(ground: ReportGround) -> Iterator[SurveyLine]:
    text = ground.document.text
    end = min((one.evidence.start for one in ground.extraction.mentions), default=len(text))
    for found in TEXT_LINE.finditer(text, 0, end):
        plain = fold_plain(found[0])
        if len(plain) == len(found[0]) and report_pattern("head", "survey").search(plain):
            yield SurveyLine(plain, found.start(), ground)


def told_samples(ground: ReportGround) -> tuple[ToldSample, ...]:
    """How many people were asked in all, as often as the text tells it."""
    told = []
    for line in survey_lines(ground):
        for found in report_pattern("head", "sample").finditer(line.plain):
            group = next(number for number in range(1, found.re.groups + 1) if found[number])
            told.append(ToldSample(int(found[group]), line.cite(*found.span(group))))
    return tuple(told)


def whole_samples(ground: ReportGround) -> tuple[PrintedFigure, ...]:
    """The totals of tables that count all people: of the table of places, and of the ranking."""
    return tuple(
        one
        for one in ground.figures
        if one.subject.kind == TOTAL
        and one.value == int(one.value)
        and (("places" in one.scope and one.column == TOTAL) or (one.column == "n" and not one.scope))
    )
