"""The social tension index with the counts of its five indicators."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.monitoring import Group
from kb.monitoring.tension import INDICATORS
from kb.pipeline.monitoring import TensionRow
from kb.web.monitoring.figures import percent
from kb.web.monitoring.wave_ground import WaveGround
from kb.web.value_words import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class TensionLine:
    """A row: the index, None where one of the five was answered by nobody, and for each how many of how many."""

    name: Shown
    index: str | None
    indicators: tuple[str, ...]


def tension_lines(rows: Sequence[TensionRow], ground: WaveGround, by: Group) -> tuple[TensionLine, ...]:
    """The rows in words, in the order of `INDICATORS`."""
    words = ground.words
    return tuple(
        TensionLine(
            name=ground.shown(by, row.key),
            index=None if row.index is None else percent(row.index, words),
            indicators=tuple(
                words("register.of", count=words.number(one.met), known=words.number(one.rated))
                for code in INDICATORS
                for one in [row.indicators[code]]
            ),
        )
        for row in rows
    )
