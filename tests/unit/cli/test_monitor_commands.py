"""`kb monitor`: answers in, ratings out, reports computed anew."""

import csv
import json
from io import StringIO
from pathlib import Path

from tests.command import Kb

EXAMPLES = Path(__file__).parents[3] / "examples"
FILES = [EXAMPLES / "monitoring" / name for name in ("marks.csv", "yes-no.csv", "visits.csv")]
HEAD = EXAMPLES / "monitoring" / "wave.json"
REPORT = EXAMPLES / "pages" / "monitoring" / "esep-2019.txt"


def bring(kb: Kb) -> None:
    done = kb("monitor", "import", *FILES, "--wave", HEAD, "--lang", "en")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("Wave ulgi-2025 taken in: 124 rows")


def test_the_sample_wave_comes_in_and_is_listed(kb: Kb) -> None:
    bring(kb)
    (wave,) = json.loads(kb("monitor", "waves", "--json").out)
    assert (wave["id"], wave["year"], wave["accreditation"]) == ("ulgi-2025", 2025, "99-07")
    again = kb("monitor", "import", FILES[0], "--wave", HEAD)
    assert (again.status, again.out) == (2, "")
    assert "--replace" in again.err
    assert kb("monitor", "import", FILES[0], "--wave", HEAD, "--replace").status == 0


def test_services_are_rated_with_the_figures_of_the_file(kb: Kb) -> None:
    bring(kb)
    told = json.loads(kb("monitor", "rate", "ulgi-2025", "--json", "--lang", "ru").out)
    with FILES[0].open(encoding="utf-8", newline="") as file:
        rows = [row for row in csv.DictReader(file) if row["question"] == "satisfaction"]
    for line in told["rows"]:
        own = [row for row in rows if row["service"] == line["key"]]
        counts = [sum(int(row[str(mark)]) for row in own) for mark in range(1, 6)]
        assert line["rated"] == sum(counts)
        assert abs(line["satisfaction"] - 100 * counts[4] / sum(counts)) <= 0.05
        assert line["low"] <= line["satisfaction"] <= line["high"]
    assert [line["rank"] for line in told["rows"]] == [1, 2, 3]
    assert told["rows"][0]["name"] == "Выдача паспорта пасеки"


def test_bodies_of_few_services_are_flagged_in_words(kb: Kb) -> None:
    bring(kb)
    shown = kb("monitor", "rate", "ulgi-2025", "--by", "body", "--lang", "en").out
    assert "Ауыл шаруашылығы министрлігі" in shown
    assert "one or two services only" in shown


def test_other_measures(kb: Kb) -> None:
    bring(kb)
    index = json.loads(kb("monitor", "tension", "ulgi-2025", "--by", "region", "--json").out)["rows"]
    assert {row["key"] for row in index} == {"KZ-11", "KZ-75"}
    assert all(0 <= row["index"] <= 100 for row in index)
    (waited,) = json.loads(kb("monitor", "measure", "ulgi-2025", "wait_submission", "--by", "channel", "--json").out)[
        "rows"
    ]
    assert (waited["mean"], waited["median"], waited["rated"]) == (18.25, 13.5, 8)
    found = kb(
        "monitor", "correlate", "ulgi-2025", "wait_submission", "--with", "visit_score", "--kind", "pearson", "--json"
    )
    assert json.loads(found.out)["rows"][0]["value"] < 0
    assert kb("monitor", "measure", "ulgi-2025", "complaints").status == 0


def test_wrong_calls_are_one_line(kb: Kb) -> None:
    bring(kb)
    for arguments, told in (
        (("rate", "no-such"), "no wave 'no-such' in this base; there are ulgi-2025"),
        (("rate", "../ulgi-2025"), "no wave '../ulgi-2025'"),
        (("rate", "ulgi-2025", "--question", "complaints"), "kb monitor measure shows other answers"),
        (("rate", "ulgi-2025", "--common"), "--common goes with --against"),
        (("measure", "ulgi-2025", "luck"), "no question 'luck'"),
        (("correlate", "ulgi-2025", "trust"), "needs rows of respondents, not counts"),
        (("correlate", "ulgi-2025", "satisfaction", "trust"), "«satisfaction» is what the others are held against"),
        (("recompute", "nothing"), "no document 'nothing' in this base and no file of this name"),
    ):
        ran = kb("monitor", *arguments)
        assert (ran.status, ran.out) == (2, ""), arguments
        assert told in ran.err
        assert ran.err.count("\n") == 1


