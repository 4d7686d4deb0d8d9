"""Claims of how far figures are from one another, from a limit or from the average of all services."""

from collections.abc import Iterator

from kb.extract.figures.claim_part import OVERALL, ClaimPart, has
from kb.extract.figures.comparisons import direction
from kb.extract.figures.words import find_channels, find_terms, to_number
from kb.extract.wording import wording
from kb.model import Remark

FILE = "figures_claims"


def read_distances(part: ClaimPart) -> Iterator[Remark]:
    """Claims of averages, differences and of the place in the ranking."""
    yield from _averages(part)
    yield from _rank(part)
    yield from _differences(part)
    yield from _above_whole(part)


def read_limits(part: ClaimPart) -> Iterator[Remark]:
    """Claims `all_above` and `no_difference`."""
    found = wording(FILE, "all_above").search(part.plain)
    if found:
        told = next(text for text in found.groups() if text)
        yield part.claim("all_above", OVERALL, value=to_number(told))
    codes = {one.code for one in part.components}
    if part.has("no_difference") and find_channels(part.plain) and len(codes) <= 1:
        yield part.claim("no_difference", codes.pop() if codes else OVERALL)


def _averages(part: ClaimPart) -> Iterator[Remark]:
    """A component, an event or the service as a whole is held against the average of all services."""
    found = wording(FILE, "average").search(part.plain)
    if found is None:
        return
    events = [one for one in find_terms(part.plain, "events") if "_" not in one.code]
    before = [one for one in (*part.components, *events) if one.end <= found.start()] or events
    subject = before[-1].code if before else part.thread
    if subject is None and has("service_itself", part.plain[: found.end()]):
        subject = OVERALL
    if subject:
        told = {name.rstrip("23"): text for name, text in found.groupdict().items() if text}
        relation = "above_average" if direction(told["way"]) == "higher" else "below_average"
        difference = to_number(told["difference"]) if "difference" in told else None
        yield part.claim(relation, subject, value=difference)


def _rank(part: ClaimPart) -> Iterator[Remark]:
    """The place of the service in the ranking."""
    found = wording(FILE, "rank").search(part.plain)
    if found:
        yield part.claim("rank", OVERALL, value=to_number(next(one for one in found.groups() if one)))


def _differences(part: ClaimPart) -> Iterator[Remark]:
    """How far two places of service are apart in what was told last."""
    found = wording(FILE, "difference").search(part.plain)
    if found is None:
        return
    subject = part.components[0].code if part.components else part.thread
    if subject is None and len({one.code for one in find_channels(part.plain)}) > 1:
        subject = OVERALL
    if subject:
        yield part.claim("difference", subject, value=to_number(found["value"] or found["value2"]))


def _above_whole(part: ClaimPart) -> Iterator[Remark]:
    """A component is said to be so much above or below satisfaction as a whole."""
    found = wording(FILE, "above_whole").search(part.plain)
    before = [one for one in part.components if found and one.end <= found.start()]
    subject = before[-1].code if before else part.thread
    if found and subject:
        way = direction(found["way"] or found["way2"])
        difference = to_number(found["difference"] or found["difference2"])
        yield part.claim("above_whole" if way == "higher" else "below_whole", subject, value=difference)
