import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from kb.extract import Extraction, extract_document
from kb.model import Document
from kb.model.access import LOCAL
from kb.pipeline import (
    BuildReport,
    Home,
    HomeBusy,
    PipelineError,
    Registry,
    Step,
    UnknownName,
    build_base,
    import_paths,
    remove_source,
)
from tests.unit.pipeline.exports import exported


def test_a_built_base_holds_services_with_statements(registry: Registry) -> None:
    counts = registry.status().counts
    assert counts["documents"] == 8
    assert counts["services"] >= 4
    assert counts["statements"] > counts["services"]
    assert counts["clauses"] > 50


def test_a_build_without_changes_writes_nothing(built: Home) -> None:
    before = _indexes(built)
    report = build_base(built)
    assert (report.changed, report.read, report.unchanged) == (False, 0, 8)
    assert _indexes(built) == before


def test_two_bases_of_one_archive_export_the_same_bytes(built: Home, tmp_path: Path) -> None:
    twin = Home(folder=tmp_path / "twin")
    shutil.copytree(built.folder / "archive", twin.folder / "archive")
    build_base(twin)
    assert exported(twin) == exported(built)
    assert len(exported(built)) > 10_000


def test_a_full_build_exports_the_same_bytes(built: Home) -> None:
    before = exported(built)
    report = build_base(built, full=True)
    assert (report.changed, report.read) == (True, 8)
    assert exported(built) == before


def test_only_a_changed_document_is_read_again(built: Home, acts: Path) -> None:
    changed = min(acts.rglob("kaz.md"))
    changed.write_text(changed.read_text(encoding="utf-8") + "\nҚосымша жол.\n", encoding="utf-8")
    import_paths(built, [acts], sample=True)
    steps: list[Step] = []
    report = build_base(built, progress=steps.append)
    assert (report.read, report.unchanged) == (1, 7)
    read = [one.item for one in steps if one.stage == "read" and one.item]
    assert read == [changed.relative_to(acts).as_posix()]
    with_registry = Registry(built)
    digests = {one.evidence.snapshot for one, _ in with_registry.all_statements()}
    newest = {one.digest for one in built.archive().snapshots()}
    with_registry.close()
    assert digests <= newest


def test_a_changed_data_sheet_has_the_texts_beside_it_read_again(built: Home, acts: Path) -> None:
    sheet = min(acts.rglob("meta.yaml"))
    sheet.write_text(sheet.read_text(encoding="utf-8") + "\n# ескерту\n", encoding="utf-8")
    import_paths(built, [acts], sample=True)
    report = build_base(built)
    assert report.read == 2


