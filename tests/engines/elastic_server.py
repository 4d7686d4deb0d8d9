"""A real Elasticsearch for tests and benchmarks: fetched once into a cache, started on free ports, stopped by its pid.

`python -m tests.engines.elastic_server` starts one in the foreground and prints its address.
"""

import os
import shutil
import signal
import subprocess
import tempfile
import time
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import elastic_transport
from elasticsearch import Elasticsearch

from tests.engines.owner import ServerError, as_owner, free_port, serve

VERSION = "8.19.21"
ARTIFACT = f"org.elasticsearch.distribution.integ-test-zip:elasticsearch:{VERSION}:zip"
HEAP = "512m"
START_SECONDS = 300.0  # 5 s on a free machine; a busy one takes its time
STOP_SECONDS = 20.0


def cache_folder() -> Path:
    """KB_CACHE, else `~/.cache/anyq`; for root `/var/cache/anyq`: the server's owner cannot look into root's home."""
    if chosen := os.environ.get("KB_CACHE"):
        return Path(chosen)
    return Path("/var/cache/anyq") if os.geteuid() == 0 else Path.home() / ".cache" / "anyq"


def install_server(cache: Path) -> Path:
    """The folder of the unpacked distribution, fetched from Maven Central when the cache has none yet."""
    home = cache / f"elasticsearch-{VERSION}"
    if (home / "bin" / "elasticsearch").exists():
        return home
    for program in ("mvn", "java"):
        if shutil.which(program) is None:
            raise ServerError(
                f"{program} is missing: install a JRE 17 and Maven (Debian: openjdk-17-jre-headless maven)"
            )
    cache.mkdir(parents=True, exist_ok=True, mode=0o755)
    with tempfile.TemporaryDirectory(dir=cache, prefix="fetch-") as scratch:
        folder = Path(scratch)
        command = ["mvn", "-B", "-q", "dependency:copy", f"-Dartifact={ARTIFACT}", f"-DoutputDirectory={folder}"]
        fetched = subprocess.run(command, capture_output=True, text=True, check=False)
        archives = list(folder.glob("*.zip"))
        if fetched.returncode or len(archives) != 1:
            raise ServerError(f"Maven did not fetch {ARTIFACT}:\n{(fetched.stdout + fetched.stderr)[-2000:]}")
        with zipfile.ZipFile(archives[0]) as archive:
            archive.extractall(folder / "unpacked")
        unpacked = folder / "unpacked" / home.name
        for script in (unpacked / "bin").iterdir():
            script.chmod(0o755)
        try:
            unpacked.rename(home)  # in one step: a second run at the same time finds all of it or nothing
        except OSError:
            if not home.exists():
                raise
    return home


@contextmanager
def running_elasticsearch(cache: Path | None = None) -> Iterator[str]:
    """The address of a fresh, empty server that lives as long as the block; raises ServerError when it cannot start."""
    home = install_server(cache or cache_folder())
    with tempfile.TemporaryDirectory(prefix="anyq-elastic-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        port, transport = free_port(), free_port()
        _write_config(home, folder, port, transport)
        log = folder / "console.log"
        with log.open("wb") as console:
            process = subprocess.Popen(
                [*as_owner(folder), str(home / "bin" / "elasticsearch"), "-p", str(folder / "pid")],
                env={
                    "PATH": os.environ["PATH"],
                    "HOME": str(folder),
                    "ES_JAVA_HOME": _java_home(),
                    "ES_JAVA_OPTS": f"-Xms{HEAP} -Xmx{HEAP}",
                    "ES_PATH_CONF": str(folder / "config"),
                    "ES_TMPDIR": str(folder / "tmp"),
                },
                stdin=subprocess.DEVNULL,
                stdout=console,
                stderr=subprocess.STDOUT,
                cwd=folder,
            )
        url = f"http://127.0.0.1:{port}"
        try:
            _wait_until_ready(url, process, log)
            yield url
        finally:
            _stop(process, folder / "pid")


def _write_config(home: Path, folder: Path, port: int, transport: int) -> None:
    config = folder / "config"
    config.mkdir()
    for name in ("jvm.options", "log4j2.properties"):
        shutil.copy(home / "config" / name, config / name)
    for name in ("data", "logs", "tmp"):
        (folder / name).mkdir()
    settings = {
        "cluster.name": f"anyq-{port}",
        "discovery.type": "single-node",
        "network.host": "127.0.0.1",
        "http.port": port,
        "transport.port": transport,
        "path.data": folder / "data",
        "path.logs": folder / "logs",
        "xpack.security.enabled": "false",
        "cluster.routing.allocation.disk.threshold_enabled": "false",
    }
    text = "".join(f"{name}: {value}\n" for name, value in settings.items())
    (config / "elasticsearch.yml").write_text(text, encoding="utf-8")


def _java_home() -> str:
    java = shutil.which("java")
    if java is None:
        raise ServerError("java is missing: install a JRE 17 (Debian: openjdk-17-jre-headless)")
    return str(Path(java).resolve().parent.parent)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    with Elasticsearch(url, request_timeout=10, max_retries=0) as client:
        while time.monotonic() < deadline:
            if process.poll() is not None:
                raise ServerError(f"Elasticsearch ended with status {process.returncode}:\n{_tail(log)}")
            try:
                client.cluster.health(wait_for_status="yellow", timeout="5s")
            except (elastic_transport.TransportError, elastic_transport.ApiError):
                time.sleep(0.2)
            else:
                return
    raise ServerError(f"Elasticsearch was not ready within {START_SECONDS:.0f} s:\n{_tail(log)}")


def _tail(log: Path) -> str:
    return log.read_text(encoding="utf-8", errors="replace")[-3000:]


def _stop(process: subprocess.Popen[bytes], pid_file: Path) -> None:
    """Ends the server by the pid it wrote, then the start script that waits for it."""
    if pid_file.exists() and process.poll() is None:
        os.kill(int(pid_file.read_text(encoding="utf-8")), signal.SIGTERM)
    elif process.poll() is None:
        process.terminate()
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        if pid_file.exists():
            os.kill(int(pid_file.read_text(encoding="utf-8")), signal.SIGKILL)
        process.kill()
        process.wait()


if __name__ == "__main__":
    serve(running_elasticsearch)
