"""`kb monitor evaluation`: methods, points, totals and appeals by the command."""

import csv
import json
from io import StringIO
from pathlib import Path

import pytest

from tests.command import Kb

SAMPLES = Path(__file__).parents[3] / "examples" / "monitoring" / "evaluation"
METHOD, POINTS = SAMPLES / "method-2025.yaml", SAMPLES / "points-2025.csv"
FINANCE = "2025-finance-ministry"
JUDGE = ("--behalf", "civil-service-agency", "--reason", "қаралды", "--day", "2026-05-20")


@pytest.fixture
def filled(kb: Kb) -> Kb:
    assert kb("monitor", "evaluation", "add-method", METHOD).status == 0
    done = kb("monitor", "evaluation", "import", POINTS, "--method", "ulgi-2025", "--year", 2025, "--lang", "en")
    assert (done.status, done.out) == (0, "Taken in: 2 bodies, 7 points, 1 penalties.\n")
    return kb


def test_the_method_is_told_as_a_tree_with_its_places(kb: Kb) -> None:
    told = kb("monitor", "evaluation", "method", "three-blocks", "--lang", "en").out.splitlines()
    assert told[0].startswith("three-blocks: ")
    assert "Year: not in source; points added up: not in source; decimals: 2" in told[0]
    indicator = next(line for line in told if "open-government" in line)
    assert indicator.startswith("    ")
    assert indicator.endswith("(weight: not in source; highest points: not in source; line 151)")
    method = json.loads(kb("monitor", "evaluation", "method", "three-blocks", "--json").out)
    assert [block["id"] for block in method["blocks"]] == ["goals", "citizens", "organisation"]
    assert kb("monitor", "evaluation", "methods").out.split()[:2] == ["three-blocks", "—"]


def test_a_version_that_is_written_may_be_changed_and_taken_in(kb: Kb, tmp_path: Path) -> None:
    method = json.loads(kb("monitor", "evaluation", "method", "three-blocks", "--json").out)
    method["id"], method["blocks"][0]["weight"] = "next", 50
    path = tmp_path / "next.json"
    path.write_text(json.dumps(method, ensure_ascii=False), encoding="utf-8")
    assert kb("monitor", "evaluation", "add-method", path).status == 0
    told = kb("monitor", "evaluation", "changes", "three-blocks", "next", "--lang", "en").out
    assert told == "changed: item, goals, weight: not in source → 50\n"
    assert json.loads(kb("monitor", "evaluation", "changes", "three-blocks", "next", "--json").out)["changes"][0] == {
        "kind": "changed", "part": "item", "id": "goals", "field": "weight", "before": None, "after": 50,
    }  # fmt: skip


def test_totals_and_what_is_missing_for_them(filled: Kb) -> None:
    told = filled("monitor", "evaluation", "totals", "--year", 2025, "--lang", "ru").out
    assert " ".join(told.split()).endswith(f"{FINANCE} Министерство финансов 86,38")
    assert "не вычисляется: балл не выставлен (Открытость)" in told
    lines = json.loads(filled("monitor", "evaluation", "totals", "--year", 2025, "--json").out)["bodies"]
    assert [one["total"]["points"] for one in lines] == [None, 86.38]
    rows = list(csv.DictReader(StringIO(filled("monitor", "evaluation", "totals", "--year", 2025, "--csv", "-").out)))
    assert [row["total.points"] for row in rows] == ["", "86.38"]
    items = list(csv.DictReader(StringIO(filled("monitor", "evaluation", "show", FINANCE, "--csv", "-").out)))
    assert [row["total.points"] for row in items if row["item"] == "goals"] == ["87.65"]


def test_an_appeal_goes_its_way(filled: Kb) -> None:
    filed = filled(
        "monitor", "evaluation", "appeal", FINANCE, "services", "--reason", "есеп [b]толық емес", "--day",
        "2026-05-12", "--lang", "en",
    )  # fmt: skip
    assert filed.out == "appeal 1, services: Filed, 2026-05-12: есеп [b]толық емес; to be decided by 2026-05-27\n"
    early = filled("monitor", "evaluation", "move", 1, "accepted", "--points", 80, *JUDGE)
    assert (early.status, early.out) == (2, "")
    assert early.err == "kb: the appeal is filed; what may follow is under_consideration, withdrawn\n"
    assert filled("monitor", "evaluation", "move", 1, "under_consideration", *JUDGE).status == 0
    done = json.loads(filled("monitor", "evaluation", "move", 1, "accepted", "--points", 80, *JUDGE, "--json").out)
    assert [move["state"] for move in done["moves"]] == ["filed", "under_consideration", "accepted"]
    shown = filled("monitor", "evaluation", "show", FINANCE, "--lang", "en").out
    assert "Total: 86.75" in shown
    sheet = json.loads(filled("monitor", "evaluation", "show", FINANCE, "--json").out)
    assert sheet["total"]["points"] == 86.75
    trail = filled("audit", "list", "--json").out
    assert "appeal.accepted" in trail


@pytest.mark.parametrize(
    ("call", "told"),
    [
        (("import", POINTS, "--method", "ulgi-2025", "--year", "2025"), "is in the base already; use --replace"),
        (("import", POINTS, "--method", "three-blocks", "--year", "2009"), "points-2025.csv: row 2, column B «body»"),
        (("import", POINTS, "--method", "lost", "--year", "2025"), "no method 'lost'"),
        (("import", POINTS, "--method", "ulgi-2025", "--year", "2024"), "is of 2025, the points are of 2024"),
        (("add-method", METHOD), "versions are not changed"),
        (("add-method", POINTS), "points-2025.csv: is none of .yaml, .yml, .json"),
        (("method", "lost"), "no method 'lost'"),
        (("show", "lost"), "no evaluation 'lost'"),
        (("changes", "lost", "ulgi-2025"), "no method 'lost'"),
        (("appeal", FINANCE, "goals", "--reason", "r"), "has no points for «goals»"),
        (("appeal", FINANCE, "services", "--reason", "r", "--day", "soon"), "is not a day"),
        (("move", "9", "rejected", *JUDGE), "no appeal 9"),
        (("move", "9", "accepted", "--points", "много", *JUDGE), "is no number"),
    ],
)
def test_a_wrong_call_is_told_in_lines_and_keeps_nothing(filled: Kb, call: tuple[object, ...], told: str) -> None:
    before = filled("monitor", "evaluation", "totals", "--year", 2025, "--json").out
    done = filled("monitor", "evaluation", *call)
    assert (done.status, done.out) == (2, "")
    assert told in done.err
    assert all(line.startswith("kb: ") for line in done.err.splitlines())
    assert filled("monitor", "evaluation", "totals", "--year", 2025, "--json").out == before


def test_files_of_the_wrong_type_say_which_are_right(kb: Kb, tmp_path: Path) -> None:
    points_as_method = kb("monitor", "evaluation", "add-method", POINTS)
    assert (points_as_method.status, points_as_method.out) == (2, "")
    assert points_as_method.err == (
        "kb: points-2025.csv: is none of .yaml, .yml, .json; a version of the method is one of these\n"
    )
    written = tmp_path / "three.json"
    written.write_text(kb("monitor", "evaluation", "method", "three-blocks", "--json").out, encoding="utf-8")
    method_as_points = kb("monitor", "evaluation", "import", written, "--method", "three-blocks", "--year", 2025)
    assert (method_as_points.status, method_as_points.out) == (2, "")
    assert method_as_points.err.startswith('kb: three.json: expected {"rows": [{column: value}, …]}')
