"""`kb archive`: damage is named, visits are listed and shown, an export comes back by `kb import`."""

import gzip
import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from kb.collect import Archive
from kb.collect.exchange import Exchange
from kb.model import Language
from kb.pipeline import Home
from tests.command import Kb

NOW = datetime(2031, 3, 1, 12, tzinfo=UTC)
URL = "https://garden.example/page"


@pytest.fixture
def archive(tmp_path: Path) -> Archive:
    """Two documents, one of them from a host and seen twice."""
    archive = Home(folder=tmp_path / "home").archive()
    for day in range(2):
        archive.add(
            "<!doctype html><p>Бақ ашық</p>".encode(),
            document=URL,
            source="documents",
            media_type="text/html",
            taken_at=NOW + timedelta(days=day),
            language=Language.KK,
            exchange=Exchange(
                url=URL,
                method="GET",
                request_headers=(("User-Agent", "test"),),
                request_body=b"",
                status=200,
                headers=(("ETag", f'"{day}"'),),
                final_url=URL,
            ),
        )
    archive.add(
        "Бақ туралы ереже. ".encode() * 40,
        document="ереже.txt",
        source="documents",
        media_type="text/plain",
        taken_at=NOW + timedelta(days=2),
    )
    return archive


def damage(archive: Archive, home: Path) -> tuple[int, int]:
    """One byte of the last record; where that lies."""
    entry = list(archive.entries())[-1]
    path = home / "archive" / entry.file
    data = bytearray(path.read_bytes())
    data[entry.offset + entry.length // 2] ^= 0xFF
    path.write_bytes(data)
    return entry.offset, entry.end


def test_a_whole_archive_is_status_0(kb: Kb, archive: Archive) -> None:
    ran = kb("archive", "verify")
    assert (ran.status, ran.err, ran.out) == (0, "", "Архив бүтін, ақау жоқ.\n")
    assert json.loads(kb("archive", "verify", "--json").out) == {"damage": []}


def test_damage_is_named_with_file_bytes_and_document(kb: Kb, archive: Archive, tmp_path: Path) -> None:
    start, end = damage(archive, tmp_path / "home")
    ran = kb("archive", "verify")
    assert ran.status == 1
    assert "00001.warc.gz" in ran.err
    assert f"bytes {start} to {end}" in ran.err
    assert "ереже.txt" in ran.err
    ran = kb("archive", "verify", "--json")
    assert ran.status == 1
    told = json.loads(ran.out)["damage"]
    assert {(one["file"], one["start"], one["end"], one["document"]) for one in told} == {
        ("00001.warc.gz", start, end, "ереже.txt")
    }


def test_visits_are_listed_the_oldest_first(kb: Kb, archive: Archive) -> None:
    lines = [json.loads(line) for line in kb("archive", "list", "--json").out.splitlines()]
    assert [(one["document"], one["language"], one["status"], one["revisit"]) for one in lines] == [
        (URL, "kk", 200, False),
        (URL, "kk", 200, True),
        ("ереже.txt", None, None, False),
    ]
    shown = kb("archive", "list", "--document", "garden").out.splitlines()
    assert len(shown) == 2
    assert "2031-03-02" in shown[1]
    assert "өзгеріссіз" in shown[1]
    assert kb("archive", "list", "--source", "zan").out == ""


def test_a_visit_is_shown_with_its_headers_and_its_bytes(kb: Kb, archive: Archive) -> None:
    newest = json.loads(kb("archive", "show", URL, "--json").out)
    assert (newest["revisit"], newest["headers"][0]) == (True, ["ETag", '"1"'])
    assert newest["request_headers"][-1] == ["User-Agent", "test"]
    first = json.loads(kb("archive", "show", URL, "--at", "2031-03-01", "--json").out)
    assert first["headers"][0] == ["ETag", '"0"']
    assert json.loads(kb("archive", "show", newest["digest"], "--json").out)["document"] == URL
    assert "Бақ ашық" in kb("archive", "show", URL, "--body").out
    assert "Архив файлы" in kb("archive", "show", "ереже.txt").out


@pytest.mark.parametrize(
    "call",
    [
        ("show", "жоқ.txt"),
        ("show", URL, "--at", "2031-02-28"),
        ("show", URL, "--text-lang", "ru"),
        ("show", URL, "--at", "кеше"),
        ("export", "--out", "no/such/folder/x.warc.gz"),
        ("export",),
    ],
)
def test_what_cannot_be_done_is_status_2_and_one_line(kb: Kb, archive: Archive, call: tuple[str, ...]) -> None:
    ran = kb("archive", *call)
    assert (ran.status, ran.out, len(ran.err.splitlines())) == (2, "", 1)


def test_an_export_comes_back_by_import(kb: Kb, archive: Archive, tmp_path: Path) -> None:
    out = tmp_path / "out.warc.gz"
    ran = kb("archive", "export", "--out", out, "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert gzip.decompress(out.read_bytes()).count(b"WARC-Type: re") == 5  # two requests, three records of visits
    assert kb("import", out, home=tmp_path / "second").status == 0
    second = Home(folder=tmp_path / "second").archive()
    assert [one.snapshot for one in second.captures()] == [one.snapshot for one in archive.captures()]
    assert [one.etag for one in second.captures(document=URL)] == ['"0"', '"1"']


def test_an_export_names_what_is_damaged_and_writes_the_rest(kb: Kb, archive: Archive, tmp_path: Path) -> None:
    damage(archive, tmp_path / "home")
    out = tmp_path / "out.warc.gz"
    ran = kb("archive", "export", "--out", out)
    assert (ran.status, len(ran.err.splitlines())) == (1, 1)
    assert "ереже.txt" in ran.err
    assert URL in gzip.decompress(out.read_bytes()).decode(errors="replace")


@pytest.mark.parametrize("asked", [("--source", "nosuch"), ("--since", "2099-01-01")])
def test_an_export_of_nothing_is_a_wrong_call_and_keeps_the_file_there(
    kb: Kb, archive: Archive, tmp_path: Path, asked: tuple[str, str]
) -> None:
    out = tmp_path / "out.warc.gz"
    out.write_bytes(b"kept")
    ran = kb("archive", "export", "--out", out, *asked)
    assert (ran.status, len(ran.err.splitlines())) == (2, 1)
    assert out.read_bytes() == b"kept"
    assert [path.name for path in tmp_path.glob("*out.warc.gz*")] == ["out.warc.gz"]
