"""The channels of a service by who tells of them."""

from collections.abc import Sequence
from dataclasses import dataclass

from kb.compare.comparable import in_one_time
from kb.compare.material import ServiceMaterial
from kb.model import Attribute, Channel, ChannelCode, SourceKind, Standing, Statement
from kb.resolve.effective import RuledStanding
from kb.resolve.scope_meeting import Meeting, meet
from kb.resolve.speakers import is_heard, is_norm

ONLINE = (ChannelCode.EGOV_PORTAL, ChannelCode.ELICENSE_PORTAL, ChannelCode.MOBILE)


@dataclass(frozen=True, slots=True)
class Told:
    """One statement on a channel with its value."""

    statement: Statement
    channel: Channel

    @property
    def code(self) -> ChannelCode:
        """The channel."""
        return self.channel.code


@dataclass(frozen=True, slots=True, kw_only=True)
class ToldChannels:
    """All that is told of the channels of a service and holds on the day: `offered` and `denied`, in reading order."""

    offered: Sequence[Told]
    denied: Sequence[Told]

    @property
    def listed(self) -> list[Told]:
        """What norms offer, without what an order sets in their place."""
        return [one for one in self.offered if is_norm(one.statement) and not _is_overlay(one.statement)]

    @property
    def heard(self) -> list[Told]:
        """What people and contact centres tell of."""
        return [one for one in self.offered if is_heard(one.statement)]

    @property
    def only(self) -> list[Told]:
        """The channels that a text calls the only ones, those that orders set first."""
        only = [one for one in self.offered if one.channel.only]
        return sorted(only, key=lambda one: not _is_overlay(one.statement))


def told_channels(material: ServiceMaterial) -> ToldChannels:
    """The channels of a service; portal cards and news are left to other rules."""
    told = [
        Told(one, one.value)
        for one in material.of(Attribute.CHANNEL)
        if isinstance(one.value, Channel)
        and one.source_kind not in (SourceKind.PORTAL_CARD, SourceKind.NEWS)
        and material.standing(one) is RuledStanding.IN_FORCE
    ]
    return ToldChannels(
        offered=[one for one in told if one.channel.offered], denied=[one for one in told if not one.channel.offered]
    )


def meets(one: Told, other: Told) -> bool:
    """Whether both speak of one case at one time."""
    scopes = meet(one.statement.scope, other.statement.scope)
    return scopes is Meeting.EQUAL and in_one_time(one.statement, other.statement)


def _is_overlay(statement: Statement) -> bool:
    return statement.standing is Standing.OVERLAY
