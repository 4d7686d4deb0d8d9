"""What the text claims about figures against the figures themselves."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import channel_words, clash, words_of
from kb.compare.statistics.figures import (
    ALL_SERVICES,
    COMPONENTS,
    MEAN,
    OVERALL,
    PLACE,
    SHARE,
    STAFF,
    Figures,
    holds,
    is_general,
    value,
)
from kb.compare.statistics.quantities import age, all_received, most, quantity, trend
from kb.compare.statistics.rounding import agree
from kb.model import Language, Remark, SurveyChannel

PAIR = 2
WEAKEST = 2  # two lower components make another one no weak link
AMONG_WEAKEST = 4  # of seven
NEAR = Decimal(1)  # a difference told in whole per cent points
ABOUT = Decimal(2)  # «about ten per cent» may be nine


def check_claims(figures: Figures) -> Iterator[Clash]:
    """Claims of order, of all, most or none, of age and of averages that the figures do not bear out."""
    checks = {
        "higher": _order,
        "lower": _order,
        "in_all_higher": _in_all,
        "highest": _extreme,
        "lowest": _extreme,
        "weakest": _weak,
        "among_weakest": _weak,
        "not_asked": _not_asked,
        "all_received": all_received,
        "many_satisfied": quantity,
        "everyone": quantity,
        "more_than_half": quantity,
        "less_than_half": quantity,
        "most_dissatisfied": most,
        "older_rises": trend,
        "older_falls": trend,
        "age_best": age,
        "age_worst": age,
        "above_average": _average,
        "below_average": _average,
        "difference": _difference,
    }
    for claim in figures.claims:
        check = checks.get(claim.relation or "")
        if check:
            yield from check(figures, claim)


def _order(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """One place or component is higher or lower than another: every measure is looked at; where the sentence tells
    figures of its own, all must speak against it."""
    against: list[tuple[Remark, Remark]] = []
    borne_out = 0
    for measure in (SHARE, MEAN):
        one, other = _sides(figures, claim, measure)
        if one is None or other is None or value(one) == value(other):
            continue
        if (value(one) > value(other)) == (claim.relation == "higher"):
            borne_out += 1
        else:
            against.append((one, other))
    own = any(holds(claim, one) for one in figures.numbers)
    if not against or (borne_out and (own or claim.group != "channel")):
        return
    one, other = against[0]
    yield clash(
        claim, one, "order", subject=words_of(claim.subject), one=_name(claim, one), value_one=value(one),
        other=_name(claim, other), value_other=value(other),
    )  # fmt: skip


def _sides(figures: Figures, claim: Remark, measure: str) -> tuple[Remark | None, Remark | None]:
    subject = claim.subject or OVERALL
    if claim.group != "channel":
        return figures.first(subject, measure), figures.first(claim.other or "", measure)
    known = [one for one in (claim.channel, SurveyChannel(claim.other) if claim.other else None) if one]
    rest = sorted({one.channel for one in figures.numbers if one.row == PLACE and one.channel} - set(known))
    if len(known) == 1 and len(rest) == 1:
        one, other = (known[0], rest[0]) if claim.channel else (rest[0], known[0])
    elif len(known) == 2:
        one, other = known
    else:
        return None, None
    return _by_channel(figures, subject, measure, one), _by_channel(figures, subject, measure, other)


def _by_channel(figures: Figures, subject: str, measure: str, channel: SurveyChannel) -> Remark | None:
    return next(
        (one for one in figures.numbers if (one.subject, one.measure, one.channel) == (subject, measure, channel)), None
    )


def _in_all(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Better in all respects than the other place: the component where it is the furthest behind."""
    others = {one.channel for one in figures.numbers if one.channel} - {claim.channel, SurveyChannel.ALL}
    behind: list[tuple[Decimal, Remark, Remark]] = []
    for subject in COMPONENTS:
        own = _cell(figures, subject, claim.channel)
        for channel in others:
            other = _cell(figures, subject, channel)
            if own and other and value(own) < value(other):
                behind.append((value(other) - value(own), own, other))
    if behind:
        _, own, other = max(behind, key=lambda one: one[0])
        yield clash(
            claim, own, "not_in_all", subject=words_of(own.subject), one=channel_words(own.channel),
            value_one=value(own), other=channel_words(other.channel), value_other=value(other),
        )  # fmt: skip


