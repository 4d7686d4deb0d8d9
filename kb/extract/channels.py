"""Where a service is given: the channels that a segment names, offers or denies."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.extract.passage import Passage
from kb.extract.segment import Segment
from kb.extract.wording import coded_wording, wording
from kb.model import Attribute, Channel, ChannelCode, Scope, ScopeField, SourceKind, Statement

FILE = "channel"
REACH = 80  # a denial stands in the same clause, within 80 characters in the texts read
LEAD = 120  # «only through the non-profit joint-stock company …» stands within 120 characters
PORTALS = (ChannelCode.EGOV_PORTAL, ChannelCode.ELICENSE_PORTAL)


def extract_channels(passage: Passage, segment: Segment) -> list[Statement]:
    """One statement for each channel of the segment; those denied are not offered, and one that the words around it
    call the only one is `only`."""
    text = passage.plain[segment.start : segment.end]
    kind = SourceKind.PRACTICE if wording(FILE, "practice").search(text) else segment.source_kind
    result_only = wording(FILE, "result_only").search(text)
    scope = Scope()
    if result_only:
        scope = Scope(case=ScopeField(text=passage.words(segment.start, segment.start + result_only.end())))
    statements = []
    for code, start, end in _find_channels(passage, segment):
        denied = _is_denied(passage, segment, start, end)
        place = passage.whole_words(start, end)
        statements.append(
            passage.state(
                Attribute.CHANNEL,
                Channel(code=code, offered=not denied, only=not denied and _is_only(passage, segment, *place)),
                *place,
                scope=scope,
                source_kind=kind if denied or kind is not SourceKind.PRACTICE else segment.source_kind,
            )
        )
    return statements


def without_needless_only(statements: Sequence[Statement]) -> list[Statement]:
    """The channels of one row or point, none of them the only one where it offers several: such a row says by which
    the service is asked for and by which the result comes, or names them case by case."""
    offered = {
        statement.value.code
        for statement in statements
        if isinstance(statement.value, Channel) and statement.value.offered
    }
    if len(offered) == 1:
        return list(statements)
    return [
        replace(statement, value=replace(statement.value, only=False))
        if isinstance(statement.value, Channel)
        else statement
        for statement in statements
    ]


def _find_channels(passage: Passage, segment: Segment) -> Iterator[tuple[ChannelCode, int, int]]:
    text = _masked(passage.plain, "places_of_payment", segment.start, segment.end)
    found: dict[ChannelCode, tuple[int, int]] = {}
    for code, pattern in coded_wording("scope", "channels"):
        for match in pattern.finditer(text, segment.body, segment.end):
            channel = ChannelCode(code)
            if channel is ChannelCode.EGOV_PORTAL and wording(FILE, "plain_portal").fullmatch(match.group()):
                continue
            found.setdefault(channel, match.span())
    place = wording(FILE, "other_places").search(text, segment.body, segment.end)
    own = _masked(text, "other_places", segment.body, segment.end)  # a portal of its own is no plain portal
    portal = wording(FILE, "plain_portal").search(own, segment.body, segment.end)
    if portal and not any(code in found for code in PORTALS):
        found[ChannelCode.EGOV_PORTAL] = portal.span()
    village = wording(FILE, "village").search(text, segment.body, segment.end)
    body = None if ChannelCode.PROVIDER_OFFICE in found else _find_body(text, segment)
    if village and not found and body and body[0] >= village.start():
        found[ChannelCode.OTHER] = village.span()  # the village akim as a place of its own, not one of several bodies
    elif body:
        found[ChannelCode.PROVIDER_OFFICE] = body
    if place:
        found.setdefault(ChannelCode.OTHER, place.span())
    for code, (start, end) in sorted(found.items(), key=lambda item: item[1]):
        yield code, start, end


def _find_body(text: str, segment: Segment) -> tuple[int, int] | None:
    own = _masked(text, "state_corporation_words", segment.body, segment.end)
    body = wording(FILE, "bodies").search(own, segment.body, segment.end)
    return body.span() if body else None


def _masked(text: str, key: str, start: int, end: int) -> str:
    """The text with blanks for what the wording `key` fits between two places."""
    for match in wording(FILE, key).finditer(text, start, end):
        text = text[: match.start()] + " " * (match.end() - match.start()) + text[match.end() :]
    return text


def _is_denied(passage: Passage, segment: Segment, start: int, end: int) -> bool:
    """Whether the clause around a channel says that it is not offered, in front (Russian) or behind (Kazakh)."""
    behind = re.split("[;,]", passage.plain[end : min(segment.end, end + REACH)], maxsplit=1)[0]
    before = re.split("[;,:]", passage.plain[max(segment.start, start - REACH) : start])[-1]
    return bool(wording(FILE, "not_offered").search(behind) or wording(FILE, "not_offered_before").search(before))


def _is_only(passage: Passage, segment: Segment, start: int, end: int) -> bool:
    """Whether the words around a channel say that there is no other. «Not only» and «only for …» say nothing such."""
    if not says_only(passage.plain, start, end, within=(segment.start, segment.end)):
        return False
    text = passage.plain[segment.start : segment.end]
    return not (wording(FILE, "not_only").search(text) or wording(FILE, "only_for_some").search(text))


def says_only(plain: str, start: int, end: int, *, within: tuple[int, int]) -> bool:
    """Whether «only» stands before the channel `plain[start:end]`, or «without another» behind it, in the part
    `within`."""
    before, behind = plain[max(within[0], start - LEAD) : start], plain[end : within[1]]
    return bool(wording("overlay", "only_before").search(before) or wording("overlay", "only_behind").match(behind))
