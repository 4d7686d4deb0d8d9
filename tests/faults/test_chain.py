"""The whole chain against the test web: collect, build, ask."""

import random
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from kb.model import AnswerState, Deadline, Language
from kb.pipeline import Asked, Home, HomeBusy, Registry, build_base
from kb.pipeline.collecting import hold_source
from kb.store import RunState
from tests.faults.forest_runs import TOLD, archived, collect, started
from tests.faults.forest_source import HOST, PAGES, TEXTS, known, plant
from tests.site.site import Site
from tests.unit.pipeline.exports import exported

QUESTIONS = {
    Language.KK: "Орманда {number}-орынды шатыр тігуге рұқсат неше күнде беріледі?",
    Language.RU: "Сколько дней выдаётся разрешение на {number}-местный шатёр в лесу?",
}


@pytest.fixture
def forest(bare_site: Site) -> Iterator[Site]:
    plant(bare_site)
    with known():
        yield bare_site


def test_what_was_collected_is_built_and_answered_with_its_address(forest: Site, home: Home) -> None:
    collect(home, forest.address)
    assert build_base(home).failures == ()
    registry = Registry(home, today=lambda: date(2031, 3, 10))
    # The services differ in a number only, and a page's number is the number of days that it states.
    asked = {
        (language, number): registry.ask(question.format(number=number))
        for language, question in QUESTIONS.items()
        for number in (2, 7, 11)
    }
    hits = registry.search("шатыр").clauses
    state = {one.source.id: one for one in registry.sources()}["forest"]
    registry.close()
    for (language, number), answer in asked.items():
        assert answer.state is AnswerState.ANSWERED
        days = {one.statement.value.value for one in answer.values if isinstance(one.statement.value, Deadline)}
        assert {int(one) for one in days if one is not None} == {number}
        assert {one.document for one in answer.citations} == {f"{HOST}/{language.value}/p{number}"}
    assert hits
    assert all(one.evidence.document.startswith(HOST) for one in (hit.snippet for hit in hits))
    assert (state.documents, state.archived, state.samples) == (2 * PAGES, 2 * PAGES, 0)
    assert state.freshness.state == "ok"


def test_two_builds_of_one_archive_export_the_same_bytes(forest: Site, home: Home, tmp_path: Path) -> None:
    collect(home, forest.address)
    other = Home(folder=tmp_path / "other")
    shutil.copytree(home.folder / "archive", other.folder / "archive")
    for one in (home, other):
        build_base(one)
    first = exported(home)
    assert exported(other) == first
    build_base(home, full=True)
    assert exported(home) == first


def test_the_list_is_archived_and_is_no_document(forest: Site, home: Home) -> None:
    collect(home, forest.address)
    assert f"{HOST}/list" not in {document for document, _ in archived(home)}
    assert f"{HOST}/list" in {one.snapshot.document for one in home.archive().captures()}


def test_a_text_in_the_other_language_is_an_issue_of_the_build(forest: Site, home: Home) -> None:
    url = f"{HOST}/kk/p3"
    forest.put(url, TEXTS[Language.RU].replace("{n}", "3"))
    collect(home, forest.address)
    build_base(home)
    registry = Registry(home)
    mixed = [one for one in registry.issues() if one.code == "language_mixup"]
    registry.close()
    assert [one.document for one in mixed] == [url]


def test_a_layout_without_its_fields_is_an_issue_of_the_build(forest: Site, home: Home) -> None:
    def shares() -> list[str]:
        registry = Registry(home)
        try:
            return [one.message for one in registry.issues() if one.code == "field_share"]
        finally:
            registry.close()

    for number in range(1, PAGES + 1):
        for language in ("kk", "ru"):
            text = f"<html><body><h1>Шатыр {number}</h1><p>1. Сипаттамасы жоқ бет.</p></body></html>"
            forest.put(f"{HOST}/{language}/p{number}", text)
    collect(home, forest.address)
    build_base(home)
    (message,) = shares()
    assert "'deadline'" in message
    assert "90% to 100% expected" in message


def test_a_moved_page_and_a_short_list_are_told(forest: Site, home: Home) -> None:
    collect(home, forest.address)
    forest.put(f"{HOST}/list", "p1\np2\n", type="text/plain; charset=utf-8")
    forest.remove(f"{HOST}/kk/p2")
    run = collect(home, forest.address)
    assert run.state is RunState.BROKEN
    assert [one.code for one in run.alarms] == ["dead_link", "document_count"]
    assert run.alarms[0].document == f"{HOST}/kk/p2"
    assert len(archived(home)) == 2 * PAGES
    assert collect(home, forest.address, asked=Asked(limit=4)).state is RunState.OK


def test_a_full_disk_is_told_and_the_run_goes_on_when_there_is_room(forest: Site, tmp_path: Path) -> None:
    whole, home = Home(folder=tmp_path / "whole"), Home(folder=tmp_path / "home")
    # What does not pack fills the record far beyond what the database takes.
    filler = random.Random(1)  # noqa: S311 - no secret
    for number in range(1, PAGES + 1):
        text = TEXTS[Language.KK].replace("{n}", str(number))
        forest.put(f"{HOST}/kk/p{number}", f"{text}<!-- {filler.randbytes(100_000).hex()} -->")
    collect(whole, forest.address)
    home.store().close()
    room = max(path.stat().st_size for path in (whole.folder / "archive").glob("*.warc.gz")) // 2
    process = started(home.folder, forest.address, largest_file=room)
    process.join(60)
    assert process.exitcode == TOLD
    assert len(archived(home)) < len(archived(whole))
    for digest in archived(home).values():
        assert home.archive().body(digest) == whole.archive().body(digest)
    assert collect(home, forest.address).state is RunState.OK
    assert archived(home) == archived(whole)


def test_one_source_is_collected_by_one_process_at_a_time(forest: Site, home: Home) -> None:
    with hold_source(home, "forest"), pytest.raises(HomeBusy, match="already"):
        collect(home, forest.address)
    assert forest.log == []
    assert collect(home, forest.address).state is RunState.OK