def _cell(figures: Figures, subject: str, channel: SurveyChannel | None) -> Remark | None:
    cells = (one for one in figures.numbers if one.table and one.measure == MEAN and one.subject == subject)
    return next((one for one in cells if one.channel is channel), None)


def _extreme(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """The best or the worst component, which another one beats."""
    subject = claim.subject or ""
    own = [one for one in figures.of(subject, MEAN) if holds(claim, one)] or list(figures.of(subject, MEAN))
    if not own:
        return
    among = STAFF if claim.group == "staff" else COMPONENTS
    others = [one for name in among if name != subject for one in figures.of(name, MEAN)]
    sign = 1 if claim.relation == "highest" else -1
    beaten = [one for one in others if sign * value(one) > sign * value(own[0]) and _confirmed(figures, one)]
    beaten = [one for one in beaten if not agree(value(one), value(own[0]))]
    if beaten:
        best = max(beaten, key=lambda one: sign * value(one))
        yield clash(
            claim, best, "not_extreme", subject=words_of(subject), value_one=value(own[0]),
            other=words_of(best.subject), value_other=value(best),
        )  # fmt: skip


def _weak(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """The weak component, than which others are lower: a single weak one than at least two, one of several than half
    of all."""
    subject = claim.subject or ""
    own = next((one for one in figures.of(subject, MEAN) if holds(claim, one)), figures.first(subject, MEAN))
    if own is None or subject not in COMPONENTS:
        return
    firsts = [one for name in COMPONENTS if name != subject and (one := figures.first(name, MEAN))]
    lower = [one for one in firsts if value(one) < value(own) and not agree(value(one), value(own))]
    if len(lower) >= (WEAKEST if claim.relation == "weakest" else AMONG_WEAKEST):
        least = min(lower, key=value)
        yield clash(
            claim, least, "not_weakest", subject=words_of(subject), value_one=value(own),
            other=words_of(least.subject), value_other=value(least), lower=Decimal(len(lower)),
        )  # fmt: skip


def _not_asked(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Nobody was asked about the staff, whom a table over all services gives marks."""
    marks = (one for name in STAFF for one in figures.of(name, MEAN) if is_general(one))
    mark = next(marks, None)
    if mark:
        yield clash(claim, mark, "not_asked", subject=words_of(mark.subject), value=value(mark))


def _confirmed(figures: Figures, one: Remark) -> bool:
    """Whether no other place tells another value: a figure that is disputed itself beats none."""
    return all(agree(value(one), value(other)) for other in figures.of(one.subject or "", MEAN))


def _average(figures: Figures, claim: Remark) -> Iterator[Clash]:
    average = next((one for one in figures.numbers if one.group == ALL_SERVICES and one.subject == claim.subject), None)
    own = figures.first(claim.subject or "", SHARE)
    if average is None or own is None:
        return
    difference = value(own) - value(average)
    above = claim.relation == "above_average"
    far = claim.value is not None and abs(abs(difference) - claim.value) > NEAR
    if (difference > 0) is not above or far:
        yield clash(
            claim, average, "average", subject=words_of(claim.subject), own=value(own), average=value(average),
            difference=abs(difference),
        )  # fmt: skip


def _difference(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """How far two places of service are said to be apart, beside the shares that the same paragraph tells."""
    told = [
        one
        for one in figures.numbers
        if (one.evidence.clause, one.subject, one.measure) == (claim.evidence.clause, claim.subject, SHARE)
        and one.channel is not None
        and one.evidence.start < claim.evidence.start
    ]
    if len(told) < PAIR or claim.value is None:
        return
    one, other = told[-PAIR:]
    difference = abs(value(one) - value(other))
    if one.channel is not other.channel and abs(difference - claim.value) > ABOUT:
        yield clash(
            claim, other, "difference", subject=words_of(claim.subject), told=claim.value, value_one=value(one),
            value_other=value(other), difference=difference,
        )  # fmt: skip


def _name(claim: Remark, one: Remark) -> Mapping[Language, str]:
    return channel_words(one.channel) if claim.group == "channel" else words_of(one.subject)
