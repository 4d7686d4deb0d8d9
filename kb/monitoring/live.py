"""Counts that come from this program itself, not from a file, kept as a wave."""

from collections.abc import Iterable

from kb.model.monitoring import Wave
from kb.monitoring.errors import NotComparable
from kb.monitoring.observations import Observation
from kb.monitoring.staged import staged_writer
from kb.monitoring.wave_store import WaveStore

LIVE_METHOD = "live_marks"
LIVE_PREFIX = "live-"
STAGED_COUNTS = "counted.csv"


def require_same_asking(one: Wave, other: Wave) -> None:
    """Raises NotComparable where one wave has the marks of people who chose to give them, and the other those of people
    who were chosen."""
    if (one.method == LIVE_METHOD) is not (other.method == LIVE_METHOD):
        raise NotComparable(
            f"the waves {one.id!r} and {other.id!r} are not comparable: marks given here and now come from whoever "
            "chooses to give them, a survey asks people who were chosen"
        )


def keep_counts(store: WaveStore, wave: Wave, counts: Iterable[Observation]) -> None:
    """Puts the counts in the place of the wave of this id; raises MonitoringError while an import is at work."""
    with store.staging() as folder:
        staged = folder / STAGED_COUNTS
        with staged_writer(staged) as writer:
            for number, one in enumerate(counts, start=1):
                writer.write(0, number, one)
        with store.opened() as engine:
            store.write(engine, staged, wave)
