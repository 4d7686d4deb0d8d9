"""What goes wrong with an engine is one clear message of the SearchError family."""

import json
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from indexes.schema import read_schema
from kb.search import (
    AllDocuments,
    EngineDown,
    IndexBusy,
    IndexDocument,
    IndexOutdated,
    SearchError,
    WrongVersion,
    open_backend,
)
from tests.contract.small_base import build_clauses, clause


@contextmanager
def _server(*, status: int, body: object, product: str | None = "Elasticsearch") -> Iterator[str]:
    """A loopback server that gives one answer to everything."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            data = json.dumps(body).encode()
            self.send_response(status)
            if product:
                self.send_header("X-Elastic-Product", product)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

        do_POST = do_PUT = do_HEAD = do_GET  # noqa: N815

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002, ARG002  the base class's names
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Answer)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def _nodes(version: str) -> object:
    return {"nodes": {"n1": {"version": version}}}


def test_nothing_listens(tmp_path: Path) -> None:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    backend = open_backend(f"http://kb:secret@127.0.0.1:{port}", tmp_path)
    with pytest.raises(EngineDown, match=r"does not answer.*start it or correct KB_SEARCH_URL") as raised:
        backend.search("clauses", AllDocuments())
    assert "secret" not in str(raised.value)


@pytest.mark.parametrize("version", ["7.17.28", "6.8.0", "10.0.0"])
def test_another_version(tmp_path: Path, version: str) -> None:
    with _server(status=200, body=_nodes(version)) as url:
        backend = open_backend(url, tmp_path)
        with pytest.raises(WrongVersion, match=f"has version {version}: Elasticsearch 8 or 9 is needed"):
            backend.search("clauses", AllDocuments())


@pytest.mark.parametrize(
    ("status", "body", "product"),
    [
        (200, _nodes("2.11.0"), None),  # OpenSearch does not send the product header
        (200, {"hello": "world"}, "Elasticsearch"),
        (406, {"error": "media type"}, "Elasticsearch"),  # 7.x refuses the client's media type
    ],
)
def test_not_a_usable_elasticsearch(tmp_path: Path, status: int, body: object, product: str | None) -> None:
    with _server(status=status, body=body, product=product) as url:
        backend = open_backend(url, tmp_path)
        with pytest.raises(WrongVersion, match="8 or 9 is needed"):
            backend.info()


def test_a_user_is_wanted(tmp_path: Path) -> None:
    with (
        _server(status=401, body={"error": "missing authentication"}) as url,
        pytest.raises(SearchError, match="put name and password into KB_SEARCH_URL"),
    ):
        open_backend(url, tmp_path).info()


@pytest.mark.parametrize("url", ["ftp://127.0.0.1", "localhost:9200", "http://"])
def test_an_address_that_is_none(tmp_path: Path, url: str) -> None:
    with pytest.raises(SearchError, match="KB_SEARCH_URL"):
        open_backend(url, tmp_path)


def test_the_embedded_index_is_damaged(tmp_path: Path) -> None:
    name = build_clauses(open_backend(None, tmp_path), [clause("a", "дом")])
    (tmp_path / name / "meta.json").write_text("{", encoding="utf-8")
    with pytest.raises(SearchError, match=r"cannot be opened.*kb build"):
        open_backend(None, tmp_path).search("clauses", AllDocuments())


def test_the_pointer_file_is_damaged(tmp_path: Path) -> None:
    build_clauses(open_backend(None, tmp_path), [clause("a", "дом")])
    (tmp_path / "live.json").write_text("{", encoding="utf-8")
    with pytest.raises(SearchError, match=r"live\.json cannot be read.*kb build"):
        open_backend(None, tmp_path).search("clauses", AllDocuments())


def test_two_writers(tmp_path: Path) -> None:
    first, second = open_backend(None, tmp_path), open_backend(None, tmp_path)
    name = first.create(read_schema("clauses"), build="b1")

    def documents() -> Iterator[IndexDocument]:
        with pytest.raises(IndexBusy, match="another process is writing"):
            second.add(name, [clause("b", "второй")])
        yield clause("a", "первый")

    assert first.add(name, documents()) == 1


def test_an_index_of_another_analysis(tmp_path: Path) -> None:
    name = build_clauses(open_backend(None, tmp_path), [clause("a", "дом")])
    older = name.replace("-b1", "x-b1")
    (tmp_path / name).rename(tmp_path / older)
    (tmp_path / "live.json").write_text(json.dumps({"clauses": older}), encoding="utf-8")
    with pytest.raises(IndexOutdated, match="kb build"):
        open_backend(None, tmp_path).search("clauses", AllDocuments())


def test_a_build_name_that_cannot_be_one(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="lower-case"):
        open_backend(None, tmp_path).create(read_schema("clauses"), build="../B1")
