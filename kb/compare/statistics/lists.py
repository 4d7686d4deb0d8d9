"""Services in a list by share, although their own shares are not of that list."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import OVERALL, SHARE, Figures, is_general, value
from kb.model import Remark

COMPLAINTS, PARTS = "complaints", ("complaints_oral", "complaints_written")


def check_lists(figures: Figures) -> Iterator[Clash]:
    """The shares of the service outside the limits of a list: that of its section, of the ranking, of a table."""
    for claim in figures.claims:
        if claim.relation != "listed" or claim.value is None:
            continue
        for one in _shares(figures, claim.subject or ""):
            if not _within(value(one), claim.value, claim.other):
                yield clash(
                    claim, one, "listed", subject=words_of(claim.subject), value=value(one), low=claim.value,
                    high=claim.other or "…",
                )  # fmt: skip


def _shares(figures: Figures, subject: str) -> Iterator[Remark]:
    told = [one for one in figures.of(subject, SHARE) if one.table is None]
    if not told and subject == COMPLAINTS:
        parts = (one for part in PARTS for one in figures.of(part, SHARE) if one.table is None)
        told = sorted(parts, key=value, reverse=True)
    yield from told[:1]
    if subject == OVERALL and figures.ranked_share:
        yield figures.ranked_share
    yield from [one for one in figures.of(subject, SHARE) if is_general(one)][:1]


def _within(share: Decimal, low: Decimal, high: str | None) -> bool:
    """Whether a share is one of the list: from `low` to `high`, open where that is None; printed
    shares are rounded, so that one at the limit may lie on either side."""
    return low <= share and (high is None or share <= Decimal(high))
