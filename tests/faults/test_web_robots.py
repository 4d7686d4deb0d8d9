"""What hosts allow and how fast."""

from datetime import timedelta
from pathlib import Path

import pytest

from kb.collect.fetch import FetchError
from kb.model import Request
from tests.site import faults
from tests.site.site import Site
from tests.site.visitor import Visitor, passport

URL = "https://alpha.example/kaz/docs/X1"
CLOSED = "https://alpha.example/kaz/search/X1"
ROBOTS = "https://alpha.example/robots.txt"


@pytest.fixture
def visitor(bare_site: Site, tmp_path: Path) -> Visitor:
    for url in (URL, CLOSED):
        bare_site.put(url, "<p>бет</p>")
    return Visitor(bare_site.address, tmp_path)


def test_what_is_forbidden_is_not_asked(bare_site: Site, visitor: Visitor) -> None:
    bare_site.robots("alpha.example", "User-agent: *\nDisallow: /*/search/\nAllow: /kaz/docs/\n")
    assert visitor.get(URL).body
    fault = visitor.fail(CLOSED)
    assert fault.code == "robots_forbid"
    assert fault.url == CLOSED
    assert bare_site.asked(CLOSED) == []


def test_rules_for_this_robot_go_before_those_for_all(bare_site: Site, visitor: Visitor) -> None:
    bare_site.robots(
        "alpha.example", "User-agent: anyq\nDisallow: /kaz/docs/\n\nUser-agent: *\nDisallow: /kaz/search/\n"
    )
    assert visitor.fail(URL).code == "robots_forbid"
    assert visitor.get(CLOSED).body


@pytest.mark.parametrize(
    ("text", "pause"),
    [
        ("User-agent: *\nCrawl-delay: 7\n", 7.0),
        ("User-agent: *\nCrawl-delay: 0.5\n", 2.0),
        ("User-agent: *\nRequest-rate: 1/30s\n", 30.0),
        ("User-agent: *\nRequest-rate: 2/1m\nCrawl-delay: 4\n", 30.0),
        ("<html>a page instead</html>", 2.0),
    ],
)
def test_the_slower_of_host_and_passport_sets_the_pace(
    bare_site: Site, visitor: Visitor, text: str, pause: float
) -> None:
    bare_site.robots("alpha.example", text)
    visitor.get(URL)
    visitor.get(URL)
    assert visitor.slept == [pause, pause]


@pytest.mark.parametrize("delay", ["7200", "1e300"])
def test_a_pace_beyond_a_run_is_told(bare_site: Site, visitor: Visitor, delay: str) -> None:
    bare_site.robots("alpha.example", f"User-agent: *\nCrawl-delay: {delay}\n")
    fault = visitor.fail(URL)
    assert fault.code == "gave_up"
    assert "(UTC+5)" in str(fault)


def test_rules_are_kept_for_a_day_over_restarts(bare_site: Site, visitor: Visitor) -> None:
    bare_site.robots("alpha.example", "User-agent: *\nDisallow: /kaz/search/\n")
    visitor.get(URL)
    visitor.now += timedelta(hours=23)
    assert visitor.fail(CLOSED).code == "robots_forbid"
    assert len(bare_site.asked(ROBOTS)) == 1
    visitor.now += timedelta(hours=1)
    visitor.get(URL)
    assert len(bare_site.asked(ROBOTS)) == 2


@pytest.mark.parametrize("status", [401, 403, 404, 410])
def test_a_host_without_rules_allows_everything(bare_site: Site, visitor: Visitor, status: int) -> None:
    bare_site.fault(ROBOTS, faults.status(status))
    assert visitor.get(CLOSED).body


@pytest.mark.parametrize("fault", [faults.status(503), faults.status(501), faults.no_answer, faults.redirect(ROBOTS)])
def test_a_host_whose_rules_cannot_be_had_is_left_alone(bare_site: Site, visitor: Visitor, fault: faults.Fault) -> None:
    bare_site.fault(ROBOTS, fault)
    with visitor.fetcher() as fetcher:
        asked = []
        for _ in range(2):
            with pytest.raises(FetchError) as caught:
                fetcher.fetch(Request(url=URL))
            assert caught.value.code == "robots_unreachable"
            asked.append(len(bare_site.log))
    assert asked[0] == asked[1] > 0
    assert bare_site.asked(URL) == []
    bare_site.heal()
    assert visitor.get(URL).body


def test_rules_behind_a_redirect_hold(bare_site: Site, visitor: Visitor) -> None:
    bare_site.robots("www.alpha.example", "User-agent: *\nDisallow: /kaz/docs/\n")
    bare_site.fault(ROBOTS, faults.redirect("https://www.alpha.example/robots.txt", 301))
    visitor.source = passport("alpha.example", "www.alpha.example")
    assert visitor.fail(URL).code == "robots_forbid"


def test_of_endless_rules_the_beginning_is_read(bare_site: Site, visitor: Visitor) -> None:
    filling = "# a line that says nothing at all\n" * 20_000
    bare_site.robots("alpha.example", f"User-agent: *\nDisallow: /kaz/search/\n{filling}Disallow: /kaz/docs/\n")
    assert visitor.get(URL).body
    assert visitor.fail(CLOSED).code == "robots_forbid"


def test_asking_for_rules_takes_a_turn_too(bare_site: Site, visitor: Visitor) -> None:
    visitor.source = passport("alpha.example", budget=1)
    assert visitor.fail(URL).code == "budget_spent"
    assert [asked.url for asked in bare_site.log] == [ROBOTS]
