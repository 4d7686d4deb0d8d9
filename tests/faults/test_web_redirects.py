"""Redirects and conditional requests."""

from pathlib import Path

import pytest

from kb.model import Request
from tests.site import faults
from tests.site.site import Site
from tests.site.visitor import Visitor, passport

URL = "https://alpha.example/kaz/docs/X1"
NEW = "https://www.alpha.example/kaz/docs/X1"
PAGE = "<!DOCTYPE html><html><body><p>Бұйрық</p></body></html>"


@pytest.fixture
def visitor(bare_site: Site, tmp_path: Path) -> Visitor:
    bare_site.put(URL, PAGE)
    bare_site.put(NEW, PAGE)
    return Visitor(bare_site.address, tmp_path, source=passport("alpha.example", "www.alpha.example"))


@pytest.mark.parametrize("code", [301, 302, 303, 307, 308])
def test_redirects_within_the_passport_are_followed_and_told(bare_site: Site, visitor: Visitor, code: int) -> None:
    middle = "https://alpha.example/old"
    bare_site.fault(URL, faults.redirect("/old", code))
    bare_site.fault(middle, faults.redirect(NEW, code))
    exchange = visitor.get(URL).exchange
    assert (exchange.url, exchange.redirects, exchange.final_url) == (URL, (middle,), NEW)
    assert bare_site.asked(NEW)[0].headers["host"] == "www.alpha.example"


@pytest.mark.parametrize(
    ("target", "code"),
    [
        ("http://127.0.0.1:9/secret", "private_address"),
        ("http://[::1]/secret", "private_address"),
        ("http://192.168.0.1/", "private_address"),
        ("https://gamma.example/", "foreign_host"),
        ("http://localhost/", "foreign_host"),
        ("file:///etc/hosts", "bad_address"),
        ("https://:bad/", "bad_address"),
    ],
)
def test_redirects_that_lead_out_are_not_followed(bare_site: Site, visitor: Visitor, target: str, code: str) -> None:
    bare_site.fault(URL, faults.redirect(target))
    fault = visitor.fail(URL)
    assert (fault.code, fault.url) == (code, URL)
    assert fault.exchange is not None
    assert (fault.exchange.status, fault.exchange.header("location")) == (302, target)
    assert len(bare_site.log) == 2


def test_a_redirect_loop_is_named(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.redirect("/b"))
    bare_site.fault("https://alpha.example/b", faults.redirect("/c"))
    bare_site.fault("https://alpha.example/c", faults.redirect("/b"))
    fault = visitor.fail(URL)
    assert fault.code == "too_many_redirects"
    assert "circle, back to https://alpha.example/b" in str(fault)


def test_an_endless_way_ends(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.redirect("/1"))
    for number in range(1, 10):
        bare_site.fault(f"https://alpha.example/{number}", faults.redirect(f"/{number + 1}"))
    fault = visitor.fail(URL)
    assert fault.code == "too_many_redirects"
    assert "https://alpha.example/6" in str(fault)
    assert len(bare_site.log) == 1 + 6


def test_robots_of_the_new_host_are_asked(bare_site: Site, visitor: Visitor) -> None:
    bare_site.robots("www.alpha.example", "User-agent: *\nDisallow: /kaz/\n")
    bare_site.fault(URL, faults.redirect(NEW))
    fault = visitor.fail(URL)
    assert (fault.code, fault.url) == ("robots_forbid", URL)
    assert NEW in str(fault)
    assert bare_site.asked(NEW) == []


def test_a_question_with_a_body_is_a_post_and_stays_one_where_the_host_says_so(
    bare_site: Site, visitor: Visitor
) -> None:
    api = "https://alpha.example/api/search"
    bare_site.put(api, '{"found": 0}', type="application/json", method="POST")
    bare_site.fault(URL, faults.redirect(api, 307))
    answer = visitor.get(URL, json='{"page": 1}', accept="application/json")
    assert (answer.body, answer.media_type) == (b'{"found": 0}', "application/json")
    assert (answer.exchange.method, answer.exchange.request_body) == ("POST", b'{"page": 1}')
    sent = bare_site.asked(api)[0]
    assert (sent.method, sent.body) == ("POST", b'{"page": 1}')
    assert (sent.headers["content-type"], sent.headers["accept"]) == ("application/json", "application/json")


