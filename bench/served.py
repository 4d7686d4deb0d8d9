"""A server of its own on a built base, as a person would run it."""

import os
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path

from bench.document_build import fresh_environment

STARTS_S = 60.0


@contextmanager
def serving(home: Path) -> Iterator[str]:
    """`kb serve` on a free loopback port: `host:port`. Raises RuntimeError with its words where it does not start."""
    port = _free_port()
    environment = fresh_environment(str(home)) | {"KB_PORT": str(port)}
    program = Path(sys.executable).with_name("kb")
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(  # noqa: S603  our own program
            [str(program), "serve"], env=environment, stdout=output, stderr=subprocess.STDOUT
        )
        try:
            _wait(process, port)
            yield f"127.0.0.1:{port}"
        except TimeoutError as slow:
            output.seek(0)
            raise RuntimeError(f"kb serve did not start: {output.read().decode()[-2000:]}") from slow
        finally:
            process.terminate()
            process.wait(30)


def _wait(process: subprocess.Popen[bytes], port: int) -> None:
    until = time.monotonic() + STARTS_S
    while time.monotonic() < until and process.poll() is None:
        connection = HTTPConnection("127.0.0.1", port, timeout=5)
        try:
            connection.request("GET", "/about")
            connection.getresponse().read()
        except OSError:
            time.sleep(0.2)
        else:
            return
        finally:
            connection.close()
    raise TimeoutError(f"no server on port {port} after {STARTS_S:.0f} seconds")


def _free_port() -> int:
    with socket.socket() as free:
        free.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def chromium() -> str:
    """The browser's path: KB_CHROMIUM, else where Debian puts it."""
    return os.environ.get("KB_CHROMIUM", "/usr/bin/chromium")
