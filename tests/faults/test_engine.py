"""An Elasticsearch that is away, or of a version that this program does not speak."""

import socket
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.testclient import TestClient

from kb.app import Settings, build_application
from kb.pipeline import Home
from tests.command import Kb
from tests.faults.old_server import server_of_version
from tests.unit.pipeline.exports import exported


@pytest.fixture(params=["away", "6.8.23"])
def address(request: pytest.FixtureRequest) -> Iterator[str]:
    if request.param != "away":
        with server_of_version(request.param) as url:
            yield url
        return
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    yield f"http://127.0.0.1:{port}"


def test_commands_that_search_tell_it_in_one_line(
    kb: Kb, built_folder: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    monkeypatch.setattr("kb.app.settings.Settings.open_home", lambda self: Home(folder=self.home, search_url=address))
    for call in (("search", "паспорт"), ("ask", "паспорт қанша тұрады?")):
        ran = kb(*call, home=built_folder)
        assert (ran.status, ran.out) == (1, "")
        assert len(ran.err.splitlines()) == 1
        assert address in ran.err


def test_cards_and_exports_do_without_the_engine(
    kb: Kb, built: Home, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    services = kb("export", "services", home=built.folder)
    monkeypatch.setattr("kb.app.settings.Settings.open_home", lambda self: Home(folder=self.home, search_url=address))
    assert kb("export", "services", home=built.folder) == services
    assert services.status == 0


def test_a_build_tells_it_and_leaves_the_base_as_it_was(
    kb: Kb, built: Home, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    before = exported(built)
    with monkeypatch.context() as away:
        away.setattr("kb.app.settings.Settings.open_home", lambda self: Home(folder=self.home, search_url=address))
        ran = kb("build", "--full", home=built.folder)
    assert (ran.status, len(ran.err.splitlines())) == (1, 1)
    assert exported(built) == before
    assert kb("search", "паспорт", home=built.folder).status == 0


def test_the_api_says_503_as_a_problem(built_folder: Path, address: str) -> None:
    settings = Settings.model_validate({"home": built_folder, "search_url": address})
    with TestClient(build_application(settings)) as client:
        answer = client.get("/v1/search", params={"q": "паспорт"})
        ready = client.get("/readyz")
        alive = client.get("/healthz")
    assert (answer.status_code, ready.status_code, alive.status_code) == (503, 503, 200)
    assert answer.headers["content-type"] == "application/problem+json"
