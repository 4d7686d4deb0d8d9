"""The figures of one service, found by what they are of."""

from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cached_property

from kb.compare.material import ServiceMaterial
from kb.model import Remark, RemarkKind, SurveyChannel, SurveyPlace

OVERALL, SAMPLE, UNDECIDED, LISTED = "overall", "sample", "undecided", "listed_shares"
SHARE, MEAN, COUNT = "share", "mean", "count"
TOP_TWO = "top_two"  # the share of fours and fives
SINGLE_MARKS = ("mark_1", "mark_2", "mark_3", "mark_4")
NO_ANSWER, MEAN_AS_SHARE = "no_answer", "mean_as_share"
WITHOUT, RECEIVED, RECEIVED_COUNT = "without", "received", "received_count"
MEASURES = (SHARE, TOP_TWO, *SINGLE_MARKS, MEAN, COUNT, NO_ANSWER, MEAN_AS_SHARE, WITHOUT, RECEIVED, RECEIVED_COUNT)
EVENTS = ("acquaintances", "rewards", "complaints")
STAFF = ("qualification", "speed", "courtesy")
COMPONENTS = ("access", "clarity", "documents", "term", *STAFF)
GENDER, JOINED = "gender", "joined"
MARK, AGE, PLACE, SERVICE, BODY, OTHER_NAME = "mark", "age", "place", "service", "body", "other_name"
PLACES = tuple(one for one in SurveyChannel if one is not SurveyChannel.ALL)
ALL_SERVICES = "all_services"


class Figures:
    """Figures, claims and labels of one service in one report: first those of its section, in reading order, then
    those of the general part. `survey` are its rows of the same report."""

    def __init__(self, material: ServiceMaterial, document: str) -> None:
        self.survey = tuple(row for row in material.survey if row.evidence.document == document)
        self.remarks = tuple(one for one in material.remarks if one.evidence.document == document)

    @cached_property
    def numbers(self) -> tuple[Remark, ...]:
        """The figures of the survey with a value."""
        figures = (one for one in self.remarks if one.kind is RemarkKind.FIGURE and one.measure in MEASURES)
        return tuple(one for one in figures if one.value is not None)

    @cached_property
    def claims(self) -> tuple[Remark, ...]:
        """The claims."""
        return tuple(one for one in self.remarks if one.kind is RemarkKind.CLAIM)

    @cached_property
    def headings(self) -> tuple[Remark, ...]:
        """The labels of rows and columns."""
        return tuple(one for one in self.remarks if one.kind is RemarkKind.HEADING)

    def of(self, subject: str, measure: str, channel: SurveyChannel = SurveyChannel.ALL) -> Iterator[Remark]:
        """The figures of a thing for those who got the service in one place, or for all."""
        for one in self._plain:
            if (one.subject, one.measure) == (subject, measure) and self.channel(one) is channel:
                yield one

    def first(self, subject: str, measure: str, channel: SurveyChannel = SurveyChannel.ALL) -> Remark | None:
        """The first of them."""
        return next(self.of(subject, measure, channel), None)

    def channel(self, remark: Remark) -> SurveyChannel:
        """The place of service of a figure: ALL where none is named or where the service has only that one."""
        if remark.channel is None or remark.channel is self._only_channel:
            return SurveyChannel.ALL
        return remark.channel

    def marks(self, measure: str) -> Sequence[Remark]:
        """The cells of the row of shares or counts by mark, from 1 to 5."""
        cells = [one for one in self.numbers if one.group == MARK and one.measure == measure]
        return sorted(cells[:5], key=lambda one: one.column or "")

    @cached_property
    def counts(self) -> tuple[int, ...] | None:
        """How many gave each mark from 1 to 5."""
        cells = self.marks(COUNT)
        return tuple(int(value(one)) for one in cells) if len(cells) == len("12345") else None

    @cached_property
    def respondents(self) -> frozenset[int]:
        """Every number of respondents that shares may be of: asked, and with a mark."""
        told = {int(value(one)) for one in self.numbers if one.subject == SAMPLE and value(one) > 0}
        rows = {row.n for row in self.survey if row.n}
        return frozenset(told | rows | ({sum(self.counts)} if self.counts else set()))

    @cached_property
    def ranked_share(self) -> Remark | None:
        """The share that the ranking gives in the row of the service's name."""
        row = next((one for one in self.survey if one.source is SurveyPlace.TABLE), None)
        if row is None or row.satisfaction_pct is None:
            return None
        return Remark(
            service=row.service,
            kind=RemarkKind.FIGURE,
            source_kind=row.source_kind,
            evidence=row.evidence,
            subject=OVERALL,
            measure=SHARE,
            value=Decimal(str(row.satisfaction_pct)),
            channel=SurveyChannel.ALL,
        )

    @cached_property
    def _plain(self) -> tuple[Remark, ...]:
        """Figures of the service that are not of an age, of other services or of single marks but the fives."""
        return tuple(
            one
            for one in self.numbers
            if one.row != OTHER_NAME
            and (one.group is None or (one.group == MARK and one.measure == SHARE and one.column == "5"))
        )

    @cached_property
    def _only_channel(self) -> SurveyChannel | None:
        """The one place where all respondents got the service."""
        placed = [
            one
            for one in self.numbers
            if one.channel not in (None, SurveyChannel.ALL) and one.measure not in (RECEIVED, RECEIVED_COUNT)
        ]
        met = {one.channel for one in placed if one.subject == SAMPLE and value(one) > 0}
        if met:
            return met.pop() if len(met) == 1 else None
        named = {one.channel for one in placed}
        return named.pop() if len(named) == 1 and not any(one.table for one in placed) else None


def value(remark: Remark) -> Decimal:
    """The value of a figure; raises ValueError where it has none."""
    if remark.value is None:
        raise ValueError(f"line {remark.evidence.line}: a figure without a value")
    return remark.value


def is_general(remark: Remark) -> bool:
    """Whether a figure stands in a table over all services."""
    return remark.row == SERVICE


def holds(claim: Remark, figure: Remark) -> bool:
    """Whether a figure stands in the words of the claim."""
    inside = claim.evidence.start <= figure.evidence.start and figure.evidence.end <= claim.evidence.end
    return claim.evidence.document == figure.evidence.document and inside
