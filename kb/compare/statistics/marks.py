"""What marks and counts must add up to."""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, number, words_of
from kb.compare.statistics.figures import (
    COMPONENTS,
    COUNT,
    MEAN,
    OVERALL,
    SAMPLE,
    SHARE,
    SINGLE_MARKS,
    TOP_TWO,
    UNDECIDED,
    Figures,
    value,
)
from kb.compare.statistics.rounding import agree, bounds_of_mean, half_up, places
from kb.model import Remark, SurveyChannel

LOOSE = Decimal("0.15")  # shares printed with one digit may be rounded twice: 0.1 beside the exact one is no mistake
LOOSE_SUM = Decimal("0.3")  # five shares with one digit each
HALF = Decimal("0.5")
SMALL = 60  # of more people almost every share with one digit is possible


def check_marks(figures: Figures) -> Iterator[Clash]:
    """Shares that do not make 100 %, shares and means that the counts do not give, numbers that do not add up."""
    shares, counts = figures.marks(SHARE), figures.marks(COUNT)
    total = sum((value(one) for one in shares), Decimal(0))
    if shares and abs(total - 100) > LOOSE_SUM:
        yield clash(shares[0], shares[-1], "shares_sum", total=number(total))
    rated = sum(figures.counts or ())
    if figures.counts and rated and len(shares) == len(counts):
        yield from _shares_of_counts(shares, counts, rated)
        yield from _mean_of_counts(figures, counts[-1], rated)
    yield from _single_marks(figures, shares)
    yield from _sample(figures)
    yield from _samples(figures)
    yield from _places(figures)


def check_bounds(figures: Figures) -> Iterator[Clash]:
    """Means that no marks with the share of fives, and of fours and fives where they are told, can have: those told
    along with them, else the first."""
    for subject in (OVERALL, *COMPONENTS, "trust", "fee"):
        for channel in SurveyChannel:
            share = figures.first(subject, SHARE, channel)
            means = list(figures.of(subject, MEAN, channel))
            if share is None or not means:
                continue
            mean = next((one for one in means if one.evidence == share.evidence), means[0])
            both = (one for one in figures.of(subject, TOP_TWO, channel) if one.evidence == share.evidence)
            top_two = next(both, None)
            low, high = _bounds(value(share), value(top_two) if top_two else None)
            slack = HALF.scaleb(-places(value(mean)))
            if not low - slack <= value(mean) <= high + slack:
                yield clash(
                    share, mean, "impossible_mean_two" if top_two else "impossible_mean", subject=words_of(subject),
                    share=value(share), mean=value(mean), low=half_up(low, 2), high=half_up(high, 2),
                    top_two=value(top_two) if top_two else "",
                )  # fmt: skip


def _bounds(share: Decimal, top_two: Decimal | None) -> tuple[Decimal, Decimal]:
    """The bounds of the mean for all numbers that are printed as these shares."""
    step = HALF.scaleb(-places(share))
    if top_two is None:
        return bounds_of_mean(share - step)[0], bounds_of_mean(share + step)[1]
    other = HALF.scaleb(-places(top_two))
    return bounds_of_mean(share - step, top_two - other)[0], bounds_of_mean(share + step, top_two + other)[1]


def check_small_samples(figures: Figures) -> Iterator[Clash]:
    """Shares that no number of people of a small sample can be; some may not have answered."""
    told = next((one for one in figures.of(SAMPLE, COUNT)), None)
    if told is None or not 0 < value(told) <= SMALL:
        return
    asked = int(value(told))
    for subject in (OVERALL, *COMPONENTS, "trust"):
        for share in figures.of(subject, SHARE):
            digits = places(value(share))
            if share.table is None and not any(
                half_up(Decimal(100) * part / whole, digits) == value(share)
                for whole in range(asked // 2, asked + 1)
                for part in range(whole + 1)
                if whole
            ):
                yield clash(
                    told, share, "impossible_share", subject=words_of(subject), share=value(share), asked=number(asked)
                )


def _shares_of_counts(shares: Sequence[Remark], counts: Sequence[Remark], rated: int) -> Iterator[Clash]:
    for share, count in zip(shares, counts, strict=True):
        exact = value(count) * 100 / rated
        if abs(exact - value(share)) > LOOSE:
            yield clash(
                share, count, "share_of_counts", share=value(share), count=value(count), rated=number(rated),
                exact=half_up(exact, 1),
            )  # fmt: skip
            return


def _mean_of_counts(figures: Figures, fives: Remark, rated: int) -> Iterator[Clash]:
    exact = number(sum(mark * count for mark, count in enumerate(figures.counts or (), start=1))) / rated
    for mean in figures.of(OVERALL, MEAN):
        digits = places(value(mean))
        if mean.table is None and abs(half_up(exact, digits) - value(mean)) > Decimal(1).scaleb(-digits):
            yield clash(mean, fives, "mean_of_counts", mean=value(mean), exact=half_up(exact, 2))
            return


def _single_marks(figures: Figures, shares: Sequence[Remark]) -> Iterator[Clash]:
    """The share of one mark, or of fours and fives, told beside the table of marks."""
    if not shares:
        return
    cells = {f"mark_{one.column}": (one, value(one)) for one in shares}
    cells[TOP_TWO] = (shares[-1], value(shares[-1]) + value(shares[-2]))
    for measure in (*SINGLE_MARKS, TOP_TWO):
        told = figures.first(OVERALL, measure)
        if told is None or measure not in cells:
            continue
        cell, exact = cells[measure]
        if abs(value(told) - exact) > (LOOSE_SUM if measure == TOP_TWO else LOOSE) and not agree(value(told), exact):
            yield clash(told, cell, "single_mark", measure=words_of(measure), told=value(told), exact=exact)


def _samples(figures: Figures) -> Iterator[Clash]:
    """The number of people asked, told twice in the text."""
    told = [one for one in figures.of(SAMPLE, COUNT) if one.table is None]
    other = next((one for one in told[1:] if value(one) != value(told[0])), None)
    if other:
        yield clash(told[0], other, "samples", told=value(told[0]), other=value(other))


def _sample(figures: Figures) -> Iterator[Clash]:
    """Those asked are those who gave a mark and those who could not."""
    told = next((one for one in figures.of(SAMPLE, COUNT) if one.table is None), None)
    listed = next((one for one in figures.of(SAMPLE, COUNT) if one.table is not None), None)
    undecided = figures.first(UNDECIDED, COUNT)
    if told is None:
        return
    if figures.counts:
        rated = sum(figures.counts)
        asked = rated + (int(value(undecided)) if undecided else 0)
        counted = figures.marks(COUNT)[-1]
        if value(told) < asked or (undecided and value(told) != asked):
            yield clash(
                told, counted, "sample", told=value(told), counted=number(asked), rated=number(rated),
                undecided=number(asked - rated),
            )  # fmt: skip
            return
    if listed and value(listed) != value(told):
        yield clash(told, listed, "sample_table", told=value(told), counted=value(listed))


def _places(figures: Figures) -> Iterator[Clash]:
    """Respondents by place of service make all respondents."""
    total = next((one for one in figures.of(SAMPLE, COUNT) if one.table is not None), None)
    parts = [one for one in figures.numbers if one.subject == SAMPLE and one.channel not in (None, SurveyChannel.ALL)]
    if total is None or len(parts) < 2 or total.channel is not SurveyChannel.ALL:
        return
    summed = sum(value(one) for one in parts)
    if summed != value(total):
        yield clash(parts[0], total, "places_sum", counted=number(summed), told=value(total))
