"""Claims of order: one place of service or component above another, or above all."""

from collections.abc import Iterator

from kb.extract.figures.claim_part import OVERALL, ClaimPart, has
from kb.extract.figures.comparisons import direction, held_against
from kb.extract.figures.words import find_channels
from kb.extract.wording import wording
from kb.model import Remark

FILE = "figures_claims"


def read_orders(part: ClaimPart) -> Iterator[Remark]:
    """Claims `higher`, `lower` and `in_all_higher`."""
    yield from _channels(part)
    yield from _best_place(part)
    yield from _in_all(part)
    yield from _components(part)
    yield from _slightly(part)


def _channels(part: ClaimPart) -> Iterator[Remark]:
    """One place of service is held against another."""
    named = find_channels(part.plain)
    subjects = sorted({one.code for one in part.components})
    if not subjects and part.has("rated"):
        subjects = [OVERALL]
    held = held_against(part.plain, named)
    if held and not part.has("than_others"):
        yield from (_of_places(part, subject, held.way, held.claimed, held.other) for subject in subjects)
    elif part.components and part.has("leads") and not part.has("compared"):
        codes = {one.code for one in named}
        if len(codes) == 1:
            yield from (_of_places(part, subject, "higher", named[0].code, None) for subject in subjects)


def _best_place(part: ClaimPart) -> Iterator[Remark]:
    """One place of service is said to be rated the best or the worst of all."""
    codes = {one.code for one in find_channels(part.plain)}
    things = {one.code for one in part.components}
    if len(codes) != 1 or len(things) > 1 or not part.has("rated") or part.has("than_others"):
        return
    for relation, way in (("highest", "higher"), ("lowest", "lower")):
        if part.has(relation) and part.has("at_place"):
            yield _of_places(part, next(iter(things), OVERALL), way, next(iter(codes)), None)


def _in_all(part: ClaimPart) -> Iterator[Remark]:
    """One place of service is said to be better in all respects."""
    if not part.has("in_all") or direction(part.plain) != "higher" or has("but_one", part.behind):
        return
    codes = {one.code for one in find_channels(part.plain)}
    if len(codes) == 1:
        yield part.claim("in_all_higher", OVERALL, channel=codes.pop())


def _components(part: ClaimPart) -> Iterator[Remark]:
    """One component is held against another."""
    if find_channels(part.plain) or part.has("than_others"):
        return
    held = held_against(part.plain, part.components, several=True)
    if held and held.claimed:
        others = [held.other, *held.more]
        yield from (part.claim(held.way, held.claimed, other=one) for one in others if one != held.claimed)


def _slightly(part: ClaimPart) -> Iterator[Remark]:
    """One component is said to be slightly above or below the one told before it."""
    word = wording(FILE, "slightly").search(part.plain)
    if word is None or find_channels(part.plain):
        return
    before = [one for one in part.components if one.end <= word.start()]
    behind = [one for one in part.components if one.start >= word.end()]
    claimed = before[-1] if before else behind[0] if behind else None
    other = before[-2].code if len(before) > 1 else part.thread
    way = direction(word["way"])
    if claimed and way and other and other != claimed.code:
        yield part.claim(way, claimed.code, other=other)


def _of_places(part: ClaimPart, subject: str, way: str, claimed: str | None, other: str | None) -> Remark:
    return part.claim(way, subject, channel=claimed, other=other, group="channel")
