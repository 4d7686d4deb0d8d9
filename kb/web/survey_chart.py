"""Survey figures as a bar chart and table rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import SurveyChannel, SurveyRow
from kb.norms import label
from kb.web.bar_chart import BarChart, bar_chart
from kb.web.source_link import SourceLink, source_link
from kb.web.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyLine:
    """One row of the table, in words; a figure that the report leaves out is None."""

    channel: str
    region: str | None
    n: str | None
    rated: str | None
    satisfaction: str | None
    mean: str | None
    counts: str | None
    place: str
    link: SourceLink


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyView:
    """The drawing (without a bar where no share is printed) and the table."""

    chart: BarChart
    lines: tuple[SurveyLine, ...]


def survey_view(rows: Sequence[SurveyRow], words: Words) -> SurveyView:
    """The survey of a service in the order of the report; a share printed twice is drawn once."""
    rated: dict[tuple[SurveyChannel, str | None], tuple[SurveyRow, float]] = {}
    for row in rows:
        if row.satisfaction_pct is not None:
            rated.setdefault((row.channel, row.region), (row, row.satisfaction_pct))
    bars = [
        (
            " · ".join(part for part in (_channel(row, words), row.region) if part),
            min(max(share, 0.0), 100.0),
            f"{words.number(share)} %",
        )
        for row, share in rated.values()
    ]
    lines = tuple(_line(row, words) for row in rows)
    return SurveyView(chart=bar_chart("survey", words("survey.chart"), bars, most=100), lines=lines)


def _channel(row: SurveyRow, words: Words) -> str:
    return label("survey_channel", row.channel.value, words.language)


def _line(row: SurveyRow, words: Words) -> SurveyLine:
    def figure(number: float | None) -> str | None:
        return None if number is None else words.number(number)

    return SurveyLine(
        channel=_channel(row, words),
        region=row.region,
        n=figure(row.n),
        rated=figure(row.rated),
        satisfaction=figure(row.satisfaction_pct),
        mean=figure(row.mean),
        counts=" / ".join(str(count) for count in row.counts) if row.counts else None,
        place=label("survey_place", row.source.value, words.language),
        link=source_link(row.evidence, words),
    )
