import json
from pathlib import Path

import pytest

from kb.pipeline import Home, Registry
from kb.relevance import Noise
from kb.relevance.experiment import experiment_of
from tests.command import Kb


@pytest.fixture
def material(built_folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Questions that are the names of the services, each of which finds itself; nothing else is there."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("KB_SHARED", str(tmp_path / "shared"))
    registry = Registry(Home(folder=built_folder))
    rows = [
        {"id": f"q{number}", "q": name, "lang": language, "service": service.id}
        for number, service in enumerate(registry.all_services())
        for language, name in (("kk", service.name_kk), ("ru", service.name_ru))
        if name and (number % 2 == 0) == (language == "kk")
    ]
    registry.close()
    folder = tmp_path / "shared" / "eval"
    folder.mkdir(parents=True)
    path = folder / "questions-dev.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


@pytest.fixture
def no_floors(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("kb.cli.relevance_command.read_floors", dict)


def test_figures_come_by_language_and_noise(kb: Kb, material: Path, built_folder: Path, no_floors: None) -> None:
    ran = kb("relevance", "--part", "questions", "--part", "disturbed", "--seed", "3", "--json", home=built_folder)
    report = json.loads(ran.out)
    rows = {(row["part"], row["name"]): row["figures"] for row in report["rows"]}
    assert ran.status == 0
    assert rows["questions", "kk"]["first"] == rows["questions", "ru"]["first"] == 1.0
    assert rows["questions", "all"]["queries"] == len(material.read_text(encoding="utf-8").splitlines())
    assert {name.split("/")[0] for part, name in rows if part == "disturbed"} == set(Noise)
    assert ("disturbed", "plain/ru") not in rows


def test_a_figure_under_its_floor_is_status_1(
    kb: Kb, material: Path, built_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    floors = {("questions", "kk"): {"queries": 1000.0}, ("topics", "odd"): {"ndcg": 0.1}}
    monkeypatch.setattr("kb.cli.relevance_command.read_floors", lambda: floors)
    ran = kb("relevance", "--part", "questions", home=built_folder)
    assert ran.status == 1
    assert "questions kk: queries" in ran.err
    assert "at least 1000" in ran.err
    assert "< 1000" in ran.out
    assert "nothing was measured for: topics odd" in ran.out


def test_what_is_not_there_is_told_and_no_failure(kb: Kb, material: Path, built_folder: Path, no_floors: None) -> None:
    ran = kb("relevance", "--part", "judged", "--part", "topics", home=built_folder)
    assert ran.status == 0
    assert "judged, tuning: not measured" in ran.out
    assert "judged, apart: not measured" in ran.out
    assert "topics: not measured" in ran.out


def test_judged_queries_of_other_bases_are_told(
    kb: Kb, material: Path, built_folder: Path, tmp_path: Path, no_floors: None
) -> None:
    (tmp_path / "judged").mkdir()
    rows = [json.loads(line) for line in material.read_text(encoding="utf-8").splitlines()]
    rows[0]["service"] = "elsewhere"
    (tmp_path / "judged" / "tuning.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows))
    ran = kb("relevance", "--part", "judged", "--judged", tmp_path / "judged", home=built_folder)
    assert ran.status == 0
    assert f"judged, tuning: 1 of {len(rows)} ask for services that this base does not have" in ran.out
    assert "tuning/all" in ran.out


def test_a_base_without_any_service_that_is_asked_for_is_told(
    kb: Kb, material: Path, built_folder: Path, tmp_path: Path
) -> None:
    other = tmp_path / "other.jsonl"
    other.write_text(json.dumps({"id": "q", "q": "сұрақ", "lang": "kk", "service": "elsewhere"}) + "\n")
    ran = kb("relevance", "--questions", other, home=built_folder)
    assert ran.status == 2
    assert "none that the queries ask for: import" in ran.err


def test_the_run_has_the_services_of_every_question(
    kb: Kb, material: Path, built_folder: Path, tmp_path: Path, no_floors: None
) -> None:
    ran = kb("relevance", "--part", "questions", "--run", tmp_path / "out.trec", home=built_folder)
    assert ran.status == 0
    lines = [line.split() for line in (tmp_path / "out.trec").read_text(encoding="utf-8").splitlines()]
    asked = {json.loads(line)["id"]: json.loads(line)["service"] for line in material.read_text().splitlines()}
    assert {query: service for query, _, service, rank, *_ in lines if rank == "1"} == asked


def test_a_script_can_disturb_instead(
    kb: Kb, material: Path, built_folder: Path, tmp_path: Path, no_floors: None
) -> None:
    script = tmp_path / "noise.py"
    script.write_text("import json, sys\nfor line in sys.stdin:\n    print(json.loads(line)['id'], '?', sep='\\t')\n")
    arguments = ("--part", "disturbed", "--disturber", script, "--seed", "1", "--json")
    report = json.loads(kb("relevance", *arguments, home=built_folder).out)
    assert {row["figures"]["ndcg"] for row in report["rows"]} == {0.0}
    assert {row["figures"]["loss"] for row in report["rows"]} == {1.0}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--questions", "none.jsonl"), "none.jsonl: no such file"),
        (("--disturber", "none.py"), "none.py: no such file"),
        (("--part", "speed"), "--part"),
        (("--experiment", "none"), "no experiment 'none'"),
        (("--experiment", "all", "--run", "x"), "do not go together"),
    ],
)
def test_wrong_calls(kb: Kb, material: Path, built_folder: Path, arguments: tuple[str, ...], said: str) -> None:
    ran = kb("relevance", *arguments, home=built_folder)
    assert ran.status == 2
    assert said in ran.err


def test_an_experiment_shows_every_value_and_the_chosen_one(
    kb: Kb, material: Path, built_folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = {
        "about": "How much a name weighs.",
        "parameter": "texts.services.name",
        "values": [0.5, 1234.0],
        "part": "questions",
        "chosen": 1234.0,
        "result": "All values find the names.",
    }
    monkeypatch.setattr("kb.cli.relevance_command.experiment_names", lambda: ("names",))
    monkeypatch.setattr("kb.cli.relevance_command.read_experiment", lambda name: experiment_of(name, data))
    ran = kb("relevance", "--experiment", "all", home=built_folder)
    assert ran.status == 0
    assert "names chose 1234 for texts.services.name, and weights.yaml has" in ran.err
    assert "All values find the names." in ran.out
    assert [line.split()[:2] for line in ran.out.splitlines() if "1234" in line] == [["→", "1234"]]
