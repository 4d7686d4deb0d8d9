"""Real documents: all are read, and the numbers of what is found in them do not fall."""

import json
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

import scrapers
from kb.collect import check_body, find_files, load_body
from kb.model import ClauseKind, Document
from kb.read import words_of
from tests.examples.snapshots import related_below, snapshot_of


@dataclass(frozen=True)
class Read:
    source: str
    document: Document


def read_all(folder: Path) -> Iterator[Read]:
    related = related_below(folder)
    for found in find_files(folder):
        body = load_body(found.path, found.document)
        media_type = check_body(body, found.document)
        head = scrapers.Head.of(body, media_type=media_type, document=found.document)
        scraper = scrapers.recognise(head)
        if scrapers.accompanies(scraper, head):
            continue
        source = scraper.SOURCE.id
        snapshot = snapshot_of(body, document=found.document, media_type=media_type, source=source)
        yield Read(source, scraper.read(snapshot, body, related))


@pytest.fixture(scope="module")
def acts(shared: Path) -> list[Read]:
    return list(read_all(shared / "data/acts"))


@pytest.fixture(scope="module")
def report(shared: Path) -> Document:
    return next(read.document for read in read_all(shared / "seeds") if read.document.layout == "report")


def requirement_rows(document: Document) -> list[str]:
    """Labels of rows with the short path of requirements: `annex-2/row-5`."""
    return [
        clause.label or ""
        for clause in document.clauses
        if clause.kind is ClauseKind.ROW and not re.search(r"(?:^|/)table-\d+/", clause.id)
    ]


def check_clauses(document: Document) -> None:
    by_id = {clause.id: clause for clause in document.clauses}
    assert document.clauses, document.snapshot.document
    assert len(by_id) == len(document.clauses)
    for clause in document.clauses:
        assert 0 <= clause.start <= clause.end <= len(document.text)
        if clause.parent:
            holder = by_id[clause.parent]
            assert holder.start <= clause.start
            assert clause.end <= holder.end
    last: dict[str | None, int] = {}
    for clause in document.clauses:
        assert clause.start >= last.get(clause.parent, 0), f"{document.snapshot.document}: {clause.id} overlaps"
        last[clause.parent] = clause.end


def test_all_acts_are_read_as_acts(acts: list[Read]) -> None:
    assert len(acts) == 100
    for read in acts:
        assert (read.source, read.document.layout) == ("lawgit", "act")
        check_clauses(read.document)
        assert not [issue for issue in read.document.issues if issue.severity == "error"]


def test_language_of_an_act_is_that_of_its_text(acts: list[Read]) -> None:
    for read in acts:
        name = read.document.snapshot.document
        assert read.document.language == ("kk" if re.search(r"/kaz[./]", name) else "ru"), name


def test_acts_have_the_identity_of_their_sheets(acts: list[Read]) -> None:
    known = [read.document for read in acts if read.document.act]
    assert len(known) >= 98
    assert sum(1 for document in known if document.act and document.act.number and document.act.date) >= 66
    assert sum(1 for document in known if document.edition and document.edition.date) >= 45


def test_requirement_tables_are_found_with_their_rows(acts: list[Read]) -> None:
    rows = {read.document.snapshot.document: requirement_rows(read.document) for read in acts}
    found = {name: labels for name, labels in rows.items() if labels}
    assert len(found) == 58
    assert sum(map(len, found.values())) >= 639
    for name, labels in found.items():
        assert len(labels) >= 10, name
        assert all(labels), name
        assert not [label for label in labels if "<" in label or "&" in label], name


def test_values_of_rows_are_inside_their_cells(acts: list[Read]) -> None:
    checked = 0
    for read in acts:
        cells = [(c.start, c.end) for block in read.document.blocks for c in block.cells]
        for clause in read.document.clauses:
            if clause.kind is ClauseKind.PARAGRAPH and "/row-" in clause.id:
                assert any(start <= clause.start and clause.end <= end for start, end in cells)
                assert words_of(read.document.text[clause.start : clause.end])
                checked += 1
    assert checked >= 2500


def test_languages_of_one_act_share_their_ids(acts: list[Read]) -> None:
    pairs: dict[str, list[set[str]]] = {}
    for read in acts:
        key = re.sub(r"(?<=/)(kaz|rus)(?=[./])", "*", read.document.snapshot.document)
        pairs.setdefault(key, []).append({clause.id for clause in read.document.clauses})
    both = [ids for ids in pairs.values() if len(ids) == 2]
    assert len(both) >= 28
    shared_ids = sum(len(first & second) for first, second in both)
    # Measured 0.961; the rest is what one of the languages has more, or numbers wrongly.
    assert shared_ids / sum(len(first | second) for first, second in both) >= 0.95


def test_report_gives_all_its_sections_with_their_numbers(report: Document) -> None:
    check_clauses(report)
    sections = [clause for clause in report.clauses if re.fullmatch(r"section-\d+", clause.id)]
    assert [clause.number for clause in sections] == [str(number) for number in range(1, 56)]
    assert report.year == 2017
    assert not report.issues


def test_sections_begin_and_end_where_they_were_annotated(shared: Path, report: Document) -> None:
    sections = {clause.number: clause for clause in report.clauses if re.fullmatch(r"section-\d+", clause.id)}
    annotated = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((shared / "eval/gold").glob("*.json"))]
    assert len(annotated) == 28
    for record in annotated:
        section = sections[str(record["no"])]
        assert abs(report.line_of(section.start) - record["line_start"]) <= 2
        assert abs(report.line_of(section.end) - record["line_end"]) <= 2
        assert section.label


def test_every_section_has_its_information_and_results(report: Document) -> None:
    parts = Counter(clause.id.split("/")[1] for clause in report.clauses if re.fullmatch(r"section-\d+/\w+", clause.id))
    assert (parts["info"], parts["results"]) == (55, 55)
    assert parts["conclusions"] >= 53


def test_other_seeds_are_plain_documents(shared: Path) -> None:
    layouts = Counter(read.document.layout for read in read_all(shared / "seeds"))
    assert layouts == {"report": 1, "plain": 4}


def test_stored_pages_are_read_by_their_sources(shared: Path) -> None:
    reads = list(read_all(shared / "data/pages"))
    assert Counter(read.source for read in reads) == {"zan": 16, "adilet": 2, "documents": 1}
    for read in reads:
        check_clauses(read.document)
        if read.source == "zan":
            assert read.document.act is not None
            assert read.document.act.date is not None
            assert read.document.act.type is not None


def test_recognised_table_gives_rows(shared: Path) -> None:
    document = next(read.document for read in read_all(shared / "data/pages") if read.source == "documents")
    assert len(requirement_rows(document)) >= 7


def test_all_cards_of_the_portal_are_read(shared: Path) -> None:
    [read] = read_all(shared / "data/egov")
    check_clauses(read.document)
    cards = [clause for clause in read.document.clauses if clause.parent is None]
    # One card of the list holds the word "Empty" where its result should stand.
    results = [clause for clause in read.document.clauses if clause.id.endswith("/result")]
    assert (read.document.layout, len(cards), len(results)) == ("card", 161, 160)
