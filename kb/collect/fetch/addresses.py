"""Names of hosts → numbers that may be connected to."""

import socket
from collections.abc import Callable, Sequence
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address, ip_network

from kb.collect.fetch.error import FetchError

Resolve = Callable[[str, int], Sequence[str]]

# RFC 6052: an IPv4 address as a network without IPv4 sees it; its last 32 bits are that address.
_TRANSLATED = IPv6Network("64:ff9b::/96")
# Special networks (IANA's registries) that the tables of Python 3.11 do not have.
_SPECIAL = tuple(map(ip_network, ("192.0.0.0/24", "192.88.99.0/24", "3fff::/20", "5f00::/16")))


def resolve_by_system(host: str, port: int) -> Sequence[str]:
    """Numbers of a host in the order of the system's preference; raises OSError when there are none."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(address[0]) for *_, address in found))


def public_addresses(host: str, port: int, *, url: str, resolve: Resolve) -> list[str]:
    """Numbers of a host, to be connected to as they are: a second lookup might give others.

    Raises FetchError `private_address` when one of them is not public, and a passing `gave_up` when the host has
    no number.
    """
    try:
        numbers = list(resolve(host, port))
    except (OSError, UnicodeError) as error:
        raise FetchError(
            f"the name of {host} leads nowhere ({error}); check the network, or whether the host has moved",
            code="gave_up",
            url=url,
            passing=True,
        ) from error
    for number in numbers:
        if not is_public(ip_address(number.partition("%")[0])):
            raise FetchError(
                f"{host} leads to {number}, a number of a private network, which is never asked; "
                "the DNS of the host or of this network is at fault",
                code="private_address",
                url=url,
            )
    if not numbers:
        raise FetchError(f"{host} has no number; check the network", code="gave_up", url=url, passing=True)
    return numbers


def is_public(address: IPv4Address | IPv6Address) -> bool:
    """Whether a number belongs to the public network, also behind its IPv6 forms."""
    if isinstance(address, IPv6Address):
        inner = address.ipv4_mapped or address.sixtofour or (address.teredo and address.teredo[1])
        if inner:
            return is_public(inner)
        if address in _TRANSLATED:
            return is_public(IPv4Address(int(address) & 0xFFFFFFFF))
        if address.is_site_local:
            return False
    if any(address in network for network in _SPECIAL):
        return False
    return address.is_global and not (address.is_multicast or address.is_reserved or address.is_unspecified)
