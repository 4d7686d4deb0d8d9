"""`kb monitor export`: counts as CSV and JSON Lines."""

import csv
import json
from io import StringIO
from pathlib import Path

from tests.command import Kb
from tests.unit.cli.test_monitor_commands import bring


def test_both_forms_hold_the_same_counts(kb: Kb, tmp_path: Path) -> None:
    bring(kb)
    rows = list(csv.DictReader(StringIO(kb("monitor", "export", "ulgi-2025").out)))
    out = tmp_path / "counts.jsonl"
    assert kb("monitor", "export", "ulgi-2025", "--format", "jsonl", "--out", out).status == 0
    lines = [json.loads(line) for line in out.read_text(encoding="utf-8").splitlines()]
    assert [int(row["count"]) for row in rows] == [line["count"] for line in lines]
    assert sum(line["count"] for line in lines) == 3998 + 39
    assert all("respondent" not in line for line in lines)
    assert [row["value"] for row in rows] == ["" if one["value"] is None else str(one["value"]) for one in lines]


def test_an_unknown_wave_leaves_no_file(kb: Kb, tmp_path: Path) -> None:
    bring(kb)
    out = tmp_path / "none.csv"
    done = kb("monitor", "export", "no-such", "--out", out)
    assert (done.status, done.out) == (2, "")
    assert "there are ulgi-2025" in done.err
    assert not out.exists()
