"""Figures by place of service against the figure for all: it is the mean of theirs, weighted by people."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import channel_words, clash, words_of
from kb.compare.statistics.figures import (
    COUNT,
    MEAN,
    OVERALL,
    PLACES,
    RECEIVED,
    RECEIVED_COUNT,
    SAMPLE,
    SHARE,
    Figures,
    is_general,
    value,
)
from kb.compare.statistics.rounding import half_up
from kb.model import Remark, SurveyChannel

LOOSE = {SHARE: Decimal("0.3"), MEAN: Decimal("0.03")}  # a total and two parts are rounded
SCALE = {SHARE: Decimal(100), MEAN: Decimal(4)}  # from the lowest to the highest that a part without a figure can have
SILENT = Decimal("0.1")  # of those asked gave no mark, where the section does not tell how many
LEAST_PLACES = 2
NEAR = Decimal(5)  # per cent points: some of those who were asked did not answer this


def check_places(figures: Figures) -> Iterator[Clash]:
    """Totals of satisfaction that the figures by place cannot give, whoever of them gave no mark."""
    asked: dict[SurveyChannel | None, Decimal] = {
        one.channel: value(one)
        for one in figures.numbers
        if one.subject == SAMPLE and one.measure == COUNT and one.channel in PLACES and is_general(one)
    }
    everyone = sum(asked.values(), Decimal(0))
    if not everyone:
        return
    yield from _received(figures, asked, everyone)
    yield from _received_counts(figures, asked)
    rated = Decimal(sum(figures.counts)) if figures.counts else everyone * (1 - SILENT)
    silent = max(Decimal(0), 1 - rated / everyone)
    for measure in (SHARE, MEAN):
        total = next((one for one in figures.of(OVERALL, measure) if not is_general(one)), None)
        parts = {
            channel: part for channel in PLACES if asked.get(channel) and (part := _part(figures, measure, channel))
        }
        if total is None or len(parts) < LEAST_PLACES:
            continue
        counted = sum((asked[channel] for channel in parts), Decimal(0))
        weighed = sum((asked[channel] * value(part) for channel, part in parts.items()), Decimal(0)) / counted
        values = [value(part) for part in parts.values()]
        apart = silent * (max(values) - min(values)) + (1 - counted / everyone) * SCALE[measure]
        if abs(weighed - value(total)) > apart + LOOSE[measure]:
            far = max(parts.values(), key=lambda part: abs(value(part) - value(total)))
            yield clash(
                total, far, "parts_total", subject=words_of(OVERALL), measure=words_of(measure), total=value(total),
                parts="; ".join(str(one).replace(".", ",") for one in values),
            )  # fmt: skip


def _received(figures: Figures, asked: Mapping[SurveyChannel | None, Decimal], everyone: Decimal) -> Iterator[Clash]:
    """A share of those who came one way beside the number of them."""
    for told in figures.numbers:
        if told.measure != RECEIVED or told.channel not in asked:
            continue
        exact = asked[told.channel] * 100 / everyone
        if abs(exact - value(told)) > NEAR:
            counted = _counted(figures, told.channel)
            yield clash(
                told, counted, "received_share", channel=channel_words(told.channel), share=value(told),
                count=value(counted), everyone=everyone, exact=half_up(exact, 1),
            )  # fmt: skip


def _received_counts(figures: Figures, asked: Mapping[SurveyChannel | None, Decimal]) -> Iterator[Clash]:
    """A number of people who came one way beside the table of places."""
    for told in figures.numbers:
        if told.measure == RECEIVED_COUNT and asked.get(told.channel, value(told)) != value(told):
            counted = _counted(figures, told.channel)
            yield clash(
                told, counted, "received_count", channel=channel_words(told.channel), told=value(told),
                counted=value(counted),
            )  # fmt: skip


def _counted(figures: Figures, channel: SurveyChannel | None) -> Remark:
    """The cell of the table of places with the people of one place."""
    return next(one for one in figures.numbers if one.subject == SAMPLE and one.channel is channel and is_general(one))


def _part(figures: Figures, measure: str, channel: SurveyChannel) -> Remark | None:
    """The first figure of a place that the section itself tells."""
    told = (one for one in figures.numbers if (one.subject, one.measure, one.channel) == (OVERALL, measure, channel))
    return next((one for one in told if not is_general(one)), None)