def test_each_fault_of_a_file_is_a_line_of_its_own(kb: Kb, tmp_path: Path) -> None:
    bad = tmp_path / "marks.csv"
    bad.write_text("service,question,1,2,3,4,5\nulgi-01,satisfaction,0,0,-1,0,9\nulgi-77,trust,0,0,1,0,9\n", "utf-8")
    ran = kb("monitor", "import", bad, "--wave", HEAD)
    assert ran.status == 2
    assert len(ran.err.splitlines()) == 2
    assert "row 2, column E «3»: «-1» is negative" in ran.err
    assert "row 3, column A «service»: «ulgi-77» is no known service" in ran.err
    assert json.loads(kb("monitor", "waves", "--json").out) == []


def test_years_with_other_services_are_compared_only_by_what_they_share(kb: Kb, tmp_path: Path) -> None:
    bring(kb)
    head = {**json.loads(HEAD.read_text(encoding="utf-8")), "id": "ulgi-2024", "year": 2024}
    head |= {"since": "2024-08-01", "until": "2024-10-01"}
    (tmp_path / "head.json").write_text(json.dumps(head), "utf-8")
    (tmp_path / "marks.csv").write_text("service,question,1,2,3,4,5\nulgi-01,satisfaction,0,0,10,20,70\n", "utf-8")
    assert kb("monitor", "import", tmp_path / "marks.csv", "--wave", tmp_path / "head.json").status == 0
    refused = kb("monitor", "rate", "ulgi-2025", "--against", "ulgi-2024")
    assert refused.status == 2
    assert "not comparable" in refused.err
    told = json.loads(kb("monitor", "rate", "ulgi-2025", "--against", "ulgi-2024", "--common", "--json").out)
    (row,) = told["rows"]
    assert (row["key"], row["before"]["satisfaction"]) == ("ulgi-01", 70.0)


def test_exports_carry_no_formulas(kb: Kb, tmp_path: Path) -> None:
    head = json.loads(HEAD.read_text(encoding="utf-8"))
    head["services"] = [{"id": "ulgi-01", "name_kk": '=HYPERLINK("x")', "name_ru": "+1"}]
    (tmp_path / "head.json").write_text(json.dumps(head), "utf-8")
    (tmp_path / "marks.csv").write_text("service,question,1,2,3,4,5\nulgi-01,satisfaction,0,0,10,20,70\n", "utf-8")
    assert kb("monitor", "import", tmp_path / "marks.csv", "--wave", tmp_path / "head.json").status == 0
    for language, name in (("kk", '\'=HYPERLINK("x")'), ("ru", "'+1")):
        out = kb("monitor", "rate", "ulgi-2025", "--csv", "-", "--lang", language).out
        (row,) = csv.DictReader(StringIO(out))
        assert row["name"] == name
    file = tmp_path / "rating.csv"
    kb("monitor", "rate", "ulgi-2025", "--csv", file)
    assert file.read_text(encoding="utf-8").startswith("rank,key,asked")


def test_a_report_is_computed_anew_from_a_file_and_from_the_base(kb: Kb) -> None:
    told = kb("monitor", "recompute", REPORT, "--lang", "en").out
    assert "different: 1" in told
    assert (
        "line 32, mon2019-03: Омарта паспортын беру: mean, printed 4.48, computed 4.50 (the counts say otherwise"
        in told
    )
    assert kb("import", REPORT).status == 0
    stored = json.loads(kb("monitor", "recompute", REPORT.name, "--json").out)
    assert stored["document"] == REPORT.name
    assert stored["counts"]["differs"] == 1
    (figure,) = (one for one in stored["figures"] if one["standing"] == "differs")
    assert figure["ground"][0]["line"] == 139
    out = kb("monitor", "recompute", REPORT, "--standing", "differs", "--csv", "-").out
    (row,) = csv.DictReader(StringIO(out))
    assert (row["printed"], row["low"], row["evidence.line"], row["ground"]) == ("4.48", "4.50", "32", "139")


def test_measures_are_tables_with_headings_in_words(kb: Kb) -> None:
    bring(kb)
    shown = kb("monitor", "tension", "ulgi-2025", "--lang", "en").out
    assert "Index, %" in shown
    assert "12/377" in shown
    calls = EXAMPLES / "monitoring" / "advice"
    assert kb("monitor", "import", calls / "calls.csv", "--wave", calls / "wave.json").status == 0
    told = kb("monitor", "measure", "ulgi-kenes-2025", "advice", "--lang", "ru").out
    assert "Неполно" in told
    (line,) = [line for line in told.splitlines() if "паспорта пасеки" in line]
    assert [cell.strip() for cell in line.strip("│").split("│")][1:] == [
        "30", "28", "17", "7", "4", "2", "60.7", "42.4", "76.4",
    ]  # fmt: skip
    assert kb("monitor", "measure", "ulgi-2025", "advice").status == 2
