"""A host of git repositories on this machine: the folders below its root, by git's own protocol or as plain files."""

import os
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import urlsplit

LARGE = 100_000


class Site:
    """What the host does and saw; `plain` serves files only, `cut` ends answers after so many bytes,
    `midway` is called when half of a large answer is out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.plain = False
        self.cut: int | None = None
        self.midway: Callable[[], None] | None = None
        self.redirect: str | None = None
        self.asks_for_a_name = False
        self.hosts: set[str] = set()
        self.clients: set[str] = set()
        self.asked: list[str] = []
        self.port = 0

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def open_site(root: Path) -> Iterator[Site]:
    """The host, until the block ends."""
    site = Site(root)

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            answer(self, site)

        do_POST = do_GET  # noqa: N815 - the name that the server looks for

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Nothing on the terminal."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_port
    thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


def answer(request: BaseHTTPRequestHandler, site: Site) -> None:
    site.hosts.add(request.headers.get("Host", ""))
    site.clients.add(request.headers.get("User-Agent", ""))
    site.asked.append(f"{request.command} {request.path}")
    if site.redirect:
        request.send_response(302)
        request.send_header("Location", site.redirect + request.path)
        request.end_headers()
        return
    if site.asks_for_a_name:
        request.send_response(401)
        request.send_header("WWW-Authenticate", 'Basic realm="private"')
        request.send_header("Content-Length", "0")
        request.end_headers()
        return
    if site.plain:
        send_file(request, site.root / urlsplit(request.path).path.lstrip("/"))
        return
    address = urlsplit(request.path)
    body = request.rfile.read(int(request.headers.get("Content-Length") or 0))
    made = subprocess.run(
        ["git", "http-backend"],
        env={
            "PATH": os.environ["PATH"], "GIT_PROJECT_ROOT": str(site.root), "GIT_HTTP_EXPORT_ALL": "1",
            "PATH_INFO": address.path, "QUERY_STRING": address.query, "REQUEST_METHOD": request.command,
            "CONTENT_TYPE": request.headers.get("Content-Type", ""), "REMOTE_ADDR": "127.0.0.1",
            "HTTP_CONTENT_ENCODING": request.headers.get("Content-Encoding", ""),
            "GIT_PROTOCOL": request.headers.get("Git-Protocol", ""),
            "CONTENT_LENGTH": str(len(body)), "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": os.devnull,
        },
        input=body, capture_output=True, check=False,
    ).stdout  # fmt: skip
    head, _, content = made.partition(b"\r\n\r\n")
    fields = dict(line.split(": ", 1) for line in head.decode().split("\r\n") if ": " in line)
    request.send_response(int(fields.pop("Status", "200").split()[0]))
    for name, value in fields.items():
        request.send_header(name, value)
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    half = len(content) // 2 if site.midway and len(content) > LARGE else len(content)
    request.wfile.write(content[:half] if site.cut is None else content[: site.cut])
    if half < len(content) and site.midway:
        site.midway()
        with suppress(OSError):
            request.wfile.write(content[half:])


def send_file(request: BaseHTTPRequestHandler, path: Path) -> None:
    if not path.is_file():
        request.send_error(404)
        return
    content = path.read_bytes()
    request.send_response(200)
    request.send_header("Content-Length", str(len(content)))
    request.end_headers()
    request.wfile.write(content)
