"""Each fault of the web, against the real fetcher on real sockets."""

from datetime import timedelta
from email.utils import format_datetime
from pathlib import Path

import httpx2
import pytest

from kb.model import Language
from tests.site import faults
from tests.site.faults import Fault
from tests.site.site import Site
from tests.site.visitor import START, Visitor, passport

URL = "https://alpha.example/kaz/docs/X1"
PAGE = '<!DOCTYPE html><html><body><div class="act"><p id="z1">1. Тарақтарды беру тәртібі.</p></div></body></html>'


@pytest.fixture
def visitor(bare_site: Site, tmp_path: Path) -> Visitor:
    bare_site.put(URL, PAGE)
    return Visitor(bare_site.address, tmp_path)


def test_nothing_wrong(bare_site: Site, visitor: Visitor) -> None:
    answer = visitor.get(URL, language=Language.KK)
    assert answer.body.decode() == PAGE
    assert answer.media_type == "text/html"
    assert not answer.unchanged
    assert answer.exchange.status == 200
    assert answer.exchange.url == answer.exchange.final_url == URL
    assert bare_site.asked(URL)[0].headers["accept-language"] == "kk"
    assert "cookie" not in bare_site.asked(URL)[0].headers


@pytest.mark.parametrize(
    "told", ["40", format_datetime(START + timedelta(seconds=44), usegmt=True)], ids=["seconds", "date"]
)
def test_too_many_requests_with_a_time_to_come_back(bare_site: Site, visitor: Visitor, told: str) -> None:
    bare_site.fault(URL, faults.status(429, Retry_After=told), times=1)
    assert visitor.get(URL).body
    # After robots.txt and the first attempt 2 s have passed; the date is 44 s after the start.
    assert [asked.status for asked in bare_site.asked(URL)] == [429, 200]
    assert visitor.slept == [2.0, 40.0 if told == "40" else 42.0]


def test_a_long_pause_is_not_sat_out_and_holds_for_the_next_run(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.status(429, Retry_After="3600"), times=1)
    fault = visitor.fail(URL)
    assert (fault.code, fault.exchange and fault.exchange.status) == ("gave_up", 429)
    assert "2026-03-02 12:00:02 (UTC+5)" in str(fault)
    assert visitor.fail(URL).code == "gave_up"
    assert len(bare_site.asked(URL)) == 1
    visitor.now += timedelta(hours=1)
    assert visitor.get(URL).body


@pytest.mark.parametrize("told", ["9" * 30, "9" * 400, "Fri, 31 Dec 9999 23:59:59 GMT"])
def test_a_pause_of_any_length_is_one_of_a_day_at_most(bare_site: Site, visitor: Visitor, told: str) -> None:
    bare_site.fault(URL, faults.status(503, Retry_After=told), times=1)
    fault = visitor.fail(URL)
    assert fault.code == "gave_up"
    assert "2026-03-03 11:00:02 (UTC+5)" in str(fault)


def test_two_ports_and_a_dot_behind_the_name_make_no_second_budget(bare_site: Site, visitor: Visitor) -> None:
    visitor.source = passport("alpha.example", "alpha.example:8443", budget=4)
    bare_site.put("https://alpha.example:8443/kaz", "<p>бет</p>")
    assert visitor.get("https://alpha.example./kaz/docs/X1").body
    assert visitor.get("https://alpha.example:8443/kaz").body
    assert visitor.fail(URL).code == "budget_spent"


@pytest.mark.parametrize("code", [429, 500, 502, 503, 504])
def test_statuses_that_pass_are_asked_again_and_then_given_up(bare_site: Site, visitor: Visitor, code: int) -> None:
    bare_site.fault(URL, faults.status(code), times=2)
    assert visitor.get(URL).body
    bare_site.fault(URL, faults.status(code))
    fault = visitor.fail(URL)
    assert (fault.code, fault.exchange and fault.exchange.status) == ("gave_up", code)
    assert len(bare_site.asked(URL)) == 3 + 4
    assert max(visitor.slept) == 8.0


def test_each_attempt_takes_from_the_budget(bare_site: Site, visitor: Visitor) -> None:
    visitor.source = passport("alpha.example", budget=3)
    bare_site.fault(URL, faults.status(503))
    assert visitor.fail(URL).code == "budget_spent"
    assert len(bare_site.log) == 3


@pytest.mark.parametrize(
    ("code", "expected"), [(404, "gone"), (410, "gone"), (403, "refused"), (401, "refused"), (418, "bad_answer")]
)
def test_statuses_that_stay_are_not_asked_again(bare_site: Site, visitor: Visitor, code: int, expected: str) -> None:
    bare_site.fault(URL, faults.status(code))
    fault = visitor.fail(URL)
    assert (fault.code, fault.url, fault.exchange and fault.exchange.status) == (expected, URL, code)
    assert len(bare_site.asked(URL)) == 1


