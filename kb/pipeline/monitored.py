"""Documents that printed figures are computed anew from: of the base, or files beside it."""

import hashlib
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from pathlib import Path

import scrapers
from kb.collect import check_body, load_body
from kb.model import Document, Snapshot
from kb.monitoring import Recomputation, WaveStore, recompute
from kb.pipeline.errors import UnknownName
from kb.pipeline.home import Home
from kb.read import Head

MONITORING = "monitoring"
NO_MOMENT = datetime(1970, 1, 1, tzinfo=UTC)  # a file that is only looked at was never taken in


def open_waves(home: Home) -> WaveStore:
    """The waves of public monitoring of a home."""
    return WaveStore(home.folder / MONITORING)


class FollowingWaves(WaveStore):
    """Waves that are brought up to date (`refresh`) before somebody looks at them."""

    def __init__(self, folder: Path, refresh: Callable[[], None]) -> None:
        super().__init__(folder)
        self._refresh = refresh

    def ids(self) -> tuple[str, ...]:
        """The ids of all waves, sorted."""
        self._refresh()
        return super().ids()

    def path(self, wave: str) -> Path:
        """The file of a wave; raises UnknownWave."""
        self._refresh()
        return super().path(wave)


def archived_report(home: Home, name: str) -> Snapshot:
    """The newest body of a document of the archive; raises UnknownName."""
    found = home.archive().newest(name) if home.folder.is_dir() else None
    if found is None:
        raise UnknownName(f"no document {name!r} in this base; see kb source list")
    return found.snapshot


def recompute_archived(home: Home, snapshot: Snapshot) -> Recomputation:
    """The printed figures of a body of the archive computed anew; raises MonitoringError where it has none."""
    return recompute(_read(snapshot, home.archive().body(snapshot.digest)))


def recompute_document(home: Home, name: str) -> Recomputation:
    """The printed figures of a document computed anew: one of the archive by its name, or a file at this path.

    Raises UnknownName where there is neither, MonitoringError for a document without such figures, CollectError or
    ReadError for a file that cannot be read.
    """
    return recompute(read_report(home, name))


def read_report(home: Home, name: str) -> Document:
    """A document of the archive by its name, or a file at this path; raises UnknownName where there is neither,
    CollectError or ReadError for a file that cannot be read."""
    if home.folder.is_dir() and home.archive().newest(name) is not None:
        snapshot = archived_report(home, name)
        return _read(snapshot, home.archive().body(snapshot.digest))
    if not Path(name).is_file():
        raise UnknownName(f"no document {name!r} in this base and no file of this name; see kb source list")
    body = load_body(Path(name), name)
    media_type = check_body(body, name)
    head = Head.of(body, media_type=media_type, document=Path(name).name)
    snapshot = Snapshot(
        digest="sha256:" + hashlib.sha256(body).hexdigest(),
        document=Path(name).name,
        source=scrapers.recognise(head).SOURCE.id,
        media_type=media_type,
        taken_at=NO_MOMENT,
        size=len(body),
    )
    return _read(snapshot, body)


def _read(snapshot: Snapshot, body: bytes) -> Document:
    return scrapers.discover()[snapshot.source].read(snapshot, body, _no_others)


def _no_others(_pattern: str) -> Mapping[str, bytes]:
    """Reports and news are read by themselves."""
    return {}
