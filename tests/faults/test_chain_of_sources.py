"""Every source that is collected: its example site → archive → base, and a second run that transfers nothing."""

from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

import pytest

import scrapers
from kb.collect import FetchSettings
from kb.model import Language
from kb.pipeline import Asked, Home, Registry, build_base, collect_source
from kb.store import Run
from tests.site.site import Site

# What is asked of each source: the acts and bodies that its example site has in full.
ASKED = {
    "adilet": Asked(only=("V1400099014", "Z2100000921")),
    "body_site": Asked(only=("synaq",)),
    "egov": Asked(),
    "elicense": Asked(),
    "govkz": Asked(),
    "news": Asked(only=("synaq",)),
    "registry": Asked(only=("V3100099101",)),
    "zan": Asked(only=("880014",)),
}
IN_BOTH_LANGUAGES = {"adilet", "egov", "elicense", "govkz", "registry", "zan"}
ELSEWHERE = {"lawgit"}  # git repositories: test_chain_of_repositories.py


@dataclass
class Calendar:
    """Time that passes by sleeping only."""

    now: datetime = field(default_factory=lambda: datetime(2031, 6, 2, 6, 0, tzinfo=UTC))

    def sleep(self, seconds: float) -> None:
        self.now += timedelta(seconds=seconds)

    def tell(self) -> datetime:
        return self.now


def _collect(home: Home, site: Site, source: str, calendar: Calendar) -> Run:
    settings = FetchSettings(contact="people@anyq.example", test_site=site.address)
    return collect_source(
        home, source, settings=settings, asked=ASKED[source], clock=calendar.tell, sleep=calendar.sleep
    )


def test_every_source_that_is_collected_is_here() -> None:
    collected = {name for name, scraper in scrapers.discover().items() if hasattr(scraper, "discover")}
    assert collected == set(ASKED) | ELSEWHERE


@pytest.mark.parametrize("source", sorted(ASKED))
def test_what_a_source_collects_stands_in_the_base_under_its_address(site: Site, home: Home, source: str) -> None:
    run = _collect(home, site, source, Calendar())
    assert build_base(home).failures == ()
    registry = Registry(home)
    state = {one.source.id: one for one in registry.sources()}[source]
    cited = [statement.evidence.document for statement, _ in registry.all_statements()]
    acts = registry.acts.listed()
    languages = {one.language for one in home.archive().snapshots(source)}
    collected = {one.document for one in home.archive().snapshots(source)}
    registry.close()
    # An example site has fewer pages than the real one, and links to some that it leaves out.
    assert {one.code for one in run.alarms} <= {"dead_link", "document_count"}
    assert run.counts["documents"] > 0
    assert state.documents > 0
    assert state.freshness.run is not None
    assert state.freshness.state == ("broken" if "document_count" in {one.code for one in run.alarms} else "ok")
    assert cited or acts
    assert set(cited) <= collected
    assert all(document.startswith("https://") for document in collected)
    if source in IN_BOTH_LANGUAGES:
        assert {Language.KK, Language.RU} <= languages


@pytest.mark.parametrize("source", sorted(ASKED))
def test_an_unchanged_site_is_only_asked_whether_it_changed(site: Site, home: Home, source: str) -> None:
    calendar = Calendar()
    _collect(home, site, source, calendar)
    first = len(site.log)
    calendar.now += timedelta(days=2)
    again = _collect(home, site, source, calendar)
    later = site.log[first:]
    assert later
    assert [(one.url, one.status) for one in later if one.status == 200 and not one.url.endswith("/robots.txt")] == []
    assert (again.counts["new"], again.counts["changed"]) == (0, 0)
