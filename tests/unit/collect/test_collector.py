from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest

from kb.collect import CollectError, NotOffered, RunReport
from kb.collect.collector import FAILURES_IN_A_ROW
from kb.collect.fetch import FetchError
from kb.collect.git import RepositoryReport
from kb.model import Issue, Language, Reach, Repository, Request, Severity, Snapshot
from tests.unit.collect.made_run import LIST, SITE, START, Discovery, Site

PAGES = {LIST: "a b", f"{SITE}/a": "ағаш", f"{SITE}/b": "бұлақ"}


@pytest.fixture
def site(tmp_path: Path) -> Site:
    site = Site(tmp_path / "archive")
    site.hosts.pages = dict(PAGES)
    return site


def codes(report: RunReport) -> list[str]:
    return [alarm.code for alarm in report.alarms]


def bodies(site: Site) -> dict[str, str]:
    return {one.document: site.archive.body(one.digest).decode() for one in site.archive.snapshots()}


def test_a_run_archives_what_the_source_asks_for(site: Site) -> None:
    report = site.run()
    assert (report.documents, report.new, report.changed, report.gone) == (2, 2, 0, 0)
    assert (report.alarms, report.complete, report.paused) == ((), True, False)
    assert bodies(site) == {f"{SITE}/a": "ағаш", f"{SITE}/b": "бұлақ"}
    assert {one.language for one in site.archive.snapshots()} == {Language.KK}
    assert site.told == [f"{SITE}/a", f"{SITE}/b"]


def test_a_second_run_asks_conditionally_and_counts_what_changed(site: Site) -> None:
    site.run()
    site.hosts.asked.clear()
    report = site.run()
    assert (report.new, report.changed, report.alarms) == (0, 0, ())
    assert site.hosts.asked == [(LIST, True), (f"{SITE}/a", True), (f"{SITE}/b", True)]
    site.hosts.pages[f"{SITE}/b"] = "басқа бұлақ"
    report = site.run()
    assert (report.documents, report.new, report.changed) == (2, 0, 1)
    assert bodies(site)[f"{SITE}/b"] == "басқа бұлақ"


def test_the_source_is_told_what_came_and_whether_it_changed(site: Site) -> None:
    seen: list[tuple[bytes, bool]] = []

    def discover(_reach: Reach) -> Discovery:
        got = yield Request(url=f"{SITE}/a")
        assert got is not None
        seen.append((got.body, got.changed))

    site.run(discover)
    site.run(discover)
    assert seen == [("ағаш".encode(), True), ("ағаш".encode(), False)]


def test_a_run_that_is_taken_up_asks_only_for_what_is_missing(site: Site) -> None:
    started = site.clock()
    site.hosts.faults[f"{SITE}/b"] = "budget_spent"
    report = site.run(started_at=started)
    assert (report.paused, report.complete, codes(report)) == (True, False, ["budget_spent"])
    site.hosts.faults.clear()
    site.hosts.asked.clear()
    report = site.run(started_at=started)
    assert site.hosts.asked == [(f"{SITE}/b", False)]
    assert (report.documents, report.new, report.complete, report.alarms) == (2, 2, True, ())


def test_an_address_that_is_asked_for_twice_is_fetched_and_counted_once(site: Site) -> None:
    site.hosts.pages[LIST] = "a b a"
    assert site.run().documents == 2
    assert [url for url, _ in site.hosts.asked].count(f"{SITE}/a") == 1


def test_a_dead_link_names_the_last_good_day_and_the_newest_known_addresses(site: Site) -> None:
    site.hosts.moved[f"{SITE}/a"] = f"{SITE}/new/a"
    site.run()
    site.hosts.faults[f"{SITE}/a"] = "gone"
    started = site.clock()
    report = site.run(started_at=started, elsewhere=("https://lake.example/a",))
    (alarm,) = [one for one in report.alarms if one.code == "dead_link"]
    assert (alarm.document, alarm.severity, report.gone) == (f"{SITE}/a", Severity.WARNING, 1)
    for told in (START.date().isoformat(), f"{SITE}/new/a", "https://lake.example/a"):
        assert told in alarm.message
    assert bodies(site)[f"{SITE}/a"] == "ағаш"
    site.hosts.asked.clear()
    again = site.run(started_at=started)
    assert (again.gone, codes(again), site.hosts.asked) == (1, codes(report), [])


