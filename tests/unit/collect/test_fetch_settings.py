"""Who asks, and the switch for tests."""

from dataclasses import replace
from pathlib import Path

import pytest

from kb import __version__
from kb.collect import CollectError
from kb.collect.fetch import FetchError, FetchSettings
from tests.site.site import Site
from tests.site.visitor import Visitor, passport

URL = "https://alpha.example/kaz/docs/X1"


@pytest.mark.parametrize("contact", ["people@anyq.example", "https://anyq.example/about", "mailto:a@b.example"])
def test_every_request_names_a_contact(bare_site: Site, tmp_path: Path, contact: str) -> None:
    bare_site.put(URL, "<p>бет</p>")
    Visitor(bare_site.address, tmp_path, settings={"contact": contact}).get(URL)
    assert {asked.headers["user-agent"] for asked in bare_site.log} == {f"Anyq/{__version__} (+{contact})"}
    assert len(bare_site.log) == 2


@pytest.mark.parametrize("contact", [None, "", "  ", "somebody", "a@b.example\r\nCookie: x", "пошта@мысал.қаз"])
def test_nothing_is_fetched_without_a_contact(bare_site: Site, tmp_path: Path, contact: str | None) -> None:
    with pytest.raises(FetchError, match="KB_CONTACT") as caught:
        Visitor(bare_site.address, tmp_path, settings={"contact": contact}).fetcher()
    assert caught.value.code == "no_contact"
    assert isinstance(caught.value, CollectError)
    assert bare_site.log == []


@pytest.mark.parametrize(
    "address",
    [
        "http://10.0.0.1:80",
        "https://alpha.example",
        "http://localhost:80",
        "ftp://127.0.0.1",
        "127.0.0.1:80",
        "http://[",
    ],
)
def test_a_test_site_is_on_this_machine(address: str) -> None:
    with pytest.raises(FetchError, match="KB_TEST_SITE") as caught:
        _ = FetchSettings(contact="a@b.example", test_site=address).test_address
    assert caught.value.code == "bad_setting"


def test_a_passport_without_a_pace_is_not_collected(tmp_path: Path) -> None:
    whole = passport("alpha.example")
    for source in (replace(whole, pace_seconds=None), replace(whole, daily_budget=None)):
        with pytest.raises(FetchError, match="pace_seconds") as caught:
            Visitor(None, tmp_path, source=source).fetcher()
        assert caught.value.code == "bad_passport"


@pytest.mark.parametrize("content", [None, b"no certificate"])
def test_a_folder_of_certificates_must_hold_certificates(tmp_path: Path, content: bytes | None) -> None:
    folder = tmp_path / "certificates"
    folder.mkdir()
    if content:
        (folder / "one.pem").write_bytes(content)
    with pytest.raises(FetchError, match="KB_CERTIFICATES") as caught:
        Visitor(None, tmp_path, settings={"certificates": folder}).fetcher()
    assert caught.value.code == "bad_setting"
