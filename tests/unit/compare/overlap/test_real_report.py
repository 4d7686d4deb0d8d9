"""What is pasted in the real monitoring report: a person read all findings, docs/overlap.md tells of them."""

from pathlib import Path

import pytest

from kb.compare.overlap import ClauseText, PastedText, clause_texts, find_pasted, measure_overlap
from kb.extract import extract_document
from kb.model import Document
from kb.resolve import build_service, group_mentions
from tests.unit.extract.documents import read_report


@pytest.fixture(scope="module")
def report(shared: Path) -> Document:
    (path,) = (shared / "seeds").glob("001_*.txt")
    return read_report(path.read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def found(report: Document) -> list[PastedText]:
    extraction = extract_document(report)
    services = [
        build_service(group, [one for one in extraction.mentions if one.key in group.keys], ())
        for group in group_mentions(extraction.mentions)
    ]
    owners = {mention.evidence.clause: mention.key for mention in extraction.mentions}

    def texts() -> list[ClauseText]:
        return list(
            clause_texts(report, lambda clause: (owners[top],) if (top := clause.split("/")[0]) in owners else ())
        )

    with measure_overlap(texts()) as overlap:
        assert 0.05 < overlap.overall.part < 0.3
        return list(find_pasted(overlap, services, texts, text_of={report.snapshot.digest: report}.get))


def test_the_pension_in_the_registration_of_births_and_the_quotes_in_the_social_risks(
    report: Document, found: list[PastedText]
) -> None:
    told = {
        (one.kind.value, one.service, one.other, report.line_of(one.a.start), report.line_of(one.b.start))
        for one in found
    }
    assert {
        ("name", "mon2017-37", "mon2017-30", 3547, 3030),
        ("name", "mon2017-37", "mon2017-30", 3555, 3038),
        ("quote", "mon2017-31", "mon2017-30", 3189, 3079),
    } <= told


def test_nothing_else_is_called_pasted(found: list[PastedText]) -> None:
    assert {(one.service, one.other) for one in found} == {("mon2017-37", "mon2017-30"), ("mon2017-31", "mon2017-30")}
