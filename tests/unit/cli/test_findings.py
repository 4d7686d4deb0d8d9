"""`kb check`, `kb verdict`, `kb impact` and the exports of findings and verdicts."""

import json
from pathlib import Path
from typing import Any

from kb.pipeline import Home, build_base, import_paths
from tests.command import Kb
from tests.finding_base import LATER_DAY, contradicting, contradicting_folder, write_later

__all__ = ["contradicting", "contradicting_folder"]


def findings(kb: Kb, home: Path, *options: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in kb("check", "--json", *options, home=home).out.splitlines()]


def test_check_shows_both_sides_and_export_gives_the_same(kb: Kb, contradicting: Home) -> None:
    home = contradicting.folder
    told = findings(kb, home)
    assert told
    for one in told:
        assert {"id", "class", "service", "a", "b", "prevails", "why", "severity", "verdict"} <= set(one)
        assert set(one["why"]) == {"kk", "ru", "en"}
    assert [json.loads(line) for line in kb("export", "findings", home=home).out.splitlines()] == told
    page = kb("check", "--lang", "ru", home=home).out
    assert told[0]["id"] in page
    assert "«" in page


def test_a_verdict_silences_and_is_exported(kb: Kb, contradicting: Home) -> None:
    home = contradicting.folder
    name = findings(kb, home)[0]["id"]
    before = len(findings(kb, home, "--verdict", "open"))
    told = kb("verdict", name, "exception", "--reason", "бөлек жағдай", "--author", "Сәуле", "--json", home=home)
    assert json.loads(told.out)["verdict"] == "exception"
    assert len(findings(kb, home, "--verdict", "open")) == before - 1
    (kept,) = [json.loads(line) for line in kb("export", "verdicts", home=home).out.splitlines()]
    assert (kept["finding"], kept["author"], kept["reason"]) == (name, "Сәуле", "бөлек жағдай")


def test_impact_tells_what_an_edition_does(kb: Kb, contradicting: Home, tmp_path: Path) -> None:
    home = contradicting.folder
    folder = tmp_path / "acts"
    write_later(folder)
    import_paths(contradicting, [folder], sample=True)
    build_base(contradicting)
    told = json.loads(kb("impact", "zan:990001", "--json", home=home).out)
    assert told["findings"]["vanished"]
    past = findings(kb, home, "--past")
    assert {one["until"] for one in past} == {LATER_DAY}
    assert findings(kb, home, "--current") == [one for one in findings(kb, home) if one["until"] is None]
    assert f"в редакции, действовавшей до {LATER_DAY}" in kb("check", "--lang", "ru", home=home).out
    page = kb("impact", "zan:990001", "--lang", "ru", home=home).out
    assert "2019-07-01" in page
    assert "12 рабочих дней" in page
    assert "между всеми текстами базы" in page
    name = next(one["service"]["name_ru"] for one in told["findings"]["vanished"] if one["service"])
    assert sum(name in line for line in page.splitlines()) > 1  # above its values, and in front of its findings
