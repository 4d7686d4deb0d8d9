"""One service: what its standard promises beside what was told and measured of it."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from fractions import Fraction

from kb.model import Deadline, Service, SourceKind, Statement, SurveyChannel, SurveyRow
from kb.model.monitoring import Answers, QuestionKind, Wave
from kb.model.quote import Quote
from kb.model.recommendation import KeptRecommendation
from kb.model.remark import Remark, RemarkKind
from kb.monitoring import RatedRow, question_kinds, rate
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import BEST, YES, mean, median, share
from kb.monitoring.ratings import SMALL_N
from kb.monitoring.rounding import half_up
from kb.monitoring.topics import Topic, practice_topics
from kb.monitoring.wave_table import ServiceTable, WaveTable
from kb.pipeline.practice.wave_tables import over_channels, service_table
from kb.resolve import Ruling

PROMISING = (SourceKind.ACT, SourceKind.STANDARD, SourceKind.PORTAL_CARD)
OVERALL, MARK_GROUP = "satisfaction", "mark"
WAITING = "waiting"
PEOPLE = ("sample", "count")  # a figure of a report that counts whom it asked


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """The answers of a wave to a question. `share` (per cent, one decimal, of best marks or of yes, with the bounds of
    its interval) for marks and yes/no, `mean` (two decimals) for all but yes/no, `middle` for minutes."""

    wave: Wave
    question: str
    kind: QuestionKind
    answers: Answers
    share: Decimal | None
    low: Decimal | None
    high: Decimal | None
    mean: Decimal | None
    middle: Decimal | None

    @property
    def small_n(self) -> bool:
        """Whether so few answered that the interval tells next to nothing."""
        return self.answers.rated < SMALL_N


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicPractice:
    """One topic: `promise` holds on the day, `told` are values that people and contact centres name, `figures` are
    printed in reports, `met` is what people met, `measured` comes from waves, the newest first."""

    topic: Topic
    promise: tuple[Statement, ...]
    told: tuple[Statement, ...]
    figures: tuple[Remark, ...]
    met: tuple[Remark, ...]
    measured: tuple[Measured, ...]

    @property
    def known(self) -> bool:
        """Whether anything was told or measured."""
        return bool(self.told or self.figures or self.met or self.measured)


@dataclass(frozen=True, slots=True, kw_only=True)
class ChannelPoint:
    """Satisfaction with a service by channel in one wave; `same_method` False where the wave before was asked in
    another way, so that the two cannot be compared."""

    wave: Wave
    rows: tuple[RatedRow, ...]
    same_method: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ServicePractice:
    """Promise and practice of a service on a day; `channels` begin with the oldest wave, `people` has how many the
    reports asked, by channel."""

    service: Service
    day: date
    topics: tuple[TopicPractice, ...]
    channels: tuple[ChannelPoint, ...]
    survey: tuple[SurveyRow, ...]
    people: Mapping[SurveyChannel, int]
    quotes: tuple[tuple[Wave, Quote], ...]
    recommendations: tuple[KeptRecommendation, ...]


def hold_topics(
    rulings: Sequence[Ruling], remarks: Sequence[Remark], tables: Sequence[WaveTable], names: frozenset[str]
) -> tuple[TopicPractice, ...]:
    """Every topic of a service that goes by these ids."""
    asked = [(table.wave, service_table(table, names)) for table in reversed(tables)]
    topics = practice_topics()
    named = {subject for topic in topics for subject in topic.met}
    return tuple(_topic(topic, rulings, remarks, asked, named) for topic in topics)


def asked_people(survey: Iterable[SurveyRow], remarks: Iterable[Remark]) -> Mapping[SurveyChannel, int]:
    """How many people reports asked about a service, by channel: the first number that is printed."""
    found: dict[SurveyChannel, int] = {}
    for row in survey:
        if row.n is not None and row.region is None:
            found.setdefault(row.channel, row.n)
    for one in remarks:
        if (one.kind, one.subject, one.measure) == (RemarkKind.FIGURE, *PEOPLE) and one.value is not None:
            found.setdefault(one.channel or SurveyChannel.ALL, int(one.value))
    return found


def channel_points(tables: Iterable[WaveTable], names: frozenset[str]) -> tuple[ChannelPoint, ...]:
    """Satisfaction by channel, wave after wave; waves that gave no marks to the service are left out."""
    points: list[ChannelPoint] = []
    for table in tables:
        own = service_table(table, names)
        marks = {channel: answers for (question, channel), answers in own.items() if question == OVERALL and channel}
        rows = rate(marks).rows if marks else ()
        if rows:
            same = not points or points[-1].wave.method == table.wave.method
            points.append(ChannelPoint(wave=table.wave, rows=rows, same_method=same))
    return tuple(points)


def _topic(
    topic: Topic,
    rulings: Sequence[Ruling],
    remarks: Sequence[Remark],
    asked: Sequence[tuple[Wave, ServiceTable]],
    named: set[str],
) -> TopicPractice:
    mine = [ruling for ruling in rulings if _is_of(topic, ruling.statement)]
    return TopicPractice(
        topic=topic,
        promise=tuple(one.statement for one in mine if one.effective and one.statement.source_kind in PROMISING),
        told=tuple(one.statement for one in mine if one.statement.source_kind not in PROMISING),
        figures=tuple(
            one
            for one in remarks
            if one.kind is RemarkKind.FIGURE and one.subject in topic.figures and one.group != MARK_GROUP
        ),
        met=tuple(one for one in remarks if _was_met(topic, one, named)),
        measured=tuple(
            measure(wave, question, answers)
            for wave, table in asked
            for question in topic.questions
            if (answers := over_channels(table, question)).rated
        ),
    )


def _was_met(topic: Topic, remark: Remark, named: set[str]) -> bool:
    if remark.kind not in (RemarkKind.COMPLAINT, RemarkKind.PROMISE):
        return False
    other = topic.others and remark.kind is RemarkKind.COMPLAINT and remark.subject not in named
    return remark.subject in topic.met or other


def _is_of(topic: Topic, statement: Statement) -> bool:
    attribute = statement.attribute.value
    if attribute == WAITING:
        return topic.code == WAITING
    if attribute not in topic.promise:
        return False
    if isinstance(statement.value, Deadline) and topic.purposes:
        return statement.value.purpose.value in topic.purposes
    return True


def measure(wave: Wave, question: str, answers: Answers) -> Measured:
    """The figures of answers by the kind of their question; raises NothingAnswered where nobody answered."""
    kind = question_kinds()[question]
    good = {QuestionKind.MARK: BEST, QuestionKind.YES_NO: YES}.get(kind)
    interval = wilson(answers.of_values(good), answers.rated) if good else None
    return Measured(
        wave=wave,
        question=question,
        kind=kind,
        answers=answers,
        share=half_up(100 * share(answers, good), 1) if good else None,
        low=half_up(100 * Fraction(interval.low), 1) if interval else None,
        high=half_up(100 * Fraction(interval.high), 1) if interval else None,
        mean=None if kind is QuestionKind.YES_NO else half_up(mean(answers), 2),
        middle=half_up(median(answers), 2) if kind is QuestionKind.MINUTES else None,
    )
