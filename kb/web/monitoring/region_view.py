"""The regions of a wave: how many people each brings, how satisfied they are, how tense it is there."""

from dataclasses import dataclass
from fractions import Fraction

from kb.monitoring import Group, NothingAnswered, RatedRow
from kb.monitoring.rounding import half_up
from kb.web.monitoring.asked import RatingAsked
from kb.web.monitoring.figures import fixed, percent
from kb.web.monitoring.rating_view import flag_words
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.value_words import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionLine:
    """A region: its marks with their share of all, its figures, and the services of the region rated."""

    rank: str
    name: Shown
    rated: str
    part: str
    satisfaction: str
    interval: str
    mean: str
    tension: str | None
    flags: tuple[str, ...]
    figure: str
    services: str


def region_lines(ground: WaveGround, asked: RatingAsked) -> tuple[tuple[RatedRow, ...], tuple[RegionLine, ...]]:
    """The regions in the order of the measure, as figures and in words; nothing where nobody answered so."""
    monitoring, wave = ground.registry.monitoring, ground.wave.id
    try:
        rows = monitoring.rating(
            wave, Group.REGION, measure=asked.measure, question=asked.question, chosen=asked.chosen
        ).rows
    except NothingAnswered:
        return (), ()
    whole = sum(row.rated for row in rows)
    tension = _tension(ground, asked)
    return rows, tuple(_line(row, ground, asked, whole, tension) for row in rows)


def _tension(ground: WaveGround, asked: RatingAsked) -> dict[str, str]:
    try:
        rows = ground.registry.monitoring.tension(ground.wave.id, Group.REGION, chosen=asked.chosen)
    except NothingAnswered:
        return {}
    return {row.key: percent(row.index, ground.words) for row in rows if row.index is not None}


def _line(row: RatedRow, ground: WaveGround, asked: RatingAsked, whole: int, tension: dict[str, str]) -> RegionLine:
    words = ground.words
    return RegionLine(
        rank=str(row.rank),
        name=ground.shown(Group.REGION, row.key),
        rated=words.number(row.rated),
        part=percent(half_up(Fraction(100 * row.rated, whole), 1), words),
        satisfaction=percent(row.satisfaction, words),
        interval=f"{fixed(row.low, words)}–{fixed(row.high, words)}",
        mean=fixed(row.mean, words),
        tension=tension.get(row.key),
        flags=flag_words(row, ground),
        figure=ground.figure(asked, row.key),
        services=ground.address("", asked.narrowed(Group.REGION, row.key, by=Group.SERVICE).query()),
    )
