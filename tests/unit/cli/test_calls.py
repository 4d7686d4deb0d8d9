import json
import socket
import sqlite3
from pathlib import Path

import pytest

from tests.command import Kb


@pytest.mark.parametrize(
    "call",
    [
        (),
        ("nonsense",),
        ("search",),
        ("search", "a", "--batch", "x.tsv", "--run", "y"),
        ("search", "--batch", "x.tsv"),
        ("search", "a", "--limit", "0"),
        ("search", "a", "--as-of", "soon"),
        ("search", "a", "--lang", "fr"),
        ("search", "--batch", "absent.tsv", "--run", "out.trec"),
        ("ask",),
        ("ask", "--batch", "absent.jsonl"),
        ("extract",),
        ("extract", "absent.txt"),
        ("extract", "a.txt", "--batch", "b.jsonl"),
        ("export", "contradictions"),
        ("check", "--class", "colour"),
        ("verdict", "absent", "confirmed", "--reason", "иә"),
        ("verdict", "absent", "perhaps", "--reason", "иә"),
        ("impact", "absent"),
        ("export", "services", "--format", "xml"),
        ("export", "services", "--out", "no/such/folder/file"),
        ("card",),
        ("source", "show", "nowhere"),
        ("source", "remove", "nowhere"),
        ("import",),
        ("import", "absent.txt"),
        ("import", "a.txt", "--nonsense"),
    ],
)
def test_a_wrong_call_is_status_2_and_one_line(kb: Kb, built_folder: Path, call: tuple[str, ...]) -> None:
    ran = kb(*call, home=built_folder)
    assert ran.status == 2
    assert ran.out == ""
    assert len(ran.err.splitlines()) == 1
    assert ran.err.startswith("kb: ")
    assert "Traceback" not in ran.err


@pytest.mark.parametrize("text", ["", " ", "!!!", "a\x00b", "x" * 100_000, '"' * 3])
def test_a_malformed_query_is_one_line(kb: Kb, built_folder: Path, text: str) -> None:
    for command in ("search", "ask"):
        ran = kb(command, text, home=built_folder)
        assert ran.status in (0, 2)
        assert len(ran.err.splitlines()) == (1 if ran.status else 0)
        assert len(ran.err) < 400


def test_an_empty_home_is_told_what_to_do(kb: Kb) -> None:
    for call in (("search", "паспорт"), ("card", "x"), ("ask", "қанша?"), ("export", "services")):
        ran = kb(*call)
        assert (ran.status, ran.out) == (2, "")
        assert "kb import" in ran.err


def test_a_setting_that_is_no_number_is_named(kb: Kb, monkeypatch: pytest.MonkeyPatch, built_folder: Path) -> None:
    monkeypatch.setenv("KB_PORT", "eight")
    ran = kb("source", "list", home=built_folder)
    assert ran.status == 2
    assert "KB_PORT" in ran.err
    assert len(ran.err.splitlines()) == 1


def test_a_newer_database_is_status_1_and_one_line(kb: Kb, tmp_path: Path) -> None:
    kb("source", "list")
    with sqlite3.connect(tmp_path / "home" / "anyq.sqlite") as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
    ran = kb("source", "list")
    assert (ran.status, len(ran.err.splitlines())) == (1, 1)
    assert "newer version" in ran.err


def test_a_taken_port_is_one_line(kb: Kb, built_folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        monkeypatch.setenv("KB_PORT", str(port))
        ran = kb("serve", home=built_folder)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 1
    assert f"127.0.0.1:{port}" in ran.err


def test_passwords_of_addresses_are_never_written(kb: Kb, monkeypatch: pytest.MonkeyPatch, built_folder: Path) -> None:
    monkeypatch.setenv("KB_DATABASE_URL", "postgresql+psycopg://anyq:geheim@127.0.0.1:1/anyq")
    ran = kb("source", "list", home=built_folder)
    assert ran.status == 1
    assert "geheim" not in ran.err + ran.out
    monkeypatch.delenv("KB_DATABASE_URL")
    monkeypatch.setenv("KB_SEARCH_URL", "http://anyq:geheim@127.0.0.1:1")
    ran = kb("search", "паспорт", home=built_folder)
    assert ran.status == 1
    assert "geheim" not in ran.err + ran.out
    assert len(ran.err.splitlines()) == 1


def test_help_names_every_command(kb: Kb) -> None:
    ran = kb("--help")
    assert ran.status == 0
    for command in ("import", "build", "search", "card", "ask", "extract", "source", "export", "serve"):
        assert command in ran.out
    assert json.dumps(ran.err) == '""'