def test_too_few_and_too_many_documents_are_alarms_of_whole_runs_only(site: Site) -> None:
    site.hosts.pages[LIST] = "a"
    report = site.run()
    (alarm,) = report.alarms
    assert (alarm.code, alarm.severity, alarm.document) == ("document_count", Severity.ERROR, SITE)
    assert "2 to 4 expected" in alarm.message
    whole = Reach(today=START.date())
    for part in (replace(whole, since=date(2031, 1, 1)), replace(whole, limit=1), replace(whole, only=("a",))):
        assert site.run(reach=part).alarms == ()
    site.hosts.pages |= {f"{SITE}/{name}": name for name in "cdef"} | {LIST: "a b c d e"}
    assert codes(site.run()) == ["document_count"]


def test_another_layout_breaks_the_run_and_keeps_what_was_archived(site: Site) -> None:
    def discover(_reach: Reach) -> Discovery:
        yield Request(url=f"{SITE}/a")
        yield Request(url=LIST, listing=True)
        raise ValueError("'div.row' matched 0 times, 1 expected")

    report = site.run(discover)
    (alarm,) = report.alarms
    assert (alarm.code, alarm.severity, alarm.document) == ("layout_changed", Severity.ERROR, LIST)
    assert "'div.row' matched 0 times" in alarm.message
    assert not report.complete
    assert list(bodies(site)) == [f"{SITE}/a"]


def test_what_a_source_refuses_before_it_asks_is_the_callers_mistake(site: Site) -> None:
    def discover(reach: Reach) -> Discovery:
        if reach.only:
            raise ValueError("no such act")
        yield Request(url=LIST)

    with pytest.raises(ValueError, match="no such act"):
        site.run(discover, reach=Reach(today=START.date(), only=("x",)))


def test_a_name_that_the_source_does_not_have_is_the_callers_mistake_also_behind_a_list(site: Site) -> None:
    def discover(reach: Reach) -> Discovery:
        yield Request(url=LIST, listing=True)
        raise NotOffered(f"{LIST}: no page {reach.only[0]}")

    with pytest.raises(NotOffered, match="no page x"):
        site.run(discover, reach=Reach(today=START.date(), only=("x",)))


@pytest.mark.parametrize(
    "code", ["blocked_page", "captcha_page", "maintenance_page", "robots_forbid", "foreign_host", "private_address",
             "bad_certificate", "gave_up", "too_large"],
)  # fmt: skip
def test_the_fault_of_one_page_is_an_alarm_and_does_not_stop_the_run(site: Site, code: str) -> None:
    site.hosts.faults[f"{SITE}/a"] = code
    report = site.run(reach=Reach(today=START.date(), limit=5))
    assert codes(report) == [code]
    assert report.alarms[0].document == f"{SITE}/a"
    assert list(bodies(site)) == [f"{SITE}/b"]
    assert report.complete


def test_many_failing_pages_in_a_row_stop_the_run_and_a_good_one_between_does_not(site: Site) -> None:
    names = [f"p{number}" for number in range(3 * FAILURES_IN_A_ROW)]
    site.hosts.pages = {LIST: " ".join(names)} | {f"{SITE}/{name}": name for name in names}
    site.hosts.faults = {f"{SITE}/{name}": "gave_up" for name in names[1:]}
    report = site.run()
    assert codes(report) == ["gave_up"] * FAILURES_IN_A_ROW + ["host_down"]
    assert len(site.hosts.asked) == 2 + FAILURES_IN_A_ROW
    site.hosts.faults = {f"{SITE}/{name}": "gave_up" for name in names if int(name[1:]) % FAILURES_IN_A_ROW}
    assert "host_down" not in codes(site.run())


def test_gone_pages_in_a_row_do_not_say_that_the_host_is_down(site: Site) -> None:
    names = [f"p{number}" for number in range(2 * FAILURES_IN_A_ROW)]
    site.hosts.pages = {LIST: " ".join(names)}
    site.hosts.faults = {f"{SITE}/{name}": "gone" for name in names}
    report = site.run()
    assert (report.gone, report.complete) == (len(names), True)
    assert set(codes(report)) == {"dead_link", "document_count"}


def test_a_wrong_set_up_ends_the_run(site: Site) -> None:
    site.hosts.faults[LIST] = "no_contact"
    with pytest.raises(FetchError):
        site.run()


