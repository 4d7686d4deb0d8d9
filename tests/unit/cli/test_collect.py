import json
import os
from pathlib import Path

import pytest

import scrapers
from kb.collect import NotOffered
from kb.pipeline import Home
from tests.command import Kb
from tests.faults import forest_source
from tests.faults.forest_source import HOST, PAGES
from tests.site.site import Site

CONTACT = "mailto:tests@forest.example"


@pytest.fixture(autouse=True)
def settings(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("KB_CONTACT", "KB_CERTIFICATES", "KB_TEST_SITE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def forest(bare_site: Site, monkeypatch: pytest.MonkeyPatch) -> Site:
    """A site for the invented source, all of whose links lead somewhere."""
    forest_source.plant(bare_site)
    for language in ("kk", "ru"):
        bare_site.put(f"{HOST}/{language}/gone", forest_source.TEXTS[forest_source.Language(language)])
    found = {**scrapers.discover(), "forest": forest_source}
    monkeypatch.setattr(scrapers, "discover", lambda: found)
    monkeypatch.setenv("KB_CONTACT", CONTACT)
    monkeypatch.setenv("KB_TEST_SITE", bare_site.address)
    return bare_site


def test_a_wrong_call_is_one_line_and_asks_nobody(kb: Kb, forest: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    for call, told in (
        (("collect", "nobody"), "no source 'nobody'"),
        (("collect", "documents"), "takes local files only"),
        (("collect", "forest", "documents"), "takes local files only"),
        (("collect", "forest", "--since", "soon"), "'soon' is not a day"),
        (("collect", "forest", "--limit", "0"), "limit"),
        (("collect", "--limit", "3"), "kb collect SOURCE"),
    ):
        ran = kb(*call)
        assert (ran.status, ran.out) == (2, ""), call
        assert len(ran.err.splitlines()) == 1
        assert told in ran.err
    monkeypatch.setenv("KB_TEST_SITE", "https://forest.example")
    assert "loopback" in kb("collect", "forest").err
    monkeypatch.delenv("KB_CONTACT")
    ran = kb("collect", "forest")
    assert (ran.status, ran.out) == (2, "")
    assert "KB_CONTACT" in ran.err
    assert forest.log == []


def test_a_good_run_is_told_in_one_line_and_as_json(kb: Kb, forest: Site) -> None:
    ran = kb("collect", "forest", "--lang", "en")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.splitlines() == [
        f"forest: done. Documents: {2 * PAGES + 2}, new: {2 * PAGES + 2}, changed: 0, gone: 0."
    ]
    (run,) = json.loads(kb("collect", "forest", "--json").out)
    assert (run["source"], run["state"], run["new"], run["alarms"], run["reach"]) == ("forest", "ok", 0, [], {})


def test_a_broken_source_is_in_exit_status_lines_and_lists(kb: Kb, forest: Site) -> None:
    forest.put(f"{HOST}/list", "<div>another layout</div>", type="text/plain; charset=utf-8")
    ran = kb("collect", "forest", "--lang", "en")
    assert ran.status == 1
    assert "forest: BROKEN" in ran.out
    assert "layout_changed" in ran.err
    assert f"{HOST}/list" in ran.err
    listed = kb("source", "list", "--lang", "en")
    assert listed.status == 0
    assert "BROKEN" in next(line for line in listed.out.splitlines() if line.startswith("forest"))
    shown = json.loads(kb("source", "show", "forest", "--json").out)
    assert (shown["state"], shown["collected"]) == ("broken", True)
    assert [one["code"] for one in shown["last_run"]["alarms"]] == ["layout_changed"]
    assert "layout_changed" in kb("source", "show", "forest").err
    assert kb("build").status == 0
    assert json.loads(kb("source", "show", "forest", "--json").out)["last_run"] == shown["last_run"]


def test_without_a_source_what_is_due_is_listed(kb: Kb, forest: Site) -> None:
    before = kb("collect", "--lang", "en")
    assert before.status == 0
    assert any(line.startswith("forest") for line in before.out.splitlines())
    assert kb("collect", "forest").status == 0
    due = {one["id"] for one in json.loads(kb("collect", "--json").out)}
    assert "forest" not in due
    assert "documents" not in due


def test_tiers_and_ids_reach_the_source_and_are_a_run_of_their_own(
    kb: Kb, forest: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[str, ...]] = []
    real = forest_source.discover

    def discover(reach: forest_source.Reach) -> forest_source.Discovery:
        asked.append(reach.only)
        yield from real(reach)

    monkeypatch.setattr(forest_source, "discover", discover)
    ran = kb("collect", "forest", "--tier", "codes", "--id", "V1", "--id", "V2", "--json")
    assert ran.status == 0
    assert asked == [("codes", "V1", "V2")]
    assert json.loads(ran.out)[0]["reach"] == {"only": ["V1", "V2", "codes"]}


def test_a_name_that_the_source_does_not_have_is_a_wrong_call(
    kb: Kb, forest: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    def discover(reach: forest_source.Reach) -> forest_source.Discovery:
        yield forest_source.Request(url=f"{HOST}/list", listing=True)
        raise NotOffered(f"{HOST}/list: no page {reach.only[0]}")

    monkeypatch.setattr(forest_source, "discover", discover)
    ran = kb("collect", "forest", "--id", "nosuch")
    assert (ran.status, ran.err.splitlines()) == (2, [f"kb: {HOST}/list: no page nosuch"])
    assert json.loads(kb("source", "show", "forest", "--json").out)["state"] == "never"


def test_a_removed_source_comes_back_when_it_is_collected(kb: Kb, forest: Site, tmp_path: Path) -> None:
    kb("collect", "forest")
    kb("build")
    assert kb("source", "remove", "forest").status == 0
    kb("collect", "forest")
    kb("build")
    shown = json.loads(kb("source", "show", "forest", "--json").out)
    assert (shown["removed"], shown["documents"]) == (0, 2 * PAGES + 2)
    assert Home(folder=tmp_path / "home").archive().problems() == []


def test_who_collected_imported_and_built_stands_in_the_trail(
    kb: Kb, forest: Site, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("LOGNAME", "erlan")
    (run,) = json.loads(kb("collect", "forest", "--json", home=home.folder).out)
    assert kb("import", "-", "--source", "documents", home=home.folder, piped="Ұя туралы куәлік".encode()).status == 0
    assert kb("build", home=home.folder).status == 0
    items = json.loads(kb("audit", "list", "--json", home=home.folder).out)["items"][::-1]
    assert [one["action"] for one in items] == [
        f"{work}.{moment}" for work in ("collect", "import", "build") for moment in ("begin", "end")
    ]
    assert {one["actor"] for one in items} == {"erlan"}
    told = items[1]["after"]
    assert (items[1]["target"], told["state"], told["alarms"]) == ("forest", "ok", 0)
    assert told["new"] == run["new"] > 0


def test_a_login_without_a_name_collects_and_builds_under_its_number(
    kb: Kb, home: Home, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_name() -> str:
        raise OSError

    monkeypatch.setattr("getpass.getuser", no_name)
    assert kb("build", home=home.folder).status == 0
    (first, *_) = json.loads(kb("audit", "list", "--json", home=home.folder).out)["items"]
    assert (first["action"], first["actor"]) == ("build.end", f"uid {os.getuid()}")
