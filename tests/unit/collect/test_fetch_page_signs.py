"""Notices under status 200 are told from documents that speak of the same things."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from kb.collect.fetch.page_signs import LARGEST_NOTICE, notice_code
from tests.site import faults
from tests.site.site import Site
from tests.site.visitor import Visitor

SAMPLES = yaml.safe_load((Path(__file__).parent / "page_notices.yaml").read_text(encoding="utf-8"))
NOTICES = [(code, page) for code, pages in SAMPLES["notices"].items() for page in pages]
SIGNS = yaml.safe_load(
    (Path(__file__).parents[3] / "kb" / "collect" / "data" / "page_signs.yaml").read_text(encoding="utf-8")
)
# An act of some pages: what a sign is found in may be as short as this.
CLAUSE = "{}. Көрсетілетін қызметті беруші тарақты сандыққа салып, өтініш берушіге үш жұмыс күні ішінде қайтарады. "
ACT = "".join(CLAUSE.format(number) for number in range(1, 61))


def _page(*, title: str, markup: str, text: str, more: str = "", **_: str) -> bytes:
    head = f'<head><meta charset="utf-8"><title>{title}</title><script>var captcha = "my robot";</script></head>'
    return f"<!DOCTYPE html><html>{head}<body>{markup}<p>{text}</p><p>{more}</p></body></html>".encode()


def test_there_are_enough_samples() -> None:
    assert len(NOTICES) >= 36
    assert len(SAMPLES["pages"]) >= 6
    assert {code for code, _ in NOTICES} == set(SIGNS)


@pytest.mark.parametrize(("code", "page"), NOTICES)
def test_a_notice_is_known(code: str, page: dict[str, str]) -> None:
    assert notice_code(_page(**page)) == code


@pytest.mark.parametrize(("code", "page"), NOTICES)
def test_the_same_words_in_a_long_act_are_no_notice(code: str, page: dict[str, str]) -> None:
    assert notice_code(_page(**page, more=ACT)) is None


@pytest.mark.parametrize("page", SAMPLES["pages"], ids=lambda page: page["name"])
def test_a_short_document_on_such_things_is_no_notice(page: dict[str, str]) -> None:
    assert notice_code(_page(**page)) is None


def test_every_pattern_is_shown_by_a_sample() -> None:
    unseen = [
        pattern
        for code, signs in SIGNS.items()
        for sign in signs
        for part in ("title", "markup", "text")
        for pattern in sign.get(part, ())
        if not any(re.search(pattern, page[part], re.IGNORECASE) for page in SAMPLES["notices"][code])
    ]
    assert unseen == []


@pytest.mark.parametrize(
    "body",
    [
        b"", b"plain words: access denied", b'{"text": "access denied"}', b"\xff\xfe\x00<", b"<", b"<!-- ",
        '<?xml version="1.0"?><rss><item><title>Ведутся технические работы</title></item></rss>'.encode(),
        b"<!DOCTYPE html><title>Access Denied</title>" + b" " * LARGEST_NOTICE,
    ],
)  # fmt: skip
def test_what_is_no_page_is_no_notice(body: bytes) -> None:
    assert notice_code(body) is None


def test_a_notice_in_the_old_encoding_is_known() -> None:
    page = _page(title="Портал", markup="", text="На портале ведутся технические работы").decode()
    assert notice_code(page.replace("utf-8", "windows-1251").encode("cp1251")) == "maintenance_page"


@pytest.mark.parametrize("body", [b"<div>" * 60_000, b"<!--" * 100_000, b"<script>" * 60_000, b"<title>" * 60_000])
def test_hostile_markup_is_looked_at_in_time(body: bytes) -> None:
    assert notice_code(b"<html>" + body) is None


@pytest.mark.parametrize("code", sorted(SIGNS))
def test_a_notice_under_status_200_is_no_answer(bare_site: Site, tmp_path: Path, code: str) -> None:
    url = "https://alpha.example/kaz/docs/X1"
    page: dict[str, Any] = SAMPLES["notices"][code][0]
    bare_site.put(url, "<p>бет</p>")
    bare_site.fault(url, faults.notice(page["title"], page["text"], markup=page["markup"]))
    fault = Visitor(bare_site.address, tmp_path).fail(url)
    assert (fault.code, fault.url, fault.exchange and fault.exchange.status) == (code, url, 200)
    assert len(bare_site.asked(url)) == 1


def test_a_notice_under_an_error_status_is_told_as_what_it_is(bare_site: Site, tmp_path: Path) -> None:
    url = "https://alpha.example/kaz/docs/X1"
    bare_site.put(url, _page(**SAMPLES["notices"]["maintenance_page"][0]), status=503)
    fault = Visitor(bare_site.address, tmp_path).fail(url)
    assert fault.code == "maintenance_page"
    assert len(bare_site.asked(url)) == 4
    bare_site.put(url, _page(**SAMPLES["notices"]["captcha_page"][0]), status=403)
    assert Visitor(bare_site.address, tmp_path).fail(url).code == "captcha_page"
