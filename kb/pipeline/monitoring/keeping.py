"""Waves that come into a base and leave it, in the audit trail."""

from collections.abc import Iterator, Sequence
from contextlib import closing, contextmanager

from kb.model.access import Actor
from kb.model.monitoring import Wave, wave_to_json
from kb.model.plain_json import Json
from kb.monitoring import ImportReport
from kb.pipeline.audited_work import audited_work
from kb.pipeline.home import Home
from kb.pipeline.monitored import open_waves

TARGET = "monitoring"


@contextmanager
def audited_waves(home: Home, *, actor: Actor | None, asked: Json) -> Iterator[Json]:
    """Notes that an import of waves began and how it ended, with what is put into the mapping that comes back."""
    with (
        closing(home.store()) as store,
        audited_work(store, "wave_import", target=TARGET, actor=actor, asked=asked) as told,
    ):
        yield told


def taken_in(reports: Sequence[ImportReport]) -> Json:
    """What the audit trail tells of waves that came in: counts, nobody's answers."""
    waves = [{"id": one.wave.id, "rows": one.rows, "answers": one.answers, "silent": one.silent} for one in reports]
    return {"waves": waves}


def remove_wave(home: Home, name: str, *, actor: Actor | None) -> Wave:
    """Takes a wave out of the base and gives its head; raises UnknownWave, or MonitoringError while an import is at
    work."""
    waves = open_waves(home)
    wave = waves.wave(name)
    head = {key: value for key, value in wave_to_json(wave).items() if key != "services"}
    with closing(home.store()) as store, store.write() as base:
        if actor is not None:
            base.note_audit(actor=actor, action="wave.remove", target=name, before=head)
        waves.remove(name)  # last: what cannot be removed leaves no entry behind
    return wave
