"""The addresses that a source may be collected from."""

import re
from ipaddress import ip_address

import httpx2

from kb.collect.fetch.addresses import is_public
from kb.collect.fetch.error import FetchError
from kb.model import Source

_SCHEMES = ("http", "https")
# Addresses come from pages and may be of any length and hold anything; messages go to logs and terminals.
_LONGEST_SHOWN = 300
_USERINFO = re.compile(r"//[^/?#]*@")


class Territory:
    """The hosts of a passport: those of its `urls`, with their ports, and its `hosts`."""

    def __init__(self, source: Source) -> None:
        self._source = source.id
        self._places: set[tuple[str, str, int | None]] = set()
        for address in (*source.urls, *(f"https://{host}/" for host in source.hosts)):
            url = _parse(address)
            host = url.raw_host.decode("ascii")
            # A host that is only named is asked at the usual ports, each with its own scheme.
            self._places |= {(url.scheme, host, url.port), *((scheme, host, None) for scheme in _SCHEMES)}

    def check(self, address: str, *, base: httpx2.URL | None = None) -> httpx2.URL:
        """The address, made whole by `base`, without its fragment.

        Raises FetchError `bad_address` for what is no http(s) address or holds a password, `private_address` for
        the number of a machine in a private network and `foreign_host` for a host outside the passport.
        """
        url = _parse(address, base=base)
        host = url.raw_host.decode("ascii")
        if _is_private_number(host):
            raise FetchError("the number of a private network is never asked", code="private_address", url=str(url))
        if (url.scheme, host, url.port) not in self._places:
            raise FetchError(
                f"{url.netloc.decode('ascii')} is no host of source {self._source}; if the page has moved there, "
                f"add the host to `hosts` (with another port: the address to `urls`) of its passport",
                code="foreign_host",
                url=str(url),
            )
        return url


def _parse(address: str, *, base: httpx2.URL | None = None) -> httpx2.URL:
    try:
        url = base.join(address) if base else httpx2.URL(address)
        url = url.copy_with(fragment=None)
        if url.host.endswith("."):  # the same host, which would get a pace and rules of its own
            url = url.copy_with(host=url.host.rstrip("."))
    except (httpx2.InvalidURL, ValueError, TypeError) as error:
        raise _bad(f"this is no address ({_shown(str(error))})", address) from error
    if url.userinfo:
        raise _bad("an address with a user name or password is not fetched", address)
    if url.scheme not in _SCHEMES or not url.host:
        raise _bad("only http and https addresses are fetched", address)
    return url


def _bad(words: str, address: str) -> FetchError:
    return FetchError(words, code="bad_address", url=_shown(address))


def _shown(address: str) -> str:
    """An address as a message may hold it: no password, one line, not endless."""
    bare = _USERINFO.sub("//", address)
    line = "".join(letter if letter.isprintable() else "\N{REPLACEMENT CHARACTER}" for letter in bare)
    return line if len(line) <= _LONGEST_SHOWN else line[:_LONGEST_SHOWN] + "…"


def _is_private_number(host: str) -> bool:
    try:
        return not is_public(ip_address(host))
    except ValueError:
        return False