def test_a_host_that_serves_known_clients_only(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault("https://alpha.example/*", faults.unknown_clients_refused("Ведутся технические работы"))
    stranger = httpx2.get(f"{bare_site.address}/kaz/docs/X1", headers={"Host": "alpha.example"}, trust_env=False)
    assert stranger.status_code == 500
    assert visitor.get(URL).body.decode() == PAGE


@pytest.mark.parametrize(
    "fault",
    [
        faults.slow_body(pause=0.07, pieces=6),
        faults.slow_body(pause=0.07, pieces=6, length=False),
        faults.slow_headers(pause=0.07, lines=6),
    ],
    ids=["length", "no length", "headers"],
)
def test_a_slow_answer_comes_in_time_or_is_left(bare_site: Site, visitor: Visitor, fault: Fault) -> None:
    bare_site.fault(URL, fault)
    assert visitor.get(URL).body.decode() == PAGE
    visitor.settings = {"total_seconds": 0.2}
    assert visitor.fail(URL).code == "too_slow"
    assert len(bare_site.asked(URL)) <= 2


def test_a_body_that_stops_is_asked_for_again(bare_site: Site, visitor: Visitor) -> None:
    visitor.get(URL)
    visitor.settings = {"read_seconds": 0.15, "attempts": 2}
    bare_site.fault(URL, faults.slow_body(pause=0.5, pieces=2))
    assert visitor.fail(URL).code == "too_slow"
    assert len(bare_site.asked(URL)) == 1 + 2


@pytest.mark.parametrize(
    "fault",
    [faults.cut_body(20), faults.cut_body(20, chunked=True), faults.cut_gzip(30)],
    ids=["length", "chunks", "gzip"],
)
def test_a_cut_body_is_asked_for_again(bare_site: Site, visitor: Visitor, fault: Fault) -> None:
    bare_site.fault(URL, fault, times=1)
    assert visitor.get(URL).body.decode() == PAGE
    bare_site.fault(URL, fault)
    assert visitor.fail(URL).code == "incomplete_body"
    assert len(bare_site.asked(URL)) == 2 + 4


def test_a_connection_that_ends_without_a_word_is_tried_again(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.no_answer, times=3)
    assert visitor.get(URL).body
    bare_site.fault(URL, faults.no_answer)
    fault = visitor.fail(URL)
    assert (fault.code, fault.exchange) == ("gave_up", None)


@pytest.mark.parametrize(("sent", "told"), [("cp1251", "utf-8"), ("cp1251", None), ("utf-8", "windows-1251")])
def test_bytes_are_kept_whatever_charset_is_told(
    bare_site: Site, visitor: Visitor, sent: str, told: str | None
) -> None:
    bare_site.fault(URL, faults.charset(sent, told=told))
    answer = visitor.get(URL)
    assert answer.body == PAGE.encode(sent, errors="xmlcharrefreplace")
    assert answer.media_type == "text/html"


def test_a_gzip_bomb_is_not_unpacked(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.gzip_bomb(50_000_000))
    assert visitor.fail(URL).code == "too_large"
    visitor.settings = {"body_limit": 10_000, "unpack_ratio": 10_000}
    assert "10000 bytes" in str(visitor.fail(URL))
    assert len(bare_site.asked(URL)) == 2


def test_a_packed_body_is_unpacked(bare_site: Site, visitor: Visitor) -> None:
    bare_site.fault(URL, faults.packed)
    answer = visitor.get(URL)
    assert answer.body.decode() == PAGE
    assert answer.exchange.header("content-encoding") == "gzip"


@pytest.mark.parametrize(
    ("fault", "code"), [(faults.unasked_packing, "bad_encoding"), (faults.large_headers(80_000), "too_large")]
)
def test_answers_outside_the_agreement(bare_site: Site, visitor: Visitor, fault: Fault, code: str) -> None:
    bare_site.fault(URL, fault)
    assert visitor.fail(URL).code == code


def test_a_body_larger_than_the_limit_is_left(bare_site: Site, visitor: Visitor) -> None:
    bare_site.put(URL, PAGE * 100)
    visitor.settings = {"wire_limit": 5_000}
    assert "5000 bytes" in str(visitor.fail(URL))


def test_a_moved_layout_and_an_empty_index_are_pages_like_others(bare_site: Site, visitor: Visitor) -> None:
    bare_site.put("https://alpha.example/index", '<html><ul><li><a href="/kaz/docs/X1">Бұйрық</a></li></ul></html>')
    bare_site.put("https://alpha.example/api", '{"found": 1, "list": [{"id": 7}]}', type="application/json")
    bare_site.fault(URL, faults.moved_layout)
    for place in ("index", "api"):
        bare_site.fault(f"https://alpha.example/{place}", faults.empty_index)
    assert b'class="neu-act"' in visitor.get(URL).body
    assert visitor.get("https://alpha.example/index").body == b"<html><ul></ul></html>"
    api = visitor.get("https://alpha.example/api")
    assert (api.body, api.media_type) == (b'{"found": 1, "list": []}', "application/json")


def test_both_languages_at_one_address(bare_site: Site, visitor: Visitor) -> None:
    bare_site.put(URL, "<p>Бұйрық</p>", accept_language="kk")
    bare_site.put(URL, "<p>Приказ</p>", accept_language="ru")
    kazakh, russian = (visitor.get(URL, language=language) for language in (Language.KK, Language.RU))
    assert (kazakh.body.decode(), kazakh.exchange.header("content-language")) == ("<p>Бұйрық</p>", "kk")
    assert (russian.body.decode(), russian.exchange.header("content-language")) == ("<p>Приказ</p>", "ru")
    assert kazakh.exchange.header("etag") != russian.exchange.header("etag")
