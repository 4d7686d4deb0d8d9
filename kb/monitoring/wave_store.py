"""The waves of a base: one file each, whole or not there."""

import json
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from filelock import FileLock, Timeout

from kb.model.monitoring import Wave, wave_from_json, wave_to_json
from kb.monitoring.engine import Engine, opened_engine, sql_text
from kb.monitoring.errors import MonitoringError, UnknownWave, WaveExists
from kb.monitoring.heads import WAVE_ID
from kb.monitoring.staged import FILE_STEP, staged_rows

ENDING = ".parquet"
STAGING = ".import-"
KEPT = "service, body, region, channel, question, respondent, value, count"
LINE = f", place % {FILE_STEP} AS line"


class WaveStore:
    """`<home>/monitoring/<wave>.parquet`: the answers as columns, the head of the wave in the file's own metadata.

    A file takes the place of an earlier one in one step, so a killed import leaves the former state.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder.absolute()

    def ids(self) -> tuple[str, ...]:
        """The ids of all waves, sorted."""
        return tuple(sorted(path.name.removesuffix(ENDING) for path in self.folder.glob(f"*{ENDING}")))

    def wave(self, wave: str) -> Wave:
        """The head of a wave; raises UnknownWave."""
        path = self.path(wave)
        with self.opened() as engine:
            row = engine.execute(
                "SELECT decode(value) FROM parquet_kv_metadata(?) WHERE decode(key) = 'wave'", [str(path)]
            ).fetchone()
        if row is None:
            raise MonitoringError(f"{path.name}: has no head of a wave; import the wave again with --replace")
        return wave_from_json(json.loads(row[0]))

    def path(self, wave: str) -> Path:
        """The file of a wave; raises UnknownWave."""
        path = self.folder / f"{wave}{ENDING}"
        if not WAVE_ID.fullmatch(wave) or not path.is_file():
            known = ", ".join(self.ids()) or "none; bring one with kb monitor import"
            raise UnknownWave(f"no wave {wave!r} in this base; there are {known}")
        return path

    def require_new(self, wave: str) -> None:
        """Raises WaveExists where the base has a wave of this id."""
        if wave in self.ids():
            raise WaveExists(f"the base has the wave {wave!r} already; --replace puts the new one in its place")

    @contextmanager
    def opened(self) -> Iterator[Engine]:
        """The engine over the folder of waves."""
        self._make()
        with opened_engine(self.folder) as engine:
            yield engine

    @contextmanager
    def staging(self) -> Iterator[Path]:
        """A folder for one import that goes with it; what a killed import left goes too. Raises MonitoringError while
        another import is at work."""
        with self._held():
            for left in self.folder.glob(f"{STAGING}*"):
                shutil.rmtree(left, ignore_errors=True)
            with TemporaryDirectory(dir=self.folder, prefix=STAGING) as folder:
                yield Path(folder)

    def remove(self, wave: str) -> None:
        """Takes a wave out of the base; raises UnknownWave, or MonitoringError while an import is at work."""
        with self._held():
            self.path(wave).unlink()

    @contextmanager
    def _held(self) -> Iterator[None]:
        """Keeps other imports out: the lock goes with its process."""
        self._make()
        lock = FileLock(self.folder / ".import.lock", timeout=0)
        try:
            lock.acquire()
        except Timeout:
            raise MonitoringError(
                f"another import of answers is at work in {self.folder}; try again when it is done"
            ) from None
        try:
            yield
        finally:
            lock.release()

    def write(self, engine: Engine, staged: Path, wave: Wave, *, with_lines: bool = False) -> None:
        """Keeps what was staged as the wave, on demand with the row that each answer was read from; readers see the
        former file until this one is whole."""
        beside = staged.with_suffix(ENDING)
        head = sql_text(json.dumps(wave_to_json(wave), ensure_ascii=False))
        columns = KEPT + (LINE if with_lines else "")
        engine.execute(
            f"COPY (SELECT {columns} FROM {staged_rows(staged)}) TO '{sql_text(str(beside))}' "  # noqa: S608 - paths of our own
            f"(FORMAT parquet, COMPRESSION zstd, KV_METADATA {{wave: '{head}'}})"
        )
        beside.replace(self.folder / f"{wave.id}{ENDING}")

    def _make(self) -> None:
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
        except OSError as problem:
            raise MonitoringError(f"{self.folder} cannot be made ({problem.strerror}); set KB_HOME") from problem
