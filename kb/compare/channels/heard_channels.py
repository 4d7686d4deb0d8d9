"""Channels that are told of against those that are set: the only one, one denied, one beyond the list."""

from collections.abc import Iterator

from kb.compare.channels.told_channels import ONLINE, Told, ToldChannels, meets
from kb.compare.clash import Clash, Point
from kb.compare.explaining import shorten
from kb.model import ChannelCode, FindingClass
from kb.resolve.speakers import is_norm

Pair = tuple[Told, Told, str]


def between_told(told: ToldChannels) -> Iterator[Clash]:
    """Each channel against the texts that leave no room for it, once for a pair of speakers."""
    seen: set[tuple[ChannelCode, ChannelCode, str, str, str | None]] = set()
    opposed: set[str] = set()
    for one, other, reason in (*_against_only(told), *_against_denied(told)):
        place = one.statement.evidence.clause if reason == "denied" and _beside(one, other) else None
        key = (one.code, other.code, one.statement.source_kind, other.statement.source_kind, place)
        if key in seen:
            continue
        seen.add(key)
        opposed.add(other.statement.id)
        yield _clash(one, other, reason)
    for one, other in _beyond(told):
        if other.statement.id not in opposed:
            yield _clash(one, other, "beyond")


def _against_only(told: ToldChannels) -> Iterator[Pair]:
    """«Only» against another channel: what an order leaves out stands first as the standard has it."""
    for only in told.only:
        for other in told.offered:
            if other.code is only.code or other.channel.only or not meets(only, other) or _one_list(only, other):
                continue
            if is_norm(only.statement) and is_norm(other.statement):
                yield other, only, "only"
            elif is_norm(only.statement):
                yield only, other, "besides_only"


def _against_denied(told: ToldChannels) -> Iterator[Pair]:
    for denied in told.denied:
        same = [one for one in told.offered if one.code is denied.code and meets(one, denied)]
        norms = [one for one in same if is_norm(one.statement)]
        set_here = sorted(norms, key=lambda one: not _beside(one, denied))[:1]
        apart = [one for one in same if not is_norm(one.statement) and not _one_place(one, denied)][:1]
        if same:
            for one in (*set_here, *apart):
                yield one, denied, "denied"
        elif denied.code in ONLINE and is_norm(denied.statement):
            for one in told.heard:
                if one.code is ChannelCode.OTHER and meets(one, denied):
                    yield denied, one, "not_online"


def _beyond(told: ToldChannels) -> Iterator[tuple[Told, Told]]:
    listed = told.listed
    codes = {one.code for one in listed}
    for other in told.heard:
        if other.code in codes:
            continue
        # who tells of a place of its own often says beside it what the standard has
        own = other.code is ChannelCode.OTHER
        by_place = sorted(listed, key=lambda one: not (own and _beside(one, other)))
        first = next((one for one in by_place if meets(one, other)), None)
        if first:
            codes.add(other.code)
            yield first, other


def _one_list(one: Told, other: Told) -> bool:
    """Whether one list has both: it names the channels case by case."""
    return one.statement.standing is other.statement.standing and _one_place(one, other)


def _beside(one: Told, other: Told) -> bool:
    left, right = one.statement.evidence, other.statement.evidence
    return (left.snapshot, left.clause) == (right.snapshot, right.clause)


def _one_place(one: Told, other: Told) -> bool:
    return _beside(one, other) and one.statement.source_kind is other.statement.source_kind


def _clash(one: Told, other: Told, reason: str) -> Clash:
    return Clash(
        kind=FindingClass.CHANNEL,
        a=Point.of(one.statement),
        b=Point.of(other.statement),
        reason=reason,
        words={"way": shorten(other.statement.evidence.quote)},
    )
