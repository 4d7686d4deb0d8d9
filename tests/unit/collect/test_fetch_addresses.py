"""Names of hosts must lead to the public network, and the connection to where they led."""

from collections.abc import Sequence
from ipaddress import ip_address
from pathlib import Path

import pytest
from pytest_socket import SocketConnectBlockedError

from kb.collect.fetch.addresses import is_public
from tests.site.site import Site
from tests.site.visitor import Visitor

URL = "https://alpha.example/kaz/docs/X1"


@pytest.mark.parametrize(
    "number",
    [
        "10.0.0.1", "172.16.5.4", "192.168.1.1", "127.0.0.1", "127.8.8.8", "0.0.0.0", "169.254.169.254",  # noqa: S104
        "100.64.0.1", "100.127.255.255", "224.0.0.1", "239.1.1.1", "240.0.0.1", "255.255.255.255", "192.0.2.7",
        "198.18.0.1", "::", "::1", "fe80::1", "fc00::1", "fd12::1", "fec0::1", "ff02::1", "2001:db8::1",
        "::ffff:10.0.0.1", "::ffff:127.0.0.1", "64:ff9b::10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::",
        "2002:a00:1::1", "::127.0.0.1", "192.0.0.8", "192.88.99.1", "64:ff9b:1::a00:1", "3fff::1", "5f00::1",
    ],
)  # fmt: skip
def test_numbers_outside_the_public_network(number: str) -> None:
    assert not is_public(ip_address(number))


@pytest.mark.parametrize("number", ["8.8.8.8", "100.63.255.255", "2a00:1450::1", "::ffff:8.8.8.8", "64:ff9b::808:808"])
def test_numbers_of_the_public_network(number: str) -> None:
    assert is_public(ip_address(number))


class _Names:
    """A DNS whose answers change from one lookup to the next."""

    def __init__(self, *answers: Sequence[str]) -> None:
        self.answers = list(answers)
        self.asked: list[str] = []

    def resolve(self, host: str, port: int) -> Sequence[str]:
        self.asked.append(f"{host}:{port}")
        return self.answers.pop(0)


@pytest.mark.parametrize("numbers", [["10.0.0.8"], ["203.0.114.9", "127.0.0.1"], ["fe80::1%eth0"]])
def test_a_name_that_leads_into_a_private_network_is_refused(tmp_path: Path, numbers: list[str]) -> None:
    names = _Names(numbers)
    fault = Visitor(None, tmp_path, more={"resolve": names.resolve}).fail(URL)
    assert fault.code == "private_address"
    assert fault.url == URL
    assert names.asked == ["alpha.example:443"]


@pytest.mark.filterwarnings("ignore:A test tried to use socket")
def test_the_connection_goes_to_the_number_that_was_checked(tmp_path: Path) -> None:
    names = _Names(["203.0.114.9"], ["127.0.0.1"])
    with pytest.raises(SocketConnectBlockedError, match=r"203\.0\.114\.9"):
        Visitor(None, tmp_path, more={"resolve": names.resolve}).get(URL)
    assert names.asked == ["alpha.example:443"]


def test_a_name_that_leads_nowhere_is_tried_again_and_told(tmp_path: Path) -> None:
    asked: list[str] = []

    def resolve(host: str, port: int) -> Sequence[str]:
        asked.append(host)
        raise OSError(-2, "Name or service not known")

    fault = Visitor(None, tmp_path, more={"resolve": resolve}).fail(URL)
    assert fault.code == "robots_unreachable"
    assert "leads nowhere" in str(fault)
    assert len(asked) == 4


def test_names_are_not_looked_up_for_a_test_site(bare_site: Site, tmp_path: Path) -> None:
    bare_site.put(URL, "<p>бет</p>")
    assert (
        Visitor(bare_site.address, tmp_path, more={"resolve": _Names().resolve}).get(URL).body == "<p>бет</p>".encode()
    )