def test_after_see_other_the_body_stays_behind(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.redirect(NEW, 303))
    assert visitor.get(URL, json="{}").body.decode() == PAGE
    sent = bare_site.asked(NEW)[0]
    assert (sent.method, sent.body, "content-type" in sent.headers) == ("GET", b"", False)


def test_the_exchange_tells_what_was_asked_at_its_last_address(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.redirect(NEW, 303))
    exchange = visitor.get(URL, json="{}").exchange
    sent = bare_site.asked(NEW)[0]
    told = {name.lower(): value for name, value in exchange.request_headers}
    assert (exchange.method, exchange.request_body) == ("GET", b"")
    assert told["host"] == sent.headers["host"] == "www.alpha.example"
    assert told.items() <= dict(sent.headers.items()).items()


def test_a_redirect_to_another_page_is_asked_without_the_marks_of_the_first(bare_site: Site, visitor: Visitor) -> None:
    old = "Mon, 02 Feb 2026 05:00:00 GMT"
    bare_site.put(NEW, PAGE + "<!-- another page, older -->", headers={"Last-Modified": old})
    bare_site.fault(URL, faults.redirect(NEW))
    later = "Mon, 02 Mar 2026 05:00:00 GMT"
    answer = visitor.get(URL, last_modified=later, marked_at=URL)
    assert answer.body.endswith(b"<!-- another page, older -->")
    assert "if-modified-since" not in bare_site.asked(NEW)[0].headers
    again = visitor.get(URL, last_modified=old, marked_at=NEW)
    assert again.unchanged
    assert "if-modified-since" not in bare_site.asked(URL)[1].headers
    assert dict(again.exchange.request_headers)["If-Modified-Since"] == old


def test_an_unchanged_page_is_not_sent_again(bare_site: Site, visitor: Visitor) -> None:
    bare_site.put(URL, PAGE, headers={"Last-Modified": "Mon, 02 Feb 2026 05:00:00 GMT"})
    first = visitor.get(URL)
    etag, modified = (first.exchange.header(name) for name in ("etag", "last-modified"))
    by_mark = visitor.get(URL, etag=etag)
    by_date = visitor.get(URL, last_modified=modified)
    assert [(answer.unchanged, answer.body, answer.media_type) for answer in (by_mark, by_date)] == [
        (True, b"", "")
    ] * 2
    assert by_mark.exchange.status == 304
    bare_site.put(URL, PAGE + "<!-- 2 -->")
    assert visitor.get(URL, etag=etag).body.endswith(b"<!-- 2 -->")


def test_a_mark_that_changes_every_time_costs_the_page_every_time(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.changed_etag)
    first = visitor.get(URL)
    second = visitor.get(URL, etag=first.exchange.header("etag"))
    assert (second.unchanged, second.body) == (False, first.body)


def test_a_mark_that_cannot_be_sent_back_costs_the_page(bare_site: Site, visitor: Visitor) -> None:
    assert visitor.get(URL, etag='"бет"').body.decode() == PAGE
    assert "if-none-match" not in bare_site.asked(URL)[0].headers


def test_unchanged_is_no_answer_to_who_has_nothing(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.status(304))
    assert visitor.fail(URL).code == "bad_answer"


def test_no_cookie_is_sent_back(bare_site: Site, visitor: Visitor) -> None:
    bare_site.put(URL, PAGE, headers={"Set-Cookie": "visit=1; Path=/"})
    with visitor.fetcher() as fetcher:
        for _ in range(2):
            fetcher.fetch(Request(url=URL))
    assert len(bare_site.asked(URL)) == 2
    assert not any("cookie" in asked.headers for asked in bare_site.log)
