"""Counts and times of requests for Prometheus."""

import time
from collections.abc import Callable, Iterator

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import CounterMetricFamily
from prometheus_client.registry import Collector
from starlette.types import ASGIApp, Message, Receive, Scope, Send

MEDIA_TYPE = "text/plain; version=0.0.4; charset=utf-8"
_LOSSES, _ABOUT_LOSSES = "anyq_query_log_lost", "Searches and clicks that the query log could not keep"


class Metrics:
    """The counters of one application; two applications in one process do not share them."""

    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        labels = ("method", "route", "status")
        self._requests = Counter("anyq_requests", "Requests answered", labels, registry=self._registry)
        self._seconds = Histogram("anyq_request_seconds", "Seconds to answer", ("route",), registry=self._registry)

    def count(self, *, method: str, route: str, status: int, seconds: float) -> None:
        """Adds one answered request."""
        self._requests.labels(method=method, route=route, status=str(status)).inc()
        self._seconds.labels(route=route).observe(seconds)

    def watch_log(self, lost: Callable[[], int]) -> None:
        """Shows how many entries of the query log were lost; asked for whenever the counters are."""
        self._registry.register(_Losses(lost))

    def text(self) -> bytes:
        """The exposition format."""
        return generate_latest(self._registry)


class _Losses(Collector):
    """A count that somebody else keeps."""

    def __init__(self, lost: Callable[[], int]) -> None:
        self._lost = lost

    def describe(self) -> Iterator[CounterMetricFamily]:
        """Without it the count would be asked for before it is there."""
        yield CounterMetricFamily(_LOSSES, _ABOUT_LOSSES)

    def collect(self) -> Iterator[CounterMetricFamily]:
        """The count as it stands."""
        yield CounterMetricFamily(_LOSSES, _ABOUT_LOSSES, value=self._lost())


class MeasureRequests:
    """Counts every request under its route template, so that callers cannot make new series."""

    def __init__(self, app: ASGIApp, metrics: Metrics) -> None:
        self._app = app
        self._metrics = metrics

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Passes one request on."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return
        started = time.perf_counter()
        status = 500

        async def send_and_note(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self._app(scope, receive, send_and_note)
        finally:
            self._metrics.count(
                method=scope["method"] if scope["method"] in _METHODS else "other",
                route=getattr(scope.get("route"), "path", "unmatched"),
                status=status,
                seconds=time.perf_counter() - started,
            )


_METHODS = {"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"}