def test_readings_of_other_code_are_done_again(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.pipeline.reading.reading_version", lambda: "changed")
    assert build_base(built).read == 8


def test_a_document_that_cannot_be_read_is_an_issue_and_keeps_its_earlier_reading(
    built: Home, acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = exported(built)
    name = min(acts.rglob("kaz.md")).relative_to(acts).as_posix()
    _fail_on(name, monkeypatch)
    report = build_base(built, full=True)
    assert [one.document for one in report.failures] == [name]
    assert "does not look like an act" in report.failures[0].message
    assert report.read == 7
    assert exported(built) == before
    registry = Registry(built)
    assert [one.code for one in registry.issues() if one.document == name and one.code == "unreadable"] == [
        "unreadable"
    ]
    registry.close()


def test_a_failure_is_told_again_until_it_is_mended(built: Home, acts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    name = min(acts.rglob("kaz.md")).relative_to(acts).as_posix()
    with monkeypatch.context() as failing:
        failing.setattr("kb.pipeline.reading.reading_version", lambda: "2")
        _fail_on(name, failing)
        first, second = build_base(built), build_base(built)
    assert [len(one.failures) for one in (first, second)] == [1, 1]
    assert build_base(built).failures == ()


def test_what_stops_a_build_leaves_base_and_index_as_they_were(built: Home, monkeypatch: pytest.MonkeyPatch) -> None:
    before, indexes = exported(built), _indexes(built)

    def stop(*_: object, **__: object) -> dict[str, str]:
        raise RuntimeError("the disk is full")

    with monkeypatch.context() as failing:
        failing.setattr("kb.pipeline.building.index_base", stop)
        with pytest.raises(RuntimeError, match="disk is full"):
            build_base(built, full=True)
    assert exported(built) == before
    assert _indexes(built) == indexes
    assert build_base(built).changed is False


def test_two_builds_at_once_the_second_is_told(built: Home) -> None:
    with built.hold(), pytest.raises(HomeBusy, match="another import or build"):
        build_base(built)


def test_a_removed_source_stays_out_until_it_is_imported_again(built: Home, acts: Path) -> None:
    before = exported(built)
    assert remove_source(built, "lawgit", actor=LOCAL).counts["documents"] == 0
    assert exported(built) == ""
    assert build_base(built, full=True).counts["documents"] == 0
    assert len(list(built.archive().snapshots("lawgit"))) == 12
    report = import_paths(built, [acts], sample=True)
    assert {one.state for one in report.imported} == {"restored"}
    build_base(built)
    assert exported(built) == before


def test_removing_tells_unknown_and_empty_sources(built: Home) -> None:
    with pytest.raises(UnknownName, match="no source 'nowhere'"):
        remove_source(built, "nowhere", actor=LOCAL)
    with pytest.raises(PipelineError, match="nothing to remove"):
        remove_source(built, "monitoring", actor=LOCAL)


def test_ids_of_a_removed_source_are_not_given_to_others(built: Home, acts: Path) -> None:
    registry = Registry(built)
    ids = [one.id for one in registry.services().items]
    remove_source(built, "lawgit", actor=LOCAL)
    assert registry.services().items == ()
    registry.close()
    import_paths(built, [acts], sample=True)
    build_base(built)
    registry = Registry(built)
    assert [one.id for one in registry.services().items] == ids
    registry.close()


def test_a_changed_number_in_a_text_keeps_the_ids_of_its_service(
    home: Home, acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Even where a key is made of the text itself, the old one leads to the service that stands in its place."""

    def extract(document: Document) -> Extraction:
        found = extract_document(document)
        key = document.snapshot.digest
        statements = tuple(replace(one, service=key) for one in found.statements)
        return replace(found, mentions=(replace(found.mentions[0], key=key),), statements=statements, gaps=())

    monkeypatch.setattr("kb.pipeline.reading.extract_document", extract)
    text = min(acts.rglob("kaz.md")).read_text(encoding="utf-8")
    path = acts.parent / "rules.md"
    ids = []
    for words in (text, text.replace("1", "2", 1), text.replace("1", "3", 1)):
        path.write_text(words, encoding="utf-8")
        import_paths(home, [path])
        assert build_base(home).failures == ()
        registry = Registry(home)
        (service,) = registry.services().items
        ids.append(service.id)
        assert [registry.service(name).id for name in ids] == [service.id] * len(ids)
        assert set(service.ids) == set(ids)
        registry.close()
    assert len(set(ids)) == 3


def test_building_one_source_leaves_the_others(built: Home) -> None:
    report = build_base(built, source="monitoring", full=True)
    assert (report.read, report.counts["documents"]) == (0, 8)


def test_an_empty_home_builds_an_empty_base(home: Home) -> None:
    report = build_base(home)
    assert isinstance(report, BuildReport)
    assert report.counts["documents"] == 0
    registry = Registry(home)
    assert registry.services().items == ()
    assert registry.search("паспорт").total == 0
    registry.close()


def _indexes(home: Home) -> dict[str, str]:
    registry = Registry(home)
    found = registry.status().indexes
    registry.close()
    return found


def _fail_on(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(document: Document) -> Extraction:
        if document.snapshot.document == name:
            raise ValueError("does not look like an act")
        return extract_document(document)

    monkeypatch.setattr("kb.pipeline.reading.extract_document", extract)
