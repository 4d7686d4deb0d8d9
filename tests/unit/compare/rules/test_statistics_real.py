"""The figures of a real report against what a reader found wrong in them."""

import json
from collections.abc import Iterator
from datetime import date
from itertools import product
from pathlib import Path

import pytest

from kb.compare.clash import Clash
from kb.compare.material import ServiceMaterial
from kb.compare.rules.statistics import check
from kb.extract import Extraction, extract_document
from kb.read import Head
from scrapers import monitoring
from tests.unit.compare.compared import service
from tests.unit.compare.rules.test_statistics import no_text
from tests.unit.extract.documents import read_report

NEAR = 3  # lines: annotations cite the paragraph, its table or the caption between them
LEAST_FOUND, MOST_GIVEN = 0.85, 3.0

Lines = tuple[int, int]


@pytest.fixture(scope="module")
def report(shared: Path) -> Extraction:
    """The extraction of the monitoring report among the seeds."""
    for file in sorted((shared / "seeds").iterdir()):
        body = file.read_bytes()
        if monitoring.recognise(Head.of(body, media_type="text/plain", document=file.name)):
            return extract_document(read_report(body.decode()))
    pytest.fail(f"no monitoring report in {shared / 'seeds'}")


def annotated(shared: Path) -> Iterator[tuple[int, Lines]]:
    """Number of the service and the lines of both sides of each contradiction that figures show."""
    for file in sorted((shared / "eval" / "gold").glob("service-*.json")):
        for one in json.loads(file.read_text(encoding="utf-8"))["contradictions"]:
            if one.get("class") == "statistics" and one.get("valid", True) and one.get("mechanical", True):
                yield int(file.stem.rpartition("-")[2]), (one["a"]["line"], one["b"]["line"])


def clashes_of(report: Extraction, key: str) -> list[Clash]:
    """What the rule finds on the service of a key."""
    material = ServiceMaterial(
        service=service(), day=date(2031, 5, 20), statements=(), text_of=no_text,
        survey=[one for one in report.survey if one.service == key],
        remarks=[one for one in report.remarks if one.service == key],
    )  # fmt: skip
    return list(check(material))


def test_most_of_what_a_reader_found_is_found_and_little_else(report: Extraction, shared: Path) -> None:
    wanted = list(annotated(shared))
    keys = {int(one.key.rpartition("-")[2]): one.key for one in report.mentions}
    given = {number: clashes_of(report, keys[number]) for number in {number for number, _ in wanted}}

    found = sum(any(touches(one, lines) for one in given[number]) for number, lines in wanted)

    assert len(wanted) >= 40
    assert found >= LEAST_FOUND * len(wanted)
    assert sum(map(len, given.values())) <= MOST_GIVEN * len(wanted)


def touches(clash: Clash, wanted: Lines) -> bool:
    """Whether both annotated lines are near one of the cited ones."""
    cited = (clash.a.evidence.line, clash.b.evidence.line)
    near = {want for line, want in product(cited, wanted) if abs(line - want) <= NEAR}
    return near == set(wanted)
