"""TLS: always verified, by the real name of the host; intermediates that hosts leave out can be added."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.site.certificates import Authority, make_authority
from tests.site.site import Site
from tests.site.visitor import Visitor

URL = "https://alpha.example/kaz/docs/X1"


@pytest.fixture(scope="module")
def authority() -> Authority:
    return make_authority()


@contextmanager
def _serving(authority: Authority, host: str, *, with_intermediate: bool = True) -> Iterator[Site]:
    with Site(tls=authority.serving(host, with_intermediate=with_intermediate)) as site:
        site.put(URL, "<p>бет</p>")
        yield site


def _visitor(site: Site, folder: Path, certificates: Path | None) -> Visitor:
    return Visitor(site.address, folder / "state", settings={"certificates": certificates, "attempts": 1})


def test_a_whole_chain_to_a_known_root_is_trusted(authority: Authority, tmp_path: Path) -> None:
    with _serving(authority, "alpha.example") as site:
        visitor = _visitor(site, tmp_path, authority.write_root(tmp_path / "certificates"))
        assert visitor.get(URL).body == "<p>бет</p>".encode()


def test_a_chain_without_its_intermediate_is_told_and_mended_by_the_folder(
    authority: Authority, tmp_path: Path
) -> None:
    certificates = authority.write_root(tmp_path / "certificates")
    with _serving(authority, "alpha.example", with_intermediate=False) as site:
        fault = _visitor(site, tmp_path, certificates).fail(URL)
        assert (fault.code, fault.url, fault.exchange) == ("bad_certificate", URL, None)
        assert "alpha.example does not send the intermediate certificate" in str(fault)
        assert "KB_CERTIFICATES" in str(fault)
        assert site.log == []
        authority.write_intermediate(certificates)
        assert _visitor(site, tmp_path, certificates).get(URL).body


def test_an_intermediate_alone_does_not_stand_in_for_a_root(authority: Authority, tmp_path: Path) -> None:
    with _serving(authority, "alpha.example", with_intermediate=False) as site:
        certificates = authority.write_intermediate(tmp_path / "certificates")
        assert _visitor(site, tmp_path, certificates).fail(URL).code == "bad_certificate"
        assert site.log == []


def test_an_unknown_root_is_not_trusted(authority: Authority, tmp_path: Path) -> None:
    with _serving(authority, "alpha.example") as site:
        assert _visitor(site, tmp_path, None).fail(URL).code == "bad_certificate"
        assert site.log == []


def test_the_certificate_must_be_for_the_host_of_the_address(authority: Authority, tmp_path: Path) -> None:
    with _serving(authority, "beta.example") as site:
        fault = _visitor(site, tmp_path, authority.write_root(tmp_path / "certificates")).fail(URL)
        assert fault.code == "bad_certificate"
        assert "is for another name" in str(fault)
        assert site.log == []
