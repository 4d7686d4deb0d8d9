"""Channels that a part of a sentence leaves, adds or closes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from kb.extract.channels import says_only
from kb.extract.wording import coded_wording, wording
from kb.model import Channel, ChannelCode

FILE = "overlay"
LOOK = 120  # from where a service is moved stands within 120 characters before the channel
PORTAL = "plain_portal"


@dataclass(frozen=True, slots=True)
class OverlayChannel:
    """A channel with the place of its words in the folded passage."""

    value: Channel
    start: int
    end: int


def find_overlay_channels(
    plain: str, masked: str, start: int, end: int, *, giving: bool = False
) -> Iterator[OverlayChannel]:
    """The channels of `plain[start:end]` that are the only ones left, are added, or are closed.

    `masked` is that part without its quotations. With `giving`, as in the text of a pilot or a plan, every channel
    by which it speaks of giving the service is added.
    """
    closed = wording(FILE, "closed").search(masked)
    added = any(wording(FILE, key).search(masked) for key in ("added", "digital"))
    given = giving and wording(FILE, "giving").search(masked)
    found = list(_named(plain, masked, start, end))
    only_clause = len(found) == 1 and wording(FILE, "only_clause").search(masked)
    left = [bool(only_clause) or says_only(plain, first, last, within=(start, end)) for _, first, last in found]
    for (code, first, last), only in zip(found, left, strict=True):
        if closed:
            yield OverlayChannel(Channel(code=code, offered=False), first, last)
        elif only or added or given:  # where several are left, none of them is the only one
            yield OverlayChannel(Channel(code=code, only=only and sum(left) == 1), first, last)


def _named(plain: str, masked: str, start: int, end: int) -> Iterator[tuple[ChannelCode, int, int]]:
    """The channels that the part names as where the service is given, not as where it is moved from."""
    portals = []
    seen = set()
    for code, pattern in coded_wording("scope", "channels"):
        for match in pattern.finditer(masked):
            first, last = start + match.start(), start + match.end()
            if code in seen or _moved_from(plain, first, last, start, end):
                continue
            if wording("channel", PORTAL).fullmatch(match.group()):
                portals.append((first, last))
                continue
            seen.add(code)
            yield ChannelCode(code), first, last
    if portals and not seen & {ChannelCode.EGOV_PORTAL.value, ChannelCode.ELICENSE_PORTAL.value}:
        yield ChannelCode.EGOV_PORTAL, *portals[0]


def _moved_from(plain: str, first: int, last: int, start: int, end: int) -> bool:
    word_end = re.compile(r"\w*(?:\s{1,2}орнына)?").match(plain, last, end)
    word = plain[first : word_end.end() if word_end else last]
    before = plain[max(start, first - LOOK) : first]
    return bool(wording(FILE, "moved_from_before").search(before) or wording(FILE, "moved_from_ending").search(word))
