"""Acquaintances, rewards and complaints: shares against numbers of people, parts against all."""

from collections.abc import Iterator
from decimal import Decimal

from kb.compare.clash import Clash
from kb.compare.statistics.clashes import clash, words_of
from kb.compare.statistics.figures import NO_ANSWER, SHARE, WITHOUT, Figures, is_general, value
from kb.compare.statistics.rounding import half_up, places
from kb.model import Remark

COMPLAINTS = "complaints"
ORAL, WRITTEN = "complaints_oral", "complaints_written"
ALL = Decimal(100)
LOOSE = Decimal("0.15")  # two shares with one digit each


def check_events(figures: Figures) -> Iterator[Clash]:
    """Clashes of what happened to respondents."""
    yield from _people(figures)
    yield from _parts(figures)
    yield from _nothing(figures)
    yield from _undecided(figures)
    yield from _without(figures)


def _people(figures: Figures) -> Iterator[Clash]:
    """A share of all respondents that is said to be so many people."""
    for people in figures.numbers:
        if people.relation != "people" or people.other is None or not figures.respondents:
            continue
        share = Decimal(people.other)
        exact = [half_up(value(people) * 100 / asked, places(share)) for asked in figures.respondents]
        if share not in exact:
            asked = max(figures.respondents)
            yield clash(
                _share_beside(figures, people, share), people, "people_of_share", share=share, people=value(people),
                asked=Decimal(asked), exact=half_up(share * asked / 100, 0),
            )  # fmt: skip


def _share_beside(figures: Figures, people: Remark, share: Decimal) -> Remark:
    """The share that the people are, told in their paragraph."""
    near = (one for one in figures.numbers if one.evidence.clause == people.evidence.clause and one.measure == SHARE)
    return next((one for one in near if value(one) == share), people)


def _parts(figures: Figures) -> Iterator[Clash]:
    """Oral and written complaints make all complaints, and none is more than all."""
    oral, written = _told(figures, ORAL), _told(figures, WRITTEN)
    whole = _told(figures, COMPLAINTS)
    listed = next((one for one in figures.of(COMPLAINTS, SHARE) if one.table is not None), None)
    parts = [one for one in (oral, written) if one]
    summed = sum((value(one) for one in parts), Decimal(0))
    for total in (whole, listed):
        if not parts or total is None:
            continue
        more = summed - value(total) > LOOSE
        less = len(parts) > 1 and value(total) - summed > LOOSE
        if more or less:
            yield clash(parts[0], total, "complaints_sum", summed=summed, total=value(total))
            return


def _nothing(figures: Figures) -> Iterator[Clash]:
    """The text knows of no case, the table over all services counts some."""
    for claim in figures.claims:
        if claim.relation == "none":
            counted = next((one for one in figures.of(claim.subject or "", SHARE) if value(one) > 0), None)
            if counted:
                yield clash(claim, counted, "none_told", subject=words_of(claim.subject), value=value(counted))


def _undecided(figures: Figures) -> Iterator[Clash]:
    """Who did not answer is outside the shares; the table counts the same share as having done it."""
    for told in figures.numbers:
        if told.measure != NO_ANSWER or not value(told):
            continue
        counted = next((one for one in figures.of(told.subject or "", SHARE) if is_general(one)), None)
        if counted and value(counted) == value(told):
            yield clash(told, counted, NO_ANSWER, subject=words_of(told.subject), value=value(told))


def _without(figures: Figures) -> Iterator[Clash]:
    """Who did without and who gave no answer leave fewer than the table counts."""
    for told in figures.numbers:
        if told.measure != WITHOUT:
            continue
        counted = next((one for one in figures.of(told.subject or "", SHARE) if is_general(one)), None)
        if counted and value(told) + value(counted) - ALL > LOOSE:
            yield clash(
                told, counted, WITHOUT, subject=words_of(told.subject), rest=ALL - value(told), value=value(counted)
            )


def _told(figures: Figures, subject: str) -> Remark | None:
    return next((one for one in figures.of(subject, SHARE) if one.table is None), None)
