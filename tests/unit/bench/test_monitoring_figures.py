from pathlib import Path

from bench.made_responses import WAVE, services, write_csv, write_wave
from bench.monitoring import MonitoringFigures, PeakFigure, RatingFigure
from kb.model.monitoring import wave_to_json
from kb.monitoring import Group, WaveStore, import_wave, pool_answers

RESPONSES = 3_000


def test_the_made_wave_is_what_an_import_of_its_rows_leaves(tmp_path: Path) -> None:
    made, imported = WaveStore(tmp_path / "made"), WaveStore(tmp_path / "imported")
    write_wave(made, RESPONSES)
    write_csv(tmp_path / "rows.csv", RESPONSES)
    import_wave(imported, [tmp_path / "rows.csv"], services=services(), head=wave_to_json(WAVE))
    for group in Group:
        one, other = (pool_answers(store, WAVE.id, group, "satisfaction") for store in (made, imported))
        assert one == other
        assert sum(own.asked for own in one.groups.values()) == RESPONSES


def test_the_part_fails_on_a_slow_rating_and_on_growing_memory() -> None:
    def figures(seconds: float, peak: float) -> MonitoringFigures:
        peaks = tuple(
            PeakFigure(step="rate", responses=size, peak_mb=held, seconds=1.0)
            for size, held in ((1, 100.0), (10, peak))
        )
        return MonitoringFigures(ratings=(RatingFigure(group="body", seconds=seconds, bare=1.0),), peaks=peaks)

    assert figures(1.9, 110.0).holds
    assert not figures(2.1, 110.0).holds
    assert not figures(1.9, 130.0).holds
