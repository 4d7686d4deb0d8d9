"""Where a repository is fetched from, and what git is told about the way there."""

from dataclasses import dataclass

import httpx2

from kb.collect.fetch import FetchError, FetchSettings
from kb.collect.fetch.addresses import Resolve, public_addresses
from kb.collect.fetch.territory import Territory
from kb.collect.git.limits import GitLimits
from kb.model import Source


@dataclass(frozen=True, slots=True, kw_only=True)
class Remote:
    """A checked address; `asked` is the one that git gets, another than `url` with a test site only."""

    url: str
    asked: str
    scheme: str
    config: dict[str, str]


def check_remote(url: str, *, source: Source, settings: FetchSettings, limits: GitLimits, resolve: Resolve) -> Remote:
    """The way to a repository of a source.

    Raises FetchError: `foreign_host` for a host outside the passport, `private_address`, `bad_address` for
    anything but https without a password, `no_contact`.
    """
    address = Territory(source).check(url)
    config = {
        "http.followRedirects": "false",
        "http.sslVerify": "true",
        "http.lowSpeedLimit": "1000",
        "http.lowSpeedTime": str(limits.silence),
        "http.userAgent": settings.user_agent,
        "http.proxy": "",
    }
    if site := settings.test_address:
        config["http.extraHeader"] = f"Host: {address.host}"
        asked = site.copy_with(path=address.path)
        return Remote(url=url, asked=str(asked), scheme=asked.scheme, config=config)
    if address.scheme != "https":
        raise FetchError("repositories are fetched by https only", code="bad_address", url=url)
    port = address.port or 443
    numbers = public_addresses(address.host, port, url=url, resolve=resolve)
    # The connection goes to the numbers that were checked (git 2.37 and newer; older ones look the name up again).
    config["http.curloptResolve"] = f"{address.host}:{port}:{','.join(_bracketed(number) for number in numbers)}"
    return Remote(url=url, asked=str(httpx2.URL(address)), scheme="https", config=config)


def _bracketed(number: str) -> str:
    return f"[{number}]" if ":" in number else number
