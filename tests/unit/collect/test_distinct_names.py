from pathlib import Path

import pytest

from kb.collect import Found, clashes, find_files, tell_apart


def made(folder: Path, *names: str) -> None:
    for name in names:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)


def named(folder: Path, *paths: str) -> list[str]:
    return [one.document for one in tell_apart([one for path in paths for one in find_files(folder / path)])]


def test_names_that_differ_stay_as_they_are(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md", "b/2.md")
    assert named(tmp_path, "a/1.md", "b/2.md", "a", "a/1.md") == ["1.md", "2.md", "1.md", "1.md"]


def test_one_name_grows_by_the_folders_that_tell_the_files_apart(tmp_path: Path) -> None:
    made(tmp_path, "x/a/n/1.md", "x/b/n/1.md", "y/b/n/1.md", "c/2.md")
    assert named(tmp_path, "x/a/n/1.md", "x/b/n/1.md") == ["a/n/1.md", "b/n/1.md"]
    assert named(tmp_path, "x/b/n/1.md", "y/b/n/1.md", "c") == ["x/b/n/1.md", "y/b/n/1.md", "2.md"]


def test_files_of_a_folder_grow_alike(tmp_path: Path) -> None:
    made(tmp_path, "a/act/kaz.md", "a/act/meta.yaml", "b/act/kaz.md")
    assert named(tmp_path, "a", "b") == ["a/act/kaz.md", "a/act/meta.yaml", "b/act/kaz.md"]
    assert named(tmp_path, "a/act/kaz.md", "a/act/meta.yaml", "b/act/kaz.md") == [
        "a/act/kaz.md",
        "a/act/meta.yaml",
        "b/act/kaz.md",
    ]


def test_a_grown_name_that_is_taken_grows_on(tmp_path: Path) -> None:
    made(tmp_path, "q/a/1.md", "q/b/1.md", "p/a/1.md")
    names = named(tmp_path, "q/a/1.md", "q/b/1.md", "p")
    assert len(set(names)) == 3
    assert all(not name.startswith("/") and str(tmp_path) not in name for name in names)


def test_names_below_the_working_folder_end_with_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made(tmp_path, "here/1.md", "here/a/1.md", "1.md")
    monkeypatch.chdir(tmp_path / "here")
    found = [Found(Path(path), "1.md") for path in ("1.md", "a/1.md", "./a/../a/1.md")]
    assert [one.document for one in tell_apart(found)] == ["1.md", "a/1.md", "a/1.md"]
    assert [one.document for one in tell_apart([Found(Path("../1.md"), "1.md"), found[0]])] == [
        f"{tmp_path.name}/1.md",
        "1.md",
    ]


def test_clashes_are_names_of_different_files(tmp_path: Path) -> None:
    made(tmp_path, "a/1.md", "b/1.md")
    (tmp_path / "link.md").symlink_to(tmp_path / "a/1.md")
    same = [Found(tmp_path / "a/1.md", "1.md"), Found(tmp_path / "link.md", "1.md")]
    assert clashes(same) == {}
    assert list(clashes([*same, Found(tmp_path / "b/1.md", "1.md")])) == ["1.md"]
