"""Claims of order between places of service and components, against the figures."""

from collections.abc import Iterator, Mapping
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import channel_words, clash, words_of
from kb.compare.statistics.figures import COMPONENTS, MEAN, OVERALL, PLACE, SHARE, Figures, holds, value
from kb.model import Language, Remark, SurveyChannel

TRUST = "trust"


def order(figures: Figures, claim: Remark) -> Iterator[Clash]:
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


def in_all(figures: Figures, claim: Remark) -> Iterator[Clash]:
    """Better in all respects than the other place: the component where it is the furthest behind."""
    others = {one.channel for one in figures.numbers if one.channel} - {claim.channel, SurveyChannel.ALL}
    behind: list[tuple[Decimal, Remark, Remark]] = []
    for subject in (OVERALL, *COMPONENTS, TRUST):
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


def _name(claim: Remark, one: Remark) -> Mapping[Language, str]:
    return channel_words(one.channel) if claim.group == "channel" else words_of(one.subject)
