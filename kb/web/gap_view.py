"""The work list of marks as its page shows it."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from kb.model import Language
from kb.model.feedback import GAP_KINDS, GapClass, GapState, KeptMark, MarkCount
from kb.pipeline.curation import LONGEST_WORDS
from kb.pipeline.today import KAZAKHSTAN
from kb.web.bar_chart import BarChart, bar_chart
from kb.web.words import Words

CLASSES = (*GapClass, None)


@dataclass(frozen=True, slots=True, kw_only=True)
class GapRow:
    """A mark in the list; `ask` leads to its question asked again, `synonym` to the form that makes a word known."""

    id: str
    day: str
    kind: str
    question: str | None
    words: str
    language: Language
    service: str | None
    gap: str
    done: bool
    changed: str | None
    ask: str | None
    synonym: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class WeekLine:
    """A week of the table: how many marks of each class, in the order of `CLASSES`, and how many are open."""

    week: str
    counts: tuple[str, ...]
    open: str


@dataclass(frozen=True, slots=True, kw_only=True)
class GapCounts:
    """The charts by class and by week, and the table below them; empty where there is nothing."""

    charts: tuple[BarChart, ...]
    titles: tuple[str, ...]
    lines: tuple[WeekLine, ...]


def gap_row(kept: KeptMark, words: Words) -> GapRow:
    """A mark in one row."""
    mark = kept.mark
    asked = {"q": mark.question} if mark.question else None
    synonym = {"words": mark.question[:LONGEST_WORDS]} if mark.question and mark.gap is GapClass.SYNONYM else None
    return GapRow(
        id=kept.id,
        day=words.day(kept.made_at.astimezone(KAZAKHSTAN).date()),
        kind=words(f"gaps.kind.{mark.kind.value}"),
        question=mark.question,
        words=mark.words,
        language=mark.language,
        service=mark.service,
        gap=mark.gap.value if mark.gap else "",
        done=kept.state is GapState.DONE,
        changed=_changed(kept, words),
        ask=f"/search?{urlencode(asked)}" if asked else None,
        synonym=f"/queries?{urlencode(synonym)}#synonyms" if synonym else None,
    )


def gap_counts(counts: Sequence[MarkCount], words: Words) -> GapCounts:
    """Marks that leave work behind them, by class and by week."""
    work = [one for one in counts if one.kind in GAP_KINDS]
    by_class: Counter[GapClass | None] = Counter()
    by_week: Counter[date] = Counter()
    open_of: Counter[date] = Counter()
    cells: Counter[tuple[date, GapClass | None]] = Counter()
    for one in work:
        by_class[one.gap] += one.count
        by_week[one.week] += one.count
        cells[one.week, one.gap] += one.count
        if one.state is GapState.OPEN:
            open_of[one.week] += one.count
    weeks = sorted(by_week)
    charts = (
        bar_chart(
            "class",
            words("gaps.by_class"),
            [(_class(gap, words), by_class[gap], words.number(by_class[gap])) for gap in CLASSES if by_class[gap]],
        ),
        bar_chart(
            "week",
            words("gaps.by_week"),
            [
                (
                    words("gaps.of_week", week=words.day(week), open=words.number(open_of[week])),
                    by_week[week],
                    words.number(by_week[week]),
                )
                for week in weeks
            ],
        ),
    )
    lines = tuple(
        WeekLine(
            week=words.day(week),
            counts=tuple(words.number(cells[week, gap]) for gap in CLASSES),
            open=words.number(open_of[week]),
        )
        for week in reversed(weeks)
    )
    titles = tuple(_class(gap, words) for gap in CLASSES)
    return GapCounts(charts=charts if work else (), titles=titles, lines=lines)


def _class(gap: GapClass | None, words: Words) -> str:
    return words(f"gaps.class.{gap.value}") if gap else words("gaps.unsorted")


def _changed(kept: KeptMark, words: Words) -> str | None:
    if kept.changed_by is None or kept.changed_at is None:
        return None
    day = words.day(kept.changed_at.astimezone(KAZAKHSTAN).date())
    return words("review.by", author=kept.changed_by, day=day)
