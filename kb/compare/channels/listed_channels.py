"""The lists of channels of two texts."""

from collections.abc import Iterator, Sequence

from kb.compare.channels.told_channels import ONLINE
from kb.compare.comparable import Reach, reach
from kb.compare.material import ServiceMaterial
from kb.compare.stating_texts import text_pairs
from kb.model import Attribute, Channel, ChannelCode, Statement

Difference = tuple[Statement, Statement]


def list_differences(material: ServiceMaterial, *, cards: bool) -> Iterator[Difference]:
    """A channel of one text's list that another's lacks, once for two texts; where each has one that the other lacks,
    these two. A card that only tells of a way online leaves the others to the act."""
    for left, right in text_pairs(material, Attribute.CHANNEL, cards=cards):
        here, there = _lacking(left, right), _lacking(right, left)
        if cards and here and not there and _codes(right) <= set(ONLINE):
            continue
        one, other = here or _first(left, there), there or _first(right, here)
        if (here or there) and one and other and reach(one, other) is Reach.SAME:
            yield one, other


def _lacking(here: Sequence[Statement], there: Sequence[Statement]) -> Statement | None:
    """The first channel of one list that the other has not; a way of its own that only the other has may be any."""
    codes = _codes(there)
    if not codes or (ChannelCode.OTHER in codes and ChannelCode.OTHER not in _codes(here)):
        return None
    return next((one for one in here if (code := _code(one)) and code not in codes and code != ChannelCode.OTHER), None)


def _first(statements: Sequence[Statement], beside: Statement | None) -> Statement | None:
    """The first channel of a list that lacks another."""
    return next((one for one in statements if _code(one) and _code(one) != (beside and _code(beside))), None)


def _codes(statements: Sequence[Statement]) -> set[ChannelCode]:
    return {code for one in statements if (code := _code(one))}


def _code(statement: Statement) -> ChannelCode | None:
    """The channel that a statement offers for every case; None for one denied or of some cases only."""
    value = statement.value
    offered = isinstance(value, Channel) and value.offered and statement.scope.case is None
    return value.code if offered and isinstance(value, Channel) else None
