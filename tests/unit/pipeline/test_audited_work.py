"""Imports and builds of a person in the audit trail."""

from pathlib import Path

import pytest

from kb.model.access import Actor, AuditEntry, Role
from kb.pipeline import Home, Registry, UnknownName, build_base, import_body, import_paths
from kb.store import Writer

OPERATOR = Actor("Ерлан", Role.ADMINISTRATOR)


def trail(home: Home) -> list[AuditEntry]:
    """All entries, the oldest first."""
    registry = Registry(home)
    found = list(registry.access.trail.all())
    registry.close()
    return found[::-1]


def test_an_import_and_a_build_are_told_with_what_they_brought(home: Home, acts: Path, tmp_path: Path) -> None:
    empty = tmp_path / "empty.md"
    empty.touch()
    import_paths(home, [empty, acts], sample=True, actor=OPERATOR)
    import_body(home, next(acts.rglob("rus.md")).read_bytes(), document="piped", source="lawgit", actor=OPERATOR)
    report = build_base(home, actor=OPERATOR)
    build_base(home, actor=OPERATOR)
    found = trail(home)
    assert [(one.action, one.target) for one in found] == [
        *([("import.begin", "archive"), ("import.end", "archive")] * 2),
        *([("build.begin", "base"), ("build.end", "base")] * 2),
    ]
    assert {one.actor for one in found} == {OPERATOR}
    told = [one.after for one in found]
    assert told[0] == {"files": 13, "source": None, "sample": True}
    assert told[1] == {"added": 12, "failures": 1}
    assert told[2:4] == [{"files": 1, "source": "lawgit", "sample": False}, {"added": 1, "failures": 0}]
    assert told[4] == {"source": None, "full": False}
    assert (told[5]["changed"], told[5]["read"], told[5]["counts"]) == (True, report.read, report.counts)
    assert (told[7]["changed"], told[7]["read"]) == (False, 0)


def test_a_build_that_fails_is_told_with_its_failure(home: Home, acts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_paths(home, [acts], sample=True)

    def stop(_base: Writer, *_rest: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(Writer, "save_services", stop)
    with pytest.raises(KeyboardInterrupt):
        build_base(home, actor=OPERATOR)
    assert [(one.action, one.after) for one in trail(home)] == [
        ("build.begin", {"source": None, "full": False}),
        ("build.end", {"failed": "KeyboardInterrupt"}),
    ]


def test_what_no_person_does_and_what_never_began_is_not_told(home: Home, acts: Path) -> None:
    assert import_paths(home, [acts / "absent.md"], actor=OPERATOR).failures
    assert not (home.folder).exists()  # a call that finds nothing leaves nothing
    import_paths(home, [acts], sample=True)
    with pytest.raises(UnknownName):
        build_base(home, source="nowhere", actor=OPERATOR)
    assert trail(home) == []
