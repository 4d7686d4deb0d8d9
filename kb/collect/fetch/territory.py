"""The addresses that a source may be collected from."""

from ipaddress import ip_address

import httpx2

from kb.collect.fetch.addresses import is_public
from kb.collect.fetch.error import FetchError
from kb.model import Source

_PORTS = {"http": 80, "https": 443}


class Territory:
    """The hosts of a passport: those of its `urls`, with their ports, and its `hosts`."""

    def __init__(self, source: Source) -> None:
        self._source = source.id
        self._places: set[tuple[str, int]] = set()
        for address in source.urls:
            url = _parse(address)
            self._places.add((_host(url), _port(url)))
        # A host that is only named is asked at the usual ports.
        named = {_host(_parse(f"https://{host}/")) for host in source.hosts} | {host for host, _ in self._places}
        self._places |= {(host, port) for host in named for port in _PORTS.values()}

    def check(self, address: str, *, base: httpx2.URL | None = None) -> httpx2.URL:
        """The address, made whole by `base`, without its fragment.

        Raises FetchError `bad_address` for what is no http(s) address or holds a password, `private_address` for
        the number of a machine in a private network and `foreign_host` for a host outside the passport.
        """
        url = _parse(address, base=base)
        host = _host(url)
        if _is_private_number(host):
            raise FetchError("the number of a private network is never asked", code="private_address", url=str(url))
        if (host, _port(url)) not in self._places:
            raise FetchError(
                f"{host} is no host of source {self._source}; if the page has moved there, "
                f"add the host to `hosts` (with another port: the address to `urls`) of its passport",
                code="foreign_host",
                url=str(url),
            )
        return url


def _parse(address: str, *, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        url = base.join(address) if base else httpx2.URL(address)
        url = url.copy_with(fragment=None)
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise FetchError(f"this is no address ({error})", code="bad_address", url=address) from error
    if url.scheme not in _PORTS or not url.host:
        raise FetchError("only http and https addresses are fetched", code="bad_address", url=address)
    if url.userinfo:
        bare = str(url.copy_with(username=None, password=None))
        raise FetchError("an address with a user name or password is not fetched", code="bad_address", url=bare)
    return url


def _host(url: httpx2.URL) -> str:
    return url.raw_host.decode("ascii").lower().rstrip(".")


def _port(url: httpx2.URL) -> int:
    return url.port or _PORTS[url.scheme]


def _is_private_number(host: str) -> bool:
    try:
        return not is_public(ip_address(host))
    except ValueError:
        return False
