"""The portals that texts name, by host or in words."""

import re
from dataclasses import dataclass
from functools import cache

from kb.model import ChannelCode
from kb.norms.errors import NormsError
from kb.norms.tables import read_table
from kb.norms.wording import compile_patterns, plain

# A name with dots; one that follows @ is an address of mail. Blanks around the last dot come from text recognition.
_HOST = re.compile(r"@?[\w.-]+")
_BLANK_BEFORE_KZ = re.compile(r" ?\. ?(?=kz\b)")
_TOP_LEVEL = ".kz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Portal:
    """A portal: its `channel`, its `hosts`, and the `misprints` of them that documents print."""

    code: str
    channel: ChannelCode
    hosts: tuple[str, ...]
    misprints: tuple[str, ...]


@cache
def portals() -> tuple[Portal, ...]:
    """All portals; raises NormsError when two of them claim one host."""
    found = tuple(
        Portal(
            code=code,
            channel=ChannelCode(entry["channel"]),
            hosts=tuple(entry["hosts"]),
            misprints=tuple(_latin(name) for name in entry["misprints"]),
        )
        for code, entry in read_table("portals")["portals"].items()
    )
    if len(_by_host(found)) != len(
        {(name, portal.code) for portal in found for name in portal.hosts + portal.misprints}
    ):
        raise NormsError("kb/norms/data/portals.yaml: a host name must belong to one portal")
    return found


def find_portals(host_or_text: str) -> tuple[Portal, ...]:
    """Every portal that is named, by host (misprints and Cyrillic look-alikes too) or in words; first named first."""
    text = host_or_text.lower()
    words = plain(text)
    places: dict[str, int] = {}
    hosts = _BLANK_BEFORE_KZ.sub(".", _latin(text))
    for found in _HOST.finditer(hosts):
        code = _portal_of_host(found[0].strip(".-_"))
        if code:
            places.setdefault(code, found.start())
    for portal in portals():
        worded = _words(portal.code).search(words)
        if worded:
            places[portal.code] = min(worded.start(), places.get(portal.code, worded.start()))
    by_code = {portal.code: portal for portal in portals()}
    return tuple(by_code[code] for code in sorted(places, key=places.__getitem__))


def portal_of(host_or_text: str) -> ChannelCode | None:
    """The channel of the portals that are named; None where none is, or where they are different channels."""
    channels = {portal.channel for portal in find_portals(host_or_text)}
    return channels.pop() if len(channels) == 1 else None


def _portal_of_host(name: str) -> str | None:
    if name.startswith("@") or not name.endswith(_TOP_LEVEL):
        return None
    known = _by_host(portals())
    parts = name.split(".")
    # the longest known ending: m.egov.kz is not egov.kz
    return next((known[end] for end in (".".join(parts[at:]) for at in range(len(parts))) if end in known), None)


@cache
def _by_host(known: tuple[Portal, ...]) -> dict[str, str]:
    return {name: portal.code for portal in known for name in portal.hosts + portal.misprints}


@cache
def _words(code: str) -> re.Pattern[str]:
    return compile_patterns(read_table("portals")["portals"][code]["words"])


def _latin(text: str) -> str:
    pairs = read_table("portals")["look_alikes"]
    return text.translate(str.maketrans(pairs["from"], pairs["to"]))
