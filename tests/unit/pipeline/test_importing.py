from pathlib import Path

import pytest

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
    assert len(home.archive().snapshots()) == 12


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
