"""What tells a person is sent to a real server in every way, and then looked for in all that is left of it."""

import os
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import httpx2
import pytest

from kb.pipeline import Home, Registry

IIN, CARD, PHONE, NAME = "900101300127", "4400430123456789", "87015554433", "Серікұлы"
WORDS = f"Ерлан {NAME}, ЖСН {IIN}, карта {CARD}, тел {PHONE}: анықтама мерзімі қанша?"
SECRETS = (IIN, CARD, PHONE, NAME)
HARMLESS = "анықтама мерзімі"
STARTING_S = 30


@dataclass(frozen=True, slots=True, kw_only=True)
class Server:
    """`kb serve` in a process of its own, and the file that its words go to."""

    address: str
    log: Path
    process: subprocess.Popen[bytes]

    def stop(self) -> str:
        self.process.terminate()
        self.process.wait(30)
        return self.log.read_text(encoding="utf-8", errors="replace")


@pytest.fixture
def server(built: Home, tmp_path: Path) -> Iterator[Server]:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    log = tmp_path / "server.log"
    settings = {**os.environ, "KB_HOME": str(built.folder), "KB_PORT": str(port), "PYTHONFAULTHANDLER": "1"}
    command = [sys.executable, "-X", "dev", "-c", "from kb.cli.main import run; run(['serve'])"]
    with log.open("wb") as told:
        process = subprocess.Popen(command, env=settings, stdout=told, stderr=subprocess.STDOUT)
    address = f"http://127.0.0.1:{port}"
    deadline = time.monotonic() + STARTING_S
    while True:
        try:
            httpx2.get(f"{address}/healthz", trust_env=False)
            break
        except httpx2.HTTPError:
            assert process.poll() is None, log.read_text(encoding="utf-8")
            assert time.monotonic() < deadline, "the server did not start"
            time.sleep(0.1)
    yield Server(address=address, log=log, process=process)
    process.kill()
    process.wait(10)


def forms_of(secret: str) -> list[bytes]:
    """A secret as it may stand in a file: plain, in addresses, in JSON, in wide letters."""
    escaped = secret.encode("unicode_escape")
    return [secret.encode(), quote(secret).encode(), escaped, secret.encode("utf-16-le")]


def assert_clean(text: bytes, where: str) -> None:
    for secret in SECRETS:
        assert not [form for form in forms_of(secret) if form in text], f"{secret} stands in {where}"


def ask_in_every_way(address: str) -> list[httpx2.Response]:
    """What the failures answered; the others may repeat the question to who asked it."""
    mark = {"kind": "no_answer", "page": "/search", "language": "kk", "question": WORDS, "words": WORDS}
    with httpx2.Client(
        base_url=address, trust_env=False, timeout=60, headers={"referer": f"{address}/?q={IIN}"}
    ) as client:
        for path in ("/search", "/v1/search", "/v1/suggest", "/v1/ask", "/clauses", "/services", "/"):
            name = "text" if path == "/services" else "q"
            assert client.get(path, params={name: WORDS}).status_code < 500, path
        asked = client.get("/search", params={"q": WORDS, "thanks": "1"})
        assert asked.status_code == 200
        body = {"q": WORDS, "before": [{"q": WORDS}]}
        assert client.post("/v1/ask", json=body).status_code == 200
        assert client.post("/v1/feedback", json=mark).status_code == 201
        assert client.post("/feedback", data={**mark, "service": ""}).status_code == 303
        clicked = {"kind": "clause", "target": IIN, "place": 1}
        client.post(f"/v1/searches/{'0' * 16}/clicks", params=clicked)
        return [
            client.get(f"/v1/services/{IIN}"),
            client.get(f"/services/{IIN}"),
            client.get(f"/{IIN}/{NAME}"),
            client.get(f"/v1/acts/{NAME} {IIN}"),
            client.get("/v1/ask", params={"q": WORDS * 20}),
            client.get("/search", params={"q": WORDS * 20}),
            client.get("/v1/search", params={"q": WORDS, "as_of": IIN}),
            client.get("/search", params={"q": WORDS, "as_of": IIN}),
            client.post("/v1/ask", json={"q": WORDS, IIN: NAME}),
            client.post("/v1/ask", content=WORDS.encode()),
            client.post("/v1/feedback", json={**mark, "service": f"{NAME} {IIN}"}),
            client.post("/v1/feedback", json={**mark, "page": f"/search?q={IIN}"}),
            client.post("/v1/feedback", json={**mark, "words": WORDS * 50}),
            client.get("/v1/feedback", params={"service": IIN}),
            client.put("/v1/ask", json={"q": WORDS}),
            client.request("DELETE", f"/v1/synonyms/{IIN}"),
        ]


def test_nothing_that_tells_a_person_is_left_anywhere(server: Server, built: Home) -> None:
    failures = ask_in_every_way(server.address)
    for answer in failures:
        assert answer.status_code >= 400, answer.request.url.path
        assert_clean(answer.content, f"the failure of {answer.request.method} {answer.request.url.path}")
    metrics = httpx2.get(f"{server.address}/metrics", trust_env=False).content
    assert_clean(metrics, "the counters")
    registry = Registry(built)
    for _ in range(100):
        if len(list(registry.queries.questions())) >= 3:
            break
        time.sleep(0.1)
    questions, marks = list(registry.queries.questions()), registry.queries.counts()
    registry.close()
    assert len(questions) == 3, "what is not kept at all proves nothing"
    assert all(HARMLESS in one.text for one in questions)
    assert marks["searches"] >= 2
    log = server.stop()
    assert_clean(log.encode(), "the log of the server")
    for path in sorted(built.folder.rglob("*")):
        if path.is_file():
            assert_clean(path.read_bytes(), str(path.relative_to(built.folder)))
    with sqlite3.connect(built.folder / "anyq.sqlite") as base:
        tables = [row[0] for row in base.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        rows = sum(_check_table(base, table) for table in tables)
    assert {"questions", "searches", "feedback", "audit"} <= set(tables)
    assert rows > 10


def _check_table(base: sqlite3.Connection, table: str) -> int:
    count = 0
    for row in base.execute(f'SELECT * FROM "{table}"'):  # noqa: S608 - the names of the base itself
        count += 1
        assert_clean(repr(row).encode(), f"the table {table}")
    return count


def test_a_failure_inside_leaves_no_words_in_the_log(server: Server, built: Home) -> None:
    for path in (built.folder / "index").rglob("*"):
        if path.is_file():
            path.write_bytes(b"broken")
    with sqlite3.connect(built.folder / "anyq.sqlite") as base:
        base.execute("DROP TABLE service_names") if _has(base, "service_names") else base.execute("DROP TABLE services")
    with httpx2.Client(base_url=server.address, trust_env=False, timeout=60) as client:
        answers = [
            client.get("/v1/ask", params={"q": WORDS}),
            client.get("/search", params={"q": WORDS}),
            client.get(f"/v1/services/{IIN}"),
            client.get(f"/services/{IIN}"),
            client.post("/v1/ask", json={"q": WORDS}),
        ]
    assert {one.status_code for one in answers} & {500, 503}
    for answer in answers:
        assert_clean(answer.content, answer.request.url.path)
    log = server.stop()
    assert "/v1/ask" in log, "what is not logged at all proves nothing"
    assert_clean(log.encode(), "the log of the server")


def _has(base: sqlite3.Connection, table: str) -> bool:
    return base.execute("SELECT 1 FROM sqlite_master WHERE name = ?", (table,)).fetchone() is not None
