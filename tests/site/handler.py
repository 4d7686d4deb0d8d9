"""Requests off the wire and replies onto it, also broken ones."""

import sys
import time
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler
from socketserver import ThreadingTCPServer
from typing import Any

from tests.site.page import Asked, Reply


class AnsweringServer(ThreadingTCPServer):
    """One thread a connection; not `HTTPServer`, which asks the DNS for its own name."""

    daemon_threads = True
    allow_reuse_address = True

    def __init__(self, answer: Callable[[Asked], Reply]) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.answer = answer

    def handle_error(self, request: Any, client_address: Any) -> None:
        """Says nothing of clients that hang up; other faults are the site's own."""
        if not isinstance(sys.exception(), OSError):
            super().handle_error(request, client_address)


class Handler(BaseHTTPRequestHandler):
    """Gets its replies from the `answer` of its server."""

    server: AnsweringServer
    protocol_version = "HTTP/1.1"
    timeout = 10  # an idle connection ends by itself

    def _serve(self) -> None:
        asked = Asked(
            method=self.command,
            url=f"https://{self.headers.get('host', '')}{self.path}",
            headers={name.lower(): value for name, value in self.headers.items()},
            body=self.rfile.read(int(self.headers.get("content-length") or 0)),
            status=0,
        )
        reply = self.server.answer(asked)
        if reply.drop:
            self.close_connection = True
            return
        try:
            self._send(reply)
        except OSError:  # the client has had enough
            self.close_connection = True

    do_GET = do_POST = do_HEAD = _serve  # noqa: N815 - names of the standard library

    def _send(self, reply: Reply) -> None:
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            time.sleep(reply.slow_headers)
            self.send_header(name, value)
            if reply.slow_headers:
                self.flush_headers()
        if reply.chunked:
            self.send_header("Transfer-Encoding", "chunked")
        elif reply.length and reply.status != 304:
            self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        body = reply.body if reply.cut is None else reply.body[: reply.cut]
        size = max(1, -(-len(body) // reply.pieces))
        for start in range(0, len(body), size):
            if start and reply.pause:
                time.sleep(reply.pause)
            self._write(body[start : start + size], chunked=reply.chunked)
        if reply.cut is not None or not reply.length:
            self.close_connection = True
        elif reply.chunked:
            self.wfile.write(b"0\r\n\r\n")

    def _write(self, piece: bytes, *, chunked: bool) -> None:
        self.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece) if chunked else piece)
        self.wfile.flush()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the signature of the standard library
        """Says nothing: `Site.log` is the log."""
