"""Readers that take what they asked for slowly, more of them than the database has connections."""

import asyncio
import shutil
from pathlib import Path

import pytest
from sqlalchemy import QueuePool

from kb.api import create_application
from kb.pipeline import Home, Registry, build_base, import_paths
from tests.engines.fixtures import postgres_url
from tests.finding_base import contradicting_folder, write_act

__all__ = ["contradicting_folder", "postgres_url"]
CONNECTIONS, SLOW = 2, 8
EXPORTS = ("/v1/findings.jsonl", "/v1/findings.csv", "/v1/findings/report")


class Reader:
    """One request, whose answer is not taken before it may go on."""

    def __init__(self, application, path, *, go_on):
        self.status, self.body = 0, b""
        self.began = asyncio.Event()
        self._go_on = go_on
        scope = {
            "type": "http", "http_version": "1.1", "method": "GET", "scheme": "http", "path": path, "root_path": "",
            "raw_path": path.encode(), "query_string": b"", "headers": [(b"host", b"127.0.0.1")],
            "client": ("127.0.0.1", 5), "server": ("127.0.0.1", 8000),
        }  # fmt: skip
        self.done = asyncio.create_task(application(scope, self._receive, self._send))

    async def _receive(self):
        await asyncio.sleep(3600)

    async def _send(self, message):
        if message["type"] == "http.response.start":
            self.status = message["status"]
        self.began.set()
        await self._go_on.wait()
        self.body += message.get("body", b"")


@pytest.fixture(params=["sqlite", "postgresql"])
def registry(request, tmp_path, monkeypatch):
    """A base with findings, to which few connections are open at a time."""
    pool = {"poolclass": QueuePool, "pool_size": CONNECTIONS, "max_overflow": 0, "pool_timeout": 8}
    if request.param == "sqlite":
        folder = request.getfixturevalue("contradicting_folder")
        home = Home(folder=Path(shutil.copytree(folder, tmp_path / "home")))
    else:
        write_act(tmp_path / "acts")
        home = Home(folder=tmp_path / "home", database_url=request.getfixturevalue("postgres_url"))
        import_paths(home, [tmp_path / "acts"], sample=True)
        build_base(home)
    monkeypatch.setattr("kb.store.engine._pool", lambda _url: pool)
    opened = Registry(home)
    yield opened
    opened.close()


@pytest.mark.parametrize("path", EXPORTS)
def test_slow_readers_of_an_export_keep_nobody_from_the_base(registry, path):
    application = create_application(registry)

    async def read_all():
        at_once = asyncio.Event()
        at_once.set()
        go_on = asyncio.Event()
        slow = [Reader(application, path, go_on=go_on) for _ in range(SLOW)]
        await asyncio.gather(*(one.began.wait() for one in slow))
        other = Reader(application, "/v1/services", go_on=at_once)
        await other.done
        go_on.set()
        await asyncio.gather(*(one.done for one in slow))
        return other, slow

    other, slow = asyncio.run(read_all())
    assert (other.status, {one.status for one in slow}) == (200, {200})
    assert len({one.body for one in slow}) == 1
    assert slow[0].body.count(b"\n") >= len(list(registry.findings.each()))
