"""Printed figures of a report beside what its own counts give."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from kb.model.monitoring import Recomputed, Standing
from kb.monitoring import LostRow, Recomputation, recomputed_words
from kb.web.monitoring.figures import fixed
from kb.web.monitoring.recomputed_asked import RecomputedAsked
from kb.web.source_link import SourceLink, source_link
from kb.web.words import Words

FIGURES = 50  # of a page
MOST_PLACES = 5  # that a row links to; sums follow from dozens


@dataclass(frozen=True, slots=True, kw_only=True)
class RecomputedLine:
    """One printed figure; `recomputed` is None where nothing follows, `reason` where nothing is to be explained."""

    subject: str
    rule: str
    printed: str
    place: SourceLink
    line: str
    recomputed: str | None
    standing: str
    standing_code: str
    reason: str | None
    ground: tuple[tuple[str, SourceLink], ...]
    more_ground: int


@dataclass(frozen=True, slots=True, kw_only=True)
class RuleLine:
    """A rule with how many figures have each standing, and where they are listed; 0 leads nowhere."""

    name: str
    counts: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class LostLine:
    """A row of the report whose numbers could not be told apart."""

    subject: str
    values: str
    place: SourceLink
    line: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RecomputedView:
    """One page of the figures asked for, the numbers of all, and the rows that could not be read."""

    found: int
    lines: tuple[RecomputedLine, ...]
    standings: tuple[str, ...]
    rules: tuple[RuleLine, ...]
    whole: RuleLine
    lost: tuple[LostLine, ...]
    before: str | None
    further: str | None


def recomputed_view(found: Recomputation, asked: RecomputedAsked, words: Words) -> RecomputedView:
    """The figures of a report as their page shows them."""
    fitting = [one for one in found.figures if asked.fits(one)]
    shown = fitting[asked.first : asked.first + FIGURES]
    rules = list(dict.fromkeys(one.rule for one in found.figures))
    whole = Counter(one.standing for one in found.figures)
    each = Counter((one.rule, one.standing) for one in found.figures)
    return RecomputedView(
        found=len(fitting),
        lines=tuple(_line(one, words) for one in shown),
        standings=tuple(recomputed_words("standings", one.value, words.language) for one in Standing),
        rules=tuple(
            RuleLine(
                name=recomputed_words("rules", rule, words.language),
                counts=_counts(found.document, rule, [each[rule, standing] for standing in Standing], words),
            )
            for rule in rules
        ),
        whole=RuleLine(
            name=words("monitoring.recomputed.whole"),
            counts=_counts(found.document, None, [whole[standing] for standing in Standing], words),
        ),
        lost=tuple(_lost(row, words) for row in found.lost),
        before=_page(found.document, asked, asked.first - FIGURES) if asked.first else None,
        further=_page(found.document, asked, asked.first + FIGURES) if asked.first + FIGURES < len(fitting) else None,
    )


def _counts(document: str, rule: str | None, counts: Sequence[int], words: Words) -> tuple[tuple[str, str | None], ...]:
    return tuple(
        (
            words.number(count),
            RecomputedAsked(standing=standing, rule=rule).address(document) if count else None,
        )
        for standing, count in zip(Standing, counts, strict=True)
    )


def _page(document: str, asked: RecomputedAsked, first: int) -> str:
    return RecomputedAsked(standing=asked.standing, rule=asked.rule, first=max(first, 0)).address(document)


def _line(one: Recomputed, words: Words) -> RecomputedLine:
    return RecomputedLine(
        subject=one.subject,
        rule=recomputed_words("rules", one.rule, words.language),
        printed=fixed(one.printed, words),
        place=source_link(one.evidence, words),
        line=words("clause.line", n=one.evidence.line),
        recomputed=_bounds(one, words),
        standing=recomputed_words("standings", one.standing.value, words.language),
        standing_code=one.standing.value,
        reason=recomputed_words("reasons", one.reason, words.language) if one.reason else None,
        ground=tuple((str(place.line), source_link(place, words)) for place in one.ground[:MOST_PLACES]),
        more_ground=max(len(one.ground) - MOST_PLACES, 0),
    )


def _bounds(one: Recomputed, words: Words) -> str | None:
    if one.low is None or one.high is None:
        return None
    low, high = fixed(one.low, words), fixed(one.high, words)
    return low if low == high else words("monitoring.recomputed.bounds", low=low, high=high)


def _lost(row: LostRow, words: Words) -> LostLine:
    return LostLine(
        subject=row.subject.words,
        values=" · ".join(fixed(value, words) for value in row.values),
        place=source_link(row.evidence, words),
        line=words("clause.line", n=row.evidence.line),
    )
