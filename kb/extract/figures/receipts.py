"""Where people got the service: all in one place, so many in another."""

from collections.abc import Iterator, Sequence

from kb.extract.figures.alignment import Group, align
from kb.extract.figures.parts import Paragraph, Part
from kb.extract.figures.prose import FIGURE, OVERALL
from kb.extract.figures.words import Term, find_channels, find_figures, matches, to_number
from kb.extract.wording import wording
from kb.model import Remark, RemarkKind, SourceKind, SurveyChannel

CLAIMS = "figures_claims"


def read_receipts(paragraph: Paragraph) -> Iterator[Remark]:
    """A claim `all_received` where everyone is said to have come one way, and the shares of those who came each way:
    figures of the measure `received`, in per cent."""
    told = wording(CLAIMS, "everyone_through").search(paragraph.plain)
    if told:
        own = {one.code for one in find_channels(told.group())}
        yield Remark(
            service=paragraph.passage.service,
            kind=RemarkKind.CLAIM,
            source_kind=SourceKind.SURVEY,
            evidence=paragraph.cite(told.start(), told.end()),
            subject=OVERALL,
            channel=SurveyChannel(own.pop()) if len(own) == 1 else None,
            relation="all_received",
        )
    yield from _most(paragraph)
    for part in paragraph.parts:
        channels = find_channels(part.plain)
        if channels and FIGURE.search(part.plain):
            yield from _shares(paragraph, part, channels)
        elif channels and not matches("other_study", paragraph.plain):
            yield from _counts(paragraph, part, channels)


def _most(paragraph: Paragraph) -> Iterator[Remark]:
    """A claim `most_received` where most people are said to have come one way: of a place of service, or of another
    body, whose claim has no place."""
    told = wording(CLAIMS, "most_through").search(paragraph.plain)
    if told is None:
        return
    named = {one.code for one in find_channels(told.group())}
    if len(named) == 1 or (not named and wording(CLAIMS, "another_body").search(told.group())):
        yield Remark(
            service=paragraph.passage.service,
            kind=RemarkKind.CLAIM,
            source_kind=SourceKind.SURVEY,
            evidence=paragraph.cite(told.start(), told.end()),
            subject=OVERALL,
            channel=SurveyChannel(named.pop()) if named else None,
            relation="most_received",
        )


def _counts(paragraph: Paragraph, part: Part, channels: Sequence[Term]) -> Iterator[Remark]:
    """How many people came one way: figures of the measure `received_count`."""
    codes = {one.code for one in channels}
    found = wording(CLAIMS, "people_through").search(part.plain)
    if found and len(codes) == 1:
        yield Remark(
            service=paragraph.passage.service,
            kind=RemarkKind.FIGURE,
            source_kind=SourceKind.SURVEY,
            evidence=paragraph.cite(part.start + found.start(), part.start + found.end()),
            subject=OVERALL,
            measure="received_count",
            value=to_number(next(text for text in found.groups() if text)),
            channel=SurveyChannel(codes.pop()),
        )


def _shares(paragraph: Paragraph, part: Part, channels: Sequence[Term]) -> Iterator[Remark]:
    shares = [one for one in find_figures(part.plain) if one.measure == "share"]
    places = align(channels, [Group((one,)) for one in shares], part.plain)
    alone = channels[0] if len({term.code for term in channels}) == 1 else None
    for number, (one, near) in enumerate(zip(shares, places, strict=True)):
        place = near or (alone if one.bracketed else None)
        end = shares[number + 1].start if number + 1 < len(shares) else len(part.plain)
        behind = part.plain[one.end : end]
        if place is None or matches("rest_of_people", part.plain[place.end : one.start]):
            continue
        told = matches("received_share", behind) or matches("received_before", part.plain[: one.start])
        if told and not matches("satisfaction", behind):
            start = min(one.start, place.start)
            yield Remark(
                service=paragraph.passage.service,
                kind=RemarkKind.FIGURE,
                source_kind=SourceKind.SURVEY,
                evidence=paragraph.cite(part.start + start, part.start + max(one.end, place.end)),
                subject=OVERALL,
                measure="received",
                value=one.value,
                channel=SurveyChannel(place.code),
            )
