"""The channels that a list of documents tells apart."""

from collections.abc import Sequence

from kb.answer.concepts import read_concepts
from kb.answer.documents.conditions import read_conditions
from kb.answer.documents.wording import codes_of
from kb.model import ChannelCode, RequiredDocument, Statement

OPENING = 200  # characters of an item that begins with its condition: the channel is told there
_PORTALS = frozenset(map(ChannelCode, codes_of("portals")))


def channels_of(statement: Statement) -> frozenset[ChannelCode]:
    """The channels that an item's headings restrict it to, or the condition that it begins with; none where it is for
    all."""
    channel = statement.scope.channel
    if channel is None:
        return _of_opening(statement)
    return frozenset([ChannelCode(channel.code)]) if channel.code else read_concepts(channel.text).channels


def _of_opening(statement: Statement) -> frozenset[ChannelCode]:
    special = read_conditions(statement).special
    if not special or not isinstance(statement.value, RequiredDocument):
        return frozenset()
    opening = " ".join(statement.value.text.split())[:OPENING]
    begins = opening.startswith(special[0][:OPENING])
    return read_concepts(opening).channels & _PORTALS if begins else frozenset()


def meets(statement: Statement, channels: frozenset[ChannelCode]) -> bool:
    """Whether an item is for one of the channels, or for all."""
    own = channels_of(statement)
    return not own or not channels or bool(own & channels)


def offered_channels(statements: Sequence[Statement]) -> tuple[frozenset[ChannelCode], ...]:
    """The groups of channels that a list sets apart, in reading order."""
    return tuple(dict.fromkeys(own for one in statements if (own := channels_of(one))))


def met_channels(offered: Sequence[frozenset[ChannelCode]], wanted: frozenset[ChannelCode]) -> frozenset[ChannelCode]:
    """The offered channels that are wanted; failing that those of their kind, counters or portals."""
    every = frozenset(code for group in offered for code in group)
    if every & wanted or not wanted:
        return every & wanted
    for kind in ("counters", "portals"):
        codes = frozenset(map(ChannelCode, codes_of(kind)))
        if wanted & codes:
            return every & codes
    return frozenset()
