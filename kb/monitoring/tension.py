"""The social tension index of a wave, by what its answers are of."""

from collections.abc import Mapping
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


def tension_by(store: WaveStore, wave: str, group: Group) -> Mapping[str, Fraction | None]:
    """The index in per cent by group; None where nobody answered one of the five questions there.

    Raises UnknownWave, or NothingAnswered where the wave did not ask one of them at all.
    """
    asked = {code: pool_answers(store, wave, group, code).groups for code in INDICATORS}
    keys = sorted({key for groups in asked.values() for key in groups})
    return {key: _index({code: groups.get(key, Answers()) for code, groups in asked.items()}) for key in keys}


def _index(answers: Mapping[str, Answers]) -> Fraction | None:
    if not all(own.rated for own in answers.values()):
        return None
    return 100 * tension_index([share(answers[code], values) for code, values in INDICATORS.items()])
