"""Shares that a paragraph lists below «most people are dissatisfied with …»: together they tell how many are."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.extract.figures.parts import Paragraph
from kb.extract.figures.words import find_figures
from kb.model import Remark, RemarkKind, SourceKind

LEAST = 3  # one or two shares are no list
LISTED = "listed_shares"


def read_listed(paragraph: Paragraph, claims: Sequence[Remark]) -> Iterator[Remark]:
    """The sum of the shares behind a claim of that kind, in per cent, with the words from the first to the last."""
    if not any(one.relation == "most_dissatisfied" and one.channel is None for one in claims):
        return
    shares = [one for one in find_figures(paragraph.plain) if one.measure == "share"]
    if len(shares) >= LEAST:
        yield Remark(
            service=paragraph.passage.service,
            kind=RemarkKind.FIGURE,
            source_kind=SourceKind.SURVEY,
            evidence=paragraph.cite(shares[0].start, shares[-1].end),
            subject=LISTED,
            measure="share",
            value=sum((one.value for one in shares), Decimal(0)),
        )
