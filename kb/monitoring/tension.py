"""The social tension index of a wave, by what its answers are of."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from kb.model.monitoring import Answers
from kb.monitoring.answers import Group, pool_answers
from kb.monitoring.measures import WORST_TWO, YES, share, tension_index
from kb.monitoring.wave_store import WaveStore

# The five negative indicators, in the order of the note that defines them (report of 2017, below the tables).
INDICATORS = {
    "satisfaction": WORST_TWO,
    "trust": WORST_TWO,
    "complaints": YES,
    "rewards": YES,
    "acquaintances": YES,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Indicator:
    """One of the five: how many gave a negative answer (`met`) of those who answered."""

    met: int
    rated: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Tension:
    """The index in per cent, None where nobody answered one of the five questions; `indicators` by question."""

    index: Fraction | None
    indicators: Mapping[str, Indicator]


def tension_of(answers: Mapping[str, Answers]) -> Tension:
    """The index of the answers to the five questions, by code; a question that is not there was answered by nobody."""
    own = {code: answers.get(code, Answers()) for code in INDICATORS}
    index = None
    if all(one.rated for one in own.values()):
        index = 100 * tension_index([share(own[code], values) for code, values in INDICATORS.items()])
    return Tension(
        index=index,
        indicators={
            code: Indicator(met=own[code].of_values(values), rated=own[code].rated)
            for code, values in INDICATORS.items()
        },
    )


def tension_by(store: WaveStore, wave: str, group: Group) -> Mapping[str, Fraction | None]:
    """The index in per cent by group; None where nobody answered one of the five questions there.

    Raises UnknownWave, or NothingAnswered where the wave did not ask one of them at all.
    """
    asked = {code: pool_answers(store, wave, group, code).groups for code in INDICATORS}
    keys = sorted({key for groups in asked.values() for key in groups})
    return {
        key: tension_of({code: groups[key] for code, groups in asked.items() if key in groups}).index for key in keys
    }
