"""Regions of the local bodies: their shares of marks, together with the counts of all local services → counts."""

import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from itertools import product

from kb.model import Evidence
from kb.model.monitoring import Answers
from kb.monitoring.from_report.asked import AskedService
from kb.monitoring.from_report.events import UNTOLD, count_of_share
from kb.monitoring.from_report.unread import Unread
from kb.monitoring.measures import mean, pool
from kb.monitoring.report.ground import MARK_COLUMNS, ReportGround
from kb.monitoring.report.headings import EVENTS
from kb.monitoring.report.printed import PrintedFigure
from kb.monitoring.report.rules.marks import LOCAL_BODY
from kb.monitoring.rounding import decimals, half_up
from kb.monitoring.shares import MOST_TRIED, fitting_counts

MOST_TOGETHER = 200_000  # choices of one set for each region; the report of 2017 leaves 16,128
LOCAL_SCOPE = frozenset(("local",))
Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RegionMarks:
    """The marks of a region's local services and where their shares stand; what happened to how many, by question."""

    marks: Answers
    evidence: Evidence
    events: Mapping[str, tuple[int, Evidence]]


@dataclass(slots=True, kw_only=True)
class _Printed:
    """What the tables of the local bodies print of a region."""

    figures: dict[str, PrintedFigure] = field(default_factory=dict)
    sets: list[Counts] = field(default_factory=list)

    def value(self, column: str) -> Decimal | None:
        one = self.figures.get(column)
        return one.value if one else None


def read_regions(
    ground: ReportGround, asked: Mapping[str, AskedService]
) -> tuple[dict[str, RegionMarks], list[Unread]]:
    """The marks of each region whose counts are told: the one set that gives its printed shares and mean, or the one
    that all choices for the regions share which add up to the counts of the local services."""
    services = ground.services_of.get(LOCAL_BODY, frozenset())
    regions = _printed_of(ground)
    if not regions or not services or not services <= set(asked):
        return {}, []
    whole = pool(asked[key].marks for key in services)
    for one in regions.values():
        one.sets = _sets_of(one, whole.silent)
    _settle_together([one.sets for one in regions.values()], whole)
    found: dict[str, RegionMarks] = {}
    unread: list[Unread] = []
    for code, one in regions.items():
        evidence = one.figures[MARK_COLUMNS[-1]].row
        people = int(one.value("n") or 0)
        if len(one.sets) != 1:
            unread.append(Unread(reason=UNTOLD, subject=code, evidence=evidence))
            continue
        marks = Answers.marks(one.sets[0], silent=people - sum(one.sets[0]))
        events, missed = _events_of(code, one, marks)
        unread += missed
        found[code] = RegionMarks(marks=marks, evidence=evidence, events=events)
    return found, unread


def _printed_of(ground: ReportGround) -> dict[str, _Printed]:
    found: dict[str, _Printed] = {}
    for one in ground.figures:
        code = one.subject.code if one.subject.kind == "region" and one.scope == LOCAL_SCOPE else None
        if code and one.column in ("n", "mean", *MARK_COLUMNS, *EVENTS):
            found.setdefault(code, _Printed()).figures.setdefault(one.column, one)
    return {code: one for code, one in found.items() if one.value("n") and one.value(MARK_COLUMNS[-1]) is not None}


def _sets_of(one: _Printed, silent: int) -> list[Counts]:
    """Every set of counts that gives the shares and the mean of a region, where at most `silent` gave no mark; none
    where there are too many to look at."""
    people, printed_mean = int(one.value("n") or 0), one.value("mean")
    shares = [one.value(column) for column in MARK_COLUMNS]
    found: list[Counts] = []
    tried = 0
    for rated in range(max(1, people - silent), people + 1):
        for counts in fitting_counts(shares, rated):
            tried += 1
            if tried > MOST_TRIED:
                return []
            exact = mean(Answers.marks(counts))
            if printed_mean is None or half_up(exact, decimals(printed_mean)) == printed_mean:
                found.append(counts)
    return found


def _settle_together(sets: Sequence[list[Counts]], whole: Answers) -> None:
    """Leaves of each region's sets those that stand in a choice which adds up to the counts of all; as they are where
    none does or there are too many choices."""
    if not all(sets) or math.prod(map(len, sets)) > MOST_TOGETHER:
        return
    total = tuple(whole.of_values((Decimal(mark),)) for mark in range(1, 6))
    fitting = list(_fitting(sets, total))
    if not fitting:
        return
    for place, own in enumerate(sets):
        kept = {choice[place] for choice in fitting}
        own[:] = [one for one in own if one in kept]


def _fitting(sets: Sequence[Sequence[Counts]], total: Counts) -> Iterator[tuple[Counts, ...]]:
    for choice in product(*sets):
        if all(sum(parts) == wanted for parts, wanted in zip(zip(*choice, strict=True), total, strict=True)):
            yield choice


def _events_of(code: str, one: _Printed, marks: Answers) -> tuple[dict[str, tuple[int, Evidence]], list[Unread]]:
    found: dict[str, tuple[int, Evidence]] = {}
    unread: list[Unread] = []
    for column in EVENTS:
        figure = one.figures.get(column)
        if figure is None:
            continue
        count = count_of_share(figure.value, marks.asked, marks.rated)
        if count is None:
            unread.append(Unread(reason=UNTOLD, subject=f"{code}: {column}", evidence=figure.evidence))
        else:
            found[column] = (count, figure.evidence)
    return found, unread
