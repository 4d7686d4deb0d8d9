"""Findings on the real documents never fall below the committed floors."""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.real.finding_score import LABELS, Found, read_lines, score_labels, score_list
from tests.real.test_floors import Kb, score

FLOORS = yaml.safe_load(Path(__file__).with_name("floors.yaml").read_text(encoding="utf-8"))["findings"]


@pytest.fixture(scope="session")
def findings(real_base: Kb, tmp_path_factory: pytest.TempPathFactory) -> Path:
    export = tmp_path_factory.mktemp("export") / "findings.jsonl"
    real_base("export", "findings", "--out", str(export))
    return export


@pytest.fixture(scope="session")
def found(findings: Path) -> list[Found]:
    return read_lines(findings)


def shares(told: str) -> dict[str, float]:
    """The share of each class with both sides, by the scorer's words."""
    return {
        name: float(share) for name, share in re.findall(r"^(\w+)\s+both sides .*?= (\d\.\d+)  ", told, re.MULTILINE)
    }


@pytest.mark.parametrize("half", ["annotated", "others"])
def test_the_report_s_contradictions_are_found(findings: Path, shared: Path, half: str) -> None:
    """The services that were annotated first, and the others, annotated by another reader without any program."""
    options = [] if half == "annotated" else ["--gold", str(LABELS / "report")]
    told = score(shared, "findings", findings, *options)
    measured = shares(told)
    for name, floor in FLOORS[half].items():
        if name != "most_given":
            assert measured[name] >= floor, told
    given = re.search(r"(\d+\.\d+) for each annotated one", told)
    assert given
    assert float(given[1]) <= FLOORS[half]["most_given"], told


def test_the_acts_contradictions_are_found(found: list[Found]) -> None:
    listed = [one for one in read_lines(LABELS / "acts.jsonl") if one["kind"] in ("within", "parity")]
    share = score_list(found, listed)
    assert share.listed >= FLOORS["acts"]["listed"]
    assert share.both / share.listed >= FLOORS["acts"]["both"], share
    assert share.one / share.listed >= FLOORS["acts"]["one"], share


def test_what_readers_labelled_stays_mostly_true(found: list[Found]) -> None:
    share = score_labels(found, read_lines(LABELS / "findings.jsonl"))
    assert share.true + share.false >= FLOORS["labels"]["given"], share
    assert share.precision >= FLOORS["labels"]["precision"], share
    blind = score_labels(found, [one for one in read_lines(LABELS / "findings.jsonl") if one["blind"]])
    assert blind.precision >= FLOORS["labels"]["blind"], blind


def test_every_finding_quotes_its_sides_and_explains_itself(found: list[Found], real_base: Callable[..., Any]) -> None:
    assert len(found) > 200
    assert len({one["id"] for one in found}) == len(found)
    for one in found:
        assert all(one["why"][language] for language in ("kk", "ru", "en")), one["id"]
        assert all(one[side]["evidence"]["quote"] for side in ("a", "b")), one["id"]
        assert (one["prevails"] is None) == (one["rule"] is None), one["id"]
