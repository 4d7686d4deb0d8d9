from datetime import UTC, datetime
from io import BytesIO
from pathlib import Path

import pytest
from warcio.warcwriter import WARCWriter

from kb.pipeline import Home, HomeBusy, Step, UnknownName, import_body, import_paths


def test_files_go_into_the_archive_under_their_names_and_sources(home: Home, acts: Path) -> None:
    report = import_paths(home, [acts])
    assert report.failures == ()
    assert len(report.imported) == 12
    assert {(one.source, one.state) for one in report.imported} == {("lawgit", "added")}
    names = {one.document for one in home.archive().snapshots()}
    assert {name.rpartition("/")[2] for name in names} == {"kaz.md", "rus.md", "meta.yaml"}
    assert names == {one.document for one in report.imported}


def test_the_same_file_twice_is_unchanged(home: Home, acts: Path) -> None:
    import_paths(home, [acts])
    again = import_paths(home, [acts])
    assert {one.state for one in again.imported} == {"unchanged"}
    assert len(list(home.archive().snapshots())) == 12


def test_a_bad_file_is_one_line_and_does_not_stop_the_others(home: Home, acts: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.md"
    broken.write_bytes(b"\x00\x01\x02" * 500)
    report = import_paths(home, [broken, tmp_path / "absent.md", acts])
    assert len(report.imported) == 12
    assert len(report.failures) == 2
    assert all("\n" not in line for line in report.failures)
    assert any("absent.md" in line for line in report.failures)
    assert any("broken.md" in line for line in report.failures)


def test_an_unknown_source_is_told_with_the_names_that_exist(home: Home, acts: Path) -> None:
    with pytest.raises(UnknownName, match=r"no source 'nowhere'.*lawgit"):
        import_paths(home, [acts], source="nowhere")
    assert not home.folder.exists()


def test_a_named_source_is_not_recognised_anew(home: Home, tmp_path: Path) -> None:
    note = tmp_path / "note.md"
    note.write_text("# Ештеңеге ұқсамайтын мәтін\n", encoding="utf-8")
    assert import_paths(home, [note], source="lawgit").imported[0].source == "lawgit"


def test_what_is_piped_in_has_the_name_it_is_given(home: Home, acts: Path) -> None:
    body = next(acts.rglob("kaz.md")).read_bytes()
    report = import_body(home, body, document="stdin")
    assert [(one.document, one.source) for one in report.imported] == [("stdin", "lawgit")]


def test_samples_are_marked_in_the_archive(home: Home, acts: Path) -> None:
    import_paths(home, [acts], sample=True)
    assert all(one.sample for one in home.archive().snapshots())


def test_an_import_during_a_build_is_refused_at_once(home: Home, acts: Path) -> None:
    with home.hold(), pytest.raises(HomeBusy, match="another import or build is at work"):
        import_paths(home, [acts])
    assert len(import_paths(home, [acts]).imported) == 12


def test_progress_counts_the_files(home: Home, acts: Path) -> None:
    steps: list[Step] = []
    import_paths(home, [acts], progress=steps.append)
    assert [one.done for one in steps] == list(range(13))
    assert {one.total for one in steps} == {12}


def write(path: Path, words: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"# {words}\n\n1. {words} ашық.\n", encoding="utf-8")
    return path


def test_two_files_of_one_name_are_two_documents(home: Home, tmp_path: Path) -> None:
    files = [write(tmp_path / "a" / "act.md", "Парк"), write(tmp_path / "b" / "act.md", "Клуб")]
    report = import_paths(home, files)
    assert report.failures == ()
    assert [(one.document, one.state) for one in report.imported] == [("a/act.md", "added"), ("b/act.md", "added")]
    bodies = [home.archive().body(one.digest) for one in home.archive().snapshots()]
    assert bodies == [path.read_bytes() for path in files]


def test_folders_of_one_shape_keep_their_data_sheets(home: Home, acts: Path, tmp_path: Path) -> None:
    twin = tmp_path / "twin"
    for path in sorted(acts.rglob("*.md")):
        write(twin / path.relative_to(acts), "Егіз")
    import_paths(home, [acts, twin], source="lawgit")
    names = {one.document for one in home.archive().snapshots()}
    assert len(names) == 12 + 8
    sheets = {name.rpartition("/")[0] for name in names if name.endswith("meta.yaml")}
    assert sheets == {name.rpartition("/")[0] for name in names if name.startswith("acts/")}


def test_a_file_named_twice_is_one_document(home: Home, tmp_path: Path) -> None:
    path = write(tmp_path / "a" / "act.md", "Парк")
    report = import_paths(home, [path, tmp_path / "a"])
    assert [(one.document, one.state) for one in report.imported] == [("act.md", "added"), ("act.md", "unchanged")]


def test_a_body_that_takes_the_place_of_an_earlier_one_is_told(home: Home, tmp_path: Path) -> None:
    path = write(tmp_path / "act.md", "Парк")
    states = []
    for words in ("Парк", "Парк", "Клуб", "Клуб", "Парк"):
        states += [one.state for one in import_paths(home, [write(path, words)]).imported]
    assert states == ["added", "unchanged", "replaced", "unchanged", "replaced"]
    states += [one.state for one in import_paths(home, [path], source="lawgit").imported]
    assert states[-1] == "replaced"


def _warc(folder: Path, *pages: tuple[str, str, bytes]) -> Path:
    path = folder / "pages.warc"
    with path.open("wb") as file:
        writer = WARCWriter(file, gzip=False)
        for uri, day, body in pages:
            headers = {"WARC-Date": f"{day}T00:00:00Z"}
            record = writer.create_warc_record(uri, "resource", payload=BytesIO(body), warc_headers_dict=headers)
            writer.write_record(record)
    return path


def test_an_older_capture_takes_nobodys_place(home: Home, tmp_path: Path) -> None:
    newest = datetime(2025, 5, 5, tzinfo=UTC)
    pages = [("file:p.txt", day, words.encode()) for day, words in (("2025-05-05", "Кейін."), ("2024-04-04", "Бұрын."))]
    assert [one.state for one in import_paths(home, [_warc(tmp_path, *pages)]).imported] == ["added", "added"]
    [snapshot] = home.archive().snapshots()
    assert (snapshot.taken_at, home.archive().body(snapshot.digest).decode()) == (newest, "Кейін.")


def test_captures_before_a_bad_one_are_imported(home: Home, tmp_path: Path) -> None:
    path = _warc(tmp_path, ("file:p.txt", "2025-05-05", "Парк.".encode()), ("file:q.txt", "2025-05-05", b"\0\1" * 99))
    report = import_paths(home, [path])
    assert [one.document for one in report.imported] == ["p.txt"]
    assert len(report.failures) == 1
    assert report.failures[0].startswith("q.txt: binary content")
