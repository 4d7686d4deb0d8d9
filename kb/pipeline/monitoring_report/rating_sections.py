"""Ratings as sections of a report."""

from collections.abc import Iterator, Sequence

from kb.charts import Bar, BarDrawing
from kb.monitoring import CoefficientKind, Coefficients, Flag, Group, RatedRow, Rating, WeightedRow
from kb.pipeline.monitoring_report.ground import ReportGround
from kb.pipeline.monitoring_report.tables import Column, ReportCell, Section, Table
from kb.pipeline.printing.figures import shown_figure

MARKS = range(1, 6)
DRAWN = 30  # bars, as on the pages; the table has all
IN_DRAWING = 8  # two drawings with names of two lines stand side by side on a turned page of A4, seen in Chromium
LEAST_DRAWN = 2  # one bar compares nothing
TICKS = (0.0, 50.0, 100.0)


def rating_section(ground: ReportGround, group: Group) -> Section:
    """Services, bodies, regions or channels in order, with the five counts of each."""

    def make() -> Section:
        rating = ground.monitoring.rating(ground.wave.id, group)
        words, code = ground.words, group.value
        title = words(f"section.{code}")
        names = ("rank", "name", "satisfaction", "low", "high", "mean", "ten_point")
        columns = [Column(name=words(f"column.{name}"), numeric=name != "name", named=name == "name") for name in names]
        columns += [Column(name=words("column.mark", mark=mark)) for mark in MARKS]
        columns += [Column(name=words(f"column.{name}")) for name in ("rated", "silent")]
        if group is Group.BODY:
            columns.append(Column(name=words("column.services")))
        columns.append(Column(name=words("column.note"), numeric=False))
        return Section(
            code=code,
            title=title,
            table=Table(columns=tuple(columns), rows=tuple(_row(ground, group, row) for row in rating.rows)),
            notes=tuple(_notes(ground, group, rating)),
            drawings=tuple(_drawings(ground, group, rating.rows)),
        )

    return ground.section(group.value, make)


def _row(ground: ReportGround, group: Group, row: RatedRow) -> tuple[ReportCell, ...]:
    own: tuple[ReportCell, ...] = (row.services,) if group is Group.BODY else ()
    flags = ", ".join(ground.words(f"flag.{flag.value}") for flag in row.flags)
    return (
        row.rank, ground.name(group, row.key), row.satisfaction, row.low, row.high, row.mean, row.ten_point,
        *row.counts, row.rated, row.asked - row.rated, *own, flags or None,
    )  # fmt: skip


def _notes(ground: ReportGround, group: Group, rating: Rating) -> Iterator[str]:
    words = ground.words
    ranks = [row.rank for row in rating.rows]
    if len(set(ranks)) < len(ranks):
        yield words("note.ties")
    for flag in Flag:
        if any(flag in row.flags for row in rating.rows):
            yield words(f"note.{flag.value}")
    if rating.excluded:
        yield words("note.excluded", least=rating.least, keys=ground.listed(group, rating.excluded))
    if rating.unanswered:
        yield words("note.unanswered", keys=ground.listed(group, rating.unanswered))
    nameless = ground.monitoring.pooled(ground.wave.id, group).nameless.asked
    if nameless:
        yield words("note.nameless", count=nameless)


def _drawings(ground: ReportGround, group: Group, rows: Sequence[RatedRow]) -> Iterator[BarDrawing]:
    drawn = rows[:DRAWN] if len(rows) >= LEAST_DRAWN else ()
    for start in range(0, len(drawn), IN_DRAWING):
        yield BarDrawing(
            code=f"rating-{group.value}-{start + 1}",
            title=ground.words("chart", section=ground.words(f"section.{group.value}")),
            bars=tuple(_bar(ground, group, row) for row in drawn[start : start + IN_DRAWING]),
            low=TICKS[0],
            high=TICKS[-1],
            ticks=tuple((place, f"{place:.0f} %") for place in TICKS),
        )


def _bar(ground: ReportGround, group: Group, row: RatedRow) -> Bar:
    return Bar(
        name=ground.name(group, row.key),
        value=float(row.satisfaction),
        text=f"{shown_figure(row.satisfaction, ground.language)} %",
        low=float(row.low),
        high=float(row.high),
        weak=Flag.SMALL_N in row.flags,
    )


def weighted_section(ground: ReportGround, group: Group, coefficients: Coefficients) -> Section:
    """The rating with coefficients; those that nobody gives are said to be missing."""
    code = f"weighted_{group.value}"

    def make() -> Section:
        weighted = ground.monitoring.weighted(ground.wave.id, group, coefficients)
        words = ground.words
        names = ["rank", "name", "weighted", "satisfaction", "rated"]
        names += [kind.value for kind in CoefficientKind] if group is Group.SERVICE else []
        missing = sorted({name for row in weighted.rows for name in row.missing})
        notes = [words("note.coefficients", source=weighted.source or words("not_given"))]
        if missing:
            notes.append(words("note.unweighted", keys=ground.listed(Group.SERVICE, missing)))
        return Section(
            code=code,
            title=words(f"section.{code}"),
            table=Table(
                columns=tuple(
                    Column(name=words(f"column.{name}"), numeric=name != "name", named=name == "name") for name in names
                ),
                rows=tuple(_weighted_row(ground, group, row) for row in weighted.rows),
            ),
            notes=tuple(notes),
        )

    return ground.section(code, make)


def _weighted_row(ground: ReportGround, group: Group, own: WeightedRow) -> tuple[ReportCell, ...]:
    absent = ground.words("not_given")
    given = [own.coefficients.get(kind, absent) for kind in CoefficientKind] if group is Group.SERVICE else []
    return (own.rank, ground.name(group, own.row.key), own.weighted, own.row.satisfaction, own.row.rated, *given)
