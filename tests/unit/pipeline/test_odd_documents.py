"""A document that cannot be read, extracted or kept is an issue and costs nothing but itself."""

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from kb.extract import Extraction, extract_document
from kb.model import Attribute, Document, Fee, FeeKind, Issue, Severity
from kb.pipeline import Home, Registry, build_base, import_paths
from kb.store import StoreError
from tests.unit.pipeline.exports import exported

Spoil = Callable[[Document, Extraction], Extraction]


def half_a_letter(document: Document, found: Extraction) -> Extraction:
    issue = Issue(
        code="odd", severity=Severity.WARNING, document=document.snapshot.document, message="сөз \ud83d үзілді"
    )
    return replace(found, issues=(*found.issues, issue))


def endless_number(_document: Document, found: Extraction) -> Extraction:
    one = found.statements[0]
    fee = Fee(kind=FeeKind.TENGE, amount=Decimal("1" * 5000))
    return replace(found, statements=(replace(one, attribute=Attribute.FEE, value=fee), *found.statements))


def number_too_large(document: Document, found: Extraction) -> Extraction:
    issue = Issue(code="odd", severity=Severity.WARNING, document=document.snapshot.document, message="жол", line=2**70)
    return replace(found, issues=(*found.issues, issue))


def nameless(_document: Document, found: Extraction) -> Extraction:
    # The database refuses an issue without its code.
    return replace(found, issues=(Issue(code=None, severity=Severity.ERROR, document="d", message="m"),))  # type: ignore[arg-type]


def no_memory(_document: Document, _found: Extraction) -> Extraction:
    raise RecursionError("maximum recursion depth exceeded")


@pytest.mark.parametrize(
    ("spoil", "kind"),
    [
        (half_a_letter, "UnicodeEncodeError"),
        (endless_number, "ValueError"),
        (number_too_large, "OverflowError"),
        (nameless, "IntegrityError"),
        (no_memory, "RecursionError"),
    ],
)
def test_an_odd_document_is_an_issue_with_the_kind_of_its_error(
    built: Home, acts: Path, monkeypatch: pytest.MonkeyPatch, spoil: Spoil, kind: str
) -> None:
    before = exported(built)
    name = min(acts.rglob("kaz.md")).relative_to(acts).as_posix()
    with monkeypatch.context() as spoiling:
        _spoil(name, spoil, spoiling)
        report = build_base(built, full=True)
    assert report.read == 7
    (failure,) = report.failures
    assert (failure.code, failure.severity, failure.document) == ("unreadable", Severity.ERROR, name)
    assert failure.message.startswith(f"{name}: {kind}: ")
    assert exported(built) == before  # its earlier reading stands
    assert build_base(built, full=True).failures == ()


def test_an_odd_document_does_not_keep_a_new_base_from_being_built(
    home: Home, acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = min(acts.rglob("kaz.md")).relative_to(acts).as_posix()
    _spoil(name, half_a_letter, monkeypatch)
    import_paths(home, [acts], sample=True)
    report = build_base(home)
    assert (report.read, report.counts["documents"], len(report.failures)) == (7, 7, 1)
    registry = Registry(home)
    assert len(registry.services().items) == 4
    registry.close()


def test_an_error_message_that_cannot_be_kept_itself_is_written_out(
    built: Home, acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_document: Document, _found: Extraction) -> Extraction:
        raise ValueError("a letter \udcff and \0 " + "x" * 50_000)

    name = min(acts.rglob("kaz.md")).relative_to(acts).as_posix()
    _spoil(name, fail, monkeypatch)
    (failure,) = build_base(built, full=True).failures
    assert r"ValueError: a letter \udcff and \x00 xxx" in failure.message
    assert len(failure.message) < 3000


def test_a_database_that_fails_stops_the_build_instead(
    built: Home, acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_document: Document, _found: Extraction) -> Extraction:
        raise StoreError("the disk is full")

    before = exported(built)
    with monkeypatch.context() as failing:
        _spoil(min(acts.rglob("kaz.md")).relative_to(acts).as_posix(), fail, failing)
        with pytest.raises(StoreError, match="disk is full"):
            build_base(built, full=True)
    assert exported(built) == before


def test_a_build_with_old_troubles_alone_changes_nothing(
    built: Home, acts: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(_document: Document, _found: Extraction) -> Extraction:
        raise ValueError("odd")

    name = min(acts.rglob("kaz.md")).relative_to(acts).as_posix()
    warning = Issue(code="document_count", severity=Severity.WARNING, document="", message="8 documents, 9 expected")
    monkeypatch.setattr("kb.pipeline.building.find_build_issues", lambda *_, **__: (warning,))
    monkeypatch.setattr("kb.pipeline.reading.reading_version", lambda: "2")
    monkeypatch.setattr("kb.pipeline.building.building_version", lambda: "2")
    _spoil(name, fail, monkeypatch)
    assert build_base(built).changed is True
    again = build_base(built)
    registry = Registry(built)
    assert {"document_count", "unreadable"} <= {one.code for one in registry.issues()}
    registry.close()
    assert (again.changed, len(again.failures)) == (False, 1)


def _spoil(name: str, spoil: Spoil, monkeypatch: pytest.MonkeyPatch) -> None:
    def extract(document: Document) -> Extraction:
        found = extract_document(document)
        return spoil(document, found) if document.snapshot.document == name else found

    monkeypatch.setattr("kb.pipeline.reading.extract_document", extract)
