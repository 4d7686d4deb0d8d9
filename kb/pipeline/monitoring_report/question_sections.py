"""What was asked, the index of tension, and answers that are no marks."""

from fractions import Fraction

from kb.model.monitoring import Answers, QuestionKind
from kb.monitoring import Group, Indicator, question_kinds, question_words
from kb.monitoring.intervals import wilson
from kb.monitoring.measures import YES, mean, median, pool, risk_share
from kb.monitoring.rounding import half_up
from kb.monitoring.tension import INDICATORS
from kb.pipeline.monitoring_report.ground import ReportGround
from kb.pipeline.monitoring_report.tables import Column, Counted, ReportCell, Section, Table


def method_section(ground: ReportGround) -> Section:
    """The questions of the wave with how many people each was put to."""
    words = ground.words
    return Section(
        code="method",
        title=words("section.method"),
        table=Table(
            columns=(
                Column(name=words("column.question"), numeric=False, named=True),
                Column(name=words("column.kind"), numeric=False),
                Column(name=words("column.asked")),
            ),
            rows=tuple(
                (question_words(code, ground.language), words(f"kind.{question_kinds()[code].value}"), asked)
                for code, asked in ground.monitoring.questions(ground.wave.id).items()
            ),
        ),
    )


def tension_section(ground: ReportGround) -> Section:
    """The index by body, with the counts of its five indicators."""

    def make() -> Section:
        words = ground.words
        parts = tuple(words(f"part.{part}") for part in ("met", "answered"))
        indicators = [Column(name=question_words(code, ground.language), parts=parts) for code in INDICATORS]
        return Section(
            code="tension",
            title=words("section.tension"),
            table=Table(
                columns=(
                    Column(name=words("column.name"), numeric=False, named=True),
                    Column(name=words("column.index")),
                    *indicators,
                ),
                rows=tuple(
                    (
                        ground.name(Group.BODY, row.key),
                        row.index,
                        *(_indicator(row.indicators[code]) for code in INDICATORS),
                    )
                    for row in ground.monitoring.tension(ground.wave.id, Group.BODY)
                ),
            ),
            notes=(words("note.counts", parts=" / ".join(parts)),),
        )

    return ground.section("tension", make)


def others_section(ground: ReportGround) -> Section:
    """Yes and no, minutes and scores of the whole wave."""
    words = ground.words
    names = ("question", "asked", "rated", "yes", "share", "low", "high", "mean", "median")
    rows = tuple(
        _other_row(ground, code, kind)
        for code in ground.monitoring.questions(ground.wave.id)
        if (kind := question_kinds()[code]) not in (QuestionKind.MARK, QuestionKind.ADVICE)
    )
    if not rows:
        return Section(code="others", title=words("section.others"), notes=(words("note.not_asked"),))
    columns = tuple(
        Column(name=words(f"column.{name}"), numeric=name != "question", named=name == "question") for name in names
    )
    return Section(code="others", title=words("section.others"), table=Table(columns=columns, rows=rows))


def _other_row(ground: ReportGround, code: str, kind: QuestionKind) -> tuple[ReportCell, ...]:
    pooled = ground.monitoring.pooled(ground.wave.id, Group.CHANNEL, code)
    own = pool((*pooled.groups.values(), pooled.nameless))
    return (question_words(code, ground.language), own.asked, own.rated, *_figures(own, kind))


def _figures(own: Answers, kind: QuestionKind) -> tuple[ReportCell, ...]:
    if not own.rated:
        return (None,) * 6
    if kind is QuestionKind.YES_NO:
        yes = own.of_values(YES)
        bounds = wilson(yes, own.rated)
        low, high = (half_up(100 * Fraction(bound), 1) for bound in (bounds.low, bounds.high))
        return (yes, half_up(100 * risk_share(own), 1), low, high, None, None)
    return (None, None, None, None, half_up(mean(own), 2), half_up(median(own), 2))


def _indicator(one: Indicator) -> Counted:
    figure = half_up(Fraction(100 * one.met, one.rated), 1) if one.rated else None
    return Counted(figure=figure, counts=(one.met, one.rated))
