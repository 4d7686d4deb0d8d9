"""Survey figures as a bar chart and table rows."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.model import SurveyChannel, SurveyRow
from kb.norms import label
from kb.web.source_link import SourceLink, source_link
from kb.web.words import Words

_WIDTH = 320  # units of the drawing for 100 %
_PITCH = 34  # units of one row


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One bar of the drawing: where its row begins, how long it is, what it says."""

    top: int
    length: float
    name: str
    share: str


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
    """The drawing (empty where no share is printed) and the table."""

    bars: tuple[Bar, ...]
    height: int
    width: int
    lines: tuple[SurveyLine, ...]


def survey_view(rows: Sequence[SurveyRow], words: Words) -> SurveyView:
    """The survey of a service in the order of the report; a share printed twice is drawn once."""
    rated: dict[tuple[SurveyChannel, str | None], tuple[SurveyRow, float]] = {}
    for row in rows:
        if row.satisfaction_pct is not None:
            rated.setdefault((row.channel, row.region), (row, row.satisfaction_pct))
    bars = tuple(
        Bar(
            top=place * _PITCH,
            length=round(min(max(share, 0.0), 100.0) * _WIDTH / 100, 1),
            name=" · ".join(part for part in (_channel(row, words), row.region) if part),
            share=f"{words.number(share)} %",
        )
        for place, (row, share) in enumerate(rated.values())
    )
    lines = tuple(_line(row, words) for row in rows)
    return SurveyView(bars=bars, height=len(bars) * _PITCH, width=_WIDTH, lines=lines)


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
