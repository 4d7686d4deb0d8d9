"""Damaged bytes in the archive, and texts that no file can hold."""

from pathlib import Path

from kb.pipeline import Home, Registry, build_base, import_paths
from tests.unit.pipeline.exports import exported


def _damage(home: Home, number: int) -> str:
    """One byte in the middle of a record of the archive; the name of its document."""
    entry = list(home.archive().entries())[number]
    path = home.folder / "archive" / entry.file
    body = bytearray(path.read_bytes())
    body[entry.offset + entry.length // 2] ^= 0xFF
    path.write_bytes(body)
    return entry.capture.snapshot.document


def test_one_damaged_byte_is_mended_by_importing_again(built: Home, acts: Path) -> None:
    before = exported(built)
    name = _damage(built, 3)
    assert [one.document for one in build_base(built, full=True).failures] == [name]
    report = import_paths(built, [acts], sample=True)
    assert {one.state for one in report.imported} == {"unchanged"}
    assert build_base(built, full=True).failures == ()
    assert exported(built) == before
    snapshot = next(one for one in built.archive().snapshots() if one.document == name)
    registry = Registry(built)
    assert registry.body(snapshot.digest) == (acts / name).read_bytes()
    assert registry.status().counts["documents"] == 8
    assert [one for one in registry.issues() if one.code == "archive_damage"] == []
    registry.close()


def test_halves_of_letters_in_json_and_yaml_do_not_stop_a_build(home: Home, tmp_path: Path) -> None:
    (tmp_path / "s.json").write_text('{"a":"x \\ud800 y"}', encoding="utf-8")
    (tmp_path / "s.yaml").write_text('a: "x \\ud800 y"\nb: "\\0"\n', encoding="utf-8")
    assert import_paths(home, [tmp_path / "s.json", tmp_path / "s.yaml"]).failures == ()
    assert build_base(home).failures == ()
    registry = Registry(home)
    texts = [registry.text(one.digest) for one in home.archive().snapshots()]
    registry.close()
    assert [text.split("\n")[0] for text in texts] == ["a: x \ufffd y"] * 2
