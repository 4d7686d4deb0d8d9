"""A real PostgreSQL for tests: a fresh cluster on a free port of this machine, stopped by its pid.

`python -m tests.engines.postgres_server` starts one in the foreground and prints its address.
"""

import secrets
import shutil
import signal
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import psycopg

from tests.engines.owner import ServerError, as_owner, free_port, serve

PROGRAMS = Path("/usr/lib/postgresql")  # Debian keeps the server's programs off the PATH
USER = "anyq"
START_SECONDS = 60.0  # 2 s on a free machine
STOP_SECONDS = 20.0


def find_program(name: str) -> str:
    """The newest `initdb` or `postgres` of this machine; raises ServerError when there is none."""
    installed = sorted(PROGRAMS.glob(f"*/bin/{name}"), key=lambda path: int(path.parts[-3]))
    found = shutil.which(name) or (str(installed[-1]) if installed else None)
    if found is None:
        raise ServerError(f"{name} is missing: install PostgreSQL (Debian: postgresql)")
    return found


@contextmanager
def running_postgres() -> Iterator[str]:
    """The URL of the `postgres` database of a fresh server that lives as long as the block."""
    initdb, postgres = find_program("initdb"), find_program("postgres")
    with tempfile.TemporaryDirectory(prefix="anyq-postgres-", ignore_cleanup_errors=True) as scratch:
        folder = Path(scratch)
        password, port = secrets.token_hex(16), free_port()
        secret = folder / "password"
        secret.write_text(password, encoding="ascii")
        data, log = folder / "data", folder / "log"
        made = subprocess.run(
            [*as_owner(folder), initdb, "-D", str(data), "-U", USER, "-A", "scram-sha-256", "--pwfile", str(secret),
             "-E", "UTF8", "--locale", "C.UTF-8", "--locale-provider", "icu", "--icu-locale", "kk", "--no-sync"],
            capture_output=True, text=True, check=False, cwd=folder,
        )  # fmt: skip
        if made.returncode:
            raise ServerError(f"initdb ended with status {made.returncode}:\n{(made.stdout + made.stderr)[-2000:]}")
        with log.open("wb") as console:
            # SIGINT is the fast stop of PostgreSQL; what a test run writes need not survive a power cut
            process = subprocess.Popen(
                [*as_owner(folder, stop_signal="INT"), postgres, "-D", str(data), "-p", str(port), "-k", str(folder),
                 "-c", "listen_addresses=127.0.0.1", "-c", "fsync=off", "-c", "max_connections=100"],
                stdin=subprocess.DEVNULL, stdout=console, stderr=subprocess.STDOUT, cwd=folder,
            )  # fmt: skip
        try:
            plain = f"postgresql://{USER}:{password}@127.0.0.1:{port}/postgres"
            _wait_until_ready(plain, process, log)
            yield plain.replace("postgresql://", "postgresql+psycopg://")
        finally:
            _stop(process)


def _wait_until_ready(url: str, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        try:
            psycopg.connect(url, connect_timeout=5).close()
        except psycopg.OperationalError:
            time.sleep(0.1)
        else:
            return
    told = log.read_text(encoding="utf-8", errors="replace")[-2000:]
    raise ServerError(f"PostgreSQL was not ready within {START_SECONDS:.0f} s (status {process.poll()}):\n{told}")


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.send_signal(signal.SIGINT)
    try:
        process.wait(STOP_SECONDS)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()


if __name__ == "__main__":
    serve(running_postgres)
