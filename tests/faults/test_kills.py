import shutil
from pathlib import Path

import pytest

from kb.pipeline import Home, Registry, build_base, import_paths
from tests.faults.stopping import kill_at
from tests.unit.pipeline.exports import exported


@pytest.mark.parametrize("done", [0, 5, 12])
def test_a_killed_import_keeps_what_it_had_and_can_be_repeated(home: Home, acts: Path, done: int) -> None:
    kill_at("import", done, job="import", home=home.folder, path=acts)
    archive = home.archive()
    assert len(list(archive.snapshots())) == done
    assert archive.problems() == []
    for snapshot in archive.snapshots():
        assert archive.body(snapshot.digest) == (acts / snapshot.document).read_bytes()
    report = import_paths(home, [acts], sample=True)
    assert sorted(one.state for one in report.imported) == ["added"] * (12 - done) + ["unchanged"] * done
    assert build_base(home).counts["documents"] == 8


def test_a_record_that_was_cut_off_costs_that_document_only(home: Home, acts: Path) -> None:
    import_paths(home, [acts], sample=True)
    record = max((home.folder / "archive").glob("*.warc.gz"))
    record.write_bytes(record.read_bytes()[:-40])
    assert len(list(home.archive().snapshots())) == 11
    report = import_paths(home, [acts], sample=True)
    assert sorted(one.state for one in report.imported) == ["added"] + ["unchanged"] * 11
    built = build_base(home)
    assert (built.failures, built.counts["documents"]) == ((), 8)


@pytest.mark.parametrize(("stage", "done"), [("read", 0), ("read", 4), ("resolve", 0), ("index", 0), ("index", 6)])
def test_a_build_killed_before_its_end_leaves_base_and_index(built: Home, stage: str, done: int) -> None:
    before, serving = exported(built), Registry(built)
    name = serving.services().items[0].name_kk or ""
    indexes, found = serving.status().indexes, serving.search(name).services
    kill_at(stage, done, job="build", home=built.folder)
    assert exported(built) == before
    assert serving.search(name).services == found
    serving.close()
    opened = Registry(built)
    assert opened.status().indexes == indexes
    assert opened.search(name).services == found
    opened.close()
    build_base(built, full=True)
    assert exported(built) == before
    assert len([one for one in (built.folder / "index").iterdir() if one.is_dir()]) == 3


def test_a_build_killed_before_the_swap_is_finished_by_the_next_to_open(built: Home) -> None:
    before, serving = exported(built), Registry(built)
    name = serving.services().items[0].name_kk or ""
    indexes, found = serving.status().indexes, serving.search(name).services
    kill_at("swap", 0, job="build", home=built.folder)
    assert serving.search(name).services == found
    assert serving.status().indexes == indexes
    opened = Registry(built)
    assert not set(opened.status().indexes.values()) & set(indexes.values())
    assert opened.search(name).services == found
    assert serving.search(name).services == found
    for one in (opened, serving):
        one.close()
    assert exported(built) == before
    assert len([one for one in (built.folder / "index").iterdir() if one.is_dir()]) == 3


def test_a_first_build_that_is_killed_leaves_a_home_to_build_in(built: Home, tmp_path: Path) -> None:
    home = Home(folder=tmp_path / "first")
    shutil.copytree(built.folder / "archive", home.folder / "archive")
    kill_at("index", 6, job="build", home=home.folder)
    build_base(home)
    assert exported(home) == exported(built)