def test_a_question_to_one_address_is_told_apart_by_what_is_asked(site: Site) -> None:
    site.hosts.pages[f"{SITE}/api"] = "жауап"

    def discover(_reach: Reach) -> Discovery:
        for page in (1, 2):
            yield Request(url=f"{SITE}/api", json=f'{{"page": {page}}}')

    assert site.run(discover).documents == 2
    assert len(bodies(site)) == 2


def test_a_body_that_the_archive_lost_is_fetched_whole(site: Site) -> None:
    site.run()
    (lost,) = [entry for entry in site.archive.entries(document=f"{SITE}/a") if entry.capture.holds_body]
    file = site.folder / lost.file
    content = bytearray(file.read_bytes())
    middle = lost.offset + lost.length // 2
    content[middle : middle + 8] = bytes(8)
    file.write_bytes(content)
    with pytest.raises(CollectError, match="damaged"):
        site.archive.body(lost.capture.snapshot.digest)
    site.hosts.asked.clear()
    report = site.run()
    assert site.hosts.asked == [(LIST, True), (f"{SITE}/a", False), (f"{SITE}/b", True)]
    assert (report.documents, report.new, report.changed, report.alarms) == (2, 0, 0, ())
    assert bodies(site) == {f"{SITE}/a": "ағаш", f"{SITE}/b": "бұлақ"}


def test_repositories_count_and_their_issues_are_alarms(site: Site) -> None:
    def discover(_reach: Reach) -> Discovery:
        yield Repository(url=f"{SITE}/acts.git", name="acts", documents=("*.md",))

    issue = Issue(code="blob_too_large", severity=Severity.WARNING, document="acts/x.md", message="left out")
    came = RepositoryReport(documents=3, new=1, unchanged=2, commits=2, issues=(issue,))
    report = site.run(discover, repository=came)
    assert (report.documents, report.new, report.alarms) == (3, 1, (issue,))
    fault = FetchError("the connection was cut", code="connection", url=f"{SITE}/acts.git")
    assert "connection" in codes(site.run(discover, repository=fault))


def test_a_disk_that_is_full_ends_the_run_with_one_error_and_it_goes_on_later(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    started = site.clock()
    real = type(site.archive).add

    def add(self: object, body: bytes, **rest: Any) -> Snapshot:
        if rest["document"] == f"{SITE}/b":
            raise CollectError("cannot write (No space left on device)")
        return real(self, body, **rest)

    with monkeypatch.context() as full:
        full.setattr(type(site.archive), "add", add)
        with pytest.raises(CollectError, match="No space left"):
            site.run(started_at=started)
    site.hosts.asked.clear()
    report = site.run(started_at=started)
    assert [url for url, _ in site.hosts.asked] == [f"{SITE}/b"]
    assert report.documents == 2


def test_what_an_earlier_run_archived_is_asked_for_again(site: Site) -> None:
    first = site.clock()
    site.run(started_at=first)
    site.hosts.pages[f"{SITE}/b"] = "басқа бұлақ"
    site.hosts.asked.clear()
    assert site.run(started_at=first).changed == 0
    assert site.hosts.asked == []  # the same run, taken up: all of it is there
    report = site.run(started_at=site.now + timedelta(seconds=1))
    assert site.hosts.asked == [(LIST, True), (f"{SITE}/a", True), (f"{SITE}/b", True)]
    assert (report.documents, report.new, report.changed) == (2, 0, 1)
    assert bodies(site) == {f"{SITE}/a": "ағаш", f"{SITE}/b": "басқа бұлақ"}


def test_a_gone_page_that_came_back_is_taken_again(site: Site) -> None:
    site.run()
    site.hosts.faults[f"{SITE}/a"] = "gone"
    report = site.run()
    assert (report.documents, report.gone, codes(report)) == (1, 1, ["dead_link", "document_count"])
    site.hosts.faults.clear()
    site.hosts.pages[f"{SITE}/a"] = "жаңа ағаш"
    site.hosts.asked.clear()
    report = site.run()
    assert (f"{SITE}/a", True) in site.hosts.asked
    assert (report.documents, report.new, report.changed, report.gone, report.alarms) == (2, 0, 1, 0, ())
    assert bodies(site) == {f"{SITE}/a": "жаңа ағаш", f"{SITE}/b": "бұлақ"}
