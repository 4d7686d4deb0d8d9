"""The end of the time for one question, whatever the host is doing then."""

import socket
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from threading import Timer
from typing import Any

_OPENED = ("connect_tcp.complete", "start_tls.complete")


class Deadline:
    """Ends the connection of a transport after a time.

    The timeouts of the HTTP library are for one piece each: a host that sends a byte now and then would never end.
    """

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self.passed = False

    def watch(self, event: str, info: dict[str, Any]) -> None:
        """A trace of the HTTP library: remembers the connection, which may serve further questions."""
        if event.endswith(_OPENED):
            self._socket = info["return_value"].get_extra_info("socket")

    @contextmanager
    def within(self, seconds: float) -> Iterator[None]:
        """`passed` says afterwards whether the time was over."""
        self.passed = False
        timer = Timer(seconds, self._end)
        timer.daemon = True
        timer.start()
        try:
            yield
        finally:
            timer.cancel()

    def _end(self) -> None:
        self.passed = True
        if self._socket is None:
            return
        with suppress(OSError):  # it may have ended by itself
            # The method of the plain socket: that of a TLS socket would pull the layer from under the reading thread.
            socket.socket.shutdown(self._socket, socket.SHUT_RDWR)
